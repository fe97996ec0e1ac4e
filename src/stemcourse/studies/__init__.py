"""Numbers of studies that the labs show, from content/evidence, and the names of their sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import citations
from stemcourse import content
from stemcourse.studies.entries import Entry, Range, Studies, Value
from stemcourse.studies.reading import load

__all__ = ["Entry", "Studies", "cite", "load", "measured", "measured_range", "of_source", "studies"]

E = TypeVar("E", bound=Entry)
Q = TypeVar("Q", Value, Range)


def studies() -> Studies:
    """Return what content/evidence/studies.yaml holds."""
    return load(content.folder() / "evidence" / "studies.yaml")


def measured(name: str) -> Value:
    """Return a quantity by its id; raises LookupError when there is none."""
    return _named(name, studies().values)


def measured_range(name: str) -> Range:
    """Return a range of a quantity by its id; raises LookupError when there is none."""
    return _named(name, studies().ranges)


def of_source(key: str, entries: Iterable[E]) -> E:
    """Return the one entry of a source; raises LookupError when there is none, or several."""
    found = [each for each in entries if key in each.references]
    if len(found) != 1:
        raise LookupError(f"studies.yaml has {len(found)} such entries of {key}, and not one")
    return found[0]


def cite(*keys: str) -> str:
    """Return the labels of sources, as the bibliography has them: "Smith 2020, Jones et al. 2021".

    Raises LookupError for a key that is not in references.bib.
    """
    known = citations.load(content.folder() / "evidence" / "references.bib")
    unknown = [key for key in keys if key not in known]
    if unknown:
        raise LookupError(f"references.bib has no {', '.join(unknown)}; add it there")
    return ", ".join(known[key].label for key in keys)


def _named(name: str, entries: Iterable[Q]) -> Q:
    known = {each.id: each for each in entries}
    if name not in known:
        raise LookupError(f"studies.yaml has no '{name}' among {', '.join(known)}")
    return known[name]
