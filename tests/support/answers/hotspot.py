"""Regions of a figure: by mouse in the figure itself, by keyboard in the list of their names."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.support.answers import multiple_response
from tests.support.learner import Learner

right = multiple_response.right
wrong = multiple_response.wrong
said = multiple_response.said


def _role(who: Learner) -> str:
    return "radio" if len(who.data["key"]) == 1 else "checkbox"


def partly(who: Learner) -> list[int] | None:
    return multiple_response.partly(who)


def answer(who: Learner, indices: list[int]) -> None:
    for index in range(who.count(".sc-options")):
        box = who.option(_role(who), index)
        if box.is_checked() == (index in indices) or (
            _role(who) == "radio" and index not in indices
        ):
            continue
        if who.hand == "mouse":
            press(who, index)
        elif _role(who) == "radio":
            who.choose(who.live.get_by_role("radio"), box)
        else:
            who.toggle(box)
    for index in indices:
        region = who.live.locator(f'[data-region="{index}"]')
        expect(region).to_have_attribute("data-on", "")


def press(who: Learner, index: int) -> None:
    """Click the region where nothing else covers it, as a reader sees it."""
    region = who.live.locator(f'[data-region="{index}"]')
    region.scroll_into_view_if_needed()
    point = region.evaluate(
        """e => {
          const { x, y, width, height } = e.getBoundingClientRect();
          for (let i = 1; i < 20; i += 1) for (let j = 1; j < 20; j += 1) {
            const at = [x + (width * i) / 20, y + (height * j) / 20];
            const hit = document.elementFromPoint(...at);
            if (e === hit || e.contains(hit)) return at;
          }
          return null;
        }"""
    )
    assert point, f"region {index} cannot be hit"
    who.page.mouse.click(*point)


def response(who: Learner) -> list[int]:
    boxes = range(who.count(".sc-options"))
    return [i for i in boxes if who.option(_role(who), i).is_checked()]


def kept(who: Learner, given: list[int]) -> list[int]:
    return multiple_response.kept(who, given)
