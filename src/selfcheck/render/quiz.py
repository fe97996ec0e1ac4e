"""A whole quiz as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck import markdown, types
from selfcheck.headings import words
from selfcheck.identity import fingerprint
from selfcheck.questions import PAGE, Asked, Bank, Objective, Question, answered
from selfcheck.render.direction import is_rtl, isolated
from selfcheck.render.hints_and_sources import explanation, hints, sources
from selfcheck.render.pictures import with_pictures
from selfcheck.render.settings import Settings
from selfcheck.types import Context
from selfcheck.types.brackets import filled
from selfcheck.types.pieces import opening
from selfcheck.words import nearest, say

if TYPE_CHECKING:
    from citations import Reference


# Of this HTML, which docs/quiz-html.md describes; the page leaves another one plain.
VERSION = 2


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
        lang = "" if language == "en" else f" lang='{escape(language)}'"
        if nearest(language) != language:
            # Whose separators the numbers in the texts have.
            lang += f" data-numbers='{nearest(language)}'"
        if is_rtl(language):
            lang += " dir='rtl'"
            questions, objectives = isolated(questions), isolated(objectives)
        head = (
            f"<div class='selfcheck' data-version='{VERSION}' data-quiz='{self.bank.id}'"
            f"{lang}{self.settings.attributes}>"
        )
        return with_pictures(f"{head}\n{questions}{objectives}</div>", self.folder)

    def _any(self, asked: Asked) -> str:
        name = f"{self.bank.id}/{asked.id}"
        if isinstance(asked, Question):
            return self._question(asked, name)
        parts = (self._question(part, f"{self.bank.id}/{n}") for n, part in asked.answered())
        return types.frame(asked).html(asked, name, self._more(asked), parts)

    def _question(self, question: Question, name: str) -> str:
        language, row = self.bank.language, types.row(question)
        kind = types.tag(row.struct)
        body = row.body(question, name, Context(language, self.folder))
        decides = body.data if body.decides is None else body.decides
        data = {"type": kind, "fp": fingerprint(kind, decides), **body.data}
        why = explanation(question)
        lines = [
            f"<div class='sc-prompt'>{markdown.blocks(question.prompt)}</div>",
            body.response,
            *hints(question, language),
            f"<details class='sc-answer'><summary>{say(language, 'answer')}</summary>",
            f"<p class='sc-key'>{body.answer}</p>",
            body.feedback,
            f"<div class='sc-why'>{why}</div>" if why else "",
            sources(question, self.references, language),
            "</details>",
            "</section>",
        ]
        text = "".join(f"{line}\n" for line in lines if line)
        head = opening("sc-question", name, {**data, **self._more(question)})
        return f"{head}\n{filled(text, row.fill(question, language))}"

    def _more(self, asked: Asked) -> dict[str, str]:
        """Return what the page has to know of all types, by what the author asks of the quiz."""
        return {"objective": asked.objective} if self.settings.by_objective else {}


def _objectives(bank: Bank) -> str:
    asked = {question.objective for question in bank.questions}
    asked |= {part.objective for _, part in answered(bank.questions)}
    rows = [
        f"<li data-objective='{name}'>{_objective(objective)}</li>\n"
        for name, objective in bank.objectives.items()
        if name in asked
    ]
    return f"<ul class='sc-objectives'>\n{''.join(rows)}</ul>\n"


def _objective(objective: str | Objective) -> str:
    if isinstance(objective, str):
        return markdown.inline(objective)
    # What no check has passed is no address either.
    if not re.fullmatch(PAGE, objective.notebook):
        return markdown.inline(objective.text)
    target = f"{objective.notebook}.ipynb#{words(objective.heading).replace(' ', '-')}"
    return f"<a href='{escape(target)}'>{markdown.inline(objective.text)}</a>"
