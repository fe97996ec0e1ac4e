"""The rule `shared-phrase`."""

from selfcheck.lint.rules.shared_phrase import RULE
from tests.support.linted import problems


def match(*pairs: tuple[str, str]) -> dict[str, object]:
    return {
        "type": "match",
        "prompt": "Match.",
        "pairs": [{"left": left, "right": right} for left, right in pairs],
    }


def test_a_pair_with_a_word_on_both_sides_is_told() -> None:
    asked = match(("Octave", "twelve semitones"), ("Perfect fifth", "interval of a fifth"))
    (found,) = problems(RULE, asked)
    assert found.where == ("pairs", 1)
    assert "fifth" in found.message


def test_more_such_pairs_are_counted() -> None:
    asked = match(("A fifth", "a fifth of it"), ("A third", "a third of it"), ("Octave", "twelve"))
    (found,) = problems(RULE, asked)
    assert "1 more are like them" in found.message


def test_a_word_that_other_pairs_have_too_tells_nothing() -> None:
    asked = match(("Red cells", "cells with iron"), ("White cells", "cells that defend"))
    assert problems(RULE, asked) == []


def test_a_group_and_its_item_are_a_pair() -> None:
    asked = {
        "type": "categorize",
        "prompt": "Sort.",
        "categories": [
            {"text": "Elastic energy", "items": ["A drawn bow", "A spring"]},
            {"text": "Gravity", "items": ["Water held up by gravity", "A raised weight"]},
        ],
    }
    (found,) = problems(RULE, asked)
    assert found.where == ("categories", 1, "items", 0)


def test_parts_of_a_word_with_a_hyphen_are_words() -> None:
    asked = match(
        ("First-person narrator", "speaks in the first person"), ("Omniscient", "sees all")
    )
    assert len(problems(RULE, asked)) == 1


def test_words_that_say_nothing_are_no_cue() -> None:
    asked = match(("What is before it", "the one before"), ("What is after it", "another"))
    assert problems(RULE, asked) == []
