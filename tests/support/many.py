"""A page with a quiz of many questions, more than a window holds."""

from __future__ import annotations

from pathlib import Path

from selfcheck import convert
from selfcheck.render import html
from selfcheck.render.settings import Settings
from tests.support.bare import bare_page

# A browser that never has time: what comes alive all the same was near.
NO_TIME = "window.requestIdleCallback = () => 0"


def many(name: str, count: int, settings: Settings | None = None) -> str:
    """Return the HTML of a quiz with so many questions, each a choice between three options."""
    questions = [
        {
            "id": f"number-{n}",
            "type": "choice",
            "objective": "o",
            "level": "apply",
            "prompt": f"What is number {n}?",
            "hints": [f"It is not {n + 1}."],
            "options": [
                {"text": f"number {n}", "feedback": f"Yes: {n}.", "correct": True},
                {"text": f"number {n + 1}", "feedback": "That is the next."},
                {"text": f"number {n + 2}", "feedback": "That is the one after."},
            ],
            "explanation": f"Number {n} is number {n}.",
            "sources": [],
        }
        for n in range(1, count + 1)
    ]
    data = {"schema": 1, "id": name, "title": "Many", "objectives": {"o": "O"}}
    return html(convert.bank({**data, "questions": questions}), {}, settings)


def page_with(folder: Path, *quizzes: str) -> None:
    """Write a page with the quizzes into *folder*."""
    bare_page(folder / "index.html", "\n<hr id='between'>\n".join(quizzes))
