"""The element of a view over the whole course, before its script or its kernel fills it."""

from __future__ import annotations

from html import escape

from selfcheck.words import say

# By name, the words for whoever runs no script, and what the view is called.
VIEWS = {
    "progress": ("progress-needs", "progress-in-words"),
    "review": ("review-needs", "review-in-words"),
}


def html(name: str, language: str) -> str:
    """Return the element of the view *name*; nothing of a learner is in it."""
    said = escape(say(language, VIEWS[name][0]))
    return f"<div class='sc-view' data-view='{name}'><p>{said}</p></div>"


def words(name: str, language: str) -> str:
    """Return what the view *name* is called."""
    return say(language, VIEWS[name][1])
