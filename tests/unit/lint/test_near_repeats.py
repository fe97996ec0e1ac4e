"""The rule `near-repeats`, and the index by which it finds pairs."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

from selfcheck.lint.alike import MOST_HAVING, pairs
from selfcheck.lint.rules.near_repeats import RULE, said
from tests.support.linted import ask, asking, choice, of_banks

YEAST = choice(
    "Bread dough rises in a warm bowl when yeast turns sugar into gas. What holds the bubbles?",
    "= The gluten of kneaded flour",
    "The crust",
    "The salt",
)
AGAIN = choice(
    "Yeast turns sugar into gas, and so bread dough rises in a warm bowl. What keeps bubbles in?",
    "= Gluten from the kneaded flour",
    "Its crust",
    "A pinch of salt",
)
OTHERS = [
    choice(f"Which town lies at the mouth of river number {n}?", f"= Port {n}", "A", "B")
    for n in range(20)
]


def test_what_another_bank_asks_too_is_told_at_the_second() -> None:
    one, other = asking(YEAST, *OTHERS[:10], name="one"), asking(*OTHERS[10:], AGAIN, name="other")
    (found,) = of_banks(RULE, one, other)
    assert found.bank == 1
    assert found.problem.where == ("questions", 10, "prompt")
    assert "`one/number-1`" in found.problem.message


def test_a_question_on_the_same_matter_is_another_one() -> None:
    salt = choice("Why is salt put into bread dough?", "= For taste", "For gas", "For its colour")
    assert of_banks(RULE, asking(YEAST, salt, *OTHERS)) == []


def test_parts_of_one_case_share_its_story() -> None:
    case = asking(YEAST, AGAIN, *OTHERS)
    assert len(of_banks(RULE, case)) == 1
    for item in case.items[:2]:
        item.case = "bank/case"
    assert of_banks(RULE, case) == []


def test_what_is_right_counts_with_what_is_asked() -> None:
    assert "gluten" in said(ask(YEAST))
    assert "crust" not in said(ask(YEAST))


def test_the_index_finds_the_pairs_that_comparing_all_would() -> None:
    texts = [
        frozenset(f"w{(n * k) % 97}" for k in range(1, 9)) | {f"t{n // 2}", f"u{n // 2}"}
        for n in range(120)
    ]
    having = Counter(word for text in texts for word in text)

    def weight(words: frozenset[str]) -> float:
        return sum(math.log(len(texts) / having[word]) ** 2 for word in words)

    alone = {
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if weight(texts[one] & texts[other])
        >= 0.5 * math.sqrt(weight(texts[one]) * weight(texts[other]))
    }
    assert {(pair.first, pair.second) for pair in pairs(texts, 0.5, 1)} == alone
    assert len(alone) > 20


class Counted(frozenset[str]):
    """Words that count how often they are compared."""

    compared = 0

    def __and__(self, other: object) -> frozenset[str]:
        Counted.compared += 1
        return super().__and__(other)  # type: ignore[operator]


def test_questions_that_share_a_word_are_not_all_compared() -> None:
    texts = [Counted({"all", f"half{n % 2}", f"a{n}", f"b{n}"}) for n in range(1_000)]
    assert [*pairs(texts, 0.1, 1)] == []
    assert Counted.compared <= 1_000 * 2 * MOST_HAVING
