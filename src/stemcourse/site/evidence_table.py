"""The evidence table as HTML; what it says of a claim comes from the claim's card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from stemcourse.evidence.card import FOLD
from stemcourse.evidence.verdicts import VERDICTS, Verdict

if TYPE_CHECKING:
    from stemcourse.evidence import Card

MARK = 'class="ev-claims"'

_COLUMNS = ("Claim", "Verdict", "Where treated", "Sources")
_NUMBER = re.compile(r"(\d+)\.\s")


class SectionLink(NamedTuple):
    """A section that treats a claim."""

    notebook: str
    module: str
    title: str
    address: str | None
    """None where the notebook is not on the site."""

    @property
    def short(self) -> str:
        """The module's name in a few letters."""
        number = _NUMBER.match(self.module)
        return f"Module {number[1]}" if number else self.module


class Row(NamedTuple):
    """A claim and where the course treats it."""

    card: Card
    sections: Sequence[SectionLink]


def html(rows: Sequence[Row], files: Mapping[str, str]) -> str:
    """Return the counts, the filter, the downloads and the table.

    The filter is hidden until the script finds it. The roles say what the elements say already:
    on a narrow screen the style stacks the cells, and some browsers then take the elements for a
    table no longer.
    """
    return "\n".join(
        [
            *_counts(rows),
            *_filter(rows),
            '<div class="ev-above">',
            f'<p class="ev-count" role="status">{len(rows)} claims</p>',
            f'<p class="ev-files">Download all: {_downloads(files)}</p>',
            "</div>",
            *_table(rows),
        ]
    )


def _verdict(verdict: Verdict) -> str:
    return (
        f'<span class="ev-verdict" style="--verdict:{verdict.colour}">'
        f"{verdict.shape} {verdict.words}</span>"
    )


def _counts(rows: Sequence[Row]) -> Iterator[str]:
    counts = Counter(row.card.claim.verdict for row in rows)
    most = max(counts.values(), default=1)
    yield '<table class="ev-counts" role="table"><caption>Claims by verdict</caption>'
    yield '<thead role="rowgroup"><tr role="row">'
    for name in ("Verdict", "Claims", "Meaning"):
        yield f'<th scope="col" role="columnheader">{name}</th>'
    yield '</tr></thead><tbody role="rowgroup">'
    for verdict in VERDICTS.values():
        count = counts[verdict.name]
        share = f"--share:{count / most:.3f};--verdict:{verdict.colour}"
        yield (
            f'<tr role="row"><th scope="row" role="rowheader">{_verdict(verdict)}</th>'
            f'<td role="cell" class="ev-share" style="{share}">{count}</td>'
            f'<td role="cell">{verdict.meaning}</td></tr>'
        )
    yield "</tbody></table>"


def _filter(rows: Sequence[Row]) -> Iterator[str]:
    modules = sorted({(each.notebook, each.module) for row in rows for each in row.sections})
    yield '<form class="ev-filter" role="search" aria-label="Claims" hidden>'
    yield '<p><label>Words <input type="search" name="words" autocomplete="off"></label>'
    yield '<label>Module <select name="module"><option value="">All modules</option>'
    for notebook, module in modules:
        yield f'<option value="{escape(notebook)}">{escape(module)}</option>'
    yield "</select></label></p>"
    yield "<fieldset><legend>Only these verdicts</legend>"
    for verdict in VERDICTS.values():
        box = f'<input type="checkbox" name="verdict" value="{verdict.name}">'
        yield f"<label>{box} {_verdict(verdict)}</label>"
    yield "</fieldset>"
    yield '<p><button type="reset">Show all claims</button>'
    yield '<button type="button" class="ev-open">Open all</button></p>'
    yield "</form>"


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield '<table class="ev-claims" role="table">'
    yield "<caption>What the article claims, in our words, and what the evidence says</caption>"
    yield '<thead role="rowgroup"><tr role="row">'
    for name in _COLUMNS:
        yield f'<th scope="col" role="columnheader">{name}</th>'
    yield "</tr></thead>"
    for row in rows:
        yield from _body(row)
    yield "</table>"


def _body(row: Row) -> Iterator[str]:
    claim = row.card.claim
    notebooks = " ".join(dict.fromkeys(each.notebook for each in row.sections))
    implied = " <small>(implied)</small>" if claim.implicit else ""
    count = len(row.card.references)
    sources = "source" if count == 1 else "sources"
    yield (
        f'<tbody role="rowgroup" id="{claim.id}" data-verdict="{claim.verdict}" '
        f'data-modules="{escape(notebooks)}">'
    )
    yield f'<tr role="row"><th scope="row" role="rowheader">{escape(claim.claim)}{implied}</th>'
    yield f'<td role="cell">{_verdict(VERDICTS[claim.verdict])}</td>'
    yield f'<td role="cell">{"<br>".join(_section(each) for each in row.sections)}</td>'
    yield f'<td role="cell">{count} <span class="ev-unit">{sources}</span></td></tr>'
    yield f'<tr role="row"><td role="cell" colspan="{len(_COLUMNS)}">{row.card.plain}'
    yield f"<details><summary>{FOLD}</summary>\n{row.card.caveat}\n{row.card.evidence}</details>"
    yield "</td></tr>"
    yield "</tbody>"


def _section(section: SectionLink) -> str:
    title = escape(section.title)
    link = f'<a href="{escape(section.address)}">{title}</a>' if section.address else title
    return f"<small>{escape(section.short)}</small> {link}"


def _downloads(files: Mapping[str, str]) -> str:
    return ", ".join(
        f'<a href="{escape(address)}" download="{escape(name)}">'
        f"{escape(name.rpartition('.')[2].upper())}</a>"
        for name, address in files.items()
    )
