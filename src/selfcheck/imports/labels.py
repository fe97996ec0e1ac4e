"""What `selfcheck export` writes beside a question, read back: docs/export.md lists it.

Labels of the form `name:value` say what only a bank has a field for, and classes tell apart what
another system has as one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from selfcheck.identity import is_id

KNOWN = ("objective", "level", "source", "claim", "type", "case", "variants", "language")
NAMED = re.compile(r"(?P<bank>[^/.]+)[/.](?P<rest>.+)")
PART = re.compile(
    r'<(?P<tag>div|p|ul) class="selfcheck-(?P<name>[a-z]+)">(?P<inside>.*?)</(?P=tag)>', re.DOTALL
)
TURNED = re.compile(r'\A\s*<div dir="rtl" lang="[\w-]*">(.*)</div>\s*\Z', re.DOTALL)
CODE = re.compile(r"<li><code>([a-z0-9-]+)</code>\s*(.*?)</li>", re.DOTALL)


@dataclass
class Labels:
    """The labels of a question, by their names."""

    found: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, tags: Iterable[str]) -> tuple[Labels, list[str]]:
        """Return the labels among *tags*, and the other tags."""
        labels, others = cls(), []
        for tag in tags:
            name, colon, value = (part.strip() for part in tag.partition(":"))
            if colon and name in KNOWN and value:
                labels.found.setdefault(name, []).append(value)
            elif tag.strip():
                others.append(tag.strip())
        return labels, others

    def one(self, name: str) -> str:
        """Return the label *name*; nothing when there is none."""
        return next(iter(self.found.get(name, ())), "")

    @property
    def ours(self) -> bool:
        """Whether `selfcheck export` has written the question."""
        return is_id(self.one("objective"))


def bare_name(name: str, labels: Labels) -> str:
    """Return the name of a question without that of its bank, where it has one before it."""
    found = NAMED.fullmatch(name.removeprefix("_")) if labels.ours else None
    return re.sub(r"[./]", "/", found["rest"]) if found else name


def parts(html: str) -> tuple[str, dict[str, str]]:
    """Return *html* without the parts that have a class of ours, and these by their names."""
    if "selfcheck-" not in html:
        return html, {}
    if turned := TURNED.match(html):
        html = turned[1]
    found: dict[str, str] = {}

    def take(part: re.Match[str]) -> str:
        found.setdefault(part["name"], part["inside"])
        return ""

    return PART.sub(take, html), found


def objectives(html: str) -> dict[str, str]:
    """Return the objectives that the description of a category lists, as HTML by their ids."""
    return {found[1]: found[2] for found in CODE.finditer(html)}
