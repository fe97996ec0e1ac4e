"""An answer means the same tomorrow: what an edit of a bank does to answers in JupyterLab.

Most of it without a kernel, by a page that plays one; and once in JupyterLab itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.lab.conftest import A_MINUTE, TALL, open_and_run
from tests.support import edits
from tests.support.edits import CASES, EDITS, SITTINGS, Edit
from tests.support.kept import attempts, empty
from tests.support.learner import Learner
from tests.support.moon import COURSE, MOON
from tests.support.notebook import bare_notebook, run, traits
from tests.support.site import served

Quizzes = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Quizzes:
    """The HTML of every question in the table, before its edit and after it."""
    return edits.quizzes(tmp_path_factory.mktemp("banks"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with an empty notebook."""
    place = tmp_path_factory.mktemp("notebook")
    bare_notebook(place / "notebook.html")
    with served(place) as address:
        yield address


@pytest.fixture
def notebook(one_tab: tuple[Page, list[str]], folder: str) -> Iterator[Page]:
    """An empty notebook, in which nobody has answered anything and nothing may complain."""
    page, troubles = one_tab
    page.goto(f"{folder}/notebook.html")
    yield page
    empty(page)
    found = troubles.copy()
    troubles.clear()
    assert not found


@pytest.mark.parametrize(("name", "sitting"), SITTINGS)
def test_an_answer_after_an_edit(
    notebook: Page, quizzes: Quizzes, name: str, sitting: list[tuple[Edit, str]]
) -> None:
    """The notebook is opened the next day: another kernel, the same browser."""
    for edit, _ in sitting:
        run(notebook, quizzes[edit.name, "before"], name)
    answered = [edits.answer(notebook, edit, answer) for edit, answer in sitting]
    notebook.reload()
    for edit, _ in sitting:
        run(notebook, quizzes[edit.name, "after"], name)
    for (edit, answer), given in zip(sitting, answered, strict=True):
        edits.sees(notebook, edit, answer, given)


@pytest.mark.parametrize("edit", CASES)
def test_a_case_after_an_edit(notebook: Page, quizzes: Quizzes, edit: Edit) -> None:
    run(notebook, quizzes[edit.name, "before"], edit.name)
    given = edits.answer_case(notebook, edit)
    notebook.reload()
    run(notebook, quizzes[edit.name, "after"], edit.name)
    edits.sees_case(notebook, edit, given)


def test_the_kernel_has_the_same_statement_as_the_browser(notebook: Page, quizzes: Quizzes) -> None:
    edit = EDITS[0]
    number = run(notebook, quizzes[edit.name, "before"], edit.group)
    edits.answer(notebook, edit, "right")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length")
    assert traits(notebook, number)["log"] == attempts(notebook, edit.slot, edit.group)


def test_two_edits_of_a_bank_in_jupyterlab(lab: str, course: Path, page: Page) -> None:
    """With a real kernel, which is restarted after each: a typo is nothing, a new key is."""
    choice = {edit.title: edit for edit in EDITS}
    typo = choice["choice: a typo mended in the prompt"]
    key = choice["choice: the key changed"]
    moon = course / MOON.name
    bank = moon / "content" / "questions" / "edited.yaml"
    bank.write_text(edits.bank_text("edited", "choice", typo.before), encoding="utf-8")
    notebook = nbformat.read(moon / "notebooks" / "moon.ipynb", as_version=4)
    ask = "from selfcheck import quiz\nquiz('edited')"
    notebook.cells = [nbformat.v4.new_code_cell(ask)]
    nbformat.write(notebook, moon / "notebooks" / "edited.ipynb")
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, "moon/notebooks/edited.ipynb")
    who = Learner(page.locator(".jp-Notebook .sc-question"), "mouse")
    right = who.right()
    who.check(right)
    who.sees("correct")

    bank.write_text(edits.bank_text("edited", "choice", typo.after), encoding="utf-8")
    restart_and_run(page, "come from")
    who = Learner(page.locator(".jp-Notebook .sc-question"), "mouse")
    who.sees("correct")
    assert who.response() == right

    mended = key.after.replace("come form", "come from")
    bank.write_text(edits.bank_text("edited", "choice", mended), encoding="utf-8")
    restart_and_run(page, "come from")
    who = Learner(page.locator(".jp-Notebook .sc-question"), "mouse")
    assert who.right() != right
    who.sees_that_it_changed()
    assert len(attempts(page, "edited/asked", COURSE)) == 1


def restart_and_run(page: Page, prompt: str) -> None:
    """Restart the kernel and run all cells, from the menu, until the new quiz stands there."""
    page.locator(".jp-Notebook .selfcheck").evaluate("e => (e.dataset.old = '')")
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells…", exact=True).click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    quiz = page.locator(".jp-Notebook .selfcheck:not([data-old]):has(.sc-live)")
    expect(quiz).to_have_count(1, timeout=A_MINUTE)
    expect(quiz).to_contain_text(prompt)
