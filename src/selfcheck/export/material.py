"""What is exported: banks, and their questions one by one.

A case becomes its parts, and a question with variants each of them, since no other system has
either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck import types
from selfcheck.identity import text_of
from selfcheck.numbers import written
from selfcheck.questions import Asked, Bank, Objective, Question
from selfcheck.types.brackets import NAME
from selfcheck.types.case import Case
from selfcheck.types.cloze import Cloze
from selfcheck.types.numeric import Numeric, concrete
from selfcheck.types.variants import columns

if TYPE_CHECKING:
    from citations import Reference


@dataclass(frozen=True)
class Material:
    """A bank with what its questions refer to; `folder` is the content folder."""

    bank: Bank
    references: Mapping[str, Reference]
    folder: Path
    course: str = "course"

    def objectives(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the text, in Markdown, of each objective."""
        for name, said in self.bank.objectives.items():
            yield name, said.text if isinstance(said, Objective) else said

    def sheets(self) -> Iterator[Sheet]:
        """Yield all that a learner answers."""
        for asked in self.bank.questions:
            yield from self._asked(asked)

    def _asked(self, asked: Asked) -> Iterator[Sheet]:
        case = asked if isinstance(asked, Case) else None
        for name, question in asked.answered():
            if isinstance(question, Numeric) and question.variants:
                yield from self._variants(question, name, case)
            else:
                yield Sheet(self, question, name, case)

    def _variants(self, question: Numeric, name: str, case: Case | None) -> Iterator[Sheet]:
        assert isinstance(question.variants, list)
        *_, variants = types.row(question).listings(question)
        for each, one, row in zip(variants.ids, concrete(question), question.variants, strict=True):
            said = {
                column: value if isinstance(value, str) else written(value, self.bank.language)
                for column, value in columns(row).items()
            }
            yield Sheet(self, one, f"{name}/{each}", case, question.id, said)


@dataclass(frozen=True)
class Sheet:
    """One question that is answered and scored as one, and where it comes from.

    name: what it is called in its bank, such as `case/part` or `question/variant`. case: the case
    that it is a part of. variants: the id of the question that it is one variant of. places: what
    stands for each `[[name]]` in its texts, as plain text.
    """

    material: Material
    question: Question
    name: str
    case: Case | None = None
    variants: str = ""
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def bank(self) -> Bank:
        """The bank that it stands in."""
        return self.material.bank

    @property
    def path(self) -> str:
        """Its name in all banks: `bank/question`."""
        return f"{self.bank.id}/{self.name}"

    @property
    def kind(self) -> str:
        """The name of its type."""
        return types.tag(type(self.question))

    @property
    def ids(self) -> list[list[str]]:
        """The ids of what a learner can choose, place or type in it, list by list."""
        return [listing.ids for listing in types.row(self.question).listings(self.question)]

    @property
    def alike(self) -> list[dict[str, str]]:
        """For each of these lists the id that stands for all things of the same text."""
        return [listing.alike for listing in types.row(self.question).listings(self.question)]

    def menus(self) -> dict[str, list[tuple[str, str]]]:
        """Return of each gap that has a menu what it offers, by id; the right one is the first."""
        question = self.question
        if not isinstance(question, Cloze):
            return {}
        gaps = [name for name, gap in question.gaps.items() if gap.distractors]
        found = {}
        for name, ids in zip(gaps, self.ids, strict=True):
            gap = question.gaps[name]
            texts = [gap.forms[0], *map(text_of, gap.distractors)]
            found[name] = list(zip(ids, texts, strict=True))
        return found

    def labels(self, own: str = "") -> list[tuple[str, str]]:
        """Return what is said of the question by name, such as `("level", "apply")`.

        own: its type, where the other system has it as another one.
        """
        question = self.question
        found = [("objective", question.objective)]
        if isinstance(question.level, str):
            found.append(("level", question.level))
        found += [("source", key) for key in question.sources]
        found += [("claim", name) for name in question.claims]
        if own:
            found.append(("type", own))
        if self.case:
            found.append(("case", self.case.id))
        if self.variants:
            found.append(("variants", self.variants))
        if self.bank.language != "en":
            found.append(("language", self.bank.language))
        return found


def gap_names(question: Cloze) -> list[str]:
    """Return the gaps of a cloze in the order of its text."""
    return [name for name in NAME.findall(question.text) if name in question.gaps]
