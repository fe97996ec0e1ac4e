"""What the article claims, what the evidence says, and the card that shows both."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import citations
from stemcourse import content
from stemcourse.evidence.card import Card
from stemcourse.evidence.claims import Claim
from stemcourse.evidence.reading import EvidenceError, load
from stemcourse.evidence.verdicts import VERDICTS, Verdict, VerdictName

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "VERDICTS",
    "Card",
    "Claim",
    "EvidenceError",
    "UnknownClaimError",
    "Verdict",
    "VerdictName",
    "cards",
    "find",
    "load",
]


class UnknownClaimError(LookupError):
    """No claim has this id."""


def cards(folder: Path) -> dict[str, Card]:
    """Return every claim's card, by id and in file order, from a folder like content/evidence."""
    claims = load(folder / "claims.yaml")
    references = citations.load(folder / "references.bib")
    return {
        claim.id: Card(claim, [references[key] for key in claim.references])
        for claim in claims.values()
    }


def find(claim_id: str) -> Card:
    """Return the card of one claim of this course.

    Raises `UnknownClaimError`, which names similar ids, when there is no such claim.
    """
    known = cards(content.folder() / "evidence")
    if claim_id in known:
        return known[claim_id]
    similar = get_close_matches(claim_id, known, n=3, cutoff=0.5)
    hint = f"similar ids: {', '.join(similar)}" if similar else "it lists every id"
    raise UnknownClaimError(f"no claim '{claim_id}' in content/evidence/claims.yaml; {hint}")
