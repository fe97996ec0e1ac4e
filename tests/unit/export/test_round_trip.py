"""What is exported and imported again: the questions are equal, in all that goes along."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from selfcheck import bank, markdown
from selfcheck.cli import app
from selfcheck.export.material import Material, Sheet
from selfcheck.export.typed import reach, reach_of
from selfcheck.identity import text_of
from selfcheck.markdown import pictures
from selfcheck.questions import Question, answered
from selfcheck.types.brackets import NAME, filled
from selfcheck.types.case import Case
from selfcheck.types.categorize import Categorize
from selfcheck.types.cloze import Cloze
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.match import Match
from selfcheck.types.numeric import Numeric
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.types.order import Order
from selfcheck.types.short_text import ShortText
from tests.support.exporting import BANK, CONTENT, exported

formats = pytest.importorskip("selfcheck.imports.formats")
MOON = Path(__file__).parents[2] / "moon" / "content" / "questions"
# By the name of an export, that of its reader, and what of a question that format has no place for.
READERS: dict[str, tuple[str, frozenset[str]]] = {
    "moodle": ("moodle", frozenset()),
    "gift": ("gift", frozenset(("hints", "units", "case_sensitive", "shuffle"))),
    # What is said of wrong numbers stands in words there.
    "qti12": (
        "qti",
        frozenset(("hints", "units", "case_sensitive", "shuffle", "reach of wrong")),
    ),
    "qti21": ("qti", frozenset(("units",))),
}
Content = Mapping[str, Any]


class Texts:
    """Makes of a text what a reader sees: two that are written otherwise may be the same."""

    def __init__(self, folder: Path, places: Mapping[str, str]) -> None:
        self.folder = folder
        self.places = {name: escape(said, quote=False) for name, said in places.items()}

    def seen(self, text: object) -> str:
        """Return a text as HTML, each picture in it; nothing for none."""
        if not isinstance(text, str):
            return ""
        html = filled(markdown.blocks(text), self.places)
        return re.sub(r"\s+", " ", pictures.embedded(html, self.folder / "questions"))


def content(question: Question, texts: Texts) -> Content:
    """Return what makes a question the same as another, whatever things are called in it."""
    seen = texts.seen
    if isinstance(question, Choice | MultipleResponse):
        return {
            "kind": type(question).__name__,
            "shuffle": question.shuffle,
            "options": [
                (seen(each.text), each.correct, seen(each.feedback)) for each in question.options
            ],
            "not chosen": [seen(each.feedback_unchosen) for each in question.options],
        }
    if isinstance(question, Hotspot):
        right = sum(each.correct for each in question.regions)
        return {
            "kind": "Choice" if right == 1 else "MultipleResponse",
            "options": [
                (seen(each.text), each.correct, seen(each.feedback)) for each in question.regions
            ],
        }
    if isinstance(question, Numeric):
        return {
            "kind": "Numeric",
            "answer": (float(question.answer), rounded(reach(question))),
            "unit": question.unit,
            "units": dict(question.units),
            "feedback": seen(question.feedback),
            "wrong": {float(each.near): seen(each.feedback) for each in question.wrong},
            "reach of wrong": {
                float(each.near): rounded(reach_of(each, question)) for each in question.wrong
            },
        }
    if isinstance(question, ShortText):
        return {
            "kind": "ShortText",
            "answers": question.answers,
            "case_sensitive": question.case_sensitive,
            "feedback": seen(question.feedback),
            "wrong": {
                form: seen(each.feedback) for each in question.wrong for form in each.answers
            },
        }
    if isinstance(question, Cloze):
        return {
            "kind": "Cloze",
            "text": re.sub(NAME, "[[]]", seen(question.text)),
            "gaps": [
                (gap.forms, sorted(map(text_of, gap.distractors)))
                for name in NAME.findall(question.text)
                for gap in (question.gaps[name],)
            ],
            "feedback of parts": [
                seen(question.gaps[name].feedback) for name in NAME.findall(question.text)
            ],
        }
    return placed(question, texts)


def rounded(number: float) -> float:
    """Return a tolerance without what is lost of it between two bounds."""
    return float(f"{number:.6g}")


def placed(question: Question, texts: Texts) -> Content:
    seen = texts.seen
    if isinstance(question, Order):
        return {
            "kind": "Order",
            "items": [(seen(each.text), seen(each.feedback)) for each in question.items],
        }
    if isinstance(question, Match):
        return {
            "kind": "Match",
            "pairs": [
                (seen(text_of(each.left)), seen(text_of(each.right)), seen(each.feedback))
                for each in question.pairs
            ],
            "distractors": [seen(text_of(each)) for each in question.distractors],
        }
    assert isinstance(question, Categorize)
    return {
        "kind": "Categorize",
        "groups": {
            seen(each.text): [(seen(item.text), seen(item.feedback)) for item in each.items]
            for each in question.categories
        },
    }


def around(question: Question, texts: Texts) -> Content:
    """Return what every question has."""
    return {
        "prompt": texts.seen(question.prompt),
        "hints": [texts.seen(each) for each in question.hints],
        "explanation": texts.seen(question.explanation),
        "level": question.level,
        "objective": question.objective,
        "sources": question.sources,
    }


def brought(folder: Path, path: Path, reader: str) -> dict[str, Question]:
    """Import a file into a course of its own; return its questions by their ids."""
    content = folder / "content"
    (content / "questions").mkdir(parents=True)
    # A source can be cited where it is in the bibliography.
    shutil.copytree(CONTENT / "evidence", content / "evidence")
    words = [
        "import",
        str(path),
        "--from",
        reader,
        "--to",
        str(content / "questions" / "again.yaml"),
    ]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    loaded = bank.load("again", content)
    return {name: question for name, question in answered(loaded.questions)}


def partner(sheet: Sheet, found: Mapping[str, Question]) -> Question:
    """Return what a question has become: its id may have that of the bank before it."""
    name = sheet.name.replace("/", "-")
    ids = [each for each in found if re.fullmatch(f"(.*[-/])?{name}", each.replace("/", "-"))]
    assert len(ids) == 1, (sheet.name, list(found))
    return found[ids[0]]


@pytest.mark.parametrize("path", [BANK, MOON / "mond.yaml"], ids=lambda path: path.stem)
@pytest.mark.parametrize("to", READERS)
def test_questions_come_back_as_they_went(tmp_path: Path, to: str, path: Path) -> None:
    reader, lost = READERS[to]
    if reader not in formats.table():
        pytest.skip(f"nothing reads {reader} yet")
    ending = "gift" if to == "gift" else "xml" if to == "moodle" else "zip"
    exported(to, tmp_path / f"{path.stem}.{ending}", bank=path)
    found = brought(tmp_path, tmp_path / f"{path.stem}.{ending}", reader)
    material = Material(bank.load(path.stem, path.parents[1]), {}, path.parents[1])
    tried = 0
    for sheet in material.sheets():
        # One of several gaps is several questions in GIFT; in Canvas a menu beside fields is typed.
        if to in ("gift", "qti12") and isinstance(sheet.question, Cloze):
            continue
        again = partner(sheet, found)
        ours, theirs = Texts(path.parents[1], sheet.places), Texts(tmp_path / "content", {})
        for part, wanted in content(sheet.question, ours).items():
            if part not in lost:
                assert content(again, theirs)[part] == wanted, (sheet.path, part)
        there = around(again, theirs)
        for part, wanted in around(sheet.question, ours).items():
            # A picture of the figure stands in the prompt of what was a hotspot.
            if part == "prompt" and isinstance(sheet.question, Hotspot):
                assert there[part].startswith(wanted), sheet.path
            elif part not in lost:
                assert there[part] == wanted, (sheet.path, part)
        tried += 1
    assert tried


@pytest.mark.parametrize("to", READERS)
def test_a_case_comes_back_whole(tmp_path: Path, to: str) -> None:
    reader, _ = READERS[to]
    if reader not in formats.table():
        pytest.skip(f"nothing reads {reader} yet")
    path = tmp_path / f"kitchen.{'gift' if to == 'gift' else 'xml' if to == 'moodle' else 'zip'}"
    exported(to, path)
    brought(tmp_path, path, reader)
    found = bank.load("again", tmp_path / "content")
    (case,) = (each for each in found.questions if isinstance(each, Case))
    assert [part.id for part in case.parts] == ["why", "how-long"]
    ours, theirs = Texts(CONTENT, {}), Texts(tmp_path / "content", {})
    (wanted,) = (each for each in bank.load("kitchen", CONTENT).questions if isinstance(each, Case))
    assert theirs.seen(case.prompt) == ours.seen(wanted.prompt)
    assert found.title == "In the kitchen / at the stove"
    assert list(found.objectives) == ["eggs", "numbers"]
