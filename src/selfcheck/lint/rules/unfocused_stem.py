"""A stem that asks nothing until the options are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import FENCED, named, words

# A stem that its options complete says what it is about in more telling words than this; one
# without any verb, in more than that.
COMPLETED, NAMED = 1, 4


def check(item: Item) -> Iterator[Problem]:
    """Yield a stem that could not be answered with its options covered."""
    known = item.words
    if not known or not item.single or FENCED.search(item.question.prompt):
        return
    prompt = item.stem.strip()
    telling = [
        word for word in words(prompt) if word not in known.common and word not in known.generic
    ]
    # Whether it asks which of its options is true, another rule tells.
    if telling and ("?" in prompt or known.truth.within(item.asked)):
        return
    # What comes before a comma leads to what is asked.
    clause = re.split(r",\s", prompt)[-1]
    verb = any(known.verb.whole(word) for word in words(clause)) or (
        # "Choose …" is an order, whatever else it says.
        not known.generic.isdisjoint(words(prompt)[:1])
    )
    dangling = known.dangling.within(prompt)
    most = COMPLETED if verb and dangling else NAMED
    if not telling or ((dangling or not verb) and len(telling) <= most):
        yield _problem(item, prompt)


def _problem(item: Item, prompt: str) -> Problem:
    return Problem(
        item.at("prompt"),
        f"{named(prompt, 40)} asks nothing that could be answered with the options covered; "
        "write a whole question, such as what, when, why or how",
    )


RULE = Rule(
    "unfocused-stem",
    "warning",
    "The stem is unfocused",
    "A good stem can be answered with the options covered: it says what is wanted. A heading, "
    "or the first word of a sentence, leaves learners to find the question out from the "
    "options, which then seldom are answers to one thing.",
    "Photosynthesis / stores fat / makes sugar with the help of light / digests protein",
    "What does a chloroplast do with sunlight? / It makes sugar. / It stores fat. / It cuts "
    "protein.",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)
