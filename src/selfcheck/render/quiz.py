"""A whole quiz as HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from selfcheck import markdown
from selfcheck.questions import AnyQuestion, Bank, Objective
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


class Settings(NamedTuple):
    """What an author asks of a quiz beyond its questions."""

    draw: int | None = None
    confidence: bool = False
    summary: bool = False
    sitting: str | None = None

    @property
    def by_objective(self) -> bool:
        """Whether the page has to know which question serves which objective."""
        return self.summary or self.draw is not None

    @property
    def attributes(self) -> str:
        """The settings as attributes of the quiz's element."""
        said = {
            "draw": None if self.draw is None else str(self.draw),
            "confidence": "" if self.confidence else None,
            "summary": "" if self.summary else None,
            "sitting": self.sitting,
        }
        return "".join(
            f' data-{name}="{escape(value)}"' if value else f" data-{name}"
            for name, value in said.items()
            if value is not None
        )


def html(bank: Bank, references: Mapping[str, Reference], settings: Settings | None = None) -> str:
    """Return the HTML of all questions of *bank*; the same bank gives the same bytes."""
    settings = settings or Settings()
    questions = "".join(
        _question(bank.id, question, references, settings) for question in bank.questions
    )
    objectives = _objectives(bank) if settings.by_objective else ""
    head = f'<div class="selfcheck" data-quiz="{escape(bank.id)}"{settings.attributes}>'
    return f"{head}\n{questions}{objectives}</div>"


def _objectives(bank: Bank) -> str:
    asked = {question.objective for question in bank.questions}
    rows = [
        f'<li data-objective="{name}">{_objective(objective)}</li>\n'
        for name, objective in bank.objectives.items()
        if name in asked
    ]
    return f'<ul class="sc-objectives">\n{"".join(rows)}</ul>\n'


def _objective(objective: str | Objective) -> str:
    if isinstance(objective, str):
        return markdown.inline(objective)
    target = f"{objective.notebook}.ipynb#{objective.heading.replace(' ', '-')}"
    return f'<a href="{escape(target)}">{markdown.inline(objective.text)}</a>'


def _question(
    bank: str,
    question: AnyQuestion,
    references: Mapping[str, Reference],
    settings: Settings,
) -> str:
    kind = str(question.__struct_config__.tag)
    name = f"{bank}/{question.id}"
    body = BODIES[kind](question, name)
    data = {"type": kind, "hash": _hash(kind, body.key), **body.key}
    if settings.by_objective:
        data["objective"] = question.objective
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
