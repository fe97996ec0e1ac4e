"""The right option has most elements in common with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, words


def check(item: Item) -> Iterator[Problem]:
    """Yield the right option whose elements come back in more of the others than any other's."""
    offer = item.single
    key = offer.key if offer else None
    if not offer or not key or not item.words or len(offer.options) < 3:
        return
    if not any(each.within(key.text) for each in item.words.joins):
        return
    joins = next(
        (each for each in item.words.joins if any(each.within(it.text) for it in offer.options)),
        item.words.joins[0],
    )
    elements = {
        each: {" ".join(words(part)) for part in joins.parts(each.text) if words(part)}
        for each in offer.options
    }
    # Things of one element each have none in common.
    if len(elements[key]) < 2 or sum(len(each) > 1 for each in elements.values()) < 2:
        return
    having = Counter(part for mine in elements.values() for part in mine)
    shared = {each: sum(having[part] - 1 for part in mine) for each, mine in elements.items()}
    second = max(shared[each] for each in offer.wrong)
    if shared[key] > second and shared[key] > 1:
        rare = min(offer.wrong, key=lambda each: shared[each])
        yield Problem(
            key.where,
            f"the elements of {named(key.text, 40)} come back {shared[key]} times in other "
            f"options, those of no other more than {second}: the wrong ones seem made from it; "
            f"let each element stand in as many, beginning with {named(rare.text, 40)}",
        )


RULE = Rule(
    "convergence",
    "warning",
    "The right option has most in common with the others",
    "Authors make wrong options by changing a part of the right one, and so its parts come back "
    "most often. Who counts them finds it. Let each element stand in as many options, or in one.",
    "Which does a contract need? / Offer and form / Offer and acceptance / Acceptance and a "
    "witness",
    "Which does a contract need? / Offer and acceptance / Offer and form / Seal and acceptance / "
    "Seal and form",
    ("nbme", "tarrant", "saquet"),
    item=check,
    words=True,
)
