"""A learner of the Moon to whom questions come back."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support.course_log import says, statement
from tests.support.learner import Hand, Learner
from tests.support.moon import COURSE
from tests.support.patience import until
from tests.support.seen import expect

PUT = "all => all.forEach(([key, text]) => localStorage.setItem(key, text))"
# Long enough for whatever was answered right.
LONG_AGO = 90


def answered(*names: str, days: float = LONG_AGO, bank: str = "moon", **more: Any) -> list[Any]:
    """Return statements: each of *names* was answered once, so many days ago; right in general.

    more: as `course_log.statement` takes it. A name may say `question@sitting`.
    """
    at = datetime.now(UTC) - timedelta(days=days)
    made = []
    for n, name in enumerate(names):
        question, _, sitting = name.partition("@")
        given = {**more, **({"sitting": sitting} if sitting else {})}
        each = statement(n, question, at + timedelta(seconds=n), bank=bank, **given)
        each["id"] = f"{name}-{days}".replace("/", "-").replace("@", "-")
        made.append(each)
    return made


def fingerprints(page: Any) -> dict[str, str]:
    """Return those of the questions of the course, by name; *page* shows a view over all of it."""
    questions: dict[str, Any] = page.evaluate("selfcheckCourse.questions")
    return {name: each["fps"][0] for name, each in questions.items()}


def remembers(page: Any, moon: str, *statements: Any) -> None:
    """Open the page of reviews after *statements*, whose questions are what they were then."""
    page.goto(f"{moon}/review.html")
    expect(page.locator(".sc-review")).to_be_visible()
    prints = fingerprints(page)
    entries = []
    for each in statements:
        name = each["object"]["id"].split(":")[-1]
        extensions = each["object"]["definition"]["extensions"]
        # One that says otherwise is of an earlier version.
        if extensions["urn:selfcheck:fingerprint"] == "598a5b5b":
            extensions["urn:selfcheck:fingerprint"] = prints[name]
        sitting = each["context"]["extensions"].get("urn:selfcheck:sitting")
        slot = f"{name}@{sitting}" if sitting else name
        entries.append([f"selfcheck:v1:{COURSE}:attempt:{slot}:{each['id']}", json.dumps(each)])
    page.evaluate(PUT, entries)
    page.goto(f"{moon}/review.html")
    expect(page.locator(".sc-review")).to_be_visible()


def view(page: Any) -> Any:
    """Return the place of reviews."""
    return page.locator(".sc-review")


def button(page: Any, key: str, **values: Any) -> Any:
    """Return the button of the review with the words of *key*."""
    return view(page).get_by_role("button", name=says(key, **values), exact=True)


def begin(page: Any, n: int) -> None:
    """Begin a sitting of *n* things to do."""
    button(page, "review-start").click()
    counts(page, 1, n)


def counts(page: Any, n: int, total: int) -> None:
    """See which of how many is asked; the focus is there."""
    count = view(page).locator("h2.sc-count")
    expect(count).to_have_text(says("review-count", n=n, total=total))
    expect(count).to_be_focused()


def asked(page: Any) -> list[str]:
    """Return the names of the questions that stand there, alive."""
    section = view(page).locator(".sc-question[data-question]")
    expect(section.first.locator("form.sc-live")).to_be_attached()
    found: list[str] = section.evaluate_all("all => all.map(e => e.dataset.question)")
    return found


def holds(who: Learner, response: Any) -> None:
    """See what was answered and not checked, as soon as it is known what it follows."""
    until(who.response, lambda found: found == response)


def solve(page: Any, name: str, *, right: bool = True, hand: Hand = "mouse") -> None:
    """Check the question *name*."""
    who = Learner(view(page).locator(f'[data-question="{name}"]'), hand)
    who.check(who.right() if right else who.wrong())
    who.sees("correct" if right else "incorrect")


def events(text: str) -> list[dict[str, str]]:
    """Return the entries of a calendar file (RFC 5545): their properties, without parameters."""
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    found: list[dict[str, str]] = []
    for line in lines[1:-2]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            found[-1][name.partition(";")[0]] = re.sub(r"\\([\\;,])", r"\1", value)
    return found
