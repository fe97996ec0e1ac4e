"""Where a claim is treated, as notebooks and banks say it."""

import json
from pathlib import Path

import pytest

from stemcourse.site.treated import Section, claims_of_questions, sections, sections_by_claim

ROOT = Path(__file__).parents[2]


@pytest.fixture
def notebook(tmp_path):
    """Writes a notebook: text that begins with a `>` is code."""

    def notebook(*cells: str, name: str = "01-cells") -> list[Section]:
        path = tmp_path / f"{name}.ipynb"
        data = [
            {"cell_type": "code", "source": [cell[1:]]}
            if cell.startswith(">")
            else {"cell_type": "markdown", "source": cell.splitlines(keepends=True)}
            for cell in cells
        ]
        path.write_text(json.dumps({"cells": data}), encoding="utf-8")
        return sections(path)

    return notebook


def where(course: list[Section], tested=None) -> dict[str, list[tuple[str, str]]]:
    return {
        claim: [(each.notebook, each.title) for each in found]
        for claim, found in sections_by_claim(course, tested or {}).items()
    }


def test_a_card_belongs_to_the_nearest_heading_before_it(notebook):
    found = notebook(
        "# 1. Cells",
        "## One\n\nText.\n\n### Two",
        '>claim("a")',
        "Text.",
        '>claim("b")',
        "## Three",
        '>import stemcourse\nstemcourse.claim("c")',
    )
    assert where(found) == {
        "a": [("01-cells", "Two")],
        "b": [("01-cells", "Two")],
        "c": [("01-cells", "Three")],
    }
    assert [each.number for each in found] == [0, 1, 2, 3]
    assert {each.module for each in found} == {"1. Cells"}


def test_headings_are_read_as_their_readers_see_them(notebook):
    found = notebook("# One\n\n```\n# no heading\n```\n\n## *Two* and `three`\n\n> # a quotation")
    assert [each.title for each in found] == ["One", "Two and three"]


def test_code_is_read_as_code(notebook):
    found = notebook(
        "# One", '>%time\n# claim("no")\n"claim(\\"no\\")"\nx = [claim("a"), claim(b)]'
    )
    assert where(found) == {"a": [("01-cells", "One")]}


def test_code_of_another_language_is_left_alone(notebook):
    assert where(notebook("# One", ">%%bash\nfor x in *; do claim; done")) == {}


def test_a_claim_without_a_card_is_treated_where_it_is_first_tested(notebook):
    tested = {("bank", "q1"): ("a", "b"), ("bank", "q2"): ("b", "c")}
    found = notebook(
        "# One",
        '>quiz("bank", draw=2)',
        "## Two",
        '>claim("a")',
        "## Three",
        '>quiz("bank", "q2")',
        "## Four",
        '>quiz("bank", "q1", "q2")',
    )
    assert where(found, tested) == {
        "a": [("01-cells", "Two")],
        "b": [("01-cells", "Three")],
        "c": [("01-cells", "Three")],
    }


def test_a_quiz_of_a_whole_bank_counts_where_no_other_asks(notebook):
    tested = {("before", "q"): ("a",), ("other", "q"): ("b",)}
    found = notebook("# One", '>quiz("before")')
    assert where(found, tested) == {"a": [("01-cells", "One")]}


def test_a_claim_with_two_cards_has_two_places(notebook):
    first = notebook("# One", '>claim("a")', name="01-one")
    second = notebook("# Two", '>claim("a")', name="02-two")
    assert where([*first, *second]) == {"a": [("01-one", "One"), ("02-two", "Two")]}


def test_banks_say_which_claims_a_question_tests(tmp_path):
    (tmp_path / "bank.yaml").write_text(
        "questions:\n- {id: q1, claims: [a, b]}\n- {id: q2}\n", encoding="utf-8"
    )
    assert claims_of_questions(tmp_path) == {("bank", "q1"): ("a", "b"), ("bank", "q2"): ()}
