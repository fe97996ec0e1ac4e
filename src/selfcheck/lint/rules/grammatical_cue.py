"""The grammar of the stem rules options out."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item, Offer
from selfcheck.lint.language import Language
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named
from selfcheck.lint.text import words as tokens


def check(item: Item) -> Iterator[Problem]:
    """Yield a stem whose article, or whose number, does not fit all options alike."""
    if item.words and item.single:
        yield from _article(item, item.single, item.words)
        yield from _number(item, item.single, item.words)


def _article(item: Item, offer: Offer, words: Language) -> Iterator[Problem]:
    said = [] if item.stem.endswith("?") else tokens(item.stem)[-1:]
    article = said[0] if said else ""
    wanted = words.articles.get(article)
    if not wanted:
        return
    fits = [wanted.begins(each.text) for each in offer.options]
    if all(fits):
        return
    odd = next(each for each, fit in zip(offer.options, fits, strict=True) if not fit)
    options = ", ".join(named(each.text, 25) for each in offer.options[:2])
    yield Problem(
        item.at("prompt"),
        f'the stem ends with "{article}", after which {named(odd.text, 30)} cannot follow; end it '
        f"before the article, and give each option its own ({options}, …)",
    )


def _number(item: Item, offer: Offer, words: Language) -> Iterator[Problem]:
    key = offer.key
    if not key or len(offer.options) < 3:
        return
    for wanted, many in ((words.many, True), (words.one, False)):
        found = wanted.first(item.asked)
        if not found:
            continue
        plural = {each: words.plural.within(each.text) for each in offer.options}
        if plural[key] is many and not any(plural[each] is many for each in offer.wrong):
            which = "several things" if many else "one thing"
            yield Problem(
                item.at("prompt"),
                f"the stem asks for {which} ({named(found, 30)}), and only the right "
                "option is that; let all options be, or let none",
            )
            return


RULE = Rule(
    "grammatical-cue",
    "warning",
    "The grammar gives the right option away",
    'A stem that ends in "an" wants an option with a vowel, "Which are" wants several '
    "things, and an article that shows a gender wants a noun of that gender. Who speaks the "
    "language well finds the answer without knowing the matter.",
    "Neon is an / inert gas / metal / salt",
    "What kind of substance is neon? / An inert gas / A metal / A salt",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)
