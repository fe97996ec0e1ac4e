"""The table of docs/import.md: what is ticked comes along in a sample, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from selfcheck.imports import formats

ROOT = Path(__file__).parents[3]
SAMPLES = Path(__file__).parent / "samples"
DOC = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
TICK, DASH = "✓", "—"

Question = dict[str, Any]


def of_type(kind: str) -> Callable[[Question], bool]:
    return lambda question: question["type"] == kind


def holds(name: str) -> Callable[[Question], bool]:
    return lambda question: bool(question.get(name))


def in_a_gap(shown: Callable[[Question], Any]) -> Callable[[Question], bool]:
    return lambda question: any(shown(gap) for gap in question.get("gaps", {}).values())


def in_texts(pattern: str) -> Callable[[Question], bool]:
    return lambda question: any(re.search(pattern, text) for text in texts(question))


def either(*shown: Callable[[Question], bool]) -> Callable[[Question], bool]:
    return lambda question: any(each(question) for each in shown)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


# By the row of the table, how a question of a bank shows it.
SHOWN: dict[str, Callable[[Question], bool]] = {
    **{
        kind: of_type(kind)
        for kind in ("choice", "multiple-response", "short-text", "numeric", "match")
    },
    **{kind: of_type(kind) for kind in ("categorize", "order", "hotspot", "case")},
    "cloze, with gaps that are typed": in_a_gap(lambda gap: not gap.get("distractors")),
    "cloze, with menus": in_a_gap(lambda gap: gap.get("distractors")),
    "match, with sides that are left over": lambda q: of_type("match")(q) and "distractors" in q,
    "variants of a number": holds("variants"),
    "pictures": in_texts(r"!\[[^\]]+\]\(\.\./figures/"),
    "formulas": in_texts(r"\$[^$]+\$"),
    "code": in_texts(r"```\w*\n"),
    "tables": in_texts(r"\n\| --- \|"),
    "feedback of options": lambda q: any("feedback" in each for each in q.get("options", ())),
    "feedback of gaps, whatever the answer": in_a_gap(lambda gap: gap.get("feedback")),
    "feedback of a right answer that is typed": holds("feedback"),
    "feedback of well-known wrong answers": holds("wrong"),
    "explanation": holds("explanation"),
    "hints": holds("hints"),
    "tolerance of a number": holds("tolerance"),
    "unit of a number": holds("unit"),
    "further units": holds("units"),
    "minimum and maximum": lambda q: "minimum" in q and "maximum" in q,
    "capitals that count": either(
        holds("case_sensitive"), in_a_gap(lambda gap: gap.get("case_sensitive"))
    ),
    "mistakes of spelling that are forgiven": either(
        holds("spelling"), in_a_gap(lambda gap: gap.get("spelling"))
    ),
    "the order of options, where it must stay": lambda q: q.get("shuffle") is False,
    # Without any there is one, which is called after the bank.
    "categories, as objectives": lambda q: q["objectives"] > 1,
}


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, its own head first."""
    part = DOC.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line
    ]


def questions(name: str) -> Iterator[Question]:
    for path in sorted((SAMPLES / name).glob("*.yaml")):
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        for question in read["questions"]:
            for each in (question, *question.get("parts", ())):
                yield {**each, "objectives": len(read["objectives"])}


HEAD, *TABLE = rows("What comes along")


def test_the_table_has_every_format_and_every_row() -> None:
    assert set(HEAD[1:]) == set(formats.table())
    assert {row[0] for row in TABLE} == set(SHOWN)
    assert {cell for row in TABLE for cell in row[1:]} == {TICK, DASH}
    named = re.findall(r"^\| `(\w[\w-]*)` \|", DOC.partition("## ")[0], re.MULTILINE)
    assert set(named) == set(formats.table())


@pytest.mark.parametrize("name", HEAD[1:])
def test_what_is_ticked_is_in_a_sample_and_what_is_not_is_in_none(name: str) -> None:
    column = HEAD.index(name)
    ticked = {row[0] for row in TABLE if row[column] == TICK}
    known = [*questions(name)]
    shown = {row for row, check in SHOWN.items() if any(map(check, known))}
    assert shown == ticked
