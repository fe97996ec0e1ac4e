"""The rule `unordered-numbers`."""

import pytest

from selfcheck.lint.rules.unordered_numbers import RULE
from tests.support.linted import choice, problems

ASKED = "When did Constantinople fall?"


def test_numbers_out_of_order_are_told_in_their_order() -> None:
    (found,) = problems(RULE, choice(ASKED, "1492", "= 1215", "1453"))
    assert found.where == ("options",)
    assert "write them as 1215, 1453, 1492, with `shuffle: false`" in found.message


def test_numbers_in_order_are_shuffled_unless_it_is_said_otherwise() -> None:
    (found,) = problems(RULE, choice(ASKED, "1215", "= 1453", "1492"))
    assert "give the question `shuffle: false`" in found.message
    assert problems(RULE, choice(ASKED, "1215", "= 1453", "1492", shuffle=False)) == []
    assert problems(RULE, choice(ASKED, "1492", "= 1453", "1215", shuffle=False)) == []


@pytest.mark.parametrize(
    "options",
    [
        ("1/2", "= 1/6", "1/12"),
        ("10 %", "= 5 %", "20 %"),
        ("About 15 kg", "= About 7 kg", "Over 30 kg"),
        ("$5.00", "= $20.00", "$10.00"),
        ("1,5", "= 1,4", "1,6"),
        ("two", "= one", "three"),
        ("2 million", "= 300 thousand", "1 million"),
    ],
)
def test_numbers_are_known_in_many_forms(options: tuple[str, ...]) -> None:
    assert len(problems(RULE, choice("How much?", *options))) == 1


@pytest.mark.parametrize(
    "options",
    [
        ("10.0.5.0", "= 10.0.5.64", "10.0.5.128"),
        ("0 1 2", "= 0 1 2 3", "1 2 3"),
        ("In 1492", "= 1453 or so it is told by a historian of that age", "1215"),
        ("From 7 to 13", "= From 4 to 16", "From 6 to 9"),
        ("5 m", "= 3 kg", "9 s"),
        ("5", "= 3"),
    ],
)
def test_what_is_no_row_of_numbers_is_left_alone(options: tuple[str, ...]) -> None:
    assert problems(RULE, choice("How much?", *options)) == []


def test_a_menu_in_a_text_cannot_be_ordered() -> None:
    gap = {"answers": ["5"], "distractors": ["9", "3"]}
    asked = {"type": "cloze", "prompt": "Fill in.", "text": "It is [[n]].", "gaps": {"n": gap}}
    assert problems(RULE, asked) == []
