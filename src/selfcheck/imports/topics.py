"""Objectives of a bank, from the categories in which others keep their questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selfcheck import markdown
from selfcheck.imports.names import Ids
from selfcheck.imports.pictures import Finder, Shelf
from selfcheck.imports.words import Words, bare

# What a Moodle says around each course's questions.
AROUND = re.compile(r"\$\w+\$|top|", re.IGNORECASE)
DEFAULT = re.compile(r"(?:Default for|Default|Standard für|Por defecto en|Défaut pour)\s+(?=\S)")
LONGEST = 200


class Objectives:
    """The objectives of a bank: by id, what each is called; *otherwise* without a category."""

    def __init__(self, otherwise: str) -> None:
        self.texts: dict[str, str] = {}
        self._otherwise = otherwise
        self._ids = Ids()
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, topics: Sequence[str]) -> str:
        """Return the id of the objective for a category, the outermost name first."""
        names = tuple(DEFAULT.sub("", bare(each)) for each in topics)
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


def _label(name: str) -> str:
    lost: list[str] = []
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    text = Words(Finder(Shelf(""), lost), lost).typed(short, "label")
    if text and not markdown.problems(text, None, "label"):
        return text
    return " ".join(re.findall(r"\w+", name)) or "Imported"
