"""The article's claims, as content/evidence/claims.yaml holds them."""

from functools import lru_cache
from os import PathLike
from pathlib import Path

from msgspec import Struct

import citations
from stemcourse.evidence.verdicts import VerdictName


class Claim(Struct, frozen=True, kw_only=True):
    """One claim of the article and what the evidence says of it."""

    id: str
    section: str
    claim: str
    verdict: VerdictName
    summary: str
    caveat: str
    references: tuple[str, ...]
    implicit: bool = False
    """Whether the article takes the claim for granted without stating it."""


class EvidenceError(Exception):
    """Everything that is wrong with the evidence: one line a problem, with file, line, column."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def load(path: str | PathLike[str]) -> dict[str, Claim]:
    """Return a file's claims by id, in file order, checked with the references.bib beside it."""
    path = Path(path)
    stamps = tuple(
        (each.absolute(), each.stat().st_mtime_ns, each.stat().st_size)
        for each in (path, path.with_name("references.bib"))
    )
    return dict(_load(path, stamps))


@lru_cache(maxsize=8)
def _load(path: Path, _stamps: tuple[tuple[Path, int, int], ...]) -> dict[str, Claim]:
    # Imported here, because it brings a YAML reader and needs Claim itself.
    from stemcourse.evidence.reading import read

    problems: list[str] = []
    try:
        references = set(citations.load(path.with_name("references.bib")))
    except citations.CitationError as error:
        problems += error.problems
        references = None
    claims, more = read(path, references)
    problems += more
    if problems:
        raise EvidenceError(problems)
    return claims
