"""Views of one question in JupyterLab: side by side, in two windows, with and without a kernel.

Played by a page, so that the kernel can be slow, busy or dead when a test wants it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from selfcheck import bank
from selfcheck.render import html
from tests.support.kept import attempts, empty
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.notebook import bare_notebook, run, traits
from tests.support.patience import until
from tests.support.site import served

NAMES = ("which-light", "order-of-phases", "light-time")
# A browser that keeps nothing, and in which no tab hears of another: what is known elsewhere came
# through the kernel.
FORGETFUL = """
for (const name of ["getItem", "setItem", "removeItem", "key"])
  Storage.prototype[name] = () => { throw new DOMException("blocked", "SecurityError") };
delete self.BroadcastChannel;
"""


@pytest.fixture(scope="module")
def quiz() -> str:
    """The HTML of a quiz."""
    content = MOON / "content"
    return html(bank.pick(bank.load("moon", content), *NAMES), {}, None, content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with an empty notebook."""
    place = tmp_path_factory.mktemp("notebook")
    bare_notebook(place / "notebook.html")
    with served(place) as address:
        yield f"{address}/notebook.html"


@pytest.fixture
def notebook(page: Page, folder: str, no_troubles: None) -> Page:
    """An empty notebook, in which nothing may complain."""
    page.goto(folder)
    return page


def at(page: Page, name: str = "which-light", view: int = 0) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]').nth(view), "mouse")


def logged(page: Page, number: int = 0) -> list[bool]:
    return [each["result"]["success"] for each in traits(page, number)["log"]]


def follow_each_other(one: Learner, other: Learner) -> None:
    """Answer here, and see it there; try again there, and see that here."""
    one.check(one.wrong())
    other.sees("incorrect")
    assert other.response() == one.response()
    other.press("Try again")
    one.sees_nothing_graded()
    other.check(other.right())
    one.sees("correct")


@pytest.mark.parametrize("name", NAMES)
def test_two_widgets_of_a_question_follow_each_other(notebook: Page, quiz: str, name: str) -> None:
    for _ in range(2):
        run(notebook, quiz, "moon")
    one, other = at(notebook, name, 0), at(notebook, name, 1)
    follow_each_other(one, other)
    assert len(attempts(notebook, f"moon/{name}", "moon")) == 2


def test_widgets_of_two_courses_do_not(notebook: Page, quiz: str) -> None:
    run(notebook, quiz, "moon")
    run(notebook, quiz, "other")
    at(notebook, view=0).check("sun")
    at(notebook, view=0).sees("correct")
    assert at(notebook, view=1).response() is None
    notebook.reload()
    run(notebook, quiz, "other")
    at(notebook).sees_nothing_graded()


def test_an_output_shown_twice_follows_itself(notebook: Page, quiz: str) -> None:
    number = run(notebook, quiz, "moon")
    notebook.evaluate("number => notebook.view(number)", number)
    at(notebook, view=0).check("earth")
    at(notebook, view=1).sees("incorrect")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length")
    assert logged(notebook) == [False]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_opened_twice_follows_through_the_kernel(
    page: Page, folder: str, quiz: str, name: str
) -> None:
    page.add_init_script(FORGETFUL)
    page.goto(folder)
    number = run(page, quiz, "moon")
    page.evaluate("number => notebook.open(number)", number)
    one, other = at(page, name, 0), at(page, name, 1)
    follow_each_other(one, other)
    page.wait_for_function("() => notebook.widgets[0].traits.log.length === 2")
    assert logged(page) == [False, True]


def test_a_click_before_the_news_does_not_erase_a_check(page: Page, folder: str, quiz: str) -> None:
    page.add_init_script(FORGETFUL)
    page.goto(folder)
    number = run(page, quiz, "moon")
    page.evaluate("number => notebook.open(number)", number)
    page.evaluate("notebook.kernel('busy')")
    at(page, view=0).check("sun")
    at(page, view=0).sees("correct")
    at(page, view=1).answer("earth")
    page.evaluate("notebook.kernel('idle')")
    for view in range(2):
        at(page, view=view).sees("correct")
        assert at(page, view=view).response() == "sun"
    assert logged(page) == [True]


