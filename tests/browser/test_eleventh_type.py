"""An eleventh question type, from outside selfcheck: docs/add-a-question-type.md is its recipe."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.alive import all_alive
from tests.support.kept import attempts, extension
from tests.support.learner import Hand, Learner
from tests.support.moon import COURSE, MOON, built_alone
from tests.support.notebook import bare_notebook, run
from tests.support.reviews import answered, begin, remembers
from tests.support.site import served
from tests.support.wcag import found_by_axe

ROOT = Path(__file__).parents[2]
SLIDER = ROOT / "tests" / "slider"
RECIPE = ROOT / "docs" / "add-a-question-type.md"
HANDS: tuple[Hand, ...] = ("mouse", "keyboard")
CHECK = "from selfcheck.cli import app; app(['check', 'content'])"
TRAITS = """
import json
from selfcheck import quiz
shown = quiz("slider")
print(json.dumps({name: getattr(shown, name) for name in ("html", "course", "types")}))
"""
BANK = """
import json
from selfcheck import review
said = []
shown = review()
shown.send = said.append
shown._handle_custom_msg({"type": "bank", "name": "slider", "nr": "1"}, [])
print(json.dumps(said[0]["scripts"]))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the moon with the type, a bank that uses it and a page."""
    return _copy(tmp_path_factory.mktemp("eleventh") / "course")


def _copy(folder: Path) -> Path:
    shutil.copytree(MOON, folder)
    for name in ("slider.py", "slider.js", "slider.md"):
        shutil.copy(SLIDER / name, folder)
    shutil.copy(SLIDER / "slider.yaml", folder / "content" / "questions")
    config = folder / "_config.yml"
    text = config.read_text("utf-8")
    plugins = "    selfcheck_plugins: [slider]\n"
    config.write_text(text.replace("  config:\n", f"  config:\n{plugins}"), encoding="utf-8")
    index = folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("quizzes\n", "quizzes\nslider\n"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the course's site."""
    with served(built_alone(tmp_path_factory.mktemp("site"), course=course)) as address:
        yield address


@pytest.fixture
def page(page: Page, site: str) -> Page:
    """The page with the bank."""
    page.goto(f"{site}/slider.html")
    return page


def learner(page: Page, name: str, hand: Hand = "mouse") -> Learner:
    return Learner(page.locator(f'[data-question="slider/{name}"]'), hand)


def scale(who: Learner) -> Locator:
    return who.live.get_by_role("slider")


def move(who: Learner, value: int) -> None:
    """Set the slider as the learner's hand does it."""
    low, high = who.data["low"], who.data["high"]
    if who.hand == "keyboard":
        who._tab_to(scale(who))
        who.page.keyboard.press("Home")
        for _ in range(value - low):
            who.page.keyboard.press("ArrowRight")
    else:
        # The thumb stays inside, so the scale is shorter than the control by its width.
        thumb, width = 16, scale(who).evaluate("e => e.clientWidth")
        x = thumb / 2 + (width - thumb) * (value - low) / (high - low)
        scale(who).click(position={"x": x, "y": scale(who).evaluate("e => e.clientHeight") / 2})


@pytest.mark.parametrize("hand", HANDS)
def test_right_and_wrong(page: Page, hand: Hand) -> None:
    who = learner(page, "days-in-a-round", hand)
    who.press("Check")
    who.sees_nothing_graded()
    expect(who.status).to_have_text("Choose an answer first.")
    move(who, 80)
    who.press("Check")
    who.sees("incorrect")
    expect(who.live).to_contain_text("Right answer: 30")
    expect(scale(who)).to_be_disabled()
    who.press("Try again")
    move(who, 30)
    who.press("Check")
    who.sees("correct")


@pytest.mark.parametrize(("value", "result"), [(30, "correct"), (75, "incorrect")])
def test_a_reload_keeps_the_answer(page: Page, value: int, result: Any) -> None:
    who = learner(page, "days-in-a-round", "keyboard")
    move(who, value)
    page.reload()
    expect(scale(who)).to_have_value(str(value))
    who.press("Check")
    who.sees(result)
    page.reload()
    who.sees(result)
    expect(scale(who)).to_have_value(str(value))
    (attempt,) = attempts(page, "slider/days-in-a-round", COURSE)
    assert extension(attempt["result"], "response") == str(value)
    assert attempt["object"]["definition"]["interactionType"] == "numeric"


def test_another_key_makes_the_answer_stale(page: Page) -> None:
    who = learner(page, "days-in-a-round", "keyboard")
    move(who, 30)
    who.press("Check")
    who.sees("correct")
    page.route("**/slider.html", lambda route: route.fulfill(body=_other_key(route.fetch().text())))
    page.reload()
    expect(who.status).to_have_text("This question has changed since you answered it.")
    who.sees_nothing_graded()


def _other_key(text: str) -> str:
    assert text.count('"key":30') == 1
    return text.replace('"key":30', '"key":40')


