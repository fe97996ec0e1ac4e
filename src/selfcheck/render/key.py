"""A printable answer key: every question of a bank with its answer in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selfcheck import markdown
from selfcheck.questions import AnyQuestion, Bank, Choice, Match, MultipleResponse, Numeric, Order
from selfcheck.render import numeric


def answer_key(bank: Bank) -> str:
    """Return the key of *bank* as an ordered list of HTML."""
    rows = "\n".join(f"<li>{_row(question)}</li>" for question in bank.questions)
    return f'<ol class="sc-answer-key">\n{rows}\n</ol>'


def _row(question: AnyQuestion) -> str:
    return (
        f"{markdown.blocks(question.prompt)}"
        f"{ANSWERS[type(question)](question)}"
        f"{markdown.blocks(question.explanation)}"
        f"<p><code>{question.id}</code>, {question.level}</p>"
    )


def _options(question: Choice | MultipleResponse) -> str:
    right = [markdown.inline(option.text) for option in question.options if option.correct]
    if len(right) == 1:
        return f"<p><strong>Answer:</strong> {right[0]}</p>"
    return _answers("ul", right)


def _number(question: Numeric) -> str:
    return f"<p><strong>Answer:</strong> {numeric.body(question, question.id).answer}</p>"


def _order(question: Order) -> str:
    return _answers("ol", [markdown.inline(item.text) for item in question.items])


def _pairs(question: Match) -> str:
    sides = ((markdown.inline(p.left), markdown.inline(p.right)) for p in question.pairs)
    return _answers("ul", [f"{left} → {right}" for left, right in sides])


def _answers(tag: str, texts: list[str]) -> str:
    rows = "".join(f"<li>{text}</li>" for text in texts)
    return f"<p><strong>Answers:</strong></p><{tag}>{rows}</{tag}>"


ANSWERS: dict[type, Callable[[Any], str]] = {
    Choice: _options,
    MultipleResponse: _options,
    Numeric: _number,
    Order: _order,
    Match: _pairs,
}
