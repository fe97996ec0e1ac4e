"""An option leaves no exception, as true things seldom do."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item, Offer
from selfcheck.lint.language import Language, speaks_of_others
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, unquoted
from selfcheck.lint.text import words as tokens


def check(item: Item) -> Iterator[Problem]:
    """Yield options with "always", "never" and the like, where others have none."""
    if item.words and item.chosen:
        yield from _check(item.chosen, item.words)


def _check(offer: Offer, words: Language) -> Iterator[Problem]:
    texts = "\n".join(each.text for each in offer.options)
    if not words.absolute.may(tokens(texts)) or not (
        words.absolute.within(texts) or words.absolute_start.within(texts)
    ):
        return
    found = {each: _absolute(each.text, words) for each in offer.options}
    absolute = [each for each, word in found.items() if word]
    # Where each has one, or as many right ones as wrong ones do, it gives nothing away.
    if not absolute or len(absolute) == len(offer.options):
        return
    if offer.key and found[offer.key] and any(found[each] for each in offer.wrong):
        return
    first = absolute[0]
    said = f'{named(first.text, 40)} says "{found[first]}"'
    if len(absolute) > 1:
        said += f", and {len(absolute) - 1} more like it"
    how = "is all too sure to be right" if not first.right else "stands out by being so sure"
    yield Problem(first.where, f"{said}: an option that allows no exception {how}; limit it")


def _absolute(text: str, words: Language) -> str:
    said = unquoted(text)
    found = words.absolute.first(said) or words.absolute_start.first(said)
    if not found or len(said.split()) < 2 or speaks_of_others(text, words):
        return ""
    return found


RULE = Rule(
    "absolute-terms",
    "warning",
    "An option uses an absolute term",
    'What is "always" or "never" so is seldom so. Whoever knows nothing of the matter strikes out '
    "such options, and is mostly right. Write wrong options that are as careful as the right one. "
    "Where the word belongs to the matter, such as a rule of law or a law of nature, give it to "
    "right and wrong options alike, or waive the rule.",
    "How does the current depend on the voltage? / It never changes. / It is proportional to it.",
    "How does the current depend on the voltage? / It stays the same. / It is proportional to it.",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)
