"""The rule `worded-order`."""

import pytest

from selfcheck.lint.rules.worded_order import RULE
from tests.support.linted import problems


def order(*items: str) -> dict[str, object]:
    return {"type": "order", "prompt": "Put in order.", "items": [*items]}


@pytest.mark.parametrize(
    ("language", "step"),
    [
        ("en", "First, mix the flour"),
        ("en", "First mix the flour"),
        ("en", "Then knead the dough"),
        ("en", "The dough is then kneaded"),
        ("en", "After that let it rise"),
        ("en", "Finally bake it"),
        ("en", "Knowing this, choose the oven"),
        ("en", "Having kneaded it, let it rise"),
        ("en", "Once it has risen, bake it"),
        ("en", "The baker first asks for flour"),
        ("en", "With this, brush the crust"),
        ("en", "Step 2: knead"),
        ("de", "Danach den Teig kneten"),
        ("de", "Der Teig wird schließlich gebacken"),
        ("es", "Luego se amasa"),
        ("es", "Por último se hornea"),
    ],
)
def test_a_step_that_says_its_place_is_told(language: str, step: str) -> None:
    (found,) = problems(RULE, order("Mix flour and water", step, "Bake the loaf"), language)
    assert found.where == ("items", 1)


@pytest.mark.parametrize(
    "step",
    [
        "First quarter",
        "The First World War",
        "Last quarter",
        "Write just enough code to pass",
        "Wait until the dough is firm",
        "Put one beside the next",
    ],
)
def test_what_only_sounds_like_it_is_left_alone(step: str) -> None:
    assert problems(RULE, order("Mix flour and water", step, "Bake the loaf")) == []


def test_more_such_steps_are_counted() -> None:
    (found,) = problems(RULE, order("First mix", "Then knead", "Bake"))
    assert "words like it in 1 more" in found.message
