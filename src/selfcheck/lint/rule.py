"""What an item-writing rule is, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from selfcheck.identity import is_id
from selfcheck.source import Where

if TYPE_CHECKING:
    from selfcheck.lint.banks import Asking
    from selfcheck.lint.item import Item

# As SARIF calls them. Of a note nobody has to do anything.
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Problem(NamedTuple):
    """What a rule finds: where in the question, or the bank, and how to mend it."""

    where: Where
    message: str


class Found(NamedTuple):
    """What a rule over several banks finds: in which of them, by its index, and what."""

    bank: int
    problem: Problem


@dataclass(frozen=True)
class Rule:
    """An item-writing rule.

    id: its name, in lower-case words with hyphens; a waiver says it.
    severity: an error or a warning makes `selfcheck check` fail, a note does not.
    title: what is wrong, as a headline.
    why: why that is a fault, and how to do without it.
    flawed, better: a question, or a part of one, that has the fault, and the same mended.
    works: what it is taken from: keys of `selfcheck.lint.works.WORKS`, or words for others.
    item: yields what is wrong in one question.
    bank: the same for one bank, and `course` for all banks of a course together.
    words: whether it looks at words, and so speaks only where it knows the language.
    """

    id: str
    severity: Severity
    title: str
    why: str
    flawed: str
    better: str
    works: tuple[str, ...] = ()
    item: Callable[[Item], Iterable[Problem]] | None = None
    bank: Callable[[Asking], Iterable[Problem]] | None = None
    course: Callable[[Sequence[Asking]], Iterable[Found]] | None = None
    words: bool = False

    def __post_init__(self) -> None:
        """Raise `TypeError`, which says why, when this cannot be a rule."""
        if not is_id(self.id):
            raise TypeError(f"`{self.id}` is no id of a rule; use lower-case letters and hyphens")
        if self.severity not in SEVERITIES:
            known = ", ".join(SEVERITIES)
            raise TypeError(f"the severity {self.severity!r} of `{self.id}` is none of {known}")
        if not (self.item or self.bank or self.course):
            raise TypeError(f"the rule `{self.id}` has no `item`, `bank` or `course` to call")
        for part in ("title", "why", "flawed", "better"):
            if not getattr(self, part).strip():
                raise TypeError(f"the rule `{self.id}` has no `{part}`; write it")
