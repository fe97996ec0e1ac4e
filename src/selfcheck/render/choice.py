"""choice and multiple-response: options, of which one or several are right."""

from __future__ import annotations

from selfcheck import markdown
from selfcheck.questions import Choice, MultipleResponse, Option
from selfcheck.render.parts import Body, Context, items, letters
from selfcheck.render.shuffle import shuffled


def body(question: Choice | MultipleResponse, name: str, _context: Context) -> Body:
    """Return the options, out of the author's order unless that must stay."""
    count = len(question.options)
    order = shuffled(name, count) if question.shuffle else list(range(count))
    options = [question.options[index] for index in order]
    right = [index for index, option in enumerate(options) if option.correct]
    key: dict[str, object] = {"key": right}
    if not question.shuffle:
        key["shuffle"] = False
    feedback = "".join(f"<li>{_feedback(option)}</li>" for option in options)
    return Body(
        key,
        items((option.text for option in options), "sc-options"),
        letters(right),
        f'<ol class="sc-feedback" type="A">{feedback}</ol>',
    )


def _feedback(option: Option) -> str:
    html = markdown.inline(option.feedback)
    if isinstance(option.feedback_unchosen, str):
        unchosen = markdown.inline(option.feedback_unchosen)
        html += f'<div class="sc-unchosen">{unchosen}</div>'
    return html
