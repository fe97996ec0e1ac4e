"""A quiz in a notebook: a widget for JupyterLab and plain HTML for everything else.

The question types and what renders them are imported when the first quiz is made, so that
`import selfcheck` stays quick.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from selfcheck import bank as banks
from selfcheck import course as courses
from selfcheck import engine
from selfcheck.log.keeper import BROWSER, keeper
from selfcheck.log.talk import Talk
from selfcheck.log.told import Told
from selfcheck.questions import Bank, answered
from selfcheck.words import say

if TYPE_CHECKING:
    from selfcheck.render import Settings

STATIC = Path(__file__).parent / "static"


class Quiz(anywidget.AnyWidget):
    """Questions that answer back.

    `html` is the quiz as docs/quiz-html.md describes it. `course` is the id of the course, under
    which the page keeps answers, and `report` the form where a question is reported. `answer` is
    put into the field of the quiz's one question. `types` are the scripts of its question types
    that plugins brought. `keeper` says who keeps what the learner answers, the kernel or the
    browser (`selfcheck.log.keeper`). Of that nothing is in a trait: JupyterLab can save these in
    the notebook. It goes by messages: into the log of the user's data folder
    (`selfcheck.log.talk`), or it stays in the browser (`selfcheck.log.told`).
    """

    _esm = STATIC / "widget.js"
    _css = STATIC / "widget.css"

    html = traitlets.Unicode().tag(sync=True)
    course = traitlets.Unicode().tag(sync=True)
    report = traitlets.Unicode().tag(sync=True)
    answer = traitlets.Float(None, allow_none=True).tag(sync=True)
    types = traitlets.List(traitlets.Unicode()).tag(sync=True)
    keeper = traitlets.Unicode().tag(sync=True)

    def __init__(self, bank: Bank, settings: Settings | None = None, **traits: Any) -> None:
        """Make a quiz of all questions of *bank*."""
        from selfcheck.render import html
        from selfcheck.report import form
        from selfcheck.types import tag

        questions = [question for _, question in answered(bank.questions)]
        self._words = say(bank.language, "quiz", title=bank.title, n=len(questions))
        course = courses.load()
        scripts = engine.load().scripts(tag(type(question)) for question in questions)
        super().__init__(
            html=html(bank, banks.references(), settings),
            course=course.id,
            report=form(course.repository, bank.language),
            types=[path.read_text(encoding="utf-8") for path in scripts.values()],
            keeper=keeper(),
            **traits,
        )
        sitting = f"@{settings.sitting}" if settings and settings.sitting else ""
        names = [name for name, _ in answered(bank.questions)]
        self._slots = [f"{bank.id}/{name}{sitting}" for name in names]
        self._answers = Told(course.id) if self.keeper == BROWSER else Talk(course.id, self.send)
        self.on_msg(lambda _widget, content, _buffers: self._answers.hear(content))

    @property
    def attempts(self) -> list[dict[str, Any]]:
        """An xAPI statement (IEEE 9274.1.1) for each check of these questions, the oldest first.

        Raises `selfcheck.log.trouble.TroubleError` when the log cannot be read. Where the browser
        keeps the answers, it is what the page that shows this quiz has told of them: before that
        this raises `selfcheck.log.trouble.NotHereError`.
        """
        return [json.loads(each) for each in self._answers.attempts(self._slots)]

    def __repr__(self) -> str:
        """Return words without an address: saved notebooks must not change from run to run."""
        return self._words

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**options) or ({}, {})
        # Where the page keeps answers while no kernel runs: docs/jupyter.md.
        beside = {"text/html": {courses.ID: self.course}}
        data = {**data, "text/plain": self._words, "text/html": self.html}
        return data, {**metadata, **beside}


def quiz(
    bank: str,
    *questions: str,
    draw: int | None = None,
    confidence: bool = False,
    marks: bool = False,
    summary: bool = False,
    sitting: str | None = None,
    one_at_a_time: bool = False,
    answer: float | None = None,
) -> Quiz:
    """Return a quiz of the *questions* of a *bank*, in the order given; of all when none is named.

    draw: how many questions of each objective are asked; the page draws them for each learner.
    confidence: ask how sure the learner is, before each Check; it never changes the score.
    marks: beside the score, certainty-based marks after Gardner-Medwin; they need `confidence`.
    summary: show progress, and at the end the result by objective, with links to read again.
    sitting: a name for a second time that the same questions are asked; its answers are kept
        apart and compared with those of the first.
    one_at_a_time: show one question, with buttons to the next and the one before.
    answer: a number that the learner's own code has found, put into the field of the one numeric
        question that is asked; None while there is none.

    Raises `LookupError`, which names what exists, for a wrong name, `BankError` with file, line
    and column for a bank with mistakes, `ValueError` for a setting that makes no sense, and
    `TypeError` for an answer that is no number.
    """
    from selfcheck.render import Settings

    settings = Settings(draw, confidence, marks, summary, sitting, one_at_a_time).checked()
    picked = banks.pick(banks.load(bank), *questions)
    return Quiz(picked, settings, answer=None if answer is None else _number(answer, picked))


def _number(answer: object, bank: Bank) -> float:
    """Return *answer*, which may be any real number, of numpy's too."""
    from selfcheck.types.numeric import Numeric

    (question, *others) = bank.questions
    if others or not isinstance(question, Numeric) or question.variants:
        raise ValueError("answer= needs exactly one question, a numeric one without variants")
    if isinstance(answer, bool | str):
        raise TypeError(f"answer is {answer!r}; it must be a number")
    try:
        number = float(answer)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        raise TypeError(f"answer is a {type(answer).__name__}; it must be a number") from None
    if not math.isfinite(number):
        raise ValueError(f"answer is {number}; it must be a finite number")
    return number
