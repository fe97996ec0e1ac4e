"""How far a page can be moved sideways."""

from __future__ import annotations

from typing import Any

# Furo lets the box around the text scroll, so the window has no more to scroll than it shows.
OVER = """() => {
  let [most, box] = [0, document.querySelector("article, [role=main], main") ?? document.body];
  for (; box; box = box.parentElement) {
    const { overflowX } = getComputedStyle(box);
    const scrolls = box === document.documentElement || /auto|scroll/.test(overflowX);
    if (scrolls) most = Math.max(most, box.scrollWidth - box.clientWidth);
  }
  return most;
}"""


def sideways(page: Any) -> int:
    """Return by how many pixels *page*, or the box in which its text stands, is wider than it."""
    over: int = page.evaluate(OVER)
    return over