def test_in_a_case_it_is_a_part_like_others(page: Page) -> None:
    weight = learner(page, "two-questions/weight", "keyboard")
    move(weight, 10)
    weight.press("Check")
    weight.sees("correct")
    mass = learner(page, "two-questions/mass")
    mass.check(mass.right())
    case = page.locator('[data-question="slider/two-questions"]')
    expect(case).to_have_attribute("data-result", "correct")
    expect(case.locator("> .sc-status")).to_contain_text("2 of 2 right")


def test_the_printable_key_has_it(page: Page) -> None:
    expect(page.locator(".sc-answer-key")).to_contain_text("Answer: 30")


def test_axe_finds_nothing(page: Page) -> None:
    all_alive(page)
    found = found_by_axe(page, ".selfcheck")
    assert found.violations_count == 0, found.generate_report()


def test_only_a_page_with_such_a_question_gets_the_script(page: Page, site: str) -> None:
    script = page.locator('script[src*="selfcheck/types/slider.js"]')
    expect(script).to_have_count(1)
    page.goto(f"{site}/quizzes.html")
    expect(script).to_have_count(0)


def test_a_mistake_in_such_a_question_is_found_in_its_place(tmp_path: Path) -> None:
    course = _copy(tmp_path / "course")
    bank = course / "content" / "questions" / "slider.yaml"
    text = bank.read_text("utf-8")
    assert _in(course, CHECK).returncode == 0
    bank.write_text(text.replace("answer: 30", "answer: 130").replace("low: 0", "lowest: 0"))
    found = _in(course, CHECK).stderr
    assert re.search(r"slider\.yaml:\d+:\d+: .*`lowest`", found)
    bank.write_text(text.replace("answer: 30", "answer: 130"))
    found = _in(course, CHECK).stderr
    assert re.search(r"slider\.yaml:14:\d+: 130 is not on the scale", found)


@pytest.mark.parametrize("hand", HANDS)
def test_in_a_notebook(page: Page, course: Path, tmp_path: Path, hand: Hand) -> None:
    done = _in(course, TRAITS)
    assert done.returncode == 0, done.stderr
    given = json.loads(done.stdout)
    bare_notebook(tmp_path / "notebook.html")
    with served(tmp_path) as address:
        page.goto(f"{address}/notebook.html")
        run(page, given.pop("html"), **given)
        who = learner(page, "days-in-a-round", hand)
        move(who, 30)
        who.press("Check")
        who.sees("correct")


def test_in_two_views_that_come_at_once(page: Page, course: Path, tmp_path: Path) -> None:
    given = json.loads(_in(course, TRAITS).stdout)
    bare_notebook(tmp_path / "notebook.html")
    with served(tmp_path) as address:
        page.goto(f"{address}/notebook.html")
        page.evaluate("traits => notebook.run(traits, 2)", given)
        sliders = page.locator('[data-question="slider/days-in-a-round"]')
        expect(sliders).to_have_count(2)
        expect(sliders.locator("form.sc-live")).to_have_count(2)


@pytest.mark.parametrize("script", ["throw new Error('no')", "selfcheck.register("])
def test_a_script_that_fails_takes_nothing_else_down(
    page: Page, troubles: list[str], course: Path, tmp_path: Path, script: str
) -> None:
    """In a notebook as on a site the quiz comes alive, and the console says what is wrong."""
    given = json.loads(_in(course, TRAITS).stdout)
    types = [script, *given.pop("types")]
    bare_notebook(tmp_path / "notebook.html")
    with served(tmp_path) as address:
        page.goto(f"{address}/notebook.html")
        run(page, given.pop("html"), types=types, **given)
        who = learner(page, "days-in-a-round", "keyboard")
        move(who, 30)
        who.press("Check")
        who.sees("correct")
    (said,) = troubles
    assert "the script of a question type fails" in said
    troubles.clear()


def test_a_review_asks_it_on_a_page(page: Page, site: str) -> None:
    remembers(page, site, *answered("days-in-a-round", bank="slider"))
    begin(page, 1)
    who = learner(page, "days-in-a-round")
    move(who, 30)
    who.press("Check")
    who.sees("correct")


def test_a_review_in_a_notebook_gets_its_script(course: Path) -> None:
    done = _in(course, BANK)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [(SLIDER / "slider.js").read_text("utf-8")]


def test_the_recipe_is_what_is_tested_here() -> None:
    """Its blocks of code, put together, are the two files; its question stands in the bank."""
    text = RECIPE.read_text("utf-8")
    for kind, name in (("python", "slider.py"), ("javascript", "slider.js")):
        shown = "".join(re.findall(rf"```{kind}\n(.*?)```", text, re.S))
        assert shown.split() == (SLIDER / name).read_text("utf-8").split()
    question, config = re.findall(r"```yaml\n(.*?)```", text, re.S)
    assert question in (SLIDER / "slider.yaml").read_text("utf-8")
    assert "selfcheck_plugins: [slider]" in config


def _in(course: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a course, apart: a type from outside stays registered."""
    return subprocess.run([sys.executable, "-c", code], cwd=course, capture_output=True, text=True)
