"""HTML that carries its own style and sources, as one output of a notebook does."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from citations import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from citations import Reference


def links(references: Iterable[Reference]) -> str:
    """Return the labels of references, each a link where it has an address."""
    return "; ".join(
        f'<a href="{escape(each.link)}">{escape(each.label)}</a>'
        if each.link
        else escape(each.label)
        for each in references
    )


def notes(references: Sequence[Reference]) -> Iterator[str]:
    """Yield what a reader has to know of references that are not confirmed: a line a kind."""
    for status, words in NOTES.items():
        labels = [each.label for each in references if each.status == status]
        if labels:
            yield f"{words.capitalize()}: {escape('; '.join(labels))}"


@cache
def style(package: str, name: str) -> str:
    """Return a style sheet of a package, compact."""
    return compact(files(package).joinpath(name).read_text(encoding="utf-8"))


def compact(css: str) -> str:
    """Return *css* without comments, and without spaces that mean nothing."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    # One before a colon means something in a selector.
    css = re.sub(r"\s*([{};,>])\s*|: ", lambda sign: sign[1] or ":", " ".join(css.split()))
    return css.replace(";}", "}")
