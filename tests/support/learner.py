"""A learner at one question: answers by mouse or by keyboard, and looks at what is said.

Responses count the elements of the plain HTML, as docs/quiz-html.md has them; the control for each
is found by its name, whatever the order on screen. `answers` holds the way of each type.
"""

from __future__ import annotations

import json
import re
from types import ModuleType
from typing import Any, Literal

from playwright.sync_api import Locator, expect

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
        self.data: dict[str, Any] = json.loads(root.get_attribute("data-q") or "")
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
        """Return a response that is right in part; None where the type has no parts."""
        return self.way.partly(self)

    def kept(self, response: Any) -> Any:
        """Return what Try again is to leave of *response*, which was not all right."""
        return self.way.kept(self, response)

    def response(self) -> Any:
        """Return what the controls hold now."""
        return self.way.response(self)

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

    # What to see.

    def sees(self, result: Result) -> None:
        """See the verdict, in words, and the explanation with its sources."""
        expect(self.root).to_have_attribute("data-result", result)
        expect(self.status).to_contain_text(VERDICTS[result])
        expect(self.live.locator(".sc-why")).to_be_visible()
        explanation = self.text(self.root.locator(".sc-plain .sc-why"))
        expect(self.live.locator(".sc-why")).to_contain_text(explanation)
        cited = self.root.locator(".sc-plain .sc-sources a").count()
        assert self.live.locator(".sc-why .sc-cited a").count() == cited

    def sees_nothing_graded(self) -> None:
        """See that there is no verdict."""
        assert self.root.get_attribute("data-result") is None
        expect(self.live.locator(".sc-why")).to_be_hidden()

    def sees_feedback_to(self, wrong: Any) -> None:
        """See the author's feedback to the response *wrong*, where there is any."""
        count = self.root.locator(".sc-plain .sc-feedback > li").count()
        for index in self.way.said(wrong) if count else ():
            expect(self.live.locator("fieldset").first).to_contain_text(self._feedback(index))

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

    def names(self, where: str) -> list[str]:
        """Return the texts of a list in the plain HTML."""
        return self.lines(self.root.locator(f".sc-plain {where} > li"))

    def count(self, where: str) -> int:
        """Return the length of a list in the plain HTML."""
        return self.root.locator(f".sc-plain {where} > li").count()

    def option(self, role: Any, index: int) -> Locator:
        """Return the control of an option or a region."""
        return self.live.get_by_role(role, name=self.names(".sc-options")[index], exact=True)

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
        held = [i for i in range(group.count()) if group.nth(i).is_checked()]
        self._tab_to(group.nth(held[0] if held else 0))
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if wanted.is_checked():
                break
            self.page.keyboard.press("ArrowDown")
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

    def pick(self, menu: Locator, value: str) -> None:
        """Pick the entry with *value* of a native menu."""
        if self.hand == "mouse":
            menu.select_option(value)
            return
        self._tab_to(menu)
        values = menu.locator("option").evaluate_all("all => all.map(o => o.value)")
        steps = values.index(value) - values.index(menu.input_value())
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        expect(menu).to_have_value(value)

    def _tab_to(self, target: Locator) -> None:
        """Press Tab, from where the focus is or from the question's start, until *target*."""
        inside = self.root.evaluate("e => e.contains(document.activeElement)")
        back = inside and target.evaluate(
            "e => !!(e.compareDocumentPosition(document.activeElement)"
            " & Node.DOCUMENT_POSITION_FOLLOWING)"
        )
        if not inside:
            # A learner comes from the text above: put the focus where they would be.
            self.root.evaluate(
                "e => { const a = document.createElement('a'); a.href = '#'; e.before(a);"
                " a.focus(); }"
            )
        for _ in range(MOST_TABS):
            if target.evaluate("e => e === document.activeElement"):
                break
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        self.root.evaluate(
            "e => e.previousElementSibling?.matches('a[href=\"#\"]:empty')"
            " && e.previousElementSibling.remove()"
        )
        expect(target).to_be_focused()

    def _feedback(self, index: int) -> str:
        """Return the author's feedback number *index*, as the plain HTML has it."""
        entry = self.root.locator(".sc-plain .sc-feedback > li").nth(index)
        own = entry.evaluate(
            "e => [...e.childNodes].filter(n => !n.classList?.contains('sc-unchosen')"
            " && !n.classList?.contains('sc-near')).map(n => n.textContent).join('')"
        )
        return _line(own)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
