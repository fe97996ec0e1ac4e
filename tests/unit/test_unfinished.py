"""A page that could not be made is not taken for done: each build finds its fault, or mends it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.support import tiny
from tests.support.tiny import BANK, CONF

SECOND = BANK.partition("questions:\n")[2].replace("first", "second")
FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="left"/><g id="right"/></svg>'
)
HOTSPOT = """\
  - id: second
    type: hotspot
    objective: o
    level: apply
    prompt: Where?
    figure: two
    alt: Two.
    regions:
      - {region: left, text: Left, correct: true, feedback: Yes.}
      - {region: right, text: Right, feedback: No.}
    explanation: Because.
    sources: []
"""
QUIZ = "```{{quiz}} {}\n```"


class Course:
    """A course of two pages, `index` with the quizzes named and `other` with none."""

    def __init__(self, folder: Path, *quizzes: str) -> None:
        self.folder = folder
        self.bank = folder / "content" / "questions" / "one.yaml"
        (folder / "other.md").write_text("---\norphan: true\n---\n# Another page\n")
        page = "\n\n".join(QUIZ.format(each) for each in quizzes)
        tiny.written(folder, page)

    def build(self) -> tuple[int, str]:
        """Build it with warnings as errors; return the exit status and what was complained of."""
        return tiny.sphinx(self.folder, "-W", "--keep-going")

    def builds(self) -> None:
        status, complaints = self.build()
        assert (status, complaints) == (0, "")

    def page(self, name: str = "index") -> Path:
        return self.folder / "site" / f"{name}.html"

    def holds(self, question: str) -> bool:
        return f"data-question='one/{question}'" in self.page().read_text("utf-8")


def a_second_question(course: Course) -> None:
    course.bank.write_text(BANK + SECOND)


def a_bank_of_another_name(course: Course) -> None:
    course.bank.with_name("two.yaml").write_text(BANK.replace("id: one", "id: two"))


def a_right_answer(course: Course) -> None:
    course.bank.write_text(BANK)


def a_figure(course: Course) -> None:
    folder = course.folder / "content" / "figures"
    folder.mkdir()
    (folder / "two.svg").write_text(FIGURE)


def a_source(course: Course) -> None:
    folder = course.folder / "content" / "evidence"
    folder.mkdir()
    entry = "author={Ann Lee}, title={T}, year={2020}, doi={10.1000/182}, status={confirmed}"
    (folder / "references.bib").write_text(f"@article{{lee2020, {entry}}}\n")


FAULTS: dict[str, tuple[str, str, str, Any]] = {
    "a question that is not there": ("one second", BANK, "no question 'second'", a_second_question),
    "a bank that is not there": ("two", BANK, "no question bank 'two'", a_bank_of_another_name),
    "a mistake in the bank": (
        *("one", BANK.replace("correct: true, ", ""), "no option is correct"),
        a_right_answer,
    ),
    "a bank that is no YAML": ("one", "schema: [", "one.yaml", a_right_answer),
    "a figure that is not there": ("one second", BANK + HOTSPOT, "two.svg", a_figure),
    "a source that is not there": (
        *("one", BANK.replace("sources: []", "sources: [lee2020]"), "lee2020"),
        a_source,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_until_it_is_mended_and_then_the_quiz_stands_there(
    tmp_path: Path, fault: str
) -> None:
    directive, bank, words, mend = FAULTS[fault]
    course = Course(tmp_path, directive)
    course.bank.write_text(bank)
    for _ in range(2):
        status, complaints = course.build()
        assert status == 1
        assert words in complaints
        assert "index.md:3" in complaints
    mend(course)
    course.builds()
    assert "<div class='selfcheck'" in course.page().read_text("utf-8")
    # And then it is done with.
    before = course.page().stat().st_mtime_ns
    course.builds()
    assert course.page().stat().st_mtime_ns == before


def test_a_page_that_had_its_quiz_loses_it_in_no_silence(tmp_path: Path) -> None:
    course = Course(tmp_path, "one")
    course.builds()
    assert course.holds("first")
    course.bank.write_text(BANK.replace("correct: true, ", ""))
    assert course.build()[0] == 1
    # As `make publish` does: the pages are gone, what Sphinx keeps is not.
    course.page().unlink()
    assert course.build()[0] == 1
    course.bank.write_text(BANK)
    course.builds()
    assert course.holds("first")


def test_only_the_page_with_the_fault_is_made_again(tmp_path: Path) -> None:
    course = Course(tmp_path, "one second")
    course.build()
    before = course.page("other").stat().st_mtime_ns
    assert course.build()[0] == 1
    assert course.page("other").stat().st_mtime_ns == before


def test_a_fault_beside_a_good_quiz_is_told_too(tmp_path: Path) -> None:
    course = Course(tmp_path, "one first", "one second")
    for _ in range(2):
        status, complaints = course.build()
        assert status == 1
        assert "index.md:6" in complaints
    a_second_question(course)
    course.builds()
    assert course.holds("first")
    assert course.holds("second")


def test_whatever_else_warns_of_a_page_is_told_until_it_is_mended(tmp_path: Path) -> None:
    """A link that leads nowhere is found when the page is written, and not when it is read."""
    course = Course(tmp_path, "one")
    page = course.folder / "index.md"
    text = page.read_text()
    page.write_text(f"{text}\n[](#nowhere)\n")
    for _ in range(2):
        status, complaints = course.build()
        assert status == 1
        assert "nowhere" in complaints
    page.write_text(text)
    course.builds()


def test_a_warning_of_no_page_is_told_until_it_is_mended(tmp_path: Path) -> None:
    course = Course(tmp_path, "one")
    conf = course.folder / "conf.py"
    late = "def setup(app): app.connect('env-updated', warn)\n"
    warn = "from sphinx.util import logging\ndef warn(*_): logging.getLogger('x').warning('late')\n"
    conf.write_text(CONF + warn + late)
    for _ in range(2):
        assert course.build()[0] == 1
    conf.write_text(CONF)
    course.builds()


DIES = "def setup(app): app.connect('doctree-resolved', die)\n"


@pytest.mark.parametrize("death", ["raise KeyboardInterrupt", "os._exit(9)", "1 / 0"])
def test_after_a_build_that_broke_off_no_page_is_left_as_it_was(tmp_path: Path, death: str) -> None:
    course = Course(tmp_path, "one")
    course.builds()
    conf = course.folder / "conf.py"
    times = conf.stat()
    conf.write_text(f"{CONF}import os\ndef die(*_): {death}\n{DIES}")
    course.bank.write_text(BANK.replace("Which?", "Which one?"))
    command = [sys.executable, "-m", "sphinx", "-q", str(tmp_path), str(tmp_path / "site")]
    assert subprocess.run(command, capture_output=True).returncode != 0
    assert "Which one?" not in course.page().read_text("utf-8")
    conf.write_text(CONF)
    os.utime(conf, ns=(times.st_atime_ns, times.st_mtime_ns))
    course.builds()
    assert "Which one?" in course.page().read_text("utf-8")


def test_whoever_lives_with_warnings_waits_for_their_pages_alone(tmp_path: Path) -> None:
    course = Course(tmp_path, "one")
    (course.folder / "conf.py").write_text(f"{CONF}html_static_path = ['none']\n")
    written = []
    for _ in range(3):
        status, complaints = tiny.sphinx(tmp_path)
        assert status == 0
        assert "none" in complaints
        written.append(course.page().stat().st_mtime_ns)
    assert len({*written}) == 1


# Notebooks, which show what was saved.

HTML = "<div class='selfcheck' data-version='2' data-quiz='one'>"
SHOWN = nbformat.v4.new_output("display_data", {"text/html": HTML})
ERROR = nbformat.v4.new_output("error", ename="LookupError", evalue="no bank", traceback=[])
TEXT = nbformat.v4.new_output("execute_result", {"text/plain": "Quiz"}, execution_count=1)


def with_notebook(course: Course, source: str, *outputs: Any, tags: tuple[str, ...] = ()) -> None:
    cell = nbformat.v4.new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# A notebook"), cell],
        metadata={"orphan": True, "language_info": {"name": "python"}},
    )
    (course.folder / "lesson.ipynb").write_text(nbformat.writes(notebook))


@pytest.mark.parametrize(
    ("source", "outputs", "words"),
    [
        ('quiz("one")', [], "shows no quiz"),
        ('quiz("one")', [ERROR], "shows an error, LookupError: no bank"),
        ('quiz("one")', [TEXT], "shows no quiz"),
        ('%matplotlib inline\nselfcheck.quiz("one", "first")', [], "shows no quiz"),
        ("for name in names:\n    display(quiz(name))", [ERROR], "shows an error"),
    ],
)
def test_a_notebook_without_its_quiz_is_told_until_it_is_run(
    tmp_path: Path, source: str, outputs: list[Any], words: str
) -> None:
    course = Course(tmp_path, "one")
    with_notebook(course, source, *outputs)
    for _ in range(2):
        status, complaints = course.build()
        assert status == 1
        assert "lesson.ipynb" in complaints
        assert "code cell 1 calls `quiz`, and its saved output " + words in complaints
    with_notebook(course, source, SHOWN)
    course.builds()


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ('made = quiz("one")', ()),
        ("quiz = 3\nquiz", ()),
        ("%%bash\nquiz(one)", ()),
        ('quiz("one")', ("remove-output",)),
        ('quiz("one")', ("remove-cell",)),
    ],
)
def test_a_cell_that_is_to_show_no_quiz_needs_none(
    tmp_path: Path, source: str, tags: tuple[str, ...]
) -> None:
    course = Course(tmp_path, "one")
    with_notebook(course, source, tags=tags)
    course.builds()


def test_what_is_left_to_do_is_not_published(tmp_path: Path) -> None:
    course = Course(tmp_path, "one second")
    course.build()
    left = [path.name for path in course.folder.rglob("unfinished-*.json")]
    assert left == ["unfinished-html.json"]
    (path,) = course.folder.rglob("unfinished-*.json")
    assert json.loads(path.read_text()) == ["index"]
    assert path.parent.name == ".doctrees"
