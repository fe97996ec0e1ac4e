"""How HLA tags pass from parents to children, and whom they match.

A child gets one block of tags from each parent, each of the parent's two blocks with a chance of
1/2. A block passes on whole: the rare swaps within it (recombination) are left out, and so are
identical twins. The chances are those of `ben-family-always-compatible`.
"""

from __future__ import annotations

import random
from collections import Counter
from math import comb
from typing import NamedTuple

# The two blocks of a person.
Blocks = tuple[str, str]


class Family(NamedTuple):
    """The blocks of both parents; the same letter is the same block."""

    father: Blocks
    mother: Blocks


# Four blocks, all different, as is usual for parents who are not related.
UNRELATED = Family(("a", "b"), ("c", "d"))


def shared(one: Blocks, other: Blocks) -> int:
    """Return how many blocks two people have in common: 0, 1 or 2."""
    return (Counter(one) & Counter(other)).total()


def children(family: Family = UNRELATED) -> list[Blocks]:
    """Return the four children that are possible, each with a chance of 1/4."""
    _family(family)
    return [(one, other) for one in family.father for other in family.mother]


def spread(n: int, blocks: int = 2, family: Family = UNRELATED) -> list[float]:
    """Return how likely 0, 1, … *n* of *n* siblings share *blocks* blocks or more.

    Given the patient's blocks, siblings are independent of each other, so their number is
    binomial: C(n, k) p^k (1 - p)^(n - k), with p the chance of one sibling. The result is the mean
    over the four patients that are possible. Probabilities, which add up to 1.
    """
    _siblings(n)
    _blocks(blocks)
    born = children(family)
    each = [sum(shared(patient, child) >= blocks for child in born) / 4 for patient in born]
    return [
        sum(comb(n, k) * p**k * (1 - p) ** (n - k) for p in each) / len(each) for k in range(n + 1)
    ]


def at_least_one(n: int, blocks: int = 2, family: Family = UNRELATED) -> float:
    """Return the chance that one of *n* siblings or more shares *blocks* blocks or more.

    With four different blocks: 1 - (3/4)^n for 2 blocks (identical), and 1 - (1/4)^n for 1 block
    (half-matched or identical). A probability.
    """
    return 1 - spread(n, blocks, family)[0]


def siblings_needed(chance: float, blocks: int = 2) -> int:
    """Return the smallest number of siblings for which `at_least_one` is *chance* or more."""
    if not 0 < chance < 1:
        raise ValueError(f"the chance is {chance}; it must lie between 0 and 1")
    n = 1
    while at_least_one(n, blocks) < chance:
        n += 1
    return n


def simulate(
    n: int, families: int, blocks: int = 2, family: Family = UNRELATED, seed: int = 1
) -> list[int]:
    """Draw *families* with a patient and *n* siblings by lot.

    Returns in how many of them 0, 1, … n siblings share *blocks* blocks or more with the patient:
    what `spread` gives, as counts. The same *seed* gives the same families.
    """
    _siblings(n)
    _blocks(blocks)
    _family(family)
    if families < 1:
        raise ValueError(f"families is {families}; it must be 1 or more")
    lot = random.Random(seed)
    found = [0] * (n + 1)
    for _ in range(families):
        patient, *siblings = (
            (lot.choice(family.father), lot.choice(family.mother)) for _ in range(n + 1)
        )
        found[sum(shared(patient, one) >= blocks for one in siblings)] += 1
    return found


def _siblings(n: int) -> None:
    if n < 0:
        raise ValueError(f"n is {n}; it must be 0 siblings or more")


def _blocks(blocks: int) -> None:
    if blocks not in (1, 2):
        raise ValueError(f"blocks is {blocks}; it must be 1 (half-matched) or 2 (identical)")


def _family(family: Family) -> None:
    for name, blocks in zip(("father", "mother"), family, strict=True):
        if len(blocks) != 2:
            raise ValueError(f"the {name} has the blocks {blocks}; a person has two")
