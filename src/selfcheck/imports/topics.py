"""Objectives of a bank, from the categories in which others keep their questions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selfcheck import markdown
from selfcheck.imports.items import Item
from selfcheck.imports.names import Ids
from selfcheck.imports.pictures import Finder, Shelf
from selfcheck.imports.words import Words, bare

# What a Moodle says around each course's questions.
AROUND = re.compile(r"\$\w+\$|top|", re.IGNORECASE)
DEFAULT = re.compile(r"(?:Default for|Default|Standard für|Por defecto en|Défaut pour)\s+(?=\S)")
LONGEST = 200


class Objectives:
    """The objectives of a bank: by id, what each is called; *otherwise* without a category."""

    def __init__(self, otherwise: str, named: Mapping[str, str] | None = None) -> None:
        """Know the objectives *named* by id, as HTML."""
        self.texts: dict[str, str] = {}
        self._named = named or {}
        self._otherwise = otherwise
        self._ids = Ids()
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, item: Item) -> str:
        """Return the id of the objective of an item: its own, or that for its category."""
        known = item.labels.one("objective")
        if item.labels.ours:
            if known not in self.texts:
                self._ids.taken.add(known)
                said = self._named.get(known, "")
                self.texts[known] = _label(said, html=True) or _label(known.replace("-", " "))
            return known
        names = tuple(DEFAULT.sub("", bare(each)) for each in item.topics)
        names = tuple(each for each in names if not AROUND.fullmatch(each))
        if names not in self._known:
            name = names[-1] if names else self._otherwise
            # Two of the same name, in different places, say where they are.
            text = _label(name)
            if text in self.texts.values() and len(names) > 1:
                text = _label(f"{names[-2]}: {name}")
            made = self._ids.new(name, "imported")
            self.texts[made] = text
            self._known[names] = made
        return self._known[names]


def _label(name: str, *, html: bool = False) -> str:
    lost: list[str] = []
    words = Words(Finder(Shelf(""), lost), lost)
    short = name if html or len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    text = words.html(short, "label") if html else words.typed(short, "label")
    if not text and html:
        return ""
    if text and not markdown.problems(text, None, "label"):
        return text
    return " ".join(re.findall(r"\w+", name)) or "Imported"
