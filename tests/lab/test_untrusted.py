"""A notebook that JupyterLab does not trust says what it cannot show, and shows that as text."""

from __future__ import annotations

from pathlib import Path

import nbformat
from playwright.sync_api import Page, expect

from selfcheck import bank
from selfcheck.render import html
from tests.lab.conftest import A_MINUTE, LIVE, TALL, open_notebook, write_notebook
from tests.support.learner import Learner

BANK = r"""
schema: 1
id: distrusted
title: Not trusted
language: {language}
objectives:
  look: Read what is there
questions:
  - id: formula
    type: choice
    objective: look
    level: apply
    prompt: What is $\frac{{x + 1}}{{3}}$ of $\sqrt{{y^2}}$, from $\bar{{x}}$?
    options:
      - text: This
        correct: true
        feedback: Yes.
      - text: That
        feedback: No.
    explanation: It is so.
    sources: []
  - id: figure
    type: hotspot
    objective: look
    level: apply
    prompt: Where is the Sun?
    figure: sky
    alt: Two discs side by side
    regions:
      - region: left
        text: The left disc
        correct: true
        feedback: Yes.
      - region: right
        text: The right disc
        feedback: No.
    explanation: It is so.
    sources: []
"""
FIGURE = """<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>
<circle id='left' cx='10' cy='10' r='8'/><circle id='right' cx='30' cy='10' r='8'/></svg>"""


def write(folder: Path, language: str) -> str:
    """Write a notebook with a quiz that somebody else has run; return its name."""
    content = folder / f"content-{language}"
    (content / "questions").mkdir(parents=True)
    (content / "figures").mkdir()
    (content / "figures" / "sky.svg").write_text(FIGURE)
    (content / "questions" / "distrusted.yaml").write_text(BANK.format(language=language))
    quiz = html(bank.load("distrusted", content), {}, None, content)
    data = {"text/html": quiz, "text/plain": "a quiz"}
    output = nbformat.v4.new_output("display_data", data=data)
    other = nbformat.v4.new_output("display_data", data={"text/html": "<b>plain</b>"})
    cell = nbformat.v4.new_code_cell("1", outputs=[output, other], execution_count=1)
    name = f"distrusted-{language}.ipynb"
    write_notebook(folder / name, cell)
    return name


def test_it_says_so_and_comes_alive_when_it_is_trusted(lab: str, course: Path, page: Page) -> None:
    name = write(course, "en")
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_notebook(page, lab, name)
    note = page.get_by_role("note")
    expect(note).to_contain_text("not trusted", timeout=A_MINUTE)
    expect(note).to_contain_text("Formulas and figures stand here as text.")
    quiz = page.locator(".jp-Notebook .selfcheck")
    expect(quiz).to_contain_text("What is (x + 1)/3 of √(y^2), from x\u0304?")
    expect(quiz).to_contain_text("[Two discs side by side]")
    # The key names a letter.
    expect(quiz.locator(".sc-options").first).to_have_css("list-style-type", "upper-alpha")
    expect(page.locator(".jp-Notebook b", has_text="plain")).to_have_count(1)
    assert page.locator(LIVE).count() == 0

    note.get_by_role("button", name="Trust this notebook").click()
    page.locator(".jp-Dialog .jp-mod-warn").click()
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    expect(note).to_have_count(0)
    # Its questions come alive one after another.
    expect(page.locator(".sc-live math").first).to_be_attached()
    expect(page.locator(".sc-live svg").first).to_be_attached()
    who = Learner(page.locator('[data-question="distrusted/formula"]'), "mouse")
    who.check(who.right())
    who.sees("correct")


def test_it_speaks_the_language_of_the_quiz(lab: str, course: Path, page: Page) -> None:
    name = write(course, "de")
    open_notebook(page, lab, name)
    expect(page.get_by_role("note")).to_contain_text("nicht vertraut", timeout=A_MINUTE)
