"""HTML that carries its own style and sources, as one output of a notebook does."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from citations import UNCONFIRMED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from citations import Reference


def links(references: Iterable[Reference]) -> str:
    """Return the labels of references, each a link where it has an address.

    One that is not confirmed says so.
    """
    return "; ".join(_link(each) for each in references)


def _link(reference: Reference) -> str:
    label = escape(reference.label)
    link = f'<a href="{escape(reference.link)}">{label}</a>' if reference.link else label
    return link if reference.status == "confirmed" else f"{link} {UNCONFIRMED}"


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
