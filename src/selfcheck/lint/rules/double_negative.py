"""Two negations meet: in the stem, or in the stem and an option."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.language import Language, speaks_of_others
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, unquoted, words


def check(item: Item) -> Iterator[Problem]:
    """Yield a stem with two negations in a clause, or the option that denies a negated stem."""
    if not item.words or not item.words.negation.may(words(item.asked)):
        return
    several = len([*item.words.negation.each(item.asked)]) > 1
    for clause in item.words.break_.parts(item.asked) if several else ():
        found = [*item.words.negation.each(clause)]
        if len(found) > 1:
            message = (
                f"{named(' '.join(found))} in one clause turn each other round; say it plainly"
            )
            yield Problem(item.at("prompt"), message)
            return
    if item.chosen and item.words.exception.within(item.asked):
        yield from _denied(item, item.words)


def _denied(item: Item, known: Language) -> Iterator[Problem]:
    assert item.chosen
    for option in item.chosen.options:
        if speaks_of_others(option.text, known):
            continue
        if len(option.text.split()) > 1 and (found := known.negation.first(unquoted(option.text))):
            yield Problem(
                option.where,
                f"the stem is negated and this option has {named(found)}, so that a reader has "
                "to turn it round twice; ask for what is so",
            )
            return


RULE = Rule(
    "double-negative",
    "warning",
    "Two negations meet",
    "Two negations in one thought have to be worked out like a sum, and who errs there is "
    "marked as not knowing the matter. This tests reading, and that of a second language most "
    "of all.",
    "Which of these is not an unlikely cause? / It does not rain.",
    "Which of these is a likely cause? / It stays dry.",
    ("haladyna",),
    item=check,
    words=True,
)