def test_the_kernel_keeps_what_the_browser_does_not(notebook: Page, quiz: str) -> None:
    """The same notebook in another browser: its kernel has the answers."""
    run(notebook, quiz, "moon")
    at(notebook).check("sun")
    at(notebook, "light-time").answer("1.3")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length")
    # Typing sends a draft for each key; the kernel has all of it when the last has come.
    notebook.wait_for_function(
        "() => notebook.widgets[0].traits.drafts['moon/light-time']?.response === '1.3'"
    )
    known = traits(notebook)
    empty(notebook)
    notebook.reload()
    run(notebook, quiz, "moon", log=known["log"], drafts=known["drafts"])
    at(notebook).sees("correct")
    assert at(notebook, "light-time").response() == "1.3"


def test_the_browser_keeps_what_the_kernel_does_not(notebook: Page, quiz: str) -> None:
    """The kernel is dead before the learner answers, and another one starts."""
    run(notebook, quiz, "moon")
    notebook.evaluate("notebook.kernel('dead')")
    at(notebook).check("sun")
    at(notebook).sees("correct")
    at(notebook, "light-time").answer("1.3")
    assert logged(notebook) == []
    notebook.reload()
    run(notebook, quiz, "moon")
    at(notebook).sees("correct")
    assert at(notebook, "light-time").response() == "1.3"


def test_what_is_forgotten_in_the_kernel_goes_from_the_browser(notebook: Page, quiz: str) -> None:
    """While it is shown, or when it is shown again."""
    run(notebook, quiz, "moon")
    at(notebook).check("sun")
    at(notebook, "light-time").answer("1.3")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length")
    notebook.evaluate("notebook.widgets[0].forget()")
    at(notebook).sees_nothing_graded()
    at(notebook).check("earth")
    at(notebook).sees("incorrect")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length")
    (kept,) = attempts(notebook, "moon/which-light", "moon")
    assert logged(notebook) == [kept["result"]["success"]] == [False]

    # Another kernel, from whose log it was deleted meanwhile.
    moment = notebook.evaluate("Date.now()")
    notebook.reload()
    number = run(notebook, quiz, "moon", forgotten=moment)
    at(notebook).sees_nothing_graded()
    assert at(notebook, "light-time").response() in (None, "")
    # It shows none before it has let go of them.
    until(lambda: attempts(notebook, "moon/which-light", "moon"), lambda found: found == [])
    assert traits(notebook, number)["log"] == []


def test_what_both_keep_is_one_attempt(notebook: Page, quiz: str) -> None:
    run(notebook, quiz, "moon")
    at(notebook).check("sun")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length")
    known = traits(notebook)
    notebook.reload()
    run(notebook, quiz, "moon", log=known["log"], drafts=known["drafts"])
    who = at(notebook)
    who.sees("correct")
    who.press("Try again")
    who.check("earth")
    who.sees("incorrect")
    notebook.wait_for_function("() => notebook.widgets[0].traits.log.length === 2")
    assert traits(notebook)["log"] == attempts(notebook, "moon/which-light", "moon")


@pytest.mark.parametrize("keeper", ["kernel", "browser"])
def test_a_number_from_code_does_not_take_an_answer_back(notebook: Page, keeper: str) -> None:
    """It is put into the field once; what the learner makes of it stands in every view."""
    content = MOON / "content"
    asked = html(bank.pick(bank.load("moon", content), "light-time"), {}, None, content)
    number = run(notebook, asked, "moon", answer=0.78, keeper=keeper)
    who = at(notebook, "light-time")
    expect(who.live.get_by_role("textbox")).to_have_value("0.78")
    who.press("Check")
    who.sees("incorrect")
    who.press("Try again")
    who.check("1.28")
    who.sees("correct")
    notebook.evaluate("number => notebook.view(number)", number)
    # And a page that is loaded again, while the kernel runs.
    notebook.evaluate("number => notebook.open(number)", number)
    for view in (1, 2):
        at(notebook, "light-time", view=view).sees("correct")
        assert at(notebook, "light-time", view=view).response() == "1.28"
