"""Waivers: where an author says that a rule does not hold, and why."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from selfcheck.lint.rule import Problem, Rule
from selfcheck.questions import Bank
from selfcheck.source import Where
from selfcheck.types.case import Case

WAIVE = "waive"
# A reason says something: "ok" and "not needed" do not.
LEAST_WORDS = 3


class Waiver(NamedTuple):
    """A rule that is waived for all that stands under *where*, and the reason."""

    where: Where
    rule: str
    reason: str

    def covers(self, rule: Rule, where: Where) -> bool:
        """Return whether it holds for what *rule* finds at *where*."""
        return self.rule == rule.id and where[: len(self.where)] == self.where


class Waivers:
    """The waivers of a bank: its own, those of its questions, of its cases and their parts."""

    def __init__(self, bank: Bank) -> None:
        self._all = [*_waivers(bank)]
        self._used: set[Waiver] = set()

    def waive(self, rule: Rule, problem: Problem) -> bool:
        """Return whether what *rule* finds is waived; the waiver that is nearest is then used."""
        covering = [each for each in self._all if each.covers(rule, problem.where)]
        if covering:
            self._used.add(max(covering, key=lambda each: len(each.where)))
        return bool(covering)

    def problems(self, known: Mapping[str, Rule]) -> Iterator[Problem]:
        """Yield waivers that are wrong, and those that waive nothing; known: the rules that ran.

        What a rule over several banks finds depends on other questions, so that its waiver may
        have nothing to waive today.
        """
        for each in self._all:
            where = (*each.where, WAIVE, each.rule)
            if each.rule not in known:
                close = difflib.get_close_matches(each.rule, list(known), n=1)
                how = f"did you mean `{close[0]}`?" if close else "`selfcheck rules` lists them"
                yield Problem(where, f"there is no rule `{each.rule}` to waive; {how}")
            elif each not in self._used and not known[each.rule].course:
                yield Problem(where, f"`{each.rule}` finds nothing here; take the waiver out")
            elif len(each.reason.split()) < LEAST_WORDS:
                yield Problem(
                    where, f"{each.reason!r} is no reason; say why the rule may be broken"
                )


def _waivers(bank: Bank) -> Iterator[Waiver]:
    def given(where: Where, waived: dict[str, str]) -> Iterable[Waiver]:
        return (Waiver(where, rule, reason) for rule, reason in waived.items())

    yield from given((), bank.waive)
    for n, asked in enumerate(bank.questions):
        yield from given(("questions", n), asked.waive)
        if isinstance(asked, Case):
            for i, part in enumerate(asked.parts):
                yield from given(("questions", n, "parts", i), part.waive)


def _nothing(_bank: object) -> Iterable[Problem]:
    """Yield nothing: what is wrong with waivers is known when all other rules have run."""
    return ()


RULE = Rule(
    "waiver",
    "warning",
    "A waiver waives nothing, or has no reason",
    "A waiver says that a rule does not hold for this question, or for a whole bank, and why. "
    "One whose rule finds nothing any more hides the next mistake, and one without a reason "
    "tells nobody whether it still holds. It names a rule by its id.",
    'waive: {negated-stem: "ok"}',
    "waive: "
    '{negated-stem: "The exception is what has to be known: a drug that must not be given."}',
    bank=_nothing,
)
