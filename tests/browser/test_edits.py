"""An answer means the same tomorrow: what an edit of a bank does to answers on a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support import edits
from tests.support.bare import bare_page
from tests.support.edits import CASES, EDITS, GROUPS, SITTINGS, Edit
from tests.support.kept import attempts
from tests.support.site import served


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with two pages for each question: before its edits and after.

    Cases have pages of their own, before and after each edit.
    """
    folder = tmp_path_factory.mktemp("edits")
    made = edits.quizzes(tmp_path_factory.mktemp("banks"))
    cases = {edit.name: [edit] for edit in EDITS if edit.kind == "case"}
    for name, group in (GROUPS | cases).items():
        for version in ("before", "after"):
            quizzes = "\n".join(made[edit.name, version] for edit in group)
            bare_page(folder / f"{name}.{version}.html", quizzes, course=name)
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
    page.goto(f"{pages}/{EDITS[0].group}.before.html")
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


@pytest.mark.parametrize(("name", "sitting"), SITTINGS)
def test_an_answer_after_an_edit(
    page: Page, pages: str, name: str, sitting: list[tuple[Edit, str]]
) -> None:
    page.goto(f"{pages}/{name}.before.html")
    answered = [edits.answer(page, edit, answer) for edit, answer in sitting]
    page.goto(f"{pages}/{name}.after.html")
    for (edit, answer), given in zip(sitting, answered, strict=True):
        edits.sees(page, edit, answer, given)


@pytest.mark.parametrize("edit", CASES)
def test_a_case_after_an_edit(page: Page, pages: str, edit: Edit) -> None:
    page.goto(f"{pages}/{edit.name}.before.html")
    given = edits.answer_case(page, edit)
    page.goto(f"{pages}/{edit.name}.after.html")
    edits.sees_case(page, edit, given)


@pytest.mark.parametrize("name", GROUPS)
def test_what_was_not_checked_yet(page: Page, pages: str, name: str) -> None:
    """It stays where it still fits; else what is left of it is asked for as before."""
    page.goto(f"{pages}/{name}.before.html")
    responses = [edits.respond(edits.learner(page, edit), edit, "right") for edit in GROUPS[name]]
    page.goto(f"{pages}/{name}.after.html")
    for edit, response in zip(GROUPS[name], responses, strict=True):
        who = edits.learner(page, edit)
        who.sees_nothing_graded()
        assert "right" not in edit.stays or edits.still(who, response), edit.title
        who.check(who.right())
        who.sees("correct")
        assert len(attempts(page, edit.slot, name)) == 1, edit.title


def test_the_edit_taken_back_brings_the_answer_back(page: Page, pages: str) -> None:
    """The log keeps what was answered: to the old question it is an answer still."""
    edit = next(each for each in EDITS if each.title == "choice: the key changed")
    page.goto(f"{pages}/{edit.group}.before.html")
    answered = edits.answer(page, edit, "right")
    page.goto(f"{pages}/{edit.group}.after.html")
    edits.learner(page, edit).sees_nothing_graded()
    page.goto(f"{pages}/{edit.group}.before.html")
    who = edits.learner(page, edit)
    who.sees("correct")
    assert edits.still(who, answered.response)


def test_the_table_has_every_kind_of_edit() -> None:
    """Each type has an answer that stays and one that is stale."""
    for kind in {edit.kind for edit in EDITS}:
        own = [edit for edit in EDITS if edit.kind == kind]
        assert any(edit.stays for edit in own), kind
        assert any(edit.stale for edit in own), kind
