"""What of a statement the log reads, and what it refuses; the page refuses the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from selfcheck.log.entry import LONGEST, entry
from tests.support.statements import COURSE, THEN, entries, statement

CASES = json.loads((Path(__file__).parents[1] / "tables" / "statements.json").read_text("utf-8"))


def changed(value: Any, change: Any) -> Any:
    """Return *value* with what *change* says; null takes a member away."""
    if not isinstance(change, Mapping) or not isinstance(value, Mapping):
        return change
    members = {**value, **{name: changed(value.get(name), each) for name, each in change.items()}}
    return {name: each for name, each in members.items() if each is not None}


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_what_is_read(case: dict[str, Any]) -> None:
    found = entry(changed(CASES["statement"], case["change"]), CASES["course"])
    assert (found and found.row.slot) == case["slot"]


@pytest.mark.parametrize("value", [None, 7, "text", [], [statement()], {}, {"id": "a"}, True])
def test_what_is_no_statement(value: object) -> None:
    assert entry(value, COURSE) is None
    assert entry(value) is None


def test_the_course_is_that_which_the_statement_names() -> None:
    made = entry(statement(course="mars"))
    assert made
    assert made.course == "mars"
    assert entry(statement(course="mars"), COURSE) is None


def test_counts_are_never_out_of_bounds() -> None:
    for tries, hints in ((-1, -1), ("2", None), (float("nan"), float("inf")), (True, [])):
        made = statement()
        for name, value in (("tries", tries), ("hints", hints)):
            made["context"]["extensions"][f"urn:selfcheck:{name}"] = value
        found = entry(json.loads(json.dumps(made).replace("NaN", "1").replace("Infinity", "2")))
        assert found
        assert found.row.tries in range(1, 3)
        assert found.row.hints in range(3)


def test_what_is_no_json_is_refused() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert entry(statement(response=deep), COURSE) is None
    assert entry(statement(response=float("nan")), COURSE) is None
    assert entry(statement(response="x" * LONGEST), COURSE) is None


def test_half_a_sign_is_kept() -> None:
    made = statement(response="\ud83c")
    found = entry(made, COURSE)
    assert found
    assert json.loads(found.statement) == made
    found.statement.encode()


@pytest.mark.parametrize(
    ("timestamp", "at"),
    [
        ("2023-11-14T22:13:20.0019999Z", THEN + 1),
        ("2023-11-14T22:13:20.0015Z", THEN + 1),
        ("2023-11-15T03:58:20.999+05:45", THEN + 999),
    ],
)
def test_a_time_is_that_of_the_page(timestamp: str, at: int) -> None:
    """JavaScript leaves out what is less than a millisecond."""
    (made,) = entries({**statement(), "timestamp": timestamp})
    assert made.row.at == at
