"""A word that stands in right options, or in wrong ones, far more often than by chance."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from selfcheck.lint.banks import Asking, Chosen
from selfcheck.lint.rule import Found, Problem, Rule
from selfcheck.lint.text import words

# In how many questions at least; and how unlikely it is by chance, in standard deviations, for one
# word among the many that are looked at.
LEAST, UNLIKELY = 8, 4.0


def check(banks: Sequence[Asking]) -> Iterator[Found]:
    """Yield the words of all banks of a language by which right options can be told."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for n, bank in enumerate(banks):
        by_language[bank.bank.language].append(n)
    for indices in by_language.values():
        choices = [each for n in indices for each in banks[n].choices]
        for word, right, of, chance in telling(choices):
            where = "a right option" if right > chance else "a wrong option"
            count = right if right > chance else of - right
            by_chance = chance if right > chance else of - chance
            yield Found(
                indices[0],
                Problem(
                    ("title",),
                    f'"{word}" stands in {where} in {count} of {of} options that have it, over all '
                    f"banks, where {by_chance:.0f} would be so by chance: it tells options apart "
                    "before they are understood; use it in others too, or say it otherwise",
                ),
            )


class Tally:
    """In how many options a word stands, in how many right ones, and in how many by chance."""

    def __init__(self) -> None:
        self.options = 0
        self.right = 0
        self.chance = 0.0
        self.variance = 0.0


def telling(choices: Sequence[Chosen]) -> Iterator[tuple[str, int, int, float]]:
    """Yield each such word: how many right options have it, how many options in all, by chance."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for chosen in choices:
        size = len(chosen.options)
        key = set(words(chosen.key.text))
        having = Counter(word for each in chosen.options for word in set(words(each.text)))
        for word, count in having.items():
            # A word that all have tells nothing.
            if count < size:
                tally = tallies[word]
                tally.options += count
                tally.right += word in key
                tally.chance += count / size
                tally.variance += count * (1 - 1 / size) / size
    for word, tally in sorted(tallies.items()):
        apart = abs(tally.right - tally.chance)
        if (
            tally.options >= LEAST
            and not word[0].isdigit()
            and apart >= UNLIKELY * math.sqrt(tally.variance)
        ):
            yield word, tally.right, tally.options, tally.chance


RULE = Rule(
    "telling-words",
    "warning",
    "A word gives right options away",
    "An author who is careful with right options writes “may” and “often” there, and “only” and "
    "“will” in wrong ones. Over a bank this becomes a habit that learners pick up. The rule "
    "counts each word of all options, and speaks of one that no chance explains.",
    '"may" stands in a right option in 14 of 16 options that have it',
    "wrong options that are as careful as the right ones",
    ("haladyna",),
    course=check,
)
