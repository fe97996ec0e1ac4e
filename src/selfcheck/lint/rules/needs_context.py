"""Words that mean something only beside what is not there: "this section", "the table above"."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.language import Language, speaks_of_others
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, plain, unquoted, words
from selfcheck.source import Where

# Code that stands apart, a picture, a table, a formula in a line of its own.
BRINGS = ("```", "~~~", "![", "\n|", "$$")


def check(item: Item) -> Iterator[Problem]:
    """Yield what is asked or offered in words that need something beside the question."""
    known = item.words
    if not known or not any(known.context.may(words(text)) for text in item.texts):
        return
    if not known.context.within("\n".join(item.texts)):
        return
    brings = any(each in f"\n{item.question.prompt}" for each in BRINGS) or item.in_case
    for text, where in _texts(item):
        if word := _needs(text, known, brings):
            yield Problem(
                where,
                f"{named(word)} is not there where a question stands alone, as in a review or an "
                "export; say what is meant, or put it into the prompt",
            )
            return


def _texts(item: Item) -> Iterator[tuple[str, Where]]:
    yield item.stem, item.at("prompt")
    for offer in item.offers:
        for option in offer.options:
            if not (item.words and speaks_of_others(option.text, item.words)):
                yield option.text, option.where
    yield from item.steps


def _needs(text: str, known: Language, brings: bool) -> str:
    for found in known.context.each(unquoted(plain(text))):
        if not (brings and known.carries.within(found)):
            return found
    return ""


RULE = Rule(
    "needs-context",
    "warning",
    "Words mean nothing elsewhere",
    "A question comes back in a review, on another page, in a learning management system or on a "
    "card, and “the table above” or “this section” stays behind. A question brings along what it "
    "speaks of, and calls it by its name.",
    "Using the table above, how long does a chicken of 2 kg need?",
    "A chicken needs 20 minutes for each pound and 20 more. How long does one of 4 pounds need?",
    ("haladyna",),
    item=check,
    words=True,
)
