"""short-text: a word or a few, typed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType, field

from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given
from selfcheck.questions import Identified, Line, Plain, Question, Text
from selfcheck.source import Here
from selfcheck.types import typed
from selfcheck.types.pieces import verdicts
from selfcheck.types.row import Body, Context, Row
from selfcheck.types.typed import Spelling


class WrongText(Identified, kw_only=True):
    """Well-known wrong answers of a short-text question, and what they show."""

    answers: Annotated[list[Plain], Meta(min_length=1)]
    feedback: Text


class ShortText(Question, kw_only=True, tag="short-text"):
    """A word or a few, typed; the first of `answers` is the one that is shown."""

    answers: Annotated[list[Plain], Meta(min_length=1)]
    case_sensitive: bool = False
    accent_sensitive: bool = False
    punctuation_sensitive: bool | UnsetType = UNSET
    spelling: Spelling = 0
    feedback: Line | UnsetType = UNSET
    wrong: list[WrongText] = field(default_factory=list)


def _wrong(question: ShortText) -> Listing:
    return Listing(
        [
            Choosable(("wrong", n), wrong.answers[0], given(wrong), twice="")
            for n, wrong in enumerate(question.wrong)
        ]
    )


def _listings(question: ShortText) -> list[Listing]:
    return [_wrong(question)]


def _check(question: ShortText, here: Here) -> Iterator[Finding]:
    yield from typed.check(question.answers, question, here)
    right = {typed.bare(form, question): form for form in question.answers}
    for n, wrong in enumerate(question.wrong):
        yield from typed.too_long(wrong.answers, here.at("wrong", n))
        for i, form in enumerate(wrong.answers):
            if typed.bare(form, question) in right:
                message = f"{form!r} is an accepted form as well; it cannot be wrong"
                message += typed.advice(form, right[typed.bare(form, question)], question)
                yield here.finding(message, "wrong", n, "answers", i)


def _body(question: ShortText, _name: str, _context: Context) -> Body:
    """Return a blank, the accepted forms, and feedback for well-known wrong answers."""
    data = typed.accepted(question.answers, question)
    decides = typed.decides(question.answers, question)
    if question.wrong:
        ids = _wrong(question).ids
        data["near"] = [
            [name, *wrong.answers] for name, wrong in zip(ids, question.wrong, strict=True)
        ]
        # They go before accepted forms, for which those would else be taken that are but a letter
        # away; the others change no score.
        forms = (form for wrong in question.wrong for form in wrong.answers)
        near = [form for form in forms if typed.taken(form, question.answers, question)]
        if near:
            decides["near"] = sorted({typed.bare(form, question) for form in near})
    wrong = ((_near(each.answers[0]), each.feedback) for each in question.wrong)
    blank = "<p class='sc-blank'>________________</p>"
    (answer,) = _answers(question, "")
    return Body(data, blank, answer, verdicts(question.feedback, wrong), decides)


def _near(form: str) -> str:
    return f"<b class='sc-near'>{escape(form, quote=False)}</b>"


def _answers(question: ShortText, _language: str) -> list[str]:
    return [" / ".join(escape(form, quote=False) for form in question.answers)]


SHORT_TEXT = Row(ShortText, _check, _body, _answers, _listings)
