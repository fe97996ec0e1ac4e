"""The rule `negated-stem`."""

import pytest

from selfcheck.lint.rules.negated_stem import RULE
from tests.support.linted import choice, problems

OPTIONS = ("Penguin", "Ostrich", "= Bat", "Emu")


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is not a bird?",
        "Which of these isn't a bird?",
        "Here are some animals. Which one is NOT a bird?",
        "All of these are birds except",
        "All of the following are birds, except for one. Which is the exception?",
        "Choose the animal that is not a bird.",
        "Which statement about birds is false?",
        "What should you never feed to them?",
        "Which of these is least likely to fly?",
        "At which place would you not look for birds?",
        "A penguin does not",
        "One of these things is wrong.",
    ],
)
def test_a_question_for_the_exception_is_told(prompt: str) -> None:
    (found,) = problems(RULE, choice(prompt, *OPTIONS))
    assert found.where == ("prompt",)


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is a bird?",
        "Why does a penguin not fly?",
        "How is it that bats do not lay eggs?",
        "What is the name of an animal that does not sleep?",
        "Which finding shows that it is not a bird?",
        "Which is not only a bird but a penguin?",
        "A bird cannot fly. What has it got instead of wings?",
        'Which bird is meant by "the one that does not fly"?',
        "What is wrong with this drawing of a bird?",
        "Which answer does the server send when a page does not exist?",
        "Which check finds birds and does not stumble over bats?",
    ],
)
def test_what_is_denied_in_a_clause_of_its_own_is_left_alone(prompt: str) -> None:
    assert problems(RULE, choice(prompt, *OPTIONS)) == []


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("de", "Welches Tier ist kein Vogel?"),
        ("de", "Was gehört nicht in den Kompost?"),
        ("de", "Alle diese Tiere sind Vögel außer"),
        ("de", "Welche Aussage über Vögel ist falsch?"),
        ("es", "¿Cuál de estos animales no es un ave?"),
        ("es", "¿Qué afirmación es falsa?"),
        ("es", "Todos son aves, excepto"),
    ],
)
def test_so_it_is_in_german_and_spanish(language: str, prompt: str) -> None:
    assert len(problems(RULE, choice(prompt, *OPTIONS), language)) == 1


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("de", "Warum fliegt ein Pinguin nicht?"),
        ("de", "Wie heißt ein Tier, das nicht schläft?"),
        ("es", "¿Por qué no vuela un pingüino?"),
        ("es", "¿Cómo se llama el animal que no duerme?"),
    ],
)
def test_nor_are_those_told_there(language: str, prompt: str) -> None:
    assert problems(RULE, choice(prompt, *OPTIONS), language) == []


def test_the_mend_names_the_right_option() -> None:
    (found,) = problems(RULE, choice("Which of these is not a bird?", *OPTIONS))
    assert 'let the 3 that fit be chosen: "Bat"' in found.message


def test_where_nothing_is_offered_nothing_is_asked_for() -> None:
    asked = {"type": "numeric", "prompt": "How many of these are not birds?", "answer": 1}
    assert problems(RULE, asked) == []
