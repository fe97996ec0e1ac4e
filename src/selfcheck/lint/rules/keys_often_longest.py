"""Over a bank, the right option is the longest more often than by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from selfcheck.lint.banks import Asking, Chosen, pools, rate
from selfcheck.lint.rule import Found, Problem, Rule

Pick = Callable[[list[int]], int]
# Fewer questions say nothing; how unlikely it is by chance, in standard deviations; and by how
# much a learner gains who takes the longest.
LEAST, UNLIKELY, GAIN = 12, 2.58, 0.1


def check(banks: Sequence[Asking]) -> Iterator[Found]:
    """Yield a bank, or all together, in which it pays to take the longest option."""
    yield from often(banks, "longest", max, "shorten right options, or lengthen wrong ones")


def often(banks: Sequence[Asking], which: str, pick: Pick, mend: str) -> Iterator[Found]:
    """Yield where the key is the option that *pick* takes by length, more often than by chance."""
    told = False
    for n, choices in pools(banks, LEAST):
        found = rate([(share(each, pick), len(each.options)) for each in choices])
        if found.z < UNLIKELY or found.seen - found.chance < GAIN * found.of or (told and n == 0):
            continue
        told = True
        yield Found(
            n,
            Problem(
                ("title",),
                f"the right option is the {which} in {found.seen:.0f} of {found.of} questions, "
                f"where {found.chance:.0f} would be so by chance: it pays to take the {which}; "
                f"{mend}",
            ),
        )


def share(chosen: Chosen, pick: Pick) -> float:
    """Return the part that the key has in being the longest, or the shortest, of its question."""
    lengths = [len(each.text) for each in chosen.options]
    best = pick(lengths)
    return 1 / lengths.count(best) if len(chosen.key.text) == best else 0.0


RULE = Rule(
    "keys-often-longest",
    "warning",
    "The right option is the longest too often",
    "No single option need stand out: where the right one is longest in half of all questions, a "
    "learner who knows nothing gains by taking the longest each time. The rule tests, from 12 "
    "questions on, whether that is more than chance, and more than a tenth of all.",
    "the right option is the longest in 20 of 40 questions, where 10 would be so by chance",
    "in each second question a wrong option that says as much as the right one",
    ("haladyna",),
    course=check,
)
