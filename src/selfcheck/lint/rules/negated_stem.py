"""The stem asks for what is not so."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, words


def check(item: Item) -> Iterator[Problem]:
    """Yield a problem where options are offered and the exception is asked for."""
    known = item.words
    if not known or not item.chosen or not known.exception.may(words(item.asked)):
        return
    found = known.exception.first(item.asked)
    if not found:
        return
    key = item.single.key if item.single else None
    others = len(item.chosen.wrong)
    if key and others > 1:
        mend = (
            "; ask for what is so, with one right option, or make it `multiple-response` and let "
            f"the {others} that fit be chosen: {named(key.text, 40)} is then the wrong one"
        )
    else:
        mend = "; ask for what is so"
    yield Problem(item.at("prompt"), f"the stem asks for the exception ({named(found, 50)}){mend}")


RULE = Rule(
    "negated-stem",
    "warning",
    "The stem is negated",
    'Readers miss a "not", or forget it while they weigh the options, and then are wrong though '
    "they know. And to know what something is not says little. Ask for what is so. Where learners "
    "have to know an exception, such as a thing that must not be done, waive the rule and say why.",
    "Which of these is not a bird? / Penguin / Ostrich / Bat / Emu",
    "Which of these is a mammal? / Penguin / Ostrich / Bat / Emu",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)
