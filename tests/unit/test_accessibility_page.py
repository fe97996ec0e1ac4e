"""docs/accessibility.md has each criterion of WCAG 2.2 A and AA once, and its tests exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
# https://www.w3.org/TR/WCAG22/, in its order.
A = re.findall(
    r"[\d.]+",
    """
1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1
2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7
4.1.2
""",
)
AA = re.findall(
    r"[\d.]+",
    """
1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7
2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
""",
)
ROW = re.compile(
    r"^\| (?P<number>\d\.\d\.\d+) (?P<name>[^|]+) \| (?P<level>A{1,2}) \| (?P<met>[a-z ]+) \| "
    r"(?P<how>[^|]+) \|$",
    re.MULTILINE,
)
ROWS = [found.groupdict() for found in ROW.finditer(PAGE)]
NAMED = re.compile(r"`(?P<file>\w+/\w+\.py)::(?P<test>test_\w+)`")
TESTS = sorted({(found["file"], found["test"]) for found in NAMED.finditer(PAGE)})


def test_every_criterion_stands_there_once_at_its_level() -> None:
    assert len(A) + len(AA) == 55
    by_number = sorted([*A, *AA], key=lambda each: [int(part) for part in each.split(".")])
    assert [row["number"] for row in ROWS] == by_number
    assert [row["number"] for row in ROWS if row["level"] == "A"] == A
    assert len({row["name"] for row in ROWS}) == 55


def test_each_is_met_or_it_is_said_what_falls_short() -> None:
    assert {row["met"] for row in ROWS} == {"yes", "partly", "not applicable"}
    partly = [row["number"] for row in ROWS if row["met"] == "partly"]
    assert partly == [row["number"] for row in ROWS if "Short:" in row["how"]]
    (said,) = re.findall(r"\*\*What falls short\*\* stands in the rows \*partly\*: (.+)\.", PAGE)
    assert re.findall(r"\d\.\d\.\d+", said) == partly


def test_each_that_is_met_names_a_test_or_says_that_there_is_none() -> None:
    for row in ROWS:
        if row["met"] != "not applicable":
            assert NAMED.search(row["how"]) or "by design" in row["how"].lower(), row["number"]


@pytest.mark.parametrize(("file", "test"), TESTS)
def test_a_named_test_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_pages_for_teachers_and_newcomers_lead_here() -> None:
    for page in ("README.md", "src/README.md", "book/instructors/adapting.md"):
        assert "accessibility" in (ROOT / page).read_text("utf-8"), page
