"""A claim with its verdict and what is behind it, as HTML for JupyterLab and the site alike."""

from collections.abc import Iterable
from html import escape

from citations import Reference
from stemcourse.evidence.claims import Claim
from stemcourse.evidence.verdicts import VERDICTS
from stemcourse.inline import links, style
from stemcourse.shown import Shown

# What opens the evidence. Browsers open it by themselves for what is searched for in the page.
FOLD = "The evidence and its sources"


class Card(Shown):
    """A claim, its verdict and plain words; the evidence and its sources can be opened."""

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
            f"<p><strong>{verdict.shape} {verdict.words}</strong> {verdict.meaning}</p>",
            self.plain,
            self.caveat,
            f"<details><summary>{FOLD}</summary>",
            self.evidence,
            "</details>",
            "</article>",
        ]
        return "\n".join(lines)

    @property
    def plain(self) -> str:
        """What the evidence says, in plain words; this and what follows serve other places too."""
        return f'<p class="ec-plain">{escape(self.claim.plain)}</p>'

    @property
    def caveat(self) -> str:
        """What a reader should keep in mind."""
        return f"<p><b>Keep in mind:</b> {escape(self.claim.caveat)}</p>"

    @property
    def evidence(self) -> str:
        """What the evidence says, and the sources."""
        sources = "Source" if len(self.references) == 1 else "Sources"
        lines = [
            f"<p>{escape(self.claim.summary)}</p>",
            f'<p class="ec-sources"><b>{sources}:</b> {links(self.references)}</p>',
        ]
        return "\n".join(lines)
