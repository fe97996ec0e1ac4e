"""Regions of a figure: by mouse in the figure itself, by keyboard in the list of their names."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.support.answers import multiple_response
from tests.support.learner import Learner
from tests.support.seen import expect

alike = multiple_response.alike
right = multiple_response.right
wrong = multiple_response.wrong
partly = multiple_response.partly
kept = multiple_response.kept
said = multiple_response.said


def answer(who: Learner, chosen: list[str]) -> None:
    for name in who.data["ids"]:
        box = who.option(_role(who), name)
        if box.is_checked() == (name in chosen) or (_role(who) == "radio" and name not in chosen):
            continue
        if who.hand == "mouse":
            press(who, name)
        elif _role(who) == "radio":
            who.choose(who.live.get_by_role("radio"), box)
        else:
            who.toggle(box)
    for name in chosen:
        expect(_region(who, name)).to_have_attribute("data-on", "")


def press(who: Learner, name: str) -> None:
    """Click the region where nothing else covers it, as a reader sees it."""
    region = _region(who, name)
    region.scroll_into_view_if_needed()
    point = region.evaluate(
        """e => {
          const { x, y, width, height } = e.getBoundingClientRect();
          for (let i = 1; i < 20; i += 1) for (let j = 1; j < 20; j += 1) {
            // On whole pixels, where a mouse stands.
            const at = [x + (width * i) / 20, y + (height * j) / 20].map(Math.round);
            const hit = document.elementFromPoint(...at);
            if (e === hit || e.contains(hit)) return at;
          }
          return null;
        }"""
    )
    assert point, f"the region {name} cannot be hit"
    who.page.mouse.click(*point)


def response(who: Learner) -> list[str]:
    return [name for name in who.data["ids"] if who.option(_role(who), name).is_checked()]


def _role(who: Learner) -> str:
    return "radio" if len(who.data["key"]) == 1 else "checkbox"


def _region(who: Learner, name: str) -> Locator:
    return who.live.locator(f'[data-region="{name}"]')
