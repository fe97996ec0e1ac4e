"""Moodle XML, read as Moodle reads it: what its importer looks for, and how it scores."""

from __future__ import annotations

import re
from base64 import b64decode
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest

from tests.support.exporting import CONTENT, exported

# What an answer can be worth: Moodle refuses others.
GRADES = {100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0}
# As qtype_multianswer reads a gap: what it is worth, its answer, and what is said of it.
GAP = re.compile(r"\{1:(SHORTANSWER(?:_C)?|MULTICHOICE_S):(.*?)(?<!\\)\}", re.DOTALL)
ANSWER = re.compile(
    r"~?(=|%-?\d+%)?(.+?(?<!\\|&)(?=[~#}]|$))(?:#(.*?(?<!\\)(?=[~}]|$)))?", re.DOTALL
)


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    path = tmp_path_factory.mktemp("moodle") / "kitchen.xml"
    exported("moodle", path)
    return {said(each, "idnumber"): each for each in parse(path).getroot()}


def said(element: Element, *path: str) -> str:
    found = element.find("/".join(path))
    assert found is not None, path
    return found.text or ""


def test_names_are_single_and_short_enough(questions: dict[str, Element]) -> None:
    assert len(questions) == 18
    assert all(len(name) <= 100 for name in questions)
    assert [each.get("type") for each in questions.values()].count("category") == 1
    assert said(questions["kitchen"], "category", "text") == (
        "$course$/top/In the kitchen // at the stove"
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("white-of-an-egg", "multichoice"),
        ("what-sets", "multichoice"),
        ("litres", "numerical"),
        ("french-for-egg", "shortanswer"),
        ("how-to-fry", "cloze"),
        ("boil-an-egg", "ordering"),
        ("where-from", "matching"),
        ("cold-or-not", "matching"),
        ("the-small-plate", "multichoice"),
        ("a-burnt-pan/how-long", "numerical"),
    ],
)
def test_types(questions: dict[str, Element], name: str, kind: str) -> None:
    assert questions[f"kitchen/{name}"].get("type") == kind


def test_each_grade_is_one_that_moodle_has(questions: dict[str, Element]) -> None:
    for question in questions.values():
        if question.get("type") != "ordering":
            for answer in question.iter("answer"):
                assert abs(float(answer.get("fraction") or 0)) in GRADES


def test_partial_credit_adds_up_as_it_does_here(questions: dict[str, Element]) -> None:
    grades = [
        float(each.get("fraction") or 0) for each in questions["kitchen/what-sets"].iter("answer")
    ]
    assert sum(grades[:3]) == pytest.approx(100, abs=0.001)
    # Two right and one wrong are a third here too.
    assert max(0, grades[0] + grades[1] + grades[3]) == pytest.approx(33.333, abs=0.001)


def test_numbers_have_tolerance_and_units(questions: dict[str, Element]) -> None:
    question = questions["kitchen/litres"]
    found = [
        (each.get("fraction"), said(each, "text"), said(each, "tolerance"))
        for each in question.iter("answer")
    ]
    assert found == [("100", "0.625", "0.05"), ("0", "625", "1"), ("0", "0.25", "0")]
    # How many of a unit are in the first: Moodle divides by it.
    units = {said(each, "unit_name"): said(each, "multiplier") for each in question.iter("unit")}
    assert units == {"L": "1", "mL": "1000", "cL": "100"}


def test_a_star_stands_for_itself(questions: dict[str, Element]) -> None:
    question = questions["kitchen/sign-for-product"]
    assert [said(each, "text") for each in question.iter("answer")] == ["a\\*b", "a \\* b = ab"]
    assert said(question, "usecase") == "1"


def test_gaps_are_read_as_they_were_meant(questions: dict[str, Element]) -> None:
    text = said(questions["kitchen/how-to-fry"], "questiontext", "text")
    found = []
    for kind, inside in GAP.findall(text):
        answers = [tuple(unescape(part) for part in each) for each in ANSWER.findall(inside)]
        found.append((kind, answers))
    pan = "A pan: flat &amp; wide {or so} ~ #1."
    egg = "The egg comes second."
    assert found == [
        ("SHORTANSWER", [("=", "pan", pan), ("=", "frying pan", pan), ("", "*", pan)]),
        ("MULTICHOICE_S", [("=", "egg", egg), ("", "shell &amp; all", egg), ("", "pan", egg)]),
        ("SHORTANSWER", [("=", "3", "Three."), ("", "*", "Three.")]),
    ]


def test_pairs(questions: dict[str, Element]) -> None:
    found = [
        (said(each, "text"), said(each, "answer", "text"))
        for each in questions["kitchen/where-from"].iter("subquestion")
    ]
    assert found == [
        ("A hen", "Small eggs"),
        ("A goose", "Large eggs"),
        ("A duck", "Small eggs"),
        ("", "None at all"),
    ]


def test_pictures_are_files_of_the_text_that_shows_them(questions: dict[str, Element]) -> None:
    part = questions["kitchen/a-burnt-pan/why"].find("questiontext")
    assert part is not None
    (file,) = part.iter("file")
    assert b64decode(file.text or "") == (CONTENT / "figures" / "yolk.png").read_bytes()
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in said(part, "text")
    assert not list(questions["kitchen/signs"].iter("file"))


def test_what_would_end_a_text_does_not(questions: dict[str, Element]) -> None:
    assert "<code>]]&gt;</code>" in said(questions["kitchen/signs"], "questiontext", "text")


def test_labels_are_tags(questions: dict[str, Element]) -> None:
    tags = [said(each, "text") for each in questions["kitchen/cold-or-not"].iter("tag")]
    assert tags == ["objective:eggs", "level:understand", "type:categorize"]


def test_more_right_options_than_moodle_has_a_grade_for(tmp_path: Path) -> None:
    options = "\n".join(
        f"      - {{text: Number {n}, correct: {str(n < 11).lower()}, feedback: So.}}"
        for n in range(12)
    )
    bank = tmp_path / "content" / "questions" / "many.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text(
        "schema: 1\nid: many\ntitle: Many\nobjectives: {o: One}\nquestions:\n"
        "  - id: eleven\n    type: multiple-response\n    objective: o\n    level: apply\n"
        f"    prompt: Which?\n    options:\n{options}\n    explanation: So.\n    sources: []\n"
    )
    notes = exported("moodle", tmp_path / "many.xml", bank=bank)
    assert notes == [
        "many/eleven: each right option counts 10 %, since Moodle has no part of 1 in 11"
    ]
