"""A question of each type, as an author has it, and what the page is told of it."""

from __future__ import annotations

import copy
import json
import re
from html import unescape
from pathlib import Path

from selfcheck import convert
from selfcheck.render import html
from tests.support.changes import Data, Edit

COMMON: Data = {
    "id": "one",
    "objective": "o",
    "level": "apply",
    "prompt": "Which?",
    "hints": ["Think."],
    "explanation": "So.",
    "sources": [],
}


def option(name: str, *, correct: bool = False) -> Data:
    return {"id": name, "text": f"The {name}", "feedback": "So.", "correct": correct}


QUESTIONS: dict[str, Data] = {
    "choice": {"options": [option("a", correct=True), option("b"), option("c")]},
    "multiple-response": {
        "options": [option("a", correct=True), option("b", correct=True), option("c"), option("d")]
    },
    "numeric": {
        **{"answer": 8, "tolerance": 0.5, "unit": "mL", "units": {"L": 1000}},
        **{"minimum": 0, "maximum": 99, "feedback": "Yes."},
        "wrong": [{"near": 4, "feedback": "No."}, {"near": 2, "feedback": "No."}],
    },
    "order": {
        "items": [
            {"id": "spin", "text": "Spin"},
            {"id": "wash-one", "text": "Wash"},
            {"id": "count", "text": "Count"},
            {"id": "wash-two", "text": "Wash"},
        ]
    },
    "match": {
        "pairs": [
            {"left": {"id": "blood", "text": "Blood"}, "right": {"id": "one", "text": "HSC"}},
            {"left": {"id": "marrow", "text": "Marrow"}, "right": {"id": "two", "text": "HSC"}},
            {"left": {"id": "skin", "text": "Skin"}, "right": {"id": "epi", "text": "Epidermal"}},
        ],
        "distractors": [{"id": "no", "text": "None"}],
    },
    "short-text": {
        "answers": ["stem cell", "progenitor"],
        "spelling": 1,
        "wrong": [{"answers": ["stem bell"], "feedback": "No."}],
    },
    "cloze": {
        "text": "A [[cell]] in a [[dish]].",
        "gaps": {
            "cell": {"answers": ["stem cell"], "spelling": 1, "feedback": "So."},
            "dish": {
                "answers": [{"id": "dish", "text": "dish"}],
                "distractors": [{"id": "bone", "text": "bone"}, {"id": "lab", "text": "lab"}],
                "feedback": "So.",
            },
        },
    },
    "categorize": {
        "categories": [
            {
                "id": "cells",
                "text": "Cells",
                "items": [{"id": "a", "text": "Skin cell"}, {"id": "b", "text": "Blood cell"}],
            },
            {"id": "rest", "text": "The rest", "items": [{"id": "c", "text": "Bone"}]},
        ]
    },
    "hotspot": {
        "figure": "two",
        "alt": "Two.",
        "regions": [
            {"region": "left", "text": "Left", "feedback": "Yes.", "correct": True},
            {"region": "right", "text": "Right", "feedback": "No."},
            {"region": "top", "text": "Top", "feedback": "No."},
        ],
    },
}
FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>'


def data_of(kind: str, folder: Path, edit: Edit = lambda data: None) -> Data:
    """Return the `data-q` of the question of a type after an edit."""
    question = {**COMMON, "type": kind, **copy.deepcopy(QUESTIONS[kind])}
    question["hints"] = list(COMMON["hints"])
    edit(question)
    return made(question, folder)


def made(question: Data, folder: Path) -> Data:
    """Return the `data-q` of a question."""
    return all_made(question, folder)[0]


def all_made(question: Data, folder: Path) -> list[Data]:
    """Return the `data-q` of a question, and then those of its parts."""
    bank = {"schema": 1, "id": "t", "title": "T", "objectives": {"o": "O"}}
    text = html(convert.bank({**bank, "questions": [question]}), {}, folder=folder)
    found = [json.loads(unescape(data)) for data in re.findall(r"data-q='([^']*)'", text)]
    assert found
    return found


def with_figure(folder: Path) -> Path:
    """Return *folder* as a content folder with the figure of the hotspot question."""
    (folder / "figures").mkdir()
    (folder / "figures" / "two.svg").write_text(FIGURE, encoding="utf-8")
    return folder
