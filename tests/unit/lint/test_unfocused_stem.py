"""The rule `unfocused-stem`."""

import pytest

from selfcheck.lint.rules.unfocused_stem import RULE
from tests.support.linted import choice, problems

OPTIONS = ("store fat", "= make sugar", "digest protein")


@pytest.mark.parametrize(
    "prompt",
    [
        "Chloroplasts",
        "World War I",
        "Beethoven was an",
        "Hamlet is",
        "Sigmund Freud:",
        "As was said in class, chloroplasts",
        "Object-oriented programming",
        "Select the right answer.",
        "Which is correct?",
        "Which of these?",
    ],
)
def test_a_stem_that_asks_nothing_is_told(prompt: str) -> None:
    (found,) = problems(RULE, choice(prompt, *OPTIONS))
    assert found.where == ("prompt",)


@pytest.mark.parametrize(
    "prompt",
    [
        "What do chloroplasts do with sunlight?",
        "The capital of Australia is",
        "Separation of duties calls for separation of",
        "An external auditor has to be independent when performing",
        "This is the largest island on Earth, and a third of it is a national park.",
        "Which statement about chloroplasts is true?",
        "Mark the sentence in which the verb comes last.",
        "What is it?\n\n```python\nprint(1)\n```",
    ],
)
def test_a_stem_that_could_be_answered_is_left_alone(prompt: str) -> None:
    assert problems(RULE, choice(prompt, *OPTIONS)) == []


def test_so_it_is_in_german_and_spanish() -> None:
    assert len(problems(RULE, choice("Die Zelle", *OPTIONS), "de")) == 1
    assert len(problems(RULE, choice("La célula", *OPTIONS), "es")) == 1


def test_words_to_match_need_no_question() -> None:
    pairs = [{"left": "A", "right": "one"}, {"left": "B", "right": "two"}]
    assert problems(RULE, {"type": "match", "prompt": "Match the words.", "pairs": pairs}) == []
