"""How much the item-writing rules find of what is wrong in the corpus, and how much else."""

from __future__ import annotations

from typing import NamedTuple

from selfcheck.lint import registry
from selfcheck.lint.item import Item
from tests.support.lint_corpus import Sample, samples


class Measured(NamedTuple):
    """What was found in a part of the corpus.

    missed: flaws that a rule should see and did not, as (question, rule). alarms: the same for
    what a rule saw in a question in which an examiner sees nothing of the kind. flaws and good:
    how many flaws there are, and how many good questions.
    """

    flaws: int
    good: int
    missed: list[tuple[str, str]]
    alarms: list[tuple[str, str]]
    alarmed: int

    @property
    def recall(self) -> float:
        """The share of flaws that is found, of those that rules can see."""
        return 1 - len(self.missed) / self.flaws

    @property
    def false_alarms(self) -> float:
        """The share of good questions in which a rule finds something."""
        return self.alarmed / self.good


def measured(part: str) -> Measured:
    """Return what all rules over single questions find in a *part* of the corpus."""
    missed, alarms, alarmed, flaws, good = [], [], 0, 0, 0
    for sample in samples(part):
        found = rules_of(sample)
        flaws += len(sample.flaws)
        missed += [(sample.name, rule) for rule in sorted(sample.flaws - found)]
        alarms += [(sample.name, rule) for rule in sorted(found - sample.flaws - sample.beyond)]
        if sample.good:
            good += 1
            alarmed += bool(found)
    return Measured(flaws, good, missed, alarms, alarmed)


def rules_of(sample: Sample) -> frozenset[str]:
    """Return the ids of the rules that find something in a question of the corpus."""
    item = Item(sample.question, sample.name, (), sample.language)
    return frozenset(
        rule.id
        for rule in registry.OWN
        if rule.item and next(iter(rule.item(item)), None) is not None
    )
