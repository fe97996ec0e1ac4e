"""One claim of the article, as content/evidence/claims.yaml holds them."""

from msgspec import Struct

from stemcourse.evidence.verdicts import VerdictName


class Claim(Struct, frozen=True, kw_only=True):
    """One claim of the article and what the evidence says of it."""

    id: str
    section: str
    claim: str
    verdict: VerdictName
    plain: str
    """What the evidence says of it, in a sentence or two for everyone."""
    summary: str
    caveat: str
    references: tuple[str, ...]
    implicit: bool = False
    """Whether the article takes the claim for granted without stating it."""
