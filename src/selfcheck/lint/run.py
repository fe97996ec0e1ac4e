"""Runs the rules over the banks of a course."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from selfcheck.finding import Finding
from selfcheck.lint import registry, waivers
from selfcheck.lint.banks import Asking
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.waivers import Waivers
from selfcheck.questions import Bank
from selfcheck.source import Source, Where

# What keeps a bank from being read or shown is no matter of a rule; formats name one all the same.
FORMAT = Rule(
    "format",
    "error",
    "A bank is not as its format says",
    "A bank with such a mistake cannot be read, or one of its questions cannot be shown. "
    "docs/question-format.md says how a question is written.",
    "promt: Which?",
    "prompt: Which?",
    bank=lambda _: (),
)


class Said(NamedTuple):
    """What a rule says, and where."""

    rule: Rule
    finding: Finding


def rules(more: Collection[Rule] = ()) -> tuple[Rule, ...]:
    """Return all rules: selfcheck's own, *more* of plugins, and the one about waivers."""
    return (*registry.OWN, *more, waivers.RULE)


def run(banks: Sequence[Bank], folder: Path, every: Collection[Rule]) -> list[Said]:
    """Return what the rules say of *banks*, which stand in the content *folder*, in their order.

    every: the rules to run; among them that of waivers, which then is told of all that are there.
    """
    cites = (folder / "evidence" / "references.bib").is_file() or any(
        part.sources for bank in banks for asked in bank.questions for _, part in asked.answered()
    )
    asking = [Asking(bank, cites=cites) for bank in banks]
    found: list[list[tuple[Rule, Problem]]] = [[] for _ in banks]
    for n, rule, problem in _problems(every, asking):
        found[n].append((rule, problem))
    said: list[Said] = []
    for each, bank in zip(found, asking, strict=True):
        given = Waivers(bank.bank)
        left = [(rule, problem) for rule, problem in each if not given.waive(rule, problem)]
        if waivers.RULE in every:
            known = {rule.id: rule for rule in every}
            left += [(waivers.RULE, problem) for problem in given.problems(known)]
        said += _placed(left, folder / "questions" / f"{bank.bank.id}.yaml")
    return said


def _problems(
    every: Collection[Rule], banks: Sequence[Asking]
) -> Iterator[tuple[int, Rule, Problem]]:
    # Question by question: what has been worked out of its texts is then used by all rules.
    checks = [(rule, rule.item) for rule in every if rule.item]
    for n, bank in enumerate(banks):
        for item in bank.items:
            for rule, check in checks:
                try:
                    for problem in check(item):
                        yield n, rule, problem
                # A rule may be somebody's, and a question has what nobody has thought of.
                except Exception as error:
                    yield n, rule, _failed(item.where, error)
    for rule in every:
        yield from ((n, rule, problem) for n, problem in _of_banks(rule, banks))


def _of_banks(rule: Rule, banks: Sequence[Asking]) -> Iterator[tuple[int, Problem]]:
    n = 0
    try:
        for n, bank in enumerate(banks):
            for problem in rule.bank(bank) if rule.bank else ():
                yield n, problem
        n = 0
        for found in rule.course(banks) if rule.course else ():
            yield found.bank, found.problem
    except Exception as error:
        yield n, _failed((), error)


def _failed(where: Where, error: Exception) -> Problem:
    said = f"{type(error).__name__}: {' '.join(str(error).split())}"
    return Problem(where, f"the rule itself fails here ({said}); tell its authors, and waive it")


def _placed(problems: Sequence[tuple[Rule, Problem]], path: Path) -> list[Said]:
    """Return *problems* of one bank with their places in its file, from top to bottom."""
    if not problems:
        return []
    # Read once more only where something is to be said.
    source = Source(path)
    said = [
        Said(rule, source.finding(problem.message, *problem.where)) for rule, problem in problems
    ]
    return sorted(said, key=lambda each: (each.finding.place, each.rule.id))
