"""A wrong answer is told that it is wrong, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, plain
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.options import Choice, MultipleResponse


def check(item: Item) -> Iterator[Problem]:
    """Yield the first wrong option whose feedback has no more than the verdict."""
    question, words = item.question, item.words
    if not words:
        return
    if isinstance(question, Choice | MultipleResponse):
        field, given = "options", [(each.correct, each.feedback) for each in question.options]
    elif isinstance(question, Hotspot):
        field, given = "regions", [(each.correct, each.feedback) for each in question.regions]
    else:
        return
    empty = [
        n
        for n, (right, said) in enumerate(given)
        if not right and isinstance(said, str) and words.verdict.whole(plain(said))
    ]
    if not empty:
        return
    first = empty[0]
    option = getattr(question, field)[first]
    more = f", and so does that of {len(empty) - 1} more" if len(empty) > 1 else ""
    yield Problem(
        item.at(field, first, "feedback"),
        f"the feedback of {named(plain(option.text), 30)} gives the verdict alone{more}; say what "
        "whoever chose it has mixed up, and how to see that it is wrong",
    )


RULE = Rule(
    "missing-feedback",
    "warning",
    "Feedback says nothing but right or wrong",
    "The verdict is shown in any case. What a learner can use is why this answer looked right, and "
    "what shows that it is not: it is the part of a question that teaches.",
    "What is 3²? / 6 (Wrong.) / 9 (Right.)",
    "What is 3²? / 6 (That is 3 × 2; 3² is 3 × 3.) / 9 (Yes: 3 × 3.)",
    item=check,
    words=True,
)
