"""What the page remembers, and what it says when it cannot."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.support.learner import Learner

BLOCKED = """
for (const name of ["getItem", "setItem", "removeItem"])
  Storage.prototype[name] = () => { throw new DOMException("blocked", "SecurityError") };
"""
CANNOT = "cannot remember"


def first(page: Page) -> Learner:
    return Learner(page.locator('.sc-question[data-q*=\'"type":"choice"\']').first, "mouse")


def test_with_storage_blocked_the_quiz_works_and_says_so(
    page: Page, site: str, troubles: list[str]
) -> None:
    page.add_init_script(BLOCKED)
    page.goto(f"{site}/notebooks/01-what-stem-cells-are.html")
    who = first(page)
    expect(page.get_by_text(CANNOT)).to_have_count(1)
    who.check(who.right())
    who.sees("correct")
    # The theme reads its own setting without care; what our script does must not throw.
    assert all("theme" in trouble or "blocked" in trouble for trouble in troubles)
    assert not any("selfcheck" in trouble for trouble in troubles)
    troubles.clear()


def test_with_storage_it_says_nothing_of_the_kind(module: Page) -> None:
    who = first(module)
    who.check(who.right())
    expect(module.get_by_text(CANNOT)).to_have_count(0)


def test_what_is_chosen_and_not_checked_comes_back_too(module: Page) -> None:
    who = first(module)
    who.answer(who.wrong())
    chosen = who.response()
    module.reload()
    who = first(module)
    assert who.response() == chosen
    who.sees_nothing_graded()


def test_a_learner_always_sees_the_same_order(module: Page) -> None:
    def order() -> list[str]:
        expect(module.locator(".sc-live").first).to_be_attached()
        return module.locator(".sc-live .sc-row label").all_text_contents()

    before = order()
    module.reload()
    assert order() == before


def test_learners_see_different_orders(module: Page) -> None:
    seen = set()
    for seed in range(6):
        module.evaluate(f"localStorage.setItem('selfcheck.seed', '\"seed {seed}\"')")
        module.reload()
        expect(module.locator(".sc-live").first).to_be_attached()
        seen.add(tuple(module.locator(".sc-live .sc-row label").all_text_contents()))
    assert len(seen) > 1


def test_an_answer_to_another_key_is_stale(module: Page) -> None:
    who = first(module)
    who.check(who.right())
    who.sees("correct")
    name = f"selfcheck:{who.root.get_attribute('data-question')}"
    state = json.loads(module.evaluate(f"localStorage.getItem({name!r})"))
    state["hash"] = "00000000"
    module.evaluate("([k, v]) => localStorage.setItem(k, v)", [name, json.dumps(state)])
    module.reload()
    who = first(module)
    who.sees_nothing_graded()
    expect(who.status).to_contain_text("has changed")


def test_broken_memory_does_not_break_the_quiz(module: Page) -> None:
    name = f"selfcheck:{first(module).root.get_attribute('data-question')}"
    for rubbish in ("{", "[]", "17", '{"hash": 1, "response": {"a": 1}, "checked": true}'):
        module.evaluate("([k, v]) => localStorage.setItem(k, v)", [name, rubbish])
        module.reload()
        who = first(module)
        who.sees_nothing_graded()
    who.check(who.right())
    who.sees("correct")


def test_hints_come_one_at_a_time_and_stay(module: Page) -> None:
    root = module.locator(".sc-question:has(.sc-hint)").first
    who = Learner(root, "mouse")
    count = root.locator(".sc-plain .sc-hint").count()
    shown = root.locator(".sc-live .sc-hints > *")
    for opened in range(1, count + 1):
        who.press("Hint")
        expect(shown).to_have_count(opened)
    expect(root.get_by_role("button", name="Hint", exact=True)).to_have_count(0)
    who.sees_nothing_graded()
    module.reload()
    expect(shown).to_have_count(count)
