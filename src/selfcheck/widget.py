"""A quiz in a notebook: a widget for JupyterLab and plain HTML for everything else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from selfcheck import bank as banks
from selfcheck.questions import Bank
from selfcheck.render import Settings, html

STATIC = Path(__file__).parent / "static"


class Quiz(anywidget.AnyWidget):
    """Questions that answer back.

    `html` is the quiz as docs/quiz-html.md describes it. `state` holds the learner's responses
    by question id, so that a second view of the quiz shows them too. `attempts` collects the
    xAPI statements (IEEE 9274.1.1) that the page sends, one for each check. Both last as long
    as the kernel; the browser keeps the responses beyond it.
    """

    _esm = STATIC / "widget.js"
    _css = STATIC / "selfcheck.css"

    html = traitlets.Unicode().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    attempts = traitlets.List(traitlets.Dict())

    def __init__(self, bank: Bank, settings: Settings | None = None, **traits: Any) -> None:
        """Make a quiz of all questions of *bank*."""
        self._words = f"Quiz: {bank.title} ({_count(len(bank.questions))})"
        super().__init__(html=html(bank, banks.references(), settings), **traits)
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        """Return words without an address: saved notebooks must not change from run to run."""
        return self._words

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**options) or ({}, {})
        return {**data, "text/plain": self._words, "text/html": self.html}, metadata

    def _receive(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "attempt":
            self.attempts = [*self.attempts, content["statement"]]


def quiz(
    bank: str,
    *questions: str,
    draw: int | None = None,
    confidence: bool = False,
    summary: bool = False,
    sitting: str | None = None,
) -> Quiz:
    """Return a quiz of the *questions* of a *bank*, in the order given; of all when none is named.

    draw: how many questions of each objective are asked; the page draws them for each learner.
    confidence: ask how sure the learner is, before each Check; it never changes the score.
    summary: show progress, and at the end the result by objective, with links to read again.
    sitting: a name for a second time that the same questions are asked; its answers are kept
        apart and compared with those of the first.

    Raises `LookupError`, which names what exists, for a wrong name, `BankError` with file, line
    and column for a bank with mistakes, and `ValueError` for a setting that makes no sense.
    """
    if draw is not None and draw < 1:
        raise ValueError(f"draw is {draw}; it must be 1 or more, or be left out")
    if sitting is not None and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", sitting):
        raise ValueError(f"sitting is {sitting!r}; use lower-case letters, digits and hyphens")
    settings = Settings(draw, confidence, summary, sitting)
    return Quiz(banks.pick(banks.load(bank), *questions), settings)


def _count(number: int) -> str:
    return f"{number} question" if number == 1 else f"{number} questions"
