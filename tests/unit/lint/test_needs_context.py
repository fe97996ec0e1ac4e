"""The rule `needs-context`."""

import pytest

from selfcheck.lint.rules.needs_context import RULE
from tests.support.linted import choice, problems

OPTIONS = ("= 40 minutes", "60 minutes of heat", "a whole day")


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("en", "Using the table above, how long does it take?"),
        ("en", "What does this section say of it?"),
        ("en", "Look at figure 3. How long does it take?"),
        ("en", "As we saw earlier, it takes long. How long?"),
        ("en", "According to the source on the previous page, how long is it?"),
        ("en", "What is the output of the following code?"),
        ("en", "Which of the risks listed in this chapter comes first?"),
        ("en", "How long is it in the situation shown above?"),
        ("en", "Question 3 had a chicken. How long did it take?"),
        ("de", "Wer hat in der oben gezeigten Lage Vorfahrt?"),
        ("de", "Was zeigt Abbildung 3?"),
        ("es", "Según la tabla anterior, ¿cuánto dura?"),
        ("es", "¿Qué dice este capítulo?"),
    ],
)
def test_words_that_mean_nothing_elsewhere_are_told(language: str, prompt: str) -> None:
    (found,) = problems(RULE, choice(prompt, *OPTIONS), language)
    assert found.where == ("prompt",)


@pytest.mark.parametrize(
    "prompt",
    [
        "A town lies 240 m above sea level. How high is that?",
        "Section 5 of the Act names a time. Which one?",
        "In the chart 'Layers by density', move the slider. What happens?",
        "A table has four legs. How long does it last?",
        "What does this course call it?",
        'A sign says "see the table above". What kind of sign is it?',
    ],
)
def test_what_a_question_brings_along_is_left_alone(prompt: str) -> None:
    assert problems(RULE, choice(prompt, *OPTIONS)) == []


def test_a_picture_or_code_in_the_prompt_is_there() -> None:
    code = "What is the output of the code above?\n\n```python\nprint(1)\n```\n"
    assert problems(RULE, choice(code, *OPTIONS)) == []


def test_a_part_of_a_case_has_its_vignette() -> None:
    asked = choice("What does the table above say?", *OPTIONS)
    assert len(problems(RULE, asked)) == 1
    assert problems(RULE, asked, in_case=True) == []


def test_options_and_steps_are_read_too() -> None:
    (found,) = problems(RULE, choice("How long?", "= As in the table above", "An hour", "A day"))
    assert found.where == ("options", 0)
    steps = {"type": "order", "prompt": "Put in order.", "items": ["Mix", "See figure 2", "Bake"]}
    (found,) = problems(RULE, steps)
    assert found.where == ("items", 1)
