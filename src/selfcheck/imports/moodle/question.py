"""What all questions of Moodle XML have."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from typing import Any
from urllib.parse import unquote

from selfcheck.imports.home import Home
from selfcheck.imports.items import Item
from selfcheck.imports.make import meta
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.target import Target
from selfcheck.imports.xml import Element

MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")
BLOCKS = re.compile(r"<(?:p|div|ul|ol|table|pre|h[1-6]|blockquote)\b", re.IGNORECASE)
# What Moodle itself says after each answer; a bank's page says as much in its own words.
USUAL = {
    "your answer is correct.": True,
    "your answer is partially correct.": True,
    "your answer is incorrect.": True,
    "die antwort ist richtig.": True,
    "die antwort ist teilweise richtig.": True,
    "die antwort ist falsch.": True,
    "respuesta correcta": True,
    "respuesta parcialmente correcta.": True,
    "respuesta incorrecta.": True,
}
YES = ("1", "true")


class Question:
    """A question of Moodle XML: its element, and what turns its texts into those of a bank."""

    def __init__(self, element: Element, item: Item, target: Target) -> None:
        self.element = element
        self.item = item
        self.target = target
        self.words = target.words(item, self._picture)
        self._files: dict[str, str] | None = None
        self.home = Home(item, self.words)
        first = element.first("questiontext")
        # Read once: what is lost of it is told once, and what it is made of is known to all types.
        self.prompt = "" if kept_apart(first) else self.home.prompt(self.html(first))
        if kept_apart(first):
            self.prompt = self.text(first)

    @property
    def language(self) -> str:
        """That of words that are added to the question."""
        return self.target.language or self.item.labels.one("language") or "en"

    def flag(self, name: str, otherwise: bool) -> bool:
        """Return what is said of yes or no."""
        said = self.element.said(name).lower()
        return said in YES if said else otherwise

    def html(self, element: Element | None) -> str:
        """Return the text of an element as HTML, whatever format it is in."""
        if element is None:
            return ""
        text = _source(element)
        form = element.get("format", "moodle_auto_format")
        if form == "plain_text":
            return _typed(text)
        if form == "moodle_auto_format" and not BLOCKS.search(text):
            return text.strip().replace("\n", "<br>") if MARKUP.search(text) else _typed(text)
        return text

    def text(self, element: Element | None, place: str = "text") -> str:
        """Return the text of an element as Markdown for a *place*."""
        if element is not None and element.get("format") == "markdown":
            return self.words.markdown(_source(element), place)
        return self.words.html(self.html(element), place)

    def plain(self, element: Element | None, *, markup: bool = False) -> str:
        """Return the text of an element as somebody would type it; *markup*: it may hold HTML."""
        if element is None:
            return ""
        text = _source(element)
        markup = markup or element.get("format") == "html"
        found = markup and MARKUP.search(text)
        return self.words.plain(text) if found else " ".join(text.split())

    def said(self, name: str, place: str = "text") -> str:
        """Return the text of the element *name* as Markdown."""
        return self.text(self.element.first(name), place)

    def combined(self, name: str) -> str:
        """Return what is said to an answer as a whole; nothing where Moodle itself says that."""
        said = self.said(name)
        return "" if said.lower().strip() in USUAL else said

    def lose_combined(self, *names: str) -> None:
        """Note what is said to an answer as a whole, for which there is no place."""
        for name in names:
            if said := self.combined(name):
                shown = said if len(said) <= 60 else f"{said[:59]}…"
                what = name.removesuffix("feedback")
                kind = {"partiallycorrect": "partly right"}.get(what, "")
                kind = kind or ("right" if what == "correct" else "wrong")
                self.words.lose(f"what is said to a {kind} answer (“{' '.join(shown.split())}”)")

    def fields(self, data: dict[str, Any], tags: list[str]) -> dict[str, Any]:
        """Return *data*, the fields of a type, with those that all questions have."""
        meta.lose(tags, self.words)
        prompt = data.get("prompt") or self.prompt
        if picture := self._old_picture():
            prompt = f"{prompt}\n\n{picture}".strip()
        hints = [self.text(each) for each in self.element.all("hint")]
        rest: dict[str, Any] = {"hints": [each for each in hints if each]}
        if "explanation" not in data:
            general = self.element.first("generalfeedback")
            apart = kept_apart(general)
            rest["explanation"] = (
                self.text(general) if apart else self.home.explanation(self.html(general))
            )
        self._lose_grading()
        if data["type"] == "case":
            data = {**data, "parts": [dict(part) for part in data["parts"]]}
            parts = data["parts"]
            parts[0]["hints"] = rest["hints"]
            said = (parts[-1].get("explanation"), rest["explanation"])
            parts[-1]["explanation"] = "\n\n".join(filter(None, said))
            data["parts"] = [ordered(part) for part in parts]
            rest = {}
        return ordered(self.home.complete({**data, "prompt": prompt, **rest}, self.target))

    def _lose_grading(self) -> None:
        penalty = self.element.said("penalty")
        if _float(penalty) > 0:
            share = f"{round(_float(penalty) * 100):g} %"
            self.words.lose(f"the penalty of {share} for each further try")
        grade = self.element.said("defaultgrade")
        if grade and _float(grade) not in (0, 1):
            self.words.lose(f"its {_float(grade):g} points: each question counts the same")
        if self.flag("hidden", False):
            self.words.lose("that it was hidden")

    def _picture(self, address: str) -> bytes | None:
        """Return the file that an address such as `@@PLUGINFILE@@/name.png` means."""
        if self._files is None:
            self._files = {}
            for each in self.element.walk("file"):
                if each.get("name") and each.get("encoding", "base64") == "base64":
                    folder = each.get("path", "/").strip("/")
                    name = f"{folder}/{each.get('name')}".lstrip("/")
                    self._files.setdefault(name, each.text)
        name = unquote(address).replace("@@PLUGINFILE@@", "").split("?")[0].lstrip("/")
        content = self._files.get(name) or self._files.get(name.rsplit("/", 1)[-1])
        try:
            return b64decode(content) if content else None
        except (Base64Error, ValueError):
            return None

    def _old_picture(self) -> str:
        """Return the picture of a question of Moodle 1, as Markdown."""
        name, content = self.element.said("image"), self.element.said("image_base64")
        if not content:
            if name:
                self.words.lose(f"the picture `{name[:60]}`, which is not in the file")
            return ""
        return self.words.html(f'<img src="data:;base64,{"".join(content.split())}" alt="{name}">')


def kept_apart(element: Element | None) -> bool:
    """Return whether a text is Markdown already."""
    return element is not None and element.get("format") == "markdown"


def _source(element: Element) -> str:
    """Return the text of an element; some programs leave the inner one out, or write HTML in it."""
    inner = element.first("text")
    if inner:
        return inner.inside if inner.elements else inner.text
    return "".join(each for each in element.children if isinstance(each, str))


def _typed(text: str) -> str:
    """Return *text*, in which nothing is markup, as HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip()
    return "<br>".join(line.strip() for line in escaped.split("\n"))


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
