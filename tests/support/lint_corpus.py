"""The corpus of flawed and of good questions, in tests/lint/corpus, as questions.

A file has questions on one subject. An option is a text, and the right one has "= " before it.
`flaws` are the rules that a careful examiner would call upon; `beyond` what can only be seen by
who knows the matter. What is not said is filled in: feedback, explanation, level, source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from selfcheck import convert
from selfcheck.questions import Question

FOLDER = Path(__file__).parents[1] / "lint" / "corpus"
# What learners are told, long enough to be more than a verdict.
SAID = "This mixes up two things that the course keeps apart."
FILLED: dict[str, Any] = {
    "id": "question",
    "type": "choice",
    "objective": "o",
    "level": "apply",
    "explanation": "It follows from what the course says of it.",
    "sources": ["somebody2001"],
}
RIGHT = "= "


class Sample(NamedTuple):
    """A question of the corpus, what an examiner sees in it, and the language of its file.

    name: `subject/question`.
    """

    name: str
    question: Question
    language: str
    flaws: frozenset[str]
    beyond: frozenset[str]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.flaws and not self.beyond


def samples(part: str) -> Iterator[Sample]:
    """Yield the questions of a *part* of the corpus: `open`, or `held-out`."""
    for path in sorted((FOLDER / part).glob("*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        for each in data["questions"]:
            yield Sample(
                f"{path.stem}/{each['id']}",
                question(each),
                data.get("language", "en"),
                frozenset(each.get("flaws", ())),
                frozenset(each.get("beyond", ())),
            )


def question(said: Mapping[str, Any]) -> Question:
    """Return the question that *said* is short for."""
    data = {**FILLED, **said}
    for name in ("flaws", "beyond"):
        data.pop(name, None)
    if "options" in data:
        data["options"] = [_option(each) for each in data["options"]]
    if "items" in data:
        data["items"] = [{"text": each, "feedback": SAID} for each in data["items"]]
    if "pairs" in data:
        data["pairs"] = [{"feedback": SAID, **each} for each in data["pairs"]]
    if "categories" in data:
        data["categories"] = [
            {**each, "items": [{"text": item, "feedback": SAID} for item in each["items"]]}
            for each in data["categories"]
        ]
    if "gaps" in data:
        data["gaps"] = {name: {"feedback": SAID, **gap} for name, gap in data["gaps"].items()}
    # A question of the schema has these: a test takes them away again.
    lacking = [name for name in ("explanation", "level") if data[name] is None]
    for name in lacking:
        data[name] = FILLED[name]
    made = convert.question(data)
    assert isinstance(made, Question)
    for name in lacking:
        setattr(made, name, "")
    return made


def _option(said: object) -> dict[str, Any]:
    if isinstance(said, dict):
        return {"feedback": SAID, **said}
    return {
        "text": str(said).removeprefix(RIGHT),
        "correct": str(said).startswith(RIGHT),
        "feedback": SAID,
    }
