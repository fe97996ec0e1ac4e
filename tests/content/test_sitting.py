"""Every module is a sitting, and says how long it takes."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.content.conftest import PATHS
from tools.sitting import MOST, WHOLE, prose, sitting

NAMES = [path.stem for path in PATHS]


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_it_takes_an_hour_at_most_and_says_so(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    time = next(cell.source for cell in cells if "## Time needed" in cell.source)
    found = sitting(path)
    assert found.minutes <= MOST
    assert found.words in time, "python -m tools.sitting --write"
    whole = WHOLE.read_text("utf-8")
    assert f"({path.name}), {found.minutes} minutes:" in whole.replace("../notebooks/", "")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# One\n\nTwo [three four](https://doi.org/10.1000/182) *five*.", 5),
        ("| a | b c |\n| --- | --- |\n| d | e f |", 6),
        ("- one\n- two\n\n> three", 3),
        ("## Sources\n\n- Many words that nobody reads here.", 0),
        ("One.\n\n<details>\n<summary>More: two</summary>\n\nThree.\n\n</details>\n\nFour.", 2),
        ("![A picture of many words](one.svg)\n\nOne.", 1),
    ],
)
def test_words_are_counted_as_they_are_read(source: str, words: int) -> None:
    assert prose(source) == words


def test_questions_and_labs_take_time(tmp_path: Path) -> None:
    def minutes(*cells: nbformat.NotebookNode) -> float:
        nbformat.write(nbformat.v4.new_notebook(cells=list(cells)), tmp_path / "one.ipynb")
        found = sitting(tmp_path / "one.ipynb")
        return found.reading + found.answering + found.labs

    code = nbformat.v4.new_code_cell
    one = minutes(code('quiz("start", "finding-and-verdict")'))
    two = minutes(code('quiz("start", "finding-and-verdict", "overlapping-intervals")'))
    assert 0.5 < one < 3
    assert one < two < 6
    # A call is read as Python does, however it is written; a text or a comment is none.
    assert minutes(code('quiz(\n    "start",\n    "finding-and-verdict",\n)')) == one
    assert minutes(code('# quiz("start")\nwords = "claim(1), draw=1"')) == 0
    whole = minutes(code('quiz("before")  # not draw=1'))
    few = minutes(code('quiz("before", draw = 1)'))
    assert few < minutes(code('quiz("before", draw=2)')) <= whole
    assert minutes(code("spin.tube()")) == 3
    assert minutes(code("share = None", metadata={"tags": ["exercise"]})) == 4
    assert 0.1 < minutes(code('claim("intro-building-blocks")')) < 1
