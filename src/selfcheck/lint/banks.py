"""Banks as rules look at them that look at more than one question."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from selfcheck.lint.item import Item, Option
from selfcheck.questions import Asked, Bank
from selfcheck.source import Where
from selfcheck.types.case import Case


class Asking:
    """A bank and its questions, the parts of cases among them."""

    def __init__(self, bank: Bank, *, cites: bool = True) -> None:
        """Take a bank without mistakes; cites: whether questions of its course have sources."""
        self.bank = bank
        self.items = [*_items(bank, cites)]

    @cached_property
    def choices(self) -> list[Chosen]:
        """The questions with one right option among three or more."""
        return [
            Chosen(item, offer.options, offer.key, offer.shuffled)
            for item in self.items
            if (offer := item.single) and offer.key and len(offer.options) > 2
        ]


class Chosen(NamedTuple):
    """A question with one right option, its key."""

    item: Item
    options: Sequence[Option]
    key: Option
    shuffled: bool


class Rate(NamedTuple):
    """How often something came, in how many questions, and how often it comes by chance."""

    seen: float
    of: int
    chance: float
    variance: float

    @property
    def z(self) -> float:
        """How many standard deviations lie between what was seen and chance."""
        return (self.seen - self.chance) / math.sqrt(self.variance) if self.variance else 0.0


def rate(found: Sequence[tuple[float, int]]) -> Rate:
    """Return the rate of *found*: for each question how much of it came, and of how many options.

    By chance it comes in one of the options.
    """
    chances = [1 / options for _, options in found]
    return Rate(
        sum(seen for seen, _ in found),
        len(found),
        sum(chances),
        sum(chance * (1 - chance) for chance in chances),
    )


def pools(banks: Sequence[Asking], least: int) -> Iterator[tuple[int, list[Chosen]]]:
    """Yield the choices of each bank that has *least* or more, with its index; and all together.

    All together belong to the first bank; they come last, where there is more than one bank.
    """
    for n, bank in enumerate(banks):
        if len(bank.choices) >= least:
            yield n, bank.choices
    every = [each for bank in banks for each in bank.choices]
    if len(banks) > 1 and len(every) >= least:
        yield 0, every


def _items(bank: Bank, cites: bool) -> Iterator[Item]:
    for n, asked in enumerate(bank.questions):
        for name, question, where in _answered(asked, ("questions", n)):
            yield Item(
                question,
                f"{bank.id}/{name}",
                where,
                bank.language,
                cites=cites,
                in_case=isinstance(asked, Case),
            )


def _answered(asked: Asked, where: Where) -> Iterator[tuple[str, Any, Where]]:
    case = isinstance(asked, Case)
    for n, (name, question) in enumerate(asked.answered()):
        yield name, question, (*where, "parts", n) if case else where
