"""docs/export.md says what goes along, format by format: each cell of its table is tried."""

from __future__ import annotations

import importlib.util
import re
from base64 import b64encode
from pathlib import Path

import pytest

from selfcheck.export import FORMATS
from tests.support.exported_text import text_of
from tests.support.exporting import CONTENT, exported

DOCS = Path(__file__).parents[3] / "docs" / "export.md"
YOLK = (CONTENT / "figures" / "yolk.png").read_bytes()
PICTURE = f"(?:{re.escape(b64encode(YOLK).decode())}|{YOLK.hex()})"
TEX = re.escape(r"x^2 < 1 + \frac{1}{2}")
MATHML = "<msup><mi>x</mi><mn>2</mn></msup>"
DOI = re.escape("https://doi.org/10.1000/made-up")
LITRES = "kitchen/litres"
# Of each row what is found in a file where it goes along, and the question that is told where not.
ROWS = {
    "pictures": (PICTURE, "kitchen/white-of-an-egg"),
    "formulas": (f"{TEX}|{MATHML}", ""),
    "feedback of options": ("butter melts, and egg white sets", "kitchen"),
    "feedback of options not chosen": ("It sets, a little later", "kitchen"),
    "feedback of items and pairs": ("Until it boils.*So 150 g|So 150 g.*Until it boils", "kitchen"),
    "feedback of gaps": ("The egg comes second", "kitchen"),
    "feedback of a right answer that is typed": (r"Oui\.", "kitchen"),
    "feedback of well-known wrong answers": ("That is a goose.*|That is in millilitres", "kitchen"),
    "hints": ("It is no longer clear", "kitchen/white-of-an-egg|kitchen"),
    "explanation": ("A star says times", ""),
    "sources, with their links": (f"What heat does to eggs.*{DOI}", ""),
    "partial credit": ("33.3333|mappedValue|mapped-value|multiple_answers_question", "kitchen"),
    "tolerance of a number": (r"0\.05\b|0\.575", ""),
    "unit of a number": (r">L<|\bL\b", ""),
    "further units": ("cL", LITRES),
    "minimum and maximum": (r"\b987\b", LITRES),
    "mistakes of spelling that are forgiven": ("spelling: 1", "kitchen/french-for-egg"),
    "vignette of a case": ("Bo has burnt a pan", ""),
    "the order of options, where it must stay": ("", "kitchen/signs"),
    "objective, level, keys of sources": ("understand.*egg2001|egg2001.*understand", "kitchen"),
}
# Where people judge the answers this is told once, of the bank.
JUDGED = ("anki", "print")


def table() -> dict[str, dict[str, str]]:
    """Return the cells of the table, by row and format."""
    text = DOCS.read_text("utf-8").split("## What goes along")[1].split("\n\nIn a paper")[0]
    head, _, *rows = [line for line in text.splitlines() if line.startswith("|")]
    names = [cell.strip() for cell in head.strip("|").split("|")][1:]
    found = {}
    for row in rows:
        name, *cells = [cell.strip() for cell in row.strip("|").split("|")]
        found[name] = dict(zip(names, cells, strict=True))
    return found


TABLE = table()


def test_it_has_a_column_for_each_format_and_a_row_for_each_that_is_tried() -> None:
    assert TABLE.keys() == ROWS.keys()
    assert all(list(cells) == list(FORMATS) for cells in TABLE.values())


@pytest.fixture(scope="module", params=FORMATS)
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, str, list[str]]:
    """The name of a format, all that a file in it says, and the notes."""
    to: str = request.param
    if to == "anki" and not importlib.util.find_spec("genanki"):
        pytest.skip("genanki is not here")
    path = tmp_path_factory.mktemp(to) / "kitchen.out"
    notes = exported(to, path)
    text = text_of(to, path)
    if to == "print":
        text += text_of(to, path.with_name("kitchen-key.out"))
    return to, text, notes


@pytest.mark.parametrize("row", ROWS)
def test_it_says_what_is_so(written: tuple[str, str, list[str]], row: str) -> None:
    to, text, notes = written
    cell = TABLE[row][to]
    pattern, question = ROWS[row]
    there = re.search(pattern, text, re.DOTALL) is not None
    told = [note for note in notes if re.match(f"({question}): ", note)]
    if row == "the order of options, where it must stay":
        assert bool(told) is (cell == "—")
    elif cell == "—":
        assert not there
        assert told or (to in JUDGED and any(note.startswith("kitchen: ") for note in notes))
    else:
        assert cell in ("✓", "*text*")
        assert there
