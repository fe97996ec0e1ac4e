"""The files of the evidence table: no formula in a spreadsheet, and nothing lost for a program."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations import Reference
from stemcourse.evidence import Card, Claim
from stemcourse.site.evidence_files import as_text, write_csv, write_json
from stemcourse.site.evidence_table import Row, SectionLink

FORMULAS = ["=1+1", "+1", "-1 in 100", "@sum(a)", "\t=1", "\r=1", "\n=1", "'=1+1", "''-2"]
FORMULAS += [
    "-1+cmd|' /C calc'!A0",
    "-2.5%",
    "-",
    "--1",
    "-1.",
    "-1e3",
    "\uff1d1+1",
    "\uff20sum(a)",
]


def row(text: str) -> Row:
    claim = Claim(
        id="cells-heal",
        section="Healing",
        claim=text,
        verdict="contested",
        plain=text,
        summary=text,
        caveat=text,
        references=("smith2020",),
    )
    source = Reference(key="smith2020", title="One", short_authors=(text,), year=2020)
    return Row(Card(claim, [source]), [SectionLink("01-one", text, text, text)])


def read(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    return line


@pytest.mark.parametrize("text", FORMULAS)
def test_no_field_of_the_csv_is_a_formula(tmp_path: Path, text: str) -> None:
    write_csv(tmp_path / "claims.csv", [row(text)])
    fields = read(tmp_path / "claims.csv")
    assert not [
        field for field in fields.values() if field[:1] in ("=", "+", "-", "@", "\t", "\r", "\n")
    ]
    for name in ("claim", "plain", "summary", "address"):
        assert fields[name] == f"'{text}"
    assert fields["sources"] == f"'{text} 2020"


@pytest.mark.parametrize(
    "text", ["Cells heal.", "'Cells' heal.", "5 - 3 = 2", "", "https://e.org/", "-3", "-0.5"]
)
def test_other_fields_stand_as_they_are(tmp_path: Path, text: str) -> None:
    write_csv(tmp_path / "claims.csv", [row(text)])
    assert read(tmp_path / "claims.csv")["claim"] == text


@given(st.text(alphabet="'=+-@\t\r\na1 "))
def test_a_program_gets_a_field_back(field: str) -> None:
    """By the rule that `write_csv` states."""
    written = as_text(field)
    marked = re.match(r"'+[=+\-@\t\r\n]", written)
    assert (written[1:] if marked else written) == field


def test_the_json_holds_the_texts_themselves(tmp_path: Path) -> None:
    write_json(tmp_path / "claims.json", [row("=1+1")])
    data = json.loads((tmp_path / "claims.json").read_text(encoding="utf-8"))
    assert data["claims"][0]["claim"] == "=1+1"
    assert data["claims"][0]["treated"] == [
        {"module": "=1+1", "section": "=1+1", "address": "=1+1"}
    ]
