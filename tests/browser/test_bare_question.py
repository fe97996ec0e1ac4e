"""A question without explanation, level and sources is answered like any other, and says no more.

Of an option without feedback the verdict stands alone.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from selfcheck import convert
from selfcheck.render import html
from tests.support.bare import bare_page
from tests.support.changes import Data
from tests.support.learner import Learner
from tests.support.one_of_each import QUESTIONS, with_figure
from tests.support.site import served

# Each region is there to be pressed.
FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">'
    '<circle id="left" cx="15" cy="15" r="12"/><circle id="top" cx="45" cy="15" r="12"/>'
    '<circle id="right" cx="75" cy="15" r="12"/></svg>'
)


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


def without(fields: Data) -> Data:
    """Return *fields* with no feedback for what is offered but the last."""
    made = copy.deepcopy(fields)
    for name in ("options", "regions"):
        for each in made.get(name, ())[:-1]:
            del each["feedback"]
    return made


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with a question of each type that says no more than it must."""
    folder = tmp_path_factory.mktemp("bare-question")
    (folder / "content").mkdir()
    with_figure(folder / "content")
    (folder / "content" / "figures" / "two.svg").write_text(FIGURE, encoding="utf-8")
    questions = [
        {"id": kind, "type": kind, "objective": "o", "prompt": "Which?", **without(more)}
        for kind, more in QUESTIONS.items()
    ]
    bank = {"schema": 1, "id": "t", "title": "T", "objectives": {"o": "O"}}
    made = html(convert.bank({**bank, "questions": questions}), {}, folder=folder / "content")
    bare_page(folder / "index.html", made)
    with served(folder) as host:
        yield f"{host}/index.html"


@pytest.mark.parametrize("kind", QUESTIONS)
def test_it_is_checked_and_says_nothing_that_nobody_wrote(
    page: Page, address: str, kind: str
) -> None:
    page.goto(address)
    root = page.locator(f"[data-question='t/{kind}']")
    who = Learner(root, "mouse")
    who.check(who.right())
    who.sees("correct")
    expect(root.locator(".sc-live .sc-why")).to_be_hidden()
    for word in ("undefined", "null", "UNSET"):
        expect(root.locator(".sc-live")).not_to_contain_text(word)
