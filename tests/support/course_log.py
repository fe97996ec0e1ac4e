"""What a learner is to have done in the Moon, for pages that show all of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from selfcheck import words
from tests.support.learner import Learner
from tests.support.moon import COURSE


def says(key: str, language: str = "en", **values: object) -> str:
    """Return words of the interface."""
    return words.say(language, key, **values)


def solve(page: Page, *names: str, right: bool = True) -> None:
    """Check questions of the Moon on the page that is open."""
    for name in names:
        who = Learner(page.locator(f'[data-question="moon/{name}"]').first, "mouse")
        who.check(who.right() if right else who.wrong())
        who.sees("correct" if right else "incorrect")


def button(page: Page, key: str, language: str = "en") -> Locator:
    """Return the button with the words of *key*."""
    return page.get_by_role("button", name=says(key, language), exact=True)


def download(page: Page) -> list[Any]:
    """Return the statements that *Download my answers* writes."""
    with page.expect_download() as found:
        button(page, "along-download").click()
    path = Path(found.value.path())
    assert found.value.suggested_filename.startswith("the-moon-")
    statements: list[Any] = json.loads(path.read_text("utf-8"))
    return statements


def bring(page: Page, text: str | bytes) -> None:
    """Choose a file with *text* in it."""
    data = text if isinstance(text, bytes) else text.encode()
    chosen = page.get_by_label(says("along-bring"))
    chosen.set_input_files({"name": "mine.json", "mimeType": "application/json", "buffer": data})


def sees(page: Page, text: str) -> None:
    """See *text* in the line that tells what was done with the answers."""
    expect(page.locator(".sc-course [role=status]").last).to_have_text(text)


def statement(n: int, question: str, at: datetime, **more: Any) -> dict[str, Any]:
    """Return a statement as a page writes it: a right answer to a question of the Moon.

    more: `score`, `fp`, `sitting`, `confidence`; `course` and `bank` of another one.
    """
    x = "urn:selfcheck:"
    course, bank = more.get("course", COURSE), more.get("bank", "moon")
    extensions = {f"{x}version": 1, f"{x}course": course, f"{x}bank": bank, f"{x}tries": 1}
    extensions |= {f"{x}hints": 0}
    for name in ("sitting", "confidence"):
        if name in more:
            extensions[x + name] = more[name]
    score = more.get("score", 1)
    definition = {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "extensions": {f"{x}type": "choice", f"{x}fingerprint": more.get("fp", "598a5b5b")}
        | {f"{x}key": ["sun"]},
    }
    return {
        "id": f"00000000-0000-4000-8000-{n:012}",
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": "https://selfcheck.invalid/learner", "name": "a"},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": f"{x}question:{course}:{bank}/{question}",
            "definition": definition,
        },
        "result": {
            "score": {"scaled": score},
            "success": score == 1,
            "completion": True,
            "response": "sun",
            "duration": "PT1.00S",
            "extensions": {f"{x}response": "sun"},
        },
        "context": {"platform": "page", "language": "en", "extensions": extensions},
        "timestamp": at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def term(count: int, questions: list[str]) -> list[dict[str, Any]]:
    """Return *count* statements, one an hour until now, over *questions* in turn."""
    now = datetime.now(UTC)
    return [
        statement(
            n,
            questions[n % len(questions)],
            now - timedelta(hours=count - n),
            score=n % 3 / 2,
            confidence=n % 3 + 1,
        )
        for n in range(count)
    ]


def studied(count: int, outline: dict[str, Any]) -> list[dict[str, Any]]:
    """Return *count* statements, one an hour until now, over all questions of a course in turn."""
    now = datetime.now(UTC)
    questions = list(outline["questions"].items())
    made = []
    for n in range(count):
        name, asked = questions[n % len(questions)]
        bank, _, question = name.partition("/")
        given = {"course": outline["course"], "bank": bank, "fp": asked["fps"][0]}
        at = now - timedelta(hours=count - n)
        made.append(statement(n, question, at, score=n % 3 / 2, confidence=n % 3 + 1, **given))
    return made
