"""short-text: a word or a few, typed."""

from __future__ import annotations

from html import escape

from selfcheck.questions import Gap, ShortText
from selfcheck.render.parts import Body, Context, verdicts


def body(question: ShortText, _name: str, _context: Context) -> Body:
    """Return a blank, the accepted forms, and feedback for well-known wrong answers."""
    key = accepted(question)
    if question.wrong:
        key["near"] = [wrong.answers for wrong in question.wrong]
    said = " / ".join(escape(form, quote=False) for form in question.answers)
    wrong = ((_near(each.answers[0]), each.feedback) for each in question.wrong)
    blank = '<p class="sc-blank">________________</p>'
    return Body(key, blank, said, verdicts(question.feedback, wrong))


def accepted(typed: ShortText | Gap) -> dict[str, object]:
    """Return what decides whether something typed is right."""
    key: dict[str, object] = {"key": typed.answers}
    if typed.case_sensitive:
        key["case"] = True
    if typed.accent_sensitive:
        key["accents"] = True
    if typed.spelling:
        key["spelling"] = typed.spelling
    return key


def _near(form: str) -> str:
    return f'<b class="sc-near">{escape(form, quote=False)}</b>'
