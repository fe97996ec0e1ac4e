"""What a page has kept in `localStorage`; docs/xapi.md names the keys."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from playwright.sync_api import Page

KEY = re.compile(
    r"selfcheck:v1:(?P<course>[^:]+):(?P<kind>attempt|draft):(?P<slot>[^:]+)(?::(?P<id>[^:]+))?"
)
# Leaves nothing to the next test, though something may still be going on in the page.
EMPTY = "() => { localStorage.clear(); Storage.prototype.setItem = () => {}; }"
ALL = "Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)])"


class Kept(NamedTuple):
    """An attempt or a draft. A slot is a question in a sitting: `bank/question@sitting`."""

    key: str
    course: str
    kind: str
    slot: str
    text: str


def kept(page: Page) -> list[Kept]:
    """Return all that is kept of answers."""
    return [
        Kept(key, found["course"], found["kind"], found["slot"], text)
        for key, text in page.evaluate(ALL)
        if (found := KEY.fullmatch(key))
    ]


def attempts(page: Page, slot: str | None = None, course: str | None = None) -> list[Any]:
    """Return the statements of a slot and a course, or of all, the oldest first."""
    found = [
        json.loads(each.text)
        for each in kept(page)
        if each.kind == "attempt" and slot in (None, each.slot) and course in (None, each.course)
    ]
    return sorted(found, key=lambda statement: str(statement["timestamp"]))


def extension(holder: dict[str, Any], name: str) -> Any:
    """Return one of our extensions of an object, a result or a context."""
    return holder.get("extensions", {}).get(f"urn:selfcheck:{name}")
