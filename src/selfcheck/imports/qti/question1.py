"""One item of QTI 1.2: its texts, its responses, its rules, and what is said."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import unquote

from selfcheck.imports.file import File
from selfcheck.imports.home import Home
from selfcheck.imports.items import Item
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.number import number
from selfcheck.imports.qti.rules1 import Outcome, Rules
from selfcheck.imports.target import Target
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element

FILES = re.compile(r"^(?:\$|%24)IMS[-_]CC[-_]FILE[-_]?BASE(?:\$|%24)/?")
RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")
EXPLAINS = ("solution", "general", "general_fb", "generalfeedback")
BLOCKS = re.compile(r"<(?:p|div|ul|ol|table|pre|h[1-6]|blockquote)\b", re.IGNORECASE)
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")


class Question:
    """An item: what it is made of, and what turns its texts into those of a bank."""

    def __init__(
        self, item: Element, fields: dict[str, list[str]], into: Item, target: Target, file: File
    ) -> None:
        self.element = item
        self.about = fields
        self.target = target
        self.file = file
        self.labels = into.labels
        self.words = target.words(into, self.fetch)
        self.rules = Rules(item)
        self.home = Home(into, self.words)
        self.presentation = item.first("presentation")
        self.responses = (
            [*self.presentation.walk(*RESPONSES)] if self.presentation is not None else []
        )
        self.said = {each.get("ident"): self.material(each) for each in item.all("itemfeedback")}
        # Hints are read from there.
        self._told = {e.get("ident") for e in item.all("itemfeedback") if [*e.walk("hintmaterial")]}
        self.prompt = self.home.prompt(self._prompt())

    @property
    def kind(self) -> str:
        """What the program that wrote it calls its type."""
        names = ("question_type", "bbmd_questiontype", "qmd_questiontype", "qmd_itemtype")
        return next((self.about[name][0].strip() for name in names if name in self.about), "")

    @property
    def language(self) -> str:
        """That of words that are added to the question."""
        return self.target.language or self.labels.one("language") or "en"

    def fetch(self, address: str) -> bytes | None:
        """Return the picture at *address*, where the package has it."""
        name = unquote(FILES.sub("", unquote(address)))
        if self.file.package:
            found = self.file.package.find(f"web_resources/{name}", name)
            if found is not None:
                return found
        return self.file.beside(FILES.sub("", unquote(address)))

    def html(self, node: Element | None) -> str:
        """Return a text as HTML, whatever it is in."""
        return self.material(node) if node is not None else ""

    def material(self, node: Element) -> str:
        """Return the materials in an element as HTML; those of responses in it are not its own."""
        return "".join(self._material(node))

    def running(self, places: Mapping[int, str]) -> str:
        """Return the prompt as HTML, with what *places* has for each response where it stands."""
        return "".join(self._material(self.presentation, places)) if self.presentation else ""

    @property
    def runs_on(self) -> bool:
        """Whether words stand behind a response."""
        if self.presentation is None or not self.responses:
            return False
        mark = "\0"
        behind = self.running({id(each): mark for each in self.responses}).partition(mark)[2]
        return bool(bare(behind.replace(mark, "")))

    def _material(self, node: Element, places: Mapping[int, str] | None = None) -> Iterator[str]:
        for each in node.elements:
            if places and id(each) in places:
                yield places[id(each)]
            elif each.tag in ("mattext", "matemtext", "mat_formattedtext"):
                yield self._mattext(each, inline=places is not None)
            elif each.tag == "matimage":
                yield _matimage(each)
            elif each.tag in ("mataudio", "matvideo", "matapplet", "matapplication"):
                self.words.lose({"mataudio": "a sound"}.get(each.tag, "a video or a program"))
            elif each.tag == "matbreak":
                yield "<br>"
            elif each.tag not in RESPONSES and not each.tag.startswith("render"):
                yield from self._material(each, places)

    def _mattext(self, each: Element, *, inline: bool = False) -> str:
        kind = each.get("texttype", each.get("type", "text/html")).lower()
        source = each.inside if each.elements else each.text
        if inline and not BLOCKS.search(source):
            return source if MARKUP.search(source) else escape(source, quote=False)
        if "plain" in kind and not MARKUP.search(source):
            return f"<p>{escape(source, quote=False)}</p>" if source.strip() else ""
        return f"<div>{source}</div>" if source.strip() else ""

    def _prompt(self) -> str:
        if self.presentation is None:
            return ""
        # Some ask within the only response.
        only = self.responses[0] if len(self.responses) == 1 else None
        within = self.material(only) if only is not None and not self.is_gapped else ""
        return self.material(self.presentation) + within

    @property
    def is_gapped(self) -> bool:
        """Whether the responses are gaps, which brackets in the text name, as Canvas has them."""
        kind = self.kind
        if kind or self.presentation is None:
            return "multiple_blanks" in kind or "multiple_dropdowns" in kind
        names = [each.get("ident").partition("response_")[2] for each in self.responses]
        text = self.material(self.presentation)
        return bool(names) and all(name and f"[{name}]" in text for name in names)

    def text(self, node: Element | None, place: str = "text") -> str:
        """Return a text as Markdown for a *place*."""
        return self.words.html(self.html(node), place)

    def plain(self, node: Element | None) -> str:
        """Return a text as somebody would type it."""
        return self.words.plain(self.html(node))

    def outcome(self, response: dict[str, list[str]]) -> Outcome:
        """Return what comes of a response, its score between 0 and 1."""
        found = self.rules.run(response)
        whole = self.rules.whole or self.rules.most or 1
        return Outcome(found.score / whole, found.shown)

    def general(self, outcomes: list[Outcome]) -> set[str]:
        """Return the names of what is said whatever the answer: it explains the question."""
        named = {name for name in self.said if name.lower() in EXPLAINS}
        if len(outcomes) > 1:
            named |= set.intersection(*(set(each.shown) for each in outcomes))
        return named

    def feedback(self, outcome: Outcome, general: set[str], place: str = "text") -> str:
        """Return what is said to an answer alone."""
        names = dict.fromkeys(name for name in outcome.shown if name not in general)
        self._told.update(names)
        html = "".join(self.said.get(name, "") for name in names)
        return self.words.html(html, place)

    def fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return *data*, the fields of a type, with those that all questions have."""
        general = data.pop("general", None)
        names = general if general is not None else self.general([])
        html = "".join(html for name, html in self.said.items() if name in names)
        for name, said in self.said.items():
            if name not in self._told | names and (shown := bare(said)):
                self.words.lose(f"what is said to an answer (“{shown[:60]}”)")
        explanation = self.home.explanation(html)
        hints = [self.text(each) for each in self.element.walk("hintmaterial")]
        points = number(next(iter(self.about.get("points_possible", ())), "")) or 0
        if points not in (0, 1):
            self.words.lose(f"its {points:g} points: each question counts the same")
        fields = {
            "prompt": self.prompt,
            **data,
            "hints": [each for each in hints if each],
            "explanation": explanation,
        }
        return ordered(self.home.complete(fields, self.target))


def _matimage(node: Element) -> str:
    words = escape(node.get("label"))
    source = node.get("uri")
    content = "".join(node.text.split())
    if not source and content:
        kind = node.get("imagtype", "image/png")
        if node.get("embedded", "base64") != "base64":
            content = b64encode(node.text.encode()).decode()
        source = f"data:{kind};base64,{content}"
    return f'<img src="{escape(source)}" alt="{words}">'


def labels_of(response: Element) -> list[Element]:
    """Return what is offered for a response, in the order in which it stands."""
    return [*response.walk("response_label")]
