"""A printable answer key: every question of a bank with its answer in words.

With each answer stands the id by which exports name it.
"""

from __future__ import annotations

from pathlib import Path

from selfcheck import markdown, types
from selfcheck.questions import Asked, Bank, Question
from selfcheck.render.direction import is_rtl, isolated
from selfcheck.render.hints_and_sources import explanation
from selfcheck.render.pictures import with_pictures
from selfcheck.types.brackets import filled
from selfcheck.words import say


def answer_key(bank: Bank, folder: Path | None = None) -> str:
    """Return the key of *bank* as an ordered list of HTML.

    folder: the content folder that holds the pictures; the one of the course when left out.
    """
    listed = "\n".join(f"<li>{_any(each, bank.language)}</li>" for each in bank.questions)
    if is_rtl(bank.language):
        html = f"<ol class='sc-answer-key' dir='rtl'>\n{isolated(listed)}\n</ol>"
    else:
        html = f"<ol class='sc-answer-key'>\n{listed}\n</ol>"
    return with_pictures(html, folder)


def _any(asked: Asked, language: str) -> str:
    if isinstance(asked, Question):
        return _question(asked, language)
    parts = (_question(part, language) for _, part in asked.answered())
    return f"{types.frame(asked).answers(asked, parts)}{_name(asked)}"


def _question(question: Question, language: str) -> str:
    row = types.row(question)
    answers = row.answers(question, language)
    if len(answers) == 1:
        said = f"<p><strong>{say(language, 'answer')}:</strong> {answers[0]}</p>"
    else:
        tag = "ol" if row.ordered else "ul"
        rows = "".join(f"<li>{text}</li>" for text in answers)
        said = f"<p><strong>{say(language, 'answers')}:</strong></p><{tag}>{rows}</{tag}>"
    html = f"{markdown.blocks(question.prompt)}{said}{explanation(question)}"
    return filled(f"{html}{_name(question)}", row.fill(question, language))


def _name(asked: Asked) -> str:
    level = f", {asked.level}" if isinstance(asked.level, str) else ""
    return f"<p><code>{asked.id}</code>{level}</p>"
