"""The fingerprints of variants, and of the parts of a case."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from tests.support.changes import Data, Edit, add, at, drop, swap
from tests.support.one_of_each import COMMON, all_made, made, with_figure


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_figure(tmp_path_factory.mktemp("content"))


VARIANTS: Data = {
    **COMMON,
    "type": "numeric",
    "prompt": "Half of [[n]]?",
    "answer": "half",
    "tolerance": "10%",
    "unit": "mL",
    "variants": [{"n": 4, "half": 2}, {"id": "six", "n": 6, "half": 3}],
    "wrong": [{"near": "n", "feedback": "No."}],
}


def prints(folder: Path, edit: Edit = lambda data: None) -> dict[str, str]:
    """Return the fingerprint of each variant after an edit."""
    question = copy.deepcopy(VARIANTS)
    edit(question)
    return {row["id"]: row["fp"] for row in made(question, folder)["variants"]}


def test_each_variant_has_its_own(folder: Path) -> None:
    before = prints(folder)
    assert len(set(before.values())) == 2
    for keeps in (
        swap("variants"),
        at("wrong", 0, "feedback", to="Another."),
        drop("wrong", 0),
        at("variants", 1, "n", to=6.0),
    ):
        assert prints(folder, keeps) == before
    more = prints(folder, add("variants", entry={"n": 8, "half": 4}))
    assert more.items() > before.items()
    changed = prints(folder, at("variants", 1, "half", to=3.5))
    assert {name for name in before if changed[name] != before[name]} == {"six"}
    for changes in (at("tolerance", to=0), at("unit", to="L"), at("minimum", to=0)):
        after = prints(folder, changes)
        assert after.keys() == before.keys()
        assert not set(after.values()) & set(before.values())


def test_the_question_with_variants_has_one_for_all_of_them(folder: Path) -> None:
    before = made(VARIANTS, folder)["fp"]
    question = copy.deepcopy(VARIANTS)
    question["variants"].reverse()
    assert made(question, folder)["fp"] == before
    question["variants"][0]["half"] = 3.5
    assert made(question, folder)["fp"] != before


def test_a_case_has_none_and_its_parts_have_that_of_a_question(folder: Path) -> None:
    alone = {**COMMON, "type": "numeric", "answer": 1}
    case = {key: COMMON[key] for key in ("id", "objective", "level", "prompt", "sources")}
    parts = [{**alone, "id": name} for name in ("a", "b")]
    whole, *inside = all_made({**case, "type": "case", "parts": parts}, folder)
    assert whole == {"type": "case", "parts": 2}
    assert [part["fp"] for part in inside] == [made(alone, folder)["fp"]] * 2
