"""What a browser has kept of answers; docs/xapi.md says where, and by which keys."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.support.patience import until

KEY = re.compile(
    r"selfcheck:v1:(?P<course>[^:]+):(?P<kind>attempt|draft):(?P<slot>[^:]+)(?::(?P<id>[^:]+))?"
)
# A database is not made by looking for it, and one in which nothing was put is none.
OPEN = """
  const database = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("selfcheck");
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = reject;
  }).catch(() => null);
"""
# What goes on from `localStorage` into the database meanwhile is seen twice, and counts once.
ALL = (
    """async () => {
  const here = Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]);
"""
    + OPEN
    + """
  if (!database) return here;
  const found = await new Promise((resolve, reject) => {
    const attempts = database.transaction("attempts").objectStore("attempts");
    const [keys, texts] = [attempts.getAllKeys(), attempts.getAll()];
    const named = ([course, slot, id]) => `selfcheck:v1:${course}:attempt:${slot}:${id}`;
    attempts.transaction.oncomplete = () =>
      resolve(keys.result.map((key, n) => [named(key), texts.result[n]]));
    attempts.transaction.onabort = () => reject(attempts.transaction.error);
  });
  database.close();
  return [...new Map([...here, ...found])];
}"""
)
# Attempts that have not gone on.
WAITING = "Object.keys(localStorage).filter((key) => /^selfcheck:v1:[^:]+:attempt:/.test(key))"
PUT = (
    """async (entries) => {
"""
    + OPEN
    + """
  await new Promise((resolve, reject) => {
    const attempts = database.transaction("attempts", "readwrite").objectStore("attempts");
    for (const [key, text] of entries) {
      const [, , course, , slot, id] = key.split(":");
      attempts.put(text, [course, slot, id]);
    }
    attempts.transaction.oncomplete = resolve;
    attempts.transaction.onabort = () => reject(attempts.transaction.error);
  });
  database.close();
}"""
)
# The database goes last: what is on its way into it is there before.
EMPTY = """async () => {
  localStorage.clear();
  await new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase("selfcheck");
    asked.onsuccess = resolve;
    asked.onerror = () => reject(asked.error);
  });
}"""


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


def settled(page: Page) -> list[Kept]:
    """Return the same once all attempts have gone on into the database."""
    until(lambda: page.evaluate(WAITING), lambda found: not found)
    return kept(page)


def keeps(page: Page, count: int) -> None:
    """Wait until the browser has *count* attempts.

    What finds no room in `localStorage` is in neither place until the database has it.
    """
    until(lambda: len(attempts(page)), lambda found: found == count)


def change(page: Page, entries: dict[str, str]) -> None:
    """Put attempts in place of those that the database has under the same keys, or beside them."""
    page.evaluate(PUT, list(entries.items()))


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


def empty(page: Any) -> None:
    """Take all that is kept away, as somebody else would."""
    page.evaluate(EMPTY)


def empty_for_good(page: Any) -> None:
    """Do the same, though something may still be going on in the page: nothing of it is kept."""
    page.evaluate("() => { Storage.prototype.setItem = () => {}; }")
    empty(page)
