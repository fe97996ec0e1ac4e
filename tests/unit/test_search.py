"""What the search of a site may find of its quizzes."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from selfcheck import bank
from selfcheck.render import html
from selfcheck.search import asked
from tests.support import tiny
from tests.support.moon import MOON

# Of each word it is said where it stands; none has an ending that the search would cut.
BANK = """\
schema: 1
id: one
title: One
objectives: {o: To do the qobjectiva}
questions:
  - id: options
    type: multiple-response
    objective: o
    level: apply
    prompt: Which qprompto?
    hints: [Look at the xhinto.]
    options:
      - {text: The xoptiona, correct: true, feedback: The xfeedbacko.}
      - text: The xoptionb
        correct: true
        feedback: Yes.
        feedback_unchosen: The xunchoseno.
      - {text: The xdistractoro, feedback: No.}
    explanation: |
      The xexplanationo.

      | a | b |
      | - | - |
      | 1 | xcello |
    sources: []
  - id: typed
    type: short-text
    objective: o
    level: apply
    prompt: Write it.
    answers: [xwritteno]
    wrong: [{answers: [xwrongo], feedback: The xnearo.}]
    explanation: Because.
    sources: []
  - id: gaps
    type: cloze
    objective: o
    level: apply
    prompt: Fill it.
    text: A qclozo of [[menu]] and [[gap]].
    gaps:
      menu: {answers: [xmenuo], distractors: [xentryo]}
      gap: {answers: [xgapo]}
    explanation: Because.
    sources: []
  - id: sorted
    type: categorize
    objective: o
    level: apply
    prompt: Sort them.
    categories:
      - {text: xgroupo, items: [{text: xitemo, feedback: xitemfeedbacko}]}
      - {text: xrestu, items: [{text: xitemu, feedback: xitemfeedbacku}]}
    explanation: Because.
    sources: []
  - id: case
    type: case
    objective: o
    level: apply
    prompt: A qvignetto.
    parts:
      - id: number
        type: numeric
        objective: o
        level: apply
        prompt: How many qparto?
        answer: 7319
        explanation: The xparto.
        sources: []
      - id: pairs
        type: match
        objective: o
        level: apply
        prompt: Pair them.
        pairs: [{left: xlefto, right: xrighto}, {left: xleftu, right: xrightu}]
        explanation: Because.
        sources: []
    sources: []
"""
MAY = sorted(set(re.findall(r"\bq[a-z]+[ao]\b", BANK)))
MAY_NOT = sorted(set(re.findall(r"\bx[a-z]+\b", BANK)) | {"7319"})
PAGES = {
    "quiz": "```{quiz} one\n:summary:\n```",
    "key": "A page with a qkeypago.\n\n```{answer-key} one\n```",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the quiz on a page, the quiz in a notebook, and the key."""
    folder = tmp_path_factory.mktemp("searched")
    pages = "quiz\nkey\nlesson\n"
    tiny.written(folder, f"A qplaino.\n\n```{{toctree}}\n{pages}```", BANK)
    for name, page in PAGES.items():
        (folder / f"{name}.md").write_text(f"# The {name}\n\n{page}\n")
    shown = {"text/html": html(bank.load("one", folder / "content"), {}), "text/plain": "Quiz"}
    output = nbformat.v4.new_output("display_data", shown)
    cells = [
        nbformat.v4.new_markdown_cell("# Lesson\n\nA qnoteo."),
        nbformat.v4.new_code_cell('quiz("one")', outputs=[output]),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}})
    (folder / "lesson.ipynb").write_text(nbformat.writes(notebook))
    assert tiny.sphinx(folder, "-W", "--keep-going") == (0, "")
    return folder / "site"


def test_there_are_words_to_look_for() -> None:
    assert len(MAY) >= 5
    assert len(MAY_NOT) >= 20


def test_what_is_asked_is_found(site: Path) -> None:
    index = (site / "searchindex.js").read_text("utf-8")
    for word in (*MAY, "qplaino", "qkeypago", "qnoteo"):
        assert f'"{word}"' in index or f"{word}:" in index, word


def test_no_answer_is_found(site: Path) -> None:
    index = (site / "searchindex.js").read_text("utf-8")
    assert [word for word in MAY_NOT if word in index] == []


@pytest.mark.parametrize(("name", "count"), [("quiz", 1), ("lesson", 1), ("key", 1)])
def test_on_the_page_all_of_it_stands(site: Path, name: str, count: int) -> None:
    text = (site / f"{name}.html").read_text("utf-8")
    assert "xexplanationo" in text
    assert text.count("<div class='selfcheck'") + text.count("sc-answer-key") == count
    assert ("_static/selfcheck/page.js" in text) == (name != "key")


def test_the_page_of_the_search_alone_has_its_script(site: Path) -> None:
    pages = [path.name for path in site.glob("*.html") if "selfcheck/search.js" in path.read_text()]
    assert pages == ["search.html"]


def test_of_a_quiz_of_every_type_the_prompts_are_left(tmp_path: Path) -> None:
    content = MOON / "content"
    moon = bank.load("moon", content)
    words = asked(html(moon, {}, None, content))
    assert "Answer" not in words
    assert "Hint" not in words
    for question in moon.questions:
        # Places for a variant's values are in braces.
        plain = re.sub(r"\{\w+\}", " ", question.prompt)
        wanted, found = (re.findall(r"[A-Za-z]+", text) for text in (plain, words))
        assert set(wanted) <= set(found), question.id
