"""A whole quiz as HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import msgspec

from selfcheck import markdown
from selfcheck.questions import AnyQuestion, Bank
from selfcheck.render import choice, match, numeric, order
from selfcheck.render.parts import Body, hints, sources

if TYPE_CHECKING:
    from citations import Reference

BODIES: dict[str, Callable[[Any, str], Body]] = {
    "choice": choice.body,
    "multiple-response": choice.body,
    "numeric": numeric.body,
    "order": order.body,
    "match": match.body,
}


def html(bank: Bank, references: Mapping[str, Reference]) -> str:
    """Return the HTML of all questions of *bank*; the same bank gives the same bytes."""
    questions = "".join(_question(bank.id, question, references) for question in bank.questions)
    return f'<div class="selfcheck" data-quiz="{escape(bank.id)}">\n{questions}</div>'


def _question(bank: str, question: AnyQuestion, references: Mapping[str, Reference]) -> str:
    kind = str(question.__struct_config__.tag)
    name = f"{bank}/{question.id}"
    body = BODIES[kind](question, name)
    data = {"type": kind, "hash": _hash(kind, body.key), **body.key}
    lines = [
        f'<section class="sc-question" data-question="{name}" data-q=\'{_attribute(data)}\'>',
        f'<div class="sc-prompt">{markdown.blocks(question.prompt)}</div>',
        body.response,
        *hints(question),
        '<details class="sc-answer"><summary>Answer</summary>',
        f'<p class="sc-key">{body.answer}</p>',
        body.feedback,
        f'<div class="sc-why">{markdown.blocks(question.explanation)}</div>',
        sources(question, references),
        "</details>",
        "</section>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _hash(kind: str, key: Mapping[str, object]) -> str:
    """Return a short hash of what decides the score, and of nothing else."""
    return hashlib.sha256(msgspec.json.encode([kind, key], order="sorted")).hexdigest()[:8]


def _attribute(data: Mapping[str, object]) -> str:
    text = msgspec.json.encode(data).decode()
    return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
