"""An answer means the same tomorrow: what an edit of a bank does to answers on a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support import edits
from tests.support.bare import bare_page
from tests.support.edits import ANSWERS, CASES, EDITS, Edit
from tests.support.kept import attempts
from tests.support.learner import Learner
from tests.support.site import served


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with two pages for each edit: before it and after it."""
    folder = tmp_path_factory.mktemp("edits")
    for (name, version), quiz in edits.quizzes(tmp_path_factory.mktemp("banks")).items():
        bare_page(folder / f"{name}.{version}.html", quiz, course=name)
    with served(folder) as address:
        yield address


# Of each question in some HTML: its name or its variant's, the fingerprint, and the key.
DECIDES = """([html]) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.querySelectorAll(".sc-question")].flatMap((section) => {
    const question = selfcheck.readQuestion(section);
    const { decides } = selfcheck.typeOf(question.type);
    return (question.variants ?? [{}]).map((variant) => {
      const asked = { ...question, ...variant };
      const name = section.dataset.question + " " + (variant.id ?? "");
      return [name, asked.fp, JSON.stringify(decides(asked))];
    });
  });
}"""


def test_python_and_the_page_agree_on_what_decides_a_score(
    page: Page, pages: str, tmp_path: Path
) -> None:
    """The fingerprint is made by one and the key of an attempt by the other."""
    page.goto(f"{pages}/{EDITS[0].name}.before.html")
    made = edits.quizzes(tmp_path)
    changed = {True: 0, False: 0}
    for edit in EDITS:
        before, after = (
            {name: said for name, *said in page.evaluate(DECIDES, [made[edit.name, version]])}
            for version in ("before", "after")
        )
        for name in before.keys() & after.keys():
            (one, key), (other, now) = before[name], after[name]
            assert (one == other) is (key == now), (edit.title, key, now)
            changed[one != other] += 1
    assert min(changed.values()) > 40


@pytest.mark.parametrize(("edit", "answer"), ANSWERS)
def test_an_answer_after_an_edit(page: Page, pages: str, edit: Edit, answer: str) -> None:
    page.goto(f"{pages}/{edit.name}.before.html")
    answered = edits.answer(page, edit, answer)
    page.goto(f"{pages}/{edit.name}.after.html")
    edits.sees(page, edit, answer, answered)


@pytest.mark.parametrize("edit", CASES)
def test_a_case_after_an_edit(page: Page, pages: str, edit: Edit) -> None:
    page.goto(f"{pages}/{edit.name}.before.html")
    given = edits.answer_case(page, edit)
    page.goto(f"{pages}/{edit.name}.after.html")
    edits.sees_case(page, edit, given)


@pytest.mark.parametrize("edit", [edit for edit in EDITS if edit.kind != "case"])
def test_what_was_not_checked_yet(page: Page, pages: str, edit: Edit) -> None:
    """It stays where it still fits; else what is left of it is asked for as before."""
    page.goto(f"{pages}/{edit.name}.before.html")
    who = Learner(page.locator(".sc-question"), "mouse")
    response = edits.respond(who, edit, "right")
    page.goto(f"{pages}/{edit.name}.after.html")
    who = Learner(page.locator(".sc-question"), "mouse")
    who.sees_nothing_graded()
    assert "right" not in edit.stays or edits.still(who, response)
    who.check(who.right())
    who.sees("correct")
    assert len(attempts(page, edit.slot, edit.name)) == 1


def test_the_edit_taken_back_brings_the_answer_back(page: Page, pages: str) -> None:
    """The log keeps what was answered: to the old question it is an answer still."""
    edit = next(each for each in EDITS if each.title == "choice: the key changed")
    page.goto(f"{pages}/{edit.name}.before.html")
    answered = edits.answer(page, edit, "right")
    page.goto(f"{pages}/{edit.name}.after.html")
    Learner(page.locator(".sc-question"), "mouse").sees_nothing_graded()
    page.goto(f"{pages}/{edit.name}.before.html")
    who = Learner(page.locator(".sc-question"), "mouse")
    who.sees("correct")
    assert edits.still(who, answered.response)


def test_the_table_has_every_kind_of_edit() -> None:
    """Each type has an answer that stays and one that is stale."""
    for kind in {edit.kind for edit in EDITS}:
        own = [edit for edit in EDITS if edit.kind == kind]
        assert any(edit.stays for edit in own), kind
        assert any(edit.stale for edit in own), kind
