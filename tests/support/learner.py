"""A learner at one question: answers by mouse or by keyboard, and looks at what is said.

Responses are made of ids, as docs/quiz-html.md has them. The plain HTML says which text has which
id, and the control is found by that text, as a learner finds it. `answers` holds the way of each
type.
"""

from __future__ import annotations

import json
import re
from types import ModuleType
from typing import Any, Literal

from playwright.sync_api import Locator

from selfcheck import words
from tests.support.seen import expect

Hand = Literal["mouse", "keyboard"]
Result = Literal["correct", "partial", "incorrect"]

VERDICTS = {"correct": "Correct", "partial": "Partly correct", "incorrect": "Not correct"}
MOST_TABS = 120


class Learner:
    """Someone who answers the question at *root* with the mouse or with the keyboard alone."""

    def __init__(self, root: Locator, hand: Hand) -> None:
        expect(root.locator("form.sc-live")).to_be_attached()
        self.root = root
        self.hand = hand
        self.page = root.page
        self.live = root.locator("form.sc-live")
        self.data = read(root.get_attribute("data-q") or "")
        self.kind: str = self.data["type"]

    @property
    def way(self) -> ModuleType:
        """How this type is answered."""
        from tests.support.answers import WAYS

        return WAYS[self.kind]

    # What to answer, and what the controls hold.

    def right(self) -> Any:
        """Return a right response."""
        return self.way.right(self)

    def wrong(self) -> Any:
        """Return a response with nothing right in it."""
        return self.way.wrong(self)

    def partly(self) -> Any:
        """Return a response that is right in part; None where this question has none such."""
        return self.way.partly(self) if hasattr(self.way, "partly") else None

    def kept(self, response: Any) -> Any:
        """Return what Try again is to leave of *response*, which was not all right."""
        return self.way.kept(self, response)

    def response(self) -> Any:
        """Return what the controls hold now; what is left open is left out."""
        return self.way.response(self)

    def alike(self, response: Any) -> Any:
        """Return *response* as `response()` would write it.

        What has no order is put in that of the data, and things with equal texts, which are one to
        a learner, count as the first of them.
        """
        return self.way.alike(self, response) if hasattr(self.way, "alike") else response

    # What to do.

    def answer(self, response: Any) -> None:
        """Give *response*, and check nothing yet."""
        self.way.answer(self, response)

    def trust(self, level: Literal["Guessing", "Fairly sure", "Sure"]) -> None:
        """Say how sure one is."""
        boxes = self.root.locator(".sc-confidence").get_by_role("radio")
        wanted = self.root.locator(".sc-confidence").get_by_role("radio", name=level, exact=True)
        self.choose(boxes, wanted)

    def press(self, name: Literal["Check", "Try again", "Hint", "Another one"]) -> None:
        """Press a button."""
        self.push(self.root.get_by_role("button", name=name, exact=True))

    def check(self, response: Any) -> None:
        """Give *response* and press Check."""
        self.answer(response)
        self.press("Check")

    def errs_and_mends(self) -> None:
        """Answer wrong and then right, and see both verdicts."""
        self.check(self.wrong())
        self.sees("incorrect")
        self.press("Try again")
        self.check(self.right())
        self.sees("correct")

    # What to see.

    def sees(self, result: Result) -> None:
        """See the verdict, in words, and the explanation with its sources, where there are any."""
        expect(self.root).to_have_attribute("data-result", result)
        expect(self.status).to_contain_text(VERDICTS[result])
        if not self.root.locator(".sc-plain :is(.sc-why, .sc-sources)").count():
            expect(self.live.locator(".sc-why")).to_be_hidden()
            return
        expect(self.live.locator(".sc-why")).to_be_visible()
        if self.root.locator(".sc-plain .sc-why").count():
            explanation = self.text(self.root.locator(".sc-plain .sc-why"))
            expect(self.live.locator(".sc-why")).to_contain_text(explanation)
        cited = self.root.locator(".sc-plain .sc-sources a").count()
        assert self.live.locator(".sc-why .sc-cited a").count() == cited

    def sees_nothing_graded(self) -> None:
        """See that there is no verdict."""
        expect(self.root.locator("xpath=self::*[@data-result]")).to_have_count(0)
        expect(self.live.locator(".sc-why")).to_be_hidden()

    def sees_feedback_to(self, wrong: Any) -> None:
        """See the author's feedback to the response *wrong*, where there is any."""
        count = self.root.locator(".sc-plain .sc-feedback > li").count()
        for name in self.way.said(wrong) if count else ():
            said = self._feedback(self.data["ids"].index(name))
            expect(self.live.locator("fieldset").first).to_contain_text(said)

    def sees_that_it_changed(self) -> None:
        """See that an answer counts no longer: the question is asked again, with nothing in it."""
        expect(self.status).to_have_text(words.say("en", "changed"))
        self.sees_nothing_graded()
        # What is put in order stands in some order from the start.
        assert self.kind == "order" or not self.response()
        self.press("Check")
        self.sees_nothing_graded()
        expect(self.status).not_to_be_empty()

    @property
    def status(self) -> Locator:
        """The one place where the verdict stands."""
        return self.root.get_by_role("status")

    def text(self, place: Locator) -> str:
        """Return the text at *place* on one line."""
        return _line(place.evaluate("e => e.textContent"))

    def lines(self, places: Locator) -> list[str]:
        """Return the text at each of *places*."""
        return [_line(text) for text in places.evaluate_all("all => all.map(e => e.textContent)")]

    def texts(self, where: str, ids: str = "ids") -> dict[str, str]:
        """Return the texts of a list in the plain HTML, by id; *ids* names the ids in the data."""
        lines = self.lines(self.root.locator(f".sc-plain {where} > li"))
        return dict(zip(self.data[ids], lines, strict=True))

    def option(self, role: Any, name: str) -> Locator:
        """Return the control of an option or a region."""
        return self.live.get_by_role(role, name=self.texts(".sc-options")[name], exact=True)

    # Hands.

    def push(self, button: Locator) -> None:
        """Press *button*."""
        if self.hand == "mouse":
            button.click()
        else:
            self._tab_to(button)
            self.page.keyboard.press("Enter")

    def choose(self, group: Locator, wanted: Locator) -> None:
        """Choose the radio button *wanted* of *group*."""
        if self.hand == "mouse":
            wanted.click()
            return
        # Which of them Tab leads to, and whether the arrows go round, depends on the browser.
        self._tab_to(group)
        self.page.keyboard.press("Space")
        for key in ("ArrowDown", "ArrowUp"):
            for _ in range(group.count()):
                if wanted.is_checked():
                    break
                self.page.keyboard.press(key)
        expect(wanted).to_be_checked()

    def toggle(self, box: Locator) -> None:
        """Tick the checkbox *box*, or take the tick away."""
        if self.hand == "mouse":
            box.click()
        else:
            self._tab_to(box)
            self.page.keyboard.press("Space")

    def type(self, box: Locator, text: str) -> None:
        """Type *text* into *box*, in place of what is there."""
        if self.hand == "mouse":
            box.click()
        else:
            self._tab_to(box)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def pick(self, menu: Locator, entry: str) -> None:
        """Pick the first entry with the text *entry* of a native menu; the first of all for ""."""
        index = self.entries(menu).index(entry) if entry else 0
        if self.hand == "mouse":
            menu.select_option(index=index)
        else:
            self._tab_to(menu)
            steps = index - int(menu.evaluate("e => e.selectedIndex"))
            for _ in range(abs(steps)):
                self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        expect(menu).to_have_js_property("selectedIndex", index)

    def picked(self, menu: Locator) -> str:
        """Return the text of the entry that a menu shows; nothing for its first, which asks."""
        index = int(menu.evaluate("e => e.selectedIndex"))
        return self.entries(menu)[index] if index > 0 else ""

    def entries(self, menu: Locator) -> list[str]:
        """Return the texts of the entries of a menu."""
        return self.lines(menu.locator("option"))

    def _tab_to(self, targets: Locator) -> None:
        """Press Tab, from where the focus is or from the question's start, until a target."""
        inside = self.root.evaluate("e => e.contains(document.activeElement)")
        back = inside and targets.first.evaluate(
            "e => !!(e.compareDocumentPosition(document.activeElement)"
            " & Node.DOCUMENT_POSITION_FOLLOWING)"
        )
        if not inside:
            # A learner comes from the text above: put the focus where they would be.
            self.root.evaluate(
                "e => { const a = document.createElement('a'); a.href = '#'; e.before(a);"
                " a.focus(); }"
            )
        there = "all => all.includes(document.activeElement)"
        for _ in range(MOST_TABS):
            if targets.evaluate_all(there):
                break
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        self.root.evaluate(
            "e => e.previousElementSibling?.matches('a[href=\"#\"]:empty')"
            " && e.previousElementSibling.remove()"
        )
        assert targets.evaluate_all(there), f"{MOST_TABS} times Tab did not lead there"

    def _feedback(self, index: int) -> str:
        """Return the author's feedback number *index*, as the plain HTML has it."""
        entry = self.root.locator(".sc-plain .sc-feedback > li").nth(index)
        own = entry.evaluate(
            "e => [...e.childNodes].filter(n => !n.classList?.contains('sc-unchosen')"
            " && !n.classList?.contains('sc-near')).map(n => n.textContent).join('')"
        )
        return _line(own)


def read(text: str) -> dict[str, Any]:
    """Return what a `data-q` says, with its lists of ids as lists."""
    data: dict[str, Any] = json.loads(text)
    for name in ("ids", "to", "key"):
        if isinstance(data.get(name), str):
            data[name] = data[name].split()
    if "same" in data:
        data["same"] = [group.split() for group in data["same"]]
    for gap in data.get("gaps", ()):
        if "ids" in gap:
            gap["ids"] = gap["ids"].split()
    return data


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
