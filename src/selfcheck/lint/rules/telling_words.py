"""A word that stands in right options, or in wrong ones, far more often than by chance."""

from __future__ import annotations

import math
from collections import defaultdict
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


def telling(choices: Sequence[Chosen]) -> Iterator[tuple[str, int, int, float]]:
    """Yield each such word: how many right options have it, how many options in all, by chance."""
    seen: dict[str, list[tuple[bool, int]]] = defaultdict(list)
    for chosen in choices:
        having: dict[str, list[bool]] = defaultdict(list)
        for option in chosen.options:
            for word in set(words(option.text)):
                having[word].append(option.right)
        size = len(chosen.options)
        for word, rights in having.items():
            # A word that all have tells nothing.
            if len(rights) < size:
                seen[word] += [(right, size) for right in rights]
    for word, found in sorted(seen.items()):
        if len(found) < LEAST or word[0].isdigit():
            continue
        right = sum(each for each, _ in found)
        chance = sum(1 / size for _, size in found)
        variance = sum((1 - 1 / size) / size for _, size in found)
        if abs(right - chance) >= UNLIKELY * math.sqrt(variance):
            yield word, right, len(found), chance


RULE = Rule(
    "telling-words",
    "warning",
    "A word gives right options away",
    "An author who is careful with right options writes “may” and “often” there, and “only” and "
    "“will” in wrong ones. Over a bank this becomes a habit that learners pick up. The rule "
    "counts each word of all options, and speaks of one that no chance explains.",
    '"may" stands in a right option in 14 of 16 options that have it',
    "wrong options that are as careful as the right ones",
    ("nbme",),
    course=check,
)
