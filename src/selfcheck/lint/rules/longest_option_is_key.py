"""The right option is much longer than all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.item import Item, Option
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named

# Of the longest wrong option, and by how many characters at least.
LONGER = ((1.5, 19), (2.0, 15))


def check(item: Item) -> Iterator[Problem]:
    """Yield a problem where the length alone gives the right option away."""
    for offer in item.offers:
        key = offer.key
        if not key:
            continue
        longest = max(len(each.text) for each in offer.wrong)
        size = len(key.text)
        if any(size >= times * longest and size - longest >= more for times, more in LONGER):
            yield Problem(key.where, _message(key, longest))


def _message(key: Option, longest: int) -> str:
    said = f"the right option has {len(key.text)} characters and no other more than {longest}"
    # What stands before the first comma or "so that" is often all that is needed.
    first = re.split(r"[,;:(]| so that | because | which | while ", key.text)[0].strip()
    if 8 <= len(first) < len(key.text) and len(first) >= longest / 2:
        mend = f"; shorten it, perhaps to {named(first)}, and leave the rest to the explanation"
    else:
        mend = "; leave the details to the explanation, or give the wrong ones as many"
    return said + mend


RULE = Rule(
    "longest-option-is-key",
    "warning",
    "The longest option is the right one",
    "Authors take care that the right option is exactly right, and so it grows. Whoever does not "
    "know the answer takes the longest option, and gains. Say in each option as much as is needed "
    "to tell it from the others, and the rest in the explanation.",
    "What does yeast do in a dough? / It colours it. / It turns sugar into carbon dioxide, whose "
    "bubbles stretch the gluten and so make the dough rise. / It salts it.",
    "What does yeast do in a dough? / It makes gas that lifts it. / It makes fat that browns it. / "
    "It makes salt that seasons it.",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
)
