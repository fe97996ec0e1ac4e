"""The fingerprint of a question changes with what changes a score, and with nothing else.

It names the version of a question in statements and reports.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from selfcheck import types
from selfcheck.questions import Question
from tests.support.changes import Edit, add, at, drop, moved, several, swap
from tests.support.one_of_each import QUESTIONS, data_of, option, with_figure

SAME: dict[str, dict[str, Edit]] = {
    "choice": {
        "typo in a right option": at("options", 0, "text", to="The aa"),
        "typo in a wrong option": at("options", 1, "text", to="The bb"),
        "feedback": at("options", 0, "feedback", to="Another."),
        "order in the file": swap("options"),
        "wrong option added": add("options", entry=option("d")),
        "wrong option gone": drop("options", 2),
        "order must stay": at("shuffle", to=False),
    },
    "multiple-response": {
        "typo": at("options", 1, "text", to="The bb"),
        "feedback": at("options", 1, "feedback_unchosen", to="Another."),
        "order in the file": swap("options", other=3),
        "wrong option added": add("options", entry=option("e")),
    },
    "numeric": {
        "feedback": at("feedback", to="Another."),
        "feedback of a wrong number": at("wrong", 0, "feedback", to="Another."),
        "wrong numbers' order": swap("wrong"),
        "wrong number added": add("wrong", entry={"near": 3, "feedback": "No."}),
        "the same number": at("answer", to=8.0),
        "the same tolerance": at("tolerance", to="6.25%"),
    },
    "order": {
        "typo": at("items", 0, "text", to="Spinn"),
        "the same typo in equal texts": several(
            at("items", 1, "text", to="Wassh"), at("items", 3, "text", to="Wassh")
        ),
        "feedback": several(*(at("items", n, "feedback", to="So.") for n in range(4))),
        "equal texts change places": swap("items", one=1, other=3),
    },
    "match": {
        "typo on the left": at("pairs", 0, "left", "text", to="Bloood"),
        "typo on the right": at("pairs", 2, "right", "text", to="Epi"),
        "feedback": several(*(at("pairs", n, "feedback", to="So.") for n in range(3))),
        "order in the file": swap("pairs", other=2),
        "distractor added": add("distractors", entry="Nobody's"),
        "distractor gone": drop("distractors", 0),
        "equal right sides change places": several(
            at("pairs", 0, "right", "id", to="two"), at("pairs", 1, "right", "id", to="one")
        ),
    },
    "short-text": {
        "feedback": at("feedback", to="Another."),
        "feedback of a wrong form": at("wrong", 0, "feedback", to="Another."),
        "forms' order": swap("answers"),
        "what is not compared": at("answers", 0, to="Stem-Cell"),
        "id of a wrong form": at("wrong", 0, "id", to="bell"),
        "wrong form added that was wrong anyway": add("wrong", 0, "answers", entry="bell"),
    },
    "cloze": {
        "text": at("text", to="One [[cell]] in one [[dish]]."),
        "order of the gaps": at("text", to="In a [[dish]], a [[cell]]."),
        "typo in a menu": at("gaps", "dish", "answers", 0, "text", to="dishh"),
        "feedback": at("gaps", "cell", "feedback", to="Another."),
        "menu's order": swap("gaps", "dish", "distractors"),
        "entry added": add("gaps", "dish", "distractors", entry="bench"),
    },
    "categorize": {
        "typo in an item": at("categories", 0, "items", 0, "text", to="Skinn"),
        "typo in a group": at("categories", 0, "text", to="Cellls"),
        "feedback": several(
            *(
                at("categories", g, "items", n, "feedback", to="So.")
                for g, n in ((0, 0), (0, 1), (1, 0))
            )
        ),
        "items' order": swap("categories", 0, "items"),
        "groups' order": swap("categories"),
        "empty group added": add("categories", entry={"text": "Neither", "items": []}),
    },
    "hotspot": {
        "typo": at("regions", 0, "text", to="Lefft"),
        "feedback": at("regions", 0, "feedback", to="Another."),
        "order in the file": swap("regions"),
        "alternative text": at("alt", to="Two things."),
        "wrong region added": add(
            "regions", entry={"region": "low", "text": "Low", "feedback": "No."}
        ),
        "another element with the old id": several(
            at("regions", 0, "region", to="new"), at("regions", 0, "id", to="left")
        ),
    },
}
OTHER: dict[str, dict[str, Edit]] = {
    "choice": {
        "key": several(at("options", 0, "correct", to=False), at("options", 1, "correct", to=True)),
        "id of the right option": at("options", 0, "id", to="z"),
        "type": at("type", to="multiple-response"),
    },
    "multiple-response": {
        "one more is right": at("options", 2, "correct", to=True),
        "one less is right": at("options", 1, "correct", to=False),
    },
    "numeric": {
        "key": at("answer", to=9),
        "tolerance": at("tolerance", to=0.4),
        "unit": at("unit", to="cc"),
        "no unit": several(drop("unit"), drop("units")),
        "units": at("units", "L", to=100),
        "unit added": at("units", "pint", to=568),
        "minimum": at("minimum", to=1),
        "maximum": at("maximum", to=98),
        "no maximum": drop("maximum"),
    },
    "order": {
        "right order": swap("items", one=0, other=2),
        "item added": add("items", entry={"text": "Freeze"}),
        "item gone": drop("items", 2),
        "no longer equal": at("items", 1, "text", to="Wash once"),
    },
    "match": {
        "partner": several(
            at("pairs", 0, "right", to={"id": "epi", "text": "Epidermal"}),
            at("pairs", 2, "right", to={"id": "one", "text": "HSC"}),
        ),
        "distractor is right": several(
            at("pairs", 2, "right", to={"id": "no", "text": "None"}),
            at("distractors", to=[{"id": "epi", "text": "Epidermal"}]),
        ),
        "pair added": add("pairs", entry={"left": "Bone", "right": "Osteoblast"}),
        "no longer equal": at("pairs", 1, "right", "text", to="HSC or MSC"),
    },
    "short-text": {
        "form added": add("answers", entry="founder"),
        "form gone": drop("answers", 1),
        "form changed": at("answers", 1, to="progenitors"),
        "spelling": at("spelling", to=2),
        "case": at("case_sensitive", to=True),
        "accents": at("accent_sensitive", to=True),
        "wrong form added": add("wrong", 0, "answers", entry="stem sell"),
        "wrong form gone": drop("wrong", 0),
    },
    "cloze": {
        "form": at("gaps", "cell", "answers", 0, to="germ cell"),
        "spelling": at("gaps", "cell", "spelling", to=2),
        "case": at("gaps", "cell", "case_sensitive", to=True),
        "accents": at("gaps", "cell", "accent_sensitive", to=True),
        "key of a menu": several(
            at("gaps", "dish", "answers", 0, to={"id": "bone", "text": "bone"}),
            at("gaps", "dish", "distractors", 0, to={"id": "dish", "text": "dish"}),
        ),
        "typed, no longer chosen": several(
            at("gaps", "dish", "answers", to=["dish"]), drop("gaps", "dish", "distractors")
        ),
        "gap added": several(
            at("text", to="A [[cell]] in a [[dish]] or [[not]]."),
            at("gaps", "not", to={"answers": ["not"], "feedback": "So."}),
        ),
    },
    "categorize": {
        "group": moved(0, 0, 1),
        "item added": add("categories", 1, "items", entry={"text": "Hair"}),
        "item gone": drop("categories", 0, "items", 1),
    },
    "hotspot": {
        "key": several(at("regions", 0, "correct", to=False), at("regions", 1, "correct", to=True)),
        "one more is right": at("regions", 1, "correct", to=True),
    },
}
EVERYWHERE: dict[str, Edit] = {
    "prompt": at("prompt", to="Which one?"),
    "explanation": at("explanation", to="Because."),
    "hint": add("hints", entry="Think again."),
    "id": at("id", to="renamed"),
    "level": at("level", to="analyse"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_figure(tmp_path_factory.mktemp("content"))


def cases(table: dict[str, dict[str, Edit]]) -> list[Any]:
    return [
        pytest.param(kind, edit, id=f"{kind}: {what}")
        for kind, edits in table.items()
        for what, edit in edits.items()
    ]


def test_every_type_is_in_the_tables() -> None:
    assert set(QUESTIONS) == set(SAME) == set(OTHER) == set(types.structs(Question))


@pytest.mark.parametrize(("kind", "edit"), cases(SAME))
def test_what_leaves_the_score_keeps_the_answer(kind: str, edit: Edit, folder: Path) -> None:
    assert data_of(kind, folder, edit)["fp"] == data_of(kind, folder)["fp"]


@pytest.mark.parametrize(("kind", "edit"), cases({kind: EVERYWHERE for kind in QUESTIONS}))
def test_texts_of_all_types_keep_the_answer(kind: str, edit: Edit, folder: Path) -> None:
    assert data_of(kind, folder, edit)["fp"] == data_of(kind, folder)["fp"]


@pytest.mark.parametrize(("kind", "edit"), cases(OTHER))
def test_what_changes_the_score_changes_it(kind: str, edit: Edit, folder: Path) -> None:
    assert data_of(kind, folder, edit)["fp"] != data_of(kind, folder)["fp"]


def test_it_has_eight_hex_digits_and_stays_the_same_for_ever(folder: Path) -> None:
    said = {kind: data_of(kind, folder)["fp"] for kind in QUESTIONS}
    # Another one here would make another version of every question, in all reports.
    assert said == {
        "choice": "31280846",
        "multiple-response": "a886ba89",
        "numeric": "774725b8",
        "order": "027115c9",
        "match": "0df4721e",
        "short-text": "04b3580f",
        "cloze": "10b537c3",
        "categorize": "cbc4382a",
        "hotspot": "48e1d83f",
    }
