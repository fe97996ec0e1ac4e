"""A whole quiz as HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from selfcheck import content, markdown
from selfcheck.questions import (
    AnyPart,
    AnyQuestion,
    Bank,
    Case,
    Numeric,
    Objective,
    answered,
)
from selfcheck.render import (
    categorize,
    choice,
    cloze,
    hotspot,
    match,
    numeric,
    order,
    short_text,
)
from selfcheck.render.parts import Body, Context, hints, sources
from selfcheck.render.settings import Settings
from selfcheck.words import nearest, say

if TYPE_CHECKING:
    from citations import Reference

BODIES: dict[str, Callable[[Any, str, Context], Body]] = {
    "choice": choice.body,
    "multiple-response": choice.body,
    "numeric": numeric.body,
    "order": order.body,
    "match": match.body,
    "short-text": short_text.body,
    "cloze": cloze.body,
    "categorize": categorize.body,
    "hotspot": hotspot.body,
}


def html(
    bank: Bank,
    references: Mapping[str, Reference],
    settings: Settings | None = None,
    folder: Path | None = None,
) -> str:
    """Return the HTML of all questions of *bank*; the same bank gives the same bytes.

    folder: the content folder that holds the figures; the one of the course when left out.
    """
    quiz = _Quiz(bank, references, settings or Settings(), folder)
    return quiz.html()


class _Quiz:
    def __init__(
        self,
        bank: Bank,
        references: Mapping[str, Reference],
        settings: Settings,
        folder: Path | None,
    ) -> None:
        self.bank = bank
        self.references = references
        self.settings = settings
        self.folder = folder

    def html(self) -> str:
        questions = "".join(self._any(question) for question in self.bank.questions)
        objectives = _objectives(self.bank) if self.settings.by_objective else ""
        language = self.bank.language
        lang = "" if language == "en" else f' lang="{escape(language)}"'
        if nearest(language) != language:
            # Whose separators the numbers in the texts have.
            lang += f' data-numbers="{nearest(language)}"'
        head = f'<div class="selfcheck" data-quiz="{self.bank.id}"{lang}{self.settings.attributes}>'
        return f"{head}\n{questions}{objectives}</div>"

    def _any(self, question: AnyQuestion) -> str:
        name = f"{self.bank.id}/{question.id}"
        if isinstance(question, Case):
            return self._case(question, name)
        return self._question(question, name)

    def _case(self, case: Case, name: str) -> str:
        data: dict[str, object] = {"type": "case", "parts": len(case.parts)}
        if not case.reveal:
            data["reveal"] = False
        if self.settings.by_objective:
            data["objective"] = case.objective
        parts = "".join(self._question(part, f"{name}/{part.id}") for part in case.parts)
        return (
            f'<section class="sc-case" data-question="{name}" data-q=\'{_attribute(data)}\'>\n'
            f'<div class="sc-vignette">{markdown.blocks(case.prompt)}</div>\n'
            f"{parts}</section>\n"
        )

    def _question(self, question: AnyPart, name: str) -> str:
        language = self.bank.language
        kind = str(question.__struct_config__.tag)
        body = BODIES[kind](question, name, self._context(question))
        decides = {name: value for name, value in body.key.items() if name != "say"}
        data = {"type": kind, "hash": _hash(kind, decides), **body.key}
        if self.settings.by_objective:
            data["objective"] = question.objective
        lines = [
            f'<section class="sc-question" data-question="{name}" data-q=\'{_attribute(data)}\'>',
            f'<div class="sc-prompt">{markdown.blocks(question.prompt)}</div>',
            body.response,
            *hints(question, language),
            f'<details class="sc-answer"><summary>{say(language, "answer")}</summary>',
            f'<p class="sc-key">{body.answer}</p>',
            body.feedback,
            f'<div class="sc-why">{markdown.blocks(question.explanation)}</div>',
            sources(question, self.references, language),
            "</details>",
            "</section>",
        ]
        head, text = f"{lines[0]}\n", "".join(f"{line}\n" for line in lines[1:] if line)
        if isinstance(question, Numeric):
            text = numeric.filled(question, text, language)
        return f"{head}{text}"

    def _context(self, question: AnyPart) -> Context:
        # Only a figure needs the folder; a bank without one may come from anywhere.
        figures = (self.folder or content.folder()) if hasattr(question, "figure") else Path()
        return Context(self.bank.language, figures / "figures")


def _objectives(bank: Bank) -> str:
    asked = {question.objective for question in bank.questions}
    asked |= {part.objective for _, part in answered(bank.questions)}
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


def _hash(kind: str, key: Mapping[str, object]) -> str:
    """Return a short hash of what decides the score, and of nothing else."""
    return hashlib.sha256(msgspec.json.encode([kind, key], order="sorted")).hexdigest()[:8]


def _attribute(data: Mapping[str, object]) -> str:
    text = msgspec.json.encode(data).decode()
    return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
