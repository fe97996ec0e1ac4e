"""short-text: a word or a few, typed."""

from __future__ import annotations

from html import escape

from selfcheck import markdown
from selfcheck.questions import Gap, ShortText
from selfcheck.render.parts import Body, Context


def body(question: ShortText, _name: str, _context: Context) -> Body:
    """Return a blank, the accepted forms, and feedback for well-known wrong answers."""
    key = accepted(question)
    if question.wrong:
        key["near"] = [wrong.answers for wrong in question.wrong]
    said = " / ".join(escape(form, quote=False) for form in question.answers)
    return Body(key, '<p class="sc-blank">________________</p>', said, _feedback(question))


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


def _feedback(question: ShortText) -> str:
    html = ""
    if isinstance(question.feedback, str):
        html += f'<p class="sc-right">{markdown.inline(question.feedback)}</p>'
    if question.wrong:
        wrong = "".join(
            f'<li><b class="sc-near">{escape(each.answers[0], quote=False)}</b> '
            f"{markdown.inline(each.feedback)}</li>"
            for each in question.wrong
        )
        html += f'<ul class="sc-feedback">{wrong}</ul>'
    return html
