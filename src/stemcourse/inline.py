"""HTML that carries its own style and sources, as one output of a notebook does."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from citations import Reference, Status

_NOTES: dict[Status, str] = {
    "partly-confirmed": "Checked only in part",
    "unconfirmed": "Not yet confirmed by us",
}


def links(references: Iterable[Reference]) -> str:
    """Return the labels of references, each a link where it has an address."""
    return "; ".join(
        f'<a href="{escape(each.link)}">{escape(each.label)}</a>'
        if each.link
        else escape(each.label)
        for each in references
    )


def notes(references: Sequence[Reference]) -> Iterator[str]:
    """Yield what to know about references that are not confirmed: a line for each kind."""
    for status, words in _NOTES.items():
        labels = [each.label for each in references if each.status == status]
        if labels:
            yield f"{words}: {escape('; '.join(labels))}"


@cache
def style(package: str, name: str) -> str:
    """Return a style sheet of a package, without comments and spaces."""
    css = files(package).joinpath(name).read_text(encoding="utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*([{};:,>])\s*", r"\1", " ".join(css.split())).replace(";}", "}")
