"""A `localStorage` that is full, of what is somebody else's."""

from __future__ import annotations

from typing import Any

# Leaves room for so many characters and no more.
FILL = """(room) => {
  localStorage.removeItem("filler");
  const fits = (length) => {
    try {
      localStorage.setItem("filler", "x".repeat(length));
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, 1 << 26];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  if (!fits(low - room)) throw new Error("the storage could not be filled");
}"""


def fill(page: Any, room: int = 0) -> None:
    """Leave room for so many characters."""
    page.evaluate(FILL, room)


def make_room(page: Any) -> None:
    """Take away what has filled it."""
    page.evaluate("localStorage.removeItem('filler')")
