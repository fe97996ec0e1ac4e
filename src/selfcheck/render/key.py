"""A printable answer key: every question of a bank with its answer in words."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from selfcheck import markdown
from selfcheck.questions import (
    AnyPart,
    Bank,
    Case,
    Categorize,
    Choice,
    Cloze,
    Hotspot,
    Match,
    MultipleResponse,
    Numeric,
    Order,
    ShortText,
)
from selfcheck.render import numeric
from selfcheck.render.parts import Context
from selfcheck.variants import PLACE
from selfcheck.words import say


def answer_key(bank: Bank) -> str:
    """Return the key of *bank* as an ordered list of HTML."""
    rows = []
    for question in bank.questions:
        if isinstance(question, Case):
            parts = "".join(f"<li>{_row(part, bank.language)}</li>" for part in question.parts)
            vignette = markdown.blocks(question.prompt)
            rows.append(f"{vignette}<ol>{parts}</ol>{_name(question.id, question.level)}")
        else:
            rows.append(_row(question, bank.language))
    listed = "\n".join(f"<li>{row}</li>" for row in rows)
    return f'<ol class="sc-answer-key">\n{listed}\n</ol>'


def _row(question: AnyPart, language: str) -> str:
    answers = ANSWERS[type(question)](question, language)
    if len(answers) == 1:
        said = f"<p><strong>{say(language, 'answer')}:</strong> {answers[0]}</p>"
    else:
        tag = "ol" if isinstance(question, Order) else "ul"
        rows = "".join(f"<li>{text}</li>" for text in answers)
        said = f"<p><strong>{say(language, 'answers')}:</strong></p><{tag}>{rows}</{tag}>"
    row = (
        f"{markdown.blocks(question.prompt)}{said}{markdown.blocks(question.explanation)}"
        f"{_name(question.id, question.level)}"
    )
    return numeric.filled(question, row, language) if isinstance(question, Numeric) else row


def _name(name: str, level: str) -> str:
    return f"<p><code>{name}</code>, {level}</p>"


def _options(question: Choice | MultipleResponse, _language: str) -> list[str]:
    return [markdown.inline(option.text) for option in question.options if option.correct]


def _number(question: Numeric, language: str) -> list[str]:
    return [numeric.body(question, question.id, Context(language, Path())).answer]


def _order(question: Order, _language: str) -> list[str]:
    return [markdown.inline(item.text) for item in question.items]


def _pairs(question: Match, _language: str) -> list[str]:
    sides = ((markdown.inline(p.left), markdown.inline(p.right)) for p in question.pairs)
    return [f"{left} → {right}" for left, right in sides]


def _forms(question: ShortText, _language: str) -> list[str]:
    return [" / ".join(escape(form, quote=False) for form in question.answers)]


def _gaps(question: Cloze, _language: str) -> list[str]:
    def answer(name: str) -> str:
        return f"<strong>{escape(question.gaps[name].answers[0], quote=False)}</strong>"

    return [PLACE.sub(lambda found: answer(found[1]), markdown.inline(question.text))]


def _groups(question: Categorize, _language: str) -> list[str]:
    return [
        f"{markdown.inline(item.text)} → {markdown.inline(category.text)}"
        for category in question.categories
        for item in category.items
    ]


def _regions(question: Hotspot, _language: str) -> list[str]:
    return [markdown.inline(region.text) for region in question.regions if region.correct]


ANSWERS: dict[type, Callable[[Any, str], list[str]]] = {
    Choice: _options,
    MultipleResponse: _options,
    Numeric: _number,
    Order: _order,
    Match: _pairs,
    ShortText: _forms,
    Cloze: _gaps,
    Categorize: _groups,
    Hotspot: _regions,
}
