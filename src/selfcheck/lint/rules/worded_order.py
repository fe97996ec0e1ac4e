"""The wording of a step betrays its place in the order."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named


def check(item: Item) -> Iterator[Problem]:
    """Yield the first step whose words say where it belongs."""
    if not item.words or not item.steps:
        return
    found = [
        (text, where, hit) for text, where in item.steps if (hit := item.words.sequence.first(text))
    ]
    if not found:
        return
    text, where, word = found[0]
    said = f'"{word}" in {named(text, 40)}'
    if len(found) > 1:
        said += f", and words like it in {len(found) - 1} more,"
    yield Problem(
        where,
        f"{said} says where the step belongs; say what is done, and not when",
    )


RULE = Rule(
    "worded-order",
    "warning",
    "The wording of a step betrays its place",
    "“First”, “then”, “knowing this” and “finally” order the steps for somebody who knows "
    "nothing of the matter. So does a step that speaks of what the one before it did.",
    "First mix flour and water. / Then knead the dough. / Finally bake it.",
    "Mix flour and water. / Knead the dough. / Bake the loaf.",
    item=check,
    words=True,
)
