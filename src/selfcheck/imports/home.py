"""Questions that come home: what `selfcheck export` had to put somewhere else goes back.

In a question of another program nothing of this is found, and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from selfcheck.imports import labels
from selfcheck.imports.items import Item
from selfcheck.imports.make import meta
from selfcheck.imports.make.number import number
from selfcheck.imports.target import Target
from selfcheck.imports.words import Words
from selfcheck.numbers import short

ROW = re.compile(r"<li><b>(.*?)</b> (.*?)</li>", re.DOTALL)
SPAN = re.compile(r"<span>(.*?)</span>", re.DOTALL)

Turned = Callable[[str], str]


class Home:
    """What stands around a question: its vignette, its text, what is said of its parts."""

    def __init__(self, item: Item, words: Words) -> None:
        self.item = item
        self.words = words
        self.before: dict[str, str] = {}
        self.behind: dict[str, str] = {}
        self.prompt_html = ""

    @property
    def ours(self) -> bool:
        """Whether `selfcheck export` has written the question."""
        return self.item.labels.ours

    @property
    def text_html(self) -> str:
        """The text of a cloze, where it stands apart from the prompt."""
        return self.before.get("text", "")

    def prompt(self, html: str) -> str:
        """Return the prompt, without what stands around it."""
        self.prompt_html = html
        if self.ours:
            # The figure of a hotspot stays, as a picture.
            kept = html.replace('class="selfcheck-figure"', "")
            self.prompt_html, self.before = labels.parts(kept)
            if vignette := self.before.get("vignette"):
                self.item.vignette = self.words.html(vignette)
        return self.words.html(self.prompt_html)

    def explanation(self, html: str) -> str:
        """Return the explanation, without what stands behind it."""
        if self.ours:
            html, self.behind = labels.parts(html)
        return self.words.html(html)

    def complete(self, data: dict[str, Any], target: Target) -> dict[str, Any]:
        """Return *data* with what stood elsewhere, and with what its labels say."""
        data = {**data, **meta.told(self.item.labels, target, self.words)}
        if not self.ours:
            return data
        if data["type"] == "numeric" and (unit := SPAN.search(self.before.get("unit", ""))):
            data.setdefault("unit", "")
            data["unit"] = data["unit"] or unescape(unit[1])
        self._parts(data)
        self._unchosen(data)
        self._wrong(data)
        return data

    def _rows(self, name: str) -> list[tuple[str, str]]:
        return ROW.findall(self.behind.get(name, ""))

    def _parts(self, data: dict[str, Any]) -> None:
        """Give each part of a question what is said of it."""
        rows = self._rows("feedback")
        if not rows:
            return
        parts: list[dict[str, Any]] = data.get("items") or data.get("pairs") or []
        if data["type"] == "categorize":
            parts = [item for each in data["categories"] for item in each["items"]]
        elif data["type"] == "cloze":
            parts = list(data["gaps"].values())
        if len(parts) == len(rows):
            for part, (_, said) in zip(parts, rows, strict=True):
                part["feedback"] = self.words.html(said)

    def _unchosen(self, data: dict[str, Any]) -> None:
        said = {
            self.words.html(text): self.words.html(told) for text, told in self._rows("unchosen")
        }
        for option in data.get("options", ()):
            if option["text"] in said:
                option["feedback_unchosen"] = said[option["text"]]

    def _wrong(self, data: dict[str, Any]) -> None:
        for forms, said in self._rows("wrong"):
            told = self.words.html(said)
            if data["type"] == "numeric" and (near := number(unescape(forms))) is not None:
                data["wrong"] = [*data.get("wrong", ()), {"near": short(near), "feedback": told}]
            elif data["type"] == "short-text":
                answers = [each for each in unescape(forms).split(", ") if each]
                data["wrong"] = [*data.get("wrong", ()), {"answers": answers, "feedback": told}]
