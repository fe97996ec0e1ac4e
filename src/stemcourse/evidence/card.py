"""A claim with its verdict and sources, as HTML that reads well in JupyterLab and on the site."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from citations import Reference, Status
from stemcourse.evidence.claims import Claim
from stemcourse.evidence.verdicts import VERDICTS

_NOTES: dict[Status, str] = {
    "partly-confirmed": "Checked only in part",
    "unconfirmed": "Not yet confirmed by us",
}


class Card:
    """The last value of a notebook cell: the notebook shows it."""

    def __init__(self, claim: Claim, references: Iterable[Reference]) -> None:
        self.claim = claim
        self.references = tuple(references)

    def __repr__(self) -> str:
        return f"Evidence card: {self.claim.id}"

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": repr(self)}

    @property
    def html(self) -> str:
        """The card with its style; no ids, since a page may show the same card twice."""
        claim, verdict = self.claim, VERDICTS[self.claim.verdict]
        speaks = "implies" if claim.implicit else "says"
        sources = "Source" if len(self.references) == 1 else "Sources"
        lines = [
            f"<style>{_style()}</style>",
            f'<article class="ec-card" style="--verdict:{verdict.colour}" '
            f'aria-label="Claim: {escape(claim.claim)}">',
            f'<p class="ec-says">The article {speaks}</p>',
            f'<p class="ec-claim">{escape(claim.claim)}</p>',
            f'<p class="ec-verdict"><strong>{verdict.shape} {verdict.words}</strong> '
            f"{verdict.meaning}</p>",
            f"<p>{escape(claim.summary)}</p>",
            f"<p><b>Keep in mind:</b> {escape(claim.caveat)}</p>",
            f'<p class="ec-sources"><b>{sources}:</b> {_links(self.references)}</p>',
            *self._notes(),
            "</article>",
        ]
        return "\n".join(lines)

    def _notes(self) -> Iterable[str]:
        for status, words in _NOTES.items():
            labels = [each.label for each in self.references if each.status == status]
            if labels:
                yield f'<p class="ec-note">{words}: {escape("; ".join(labels))}</p>'


def _links(references: Sequence[Reference]) -> str:
    return "; ".join(
        f'<a href="{escape(each.link)}">{escape(each.label)}</a>'
        if each.link
        else escape(each.label)
        for each in references
    )


@cache
def _style() -> str:
    css = files("stemcourse.evidence").joinpath("card.css").read_text(encoding="utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*([{};:,>])\s*", r"\1", " ".join(css.split())).replace(";}", "}")
