"""`{quiz}` in a page: the notebook's HTML, and errors that name the line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import nbformat

from tests.support.moon import MOON, built_alone

BANK = """\
schema: 1
id: one
title: One
objectives: {o: One thing}
questions:
  - id: first
    type: choice
    objective: o
    level: apply
    prompt: Which?
    options:
      - {text: This, correct: true, feedback: Yes.}
      - {text: That, feedback: No.}
    explanation: Because.
    sources: []
"""


def built(folder: Path, page: str, bank: str = BANK) -> tuple[str, str]:
    """Return the page built from the Markdown *page*, and what Sphinx complained of."""
    (folder / "content" / "questions").mkdir(parents=True)
    (folder / "content" / "questions" / "one.yaml").write_text(bank)
    (folder / "conf.py").write_text('extensions = ["myst_nb", "selfcheck.sphinx"]\n')
    (folder / "index.md").write_text(f"# A page\n\n{page}\n")
    command = [sys.executable, "-m", "sphinx", "-q", str(folder), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True)
    return (folder / "site" / "index.html").read_text("utf-8"), done.stderr


def test_it_is_the_quiz_of_a_notebook(tmp_path: Path) -> None:
    page = (built_alone(tmp_path) / "quizzes.html").read_text("utf-8")
    cells = nbformat.read(MOON / "notebooks" / "moon.ipynb", as_version=4).cells
    cell = next(cell for cell in cells if cell.source == 'quiz("moon")')
    (output,) = cell.outputs
    assert output.data["text/html"] in page


def test_options_are_those_of_quiz(tmp_path: Path) -> None:
    options = ":confidence:\n:marks:\n:one-at-a-time:\n:draw: 2\n:sitting: after\n:summary:"
    html, complaints = built(tmp_path, f"```{{quiz}} one first\n{options}\n```")
    assert not complaints
    for attribute in ("confidence", "marks", "one-at-a-time", "summary", 'draw="2"'):
        assert f" data-{attribute}" in html
    assert ' data-sitting="after"' in html


MISTAKES = {
    "two": "there is no question bank 'two'; there are one",
    "one frist": "the bank 'one' has no question 'frist'; similar names: first",
    "one\n:marks:": "marks go by how sure a learner is; ask for that: confidence",
    "one\n:draw: 0": "must be positive",
    "one\n:sitting: Then Now": "sitting is 'Then Now'",
}


def test_mistakes_are_told_with_their_lines(tmp_path: Path) -> None:
    page = "\n\n".join(f"```{{quiz}} {directive}\n```" for directive in MISTAKES)
    _, complaints = built(tmp_path, page)
    line = 3
    for directive, words in MISTAKES.items():
        assert re.search(rf"index\.md:{line}: .*{re.escape(words)}", complaints), words
        line += len(directive.splitlines()) + 2


def test_a_bank_with_mistakes_is_told_with_its_own_lines(tmp_path: Path) -> None:
    broken = BANK.replace("correct: true, ", "")
    _, complaints = built(tmp_path, "```{quiz} one\n```", broken)
    assert "one.yaml:11:5: no option is correct" in complaints
