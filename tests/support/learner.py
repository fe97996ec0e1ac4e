"""A learner at one question: answers by mouse or by keyboard, and looks at what is said.

Responses count the elements of the plain HTML, as docs/quiz-html.md has them; this class finds
the control for each by its name, whatever the order on screen.
"""

from __future__ import annotations

import json
import re
from typing import Any, Literal

from playwright.sync_api import Locator, expect

Hand = Literal["mouse", "keyboard"]
Result = Literal["correct", "partial", "incorrect"]

VERDICTS = {"correct": "Correct", "partial": "Partly correct", "incorrect": "Not correct"}
MOST_TABS = 80


class Learner:
    """Someone who answers the question at *root* with the mouse or with the keyboard alone."""

    def __init__(self, root: Locator, hand: Hand) -> None:
        expect(root.locator(".sc-live")).to_be_attached()
        self.root = root
        self.hand = hand
        self.page = root.page
        self.data: dict[str, Any] = json.loads(root.get_attribute("data-q") or "")
        self.kind: str = self.data["type"]

    # What to answer.

    def right(self) -> Any:
        """Return a right response."""
        key = self.data["key"]
        if self.kind == "choice":
            return key[0]
        return f"{key:g}" if self.kind == "numeric" else list(key)

    def wrong(self) -> Any:
        """Return a response with nothing right in it."""
        key = self.data["key"]
        match self.kind:
            case "choice":
                return next(i for i in range(self._count(".sc-options")) if i not in key)
            case "multiple-response":
                return [i for i in range(self._count(".sc-options")) if i not in key][:1]
            case "numeric":
                low = self.data.get("min", float("-inf"))
                step = max(self.data["tol"], abs(key) / 2, 1e-9) * 1.5
                return f"{key - step if key - step >= low else key + step:g}"
            case "order":
                return [*key[1:], key[0]]
            case "match":
                return [*key[1:], key[0]]
        raise AssertionError(self.kind)

    def partly(self) -> Any:
        """Return a response that is right in part; None where the type has no parts."""
        key = self.data["key"]
        match self.kind:
            case "multiple-response" if len(key) > 1:
                return key[:1]
            case "order":
                return [key[1], key[0], *key[2:]]
            case "match" if len(key) > 2:
                return [key[1], key[0], *key[2:]]
        return None

    # What to do.

    def answer(self, response: Any) -> None:
        """Give *response*, and check nothing yet."""
        match self.kind:
            case "choice":
                self._choose(response)
            case "multiple-response":
                self._tick(response)
            case "numeric":
                self._type(response)
            case "order":
                self._arrange(response)
            case "match":
                self._pair(response)

    def trust(self, level: Literal["Guessing", "Fairly sure", "Sure"]) -> None:
        """Say how sure one is."""
        box = self.root.locator(".sc-confidence").get_by_role("radio", name=level, exact=True)
        if self.hand == "mouse":
            box.click()
            return
        self._tab_to(self.root.locator(".sc-confidence").get_by_role("radio").first)
        self.page.keyboard.press("Space")
        for _ in range(2):
            if not box.is_checked():
                self.page.keyboard.press("ArrowDown")
        expect(box).to_be_checked()

    def press(self, name: Literal["Check", "Try again", "Hint"]) -> None:
        """Press a button."""
        self._press(self.root.get_by_role("button", name=name, exact=True))

    def check(self, response: Any) -> None:
        """Give *response* and press Check."""
        self.answer(response)
        self.press("Check")

    # What to see.

    def sees(self, result: Result) -> None:
        """See the verdict, in words, and the explanation with its sources."""
        expect(self.root).to_have_attribute("data-result", result)
        expect(self.status).to_contain_text(VERDICTS[result])
        expect(self.root.locator(".sc-live .sc-why")).to_be_visible()
        explanation = self.text(self.root.locator(".sc-plain .sc-why"))
        expect(self.root.locator(".sc-live .sc-why")).to_contain_text(explanation)
        assert self.root.locator(".sc-live .sc-cited a").count() == self._sources()

    def sees_nothing_graded(self) -> None:
        """See that there is no verdict."""
        assert self.root.get_attribute("data-result") is None
        expect(self.root.locator(".sc-live .sc-why")).to_be_hidden()

    def sees_feedback(self, texts: list[str]) -> None:
        """See each of *texts* beside the controls."""
        for text in texts:
            expect(self.root.locator(".sc-live fieldset").first).to_contain_text(text)

    def feedback(self, index: int) -> str:
        """Return the author's feedback number *index*, as the plain HTML has it."""
        entry = self.root.locator(".sc-plain .sc-feedback > li").nth(index)
        own = entry.evaluate(
            "e => [...e.childNodes].filter(n => !n.classList?.contains('sc-unchosen')"
            " && !n.classList?.contains('sc-near')).map(n => n.textContent).join('')"
        )
        return _line(own)

    def response(self) -> Any:
        """Return what the controls hold now."""
        live = self.root.locator(".sc-live")
        match self.kind:
            case "choice" | "multiple-response":
                names = self._names(".sc-options")
                boxes = [self._option(name) for name in names]
                chosen = [i for i, box in enumerate(boxes) if box.is_checked()]
                if self.kind == "choice":
                    return chosen[0] if chosen else None
                return chosen
            case "numeric":
                return live.get_by_role("textbox").input_value()
            case "order":
                names = self._names(".sc-items")
                return [names.index(shown) for shown in self._shown()]
            case "match":
                values = [box.input_value() for box in live.get_by_role("combobox").all()]
                return [int(value) if value else None for value in values]
        raise AssertionError(self.kind)

    @property
    def status(self) -> Locator:
        """The one place where the verdict stands."""
        return self.root.get_by_role("status")

    def text(self, place: Locator) -> str:
        """Return the text at *place* on one line."""
        return _line(place.evaluate("e => e.textContent"))

    # Hands.

    def _press(self, button: Locator) -> None:
        if self.hand == "mouse":
            button.click()
        else:
            self._tab_to(button)
            self.page.keyboard.press("Enter")

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

    def _choose(self, index: int) -> None:
        box = self._option(self._names(".sc-options")[index])
        if self.hand == "mouse":
            box.click()
            return
        boxes = self.root.locator(".sc-live").get_by_role("radio")
        held = [i for i in range(boxes.count()) if boxes.nth(i).is_checked()]
        self._tab_to(boxes.nth(held[0] if held else 0))
        self.page.keyboard.press("Space")
        for _ in range(boxes.count()):
            if box.is_checked():
                break
            self.page.keyboard.press("ArrowDown")
        expect(box).to_be_checked()

    def _tick(self, indices: list[int]) -> None:
        for index, name in enumerate(self._names(".sc-options")):
            box = self._option(name)
            if box.is_checked() == (index in indices):
                continue
            if self.hand == "mouse":
                box.click()
            else:
                self._tab_to(box)
                self.page.keyboard.press("Space")

    def _type(self, text: str) -> None:
        box = self.root.locator(".sc-live").get_by_role("textbox")
        if self.hand == "mouse":
            box.click()
        else:
            self._tab_to(box)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def _arrange(self, wanted: list[int]) -> None:
        names = self._names(".sc-items")
        for place, index in enumerate(wanted):
            name = names[index]
            button = self.root.get_by_role("button", name=f"Move up: {name}", exact=True)
            for _ in range(self._shown().index(name) - place):
                self._press(button)
        if self.status.text_content() == "" and self._shown() == [names[i] for i in wanted]:
            # It stood so from the start: move the last one away and back, as a learner must.
            last = names[wanted[-1]]
            for way in ("up", "down"):
                self._press(self.root.get_by_role("button", name=f"Move {way}: {last}", exact=True))

    def _pair(self, rights: list[int | None]) -> None:
        for box, right in zip(
            self.root.locator(".sc-live").get_by_role("combobox").all(), rights, strict=True
        ):
            value = "" if right is None else str(right)
            if self.hand == "mouse":
                box.select_option(value)
                continue
            self._tab_to(box)
            values = box.locator("option").evaluate_all("all => all.map(o => o.value)")
            steps = values.index(value) - values.index(box.input_value())
            for _ in range(abs(steps)):
                self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
            expect(box).to_have_value(value)

    # Names.

    def _option(self, name: str) -> Locator:
        role: Any = "radio" if self.kind == "choice" else "checkbox"
        return self.root.locator(".sc-live").get_by_role(role, name=name, exact=True)

    def _names(self, where: str) -> list[str]:
        plain = self.root.locator(f".sc-plain {where} > li")
        return [_line(text) for text in plain.evaluate_all("all => all.map(e => e.textContent)")]

    def _shown(self) -> list[str]:
        rows = self.root.locator(".sc-live .sc-item > :first-child")
        return [_line(text) for text in rows.evaluate_all("all => all.map(e => e.textContent)")]

    def _count(self, where: str) -> int:
        return self.root.locator(f".sc-plain {where} > li").count()

    def _sources(self) -> int:
        return self.root.locator(".sc-plain .sc-sources a").count()


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
