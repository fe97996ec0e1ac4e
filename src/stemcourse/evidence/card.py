"""A claim with its verdict and sources, as HTML that reads well in JupyterLab and on the site."""

from collections.abc import Iterable
from html import escape

from citations import Reference
from stemcourse.evidence.claims import Claim
from stemcourse.evidence.verdicts import VERDICTS
from stemcourse.inline import links, notes, style
from stemcourse.shown import Shown


class Card(Shown):
    """A claim with its verdict, what the evidence says, and its sources."""

    def __init__(self, claim: Claim, references: Iterable[Reference]) -> None:
        self.claim = claim
        self.references = tuple(references)

    def __repr__(self) -> str:
        return f"Evidence card: {self.claim.id}"

    @property
    def html(self) -> str:
        """The card with its style; no ids, since a page may show the same card twice."""
        claim, verdict = self.claim, VERDICTS[self.claim.verdict]
        speaks = "implies" if claim.implicit else "says"
        lines = [
            f"<style>{style('stemcourse.evidence', 'card.css')}</style>",
            f'<article class="ec-card" style="--verdict:{verdict.colour}" '
            f'aria-label="Claim: {escape(claim.claim)}">',
            f'<p class="ec-says">The article {speaks}</p>',
            f'<p class="ec-claim">{escape(claim.claim)}</p>',
            f'<p class="ec-verdict"><strong>{verdict.shape} {verdict.words}</strong> '
            f"{verdict.meaning}</p>",
            self.evidence,
            "</article>",
        ]
        return "\n".join(lines)

    @property
    def evidence(self) -> str:
        """The paragraphs below the verdict, for other places that show a claim."""
        sources = "Source" if len(self.references) == 1 else "Sources"
        lines = [
            f"<p>{escape(self.claim.summary)}</p>",
            f"<p><b>Keep in mind:</b> {escape(self.claim.caveat)}</p>",
            f'<p class="ec-sources"><b>{sources}:</b> {links(self.references)}</p>',
            *(f'<p class="ec-note">{note}</p>' for note in notes(self.references)),
        ]
        return "\n".join(lines)
