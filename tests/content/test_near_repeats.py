"""No two questions of the course are one question in two coats, in whichever banks they stand.

How alike two questions are is the cosine of their words: of the prompt and of what is right,
without words such as "the" and without endings. A word weighs the more the fewer questions have it
(the logarithm of the number of questions by the number that have it), and counts once in a
question. 0 is no word in common, and 1 is all. From BOUND on a pair is changed, or stands in
near-repeats.yaml with a reason. Parts of one case share its story, and are not compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from selfcheck.questions import Bank, Question, answered

BOUND = 0.39
LISTED = yaml.safe_load(Path(__file__).with_name("near-repeats.yaml").read_text("utf-8"))
COMMON = set(LISTED["common"].split())
ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "ly", "s")


def words(text: str) -> set[str]:
    """Return the words of *text* that say what it is about."""
    found = re.findall(r"[a-z]+|\d[\d.,]*", re.sub(r"\[\[.*?\]\]", "", text.lower()))
    return {stem(word) for word in found if word not in COMMON and len(word) > 1}


def stem(word: str) -> str:
    """Return *word* without an ending, if three letters are left."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def asked(question: Question) -> str:
    """Return the prompt of *question* and what is right."""
    return " ".join(_texts(msgspec.to_builtins(question)))


def _texts(it: dict[str, Any]) -> Iterator[str]:
    yield it["prompt"]
    yield str(it.get("text", ""))
    yield from (each["text"] for each in it.get("options", ()) if each.get("correct"))
    yield from (each["text"] for each in it.get("items", ()))
    for pair in it.get("pairs", ()):
        yield from (pair["left"]["text"], pair["right"]["text"])
    for category in it.get("categories", ()):
        yield category["text"]
        yield from (each["text"] for each in category["items"])


def of_one_case(one: str, other: str) -> bool:
    """Whether two questions, as bank/question or bank/case/part, are parts of one case."""
    return one.count("/") == 2 and one.rpartition("/")[0] == other.rpartition("/")[0]


class Course:
    """The words of all questions, and what each weighs."""

    def __init__(self, banks: list[Bank]) -> None:
        self.questions: dict[str, set[str]] = {}
        for bank in banks:
            for name, question in answered(bank.questions):
                self.questions[f"{bank.id}/{name}"] = words(asked(question))
        self.having = Counter(word for each in self.questions.values() for word in each)

    def weight(self, found: set[str]) -> float:
        """Return what words weigh together."""
        return sum(math.log(len(self.questions) / max(1, self.having[word])) ** 2 for word in found)

    def alike(self, one: set[str], other: set[str]) -> float:
        """Return how alike two questions are, from 0 to 1."""
        return self.weight(one & other) / math.sqrt(self.weight(one) * self.weight(other))


@pytest.fixture(scope="module")
def course(banks: list[Bank]) -> Course:
    return Course(banks)


def test_no_two_questions_are_one(course: Course) -> None:
    allowed = {frozenset(each["pair"]) for each in LISTED["allowed"]}
    found = {
        frozenset(pair): how
        for pair in combinations(course.questions, 2)
        if not of_one_case(*pair)
        and (how := course.alike(*(course.questions[each] for each in pair))) >= BOUND
    }
    assert {pair: how for pair, how in found.items() if pair not in allowed} == {}
    assert allowed <= found.keys(), "no longer alike: take them off the list"


def test_each_pair_that_may_stay_has_a_reason() -> None:
    assert all(len(each["because"].split()) > 5 for each in LISTED["allowed"])


@pytest.mark.parametrize("pair", LISTED["caught"], ids=lambda pair: pair[0][:24])
def test_what_was_one_question_is_found(pair: tuple[str, str], course: Course) -> None:
    one, other = map(words, pair)
    assert course.alike(one, other) >= BOUND


def test_questions_on_one_subject_are_not_yet_one(course: Course) -> None:
    one = words("Which cells attack in graft-versus-host disease? The donor's T cells")
    other = words("Which grafts can bring graft-versus-host disease? Marrow from a donor")
    assert 0 < course.alike(one, other) < 1
    assert course.alike(one, one) == pytest.approx(1)
    assert course.alike(one, words("How long is a spin?")) == 0
