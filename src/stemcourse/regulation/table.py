"""The decisions as an HTML table that reads well in JupyterLab and on the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from citations import Reference
from stemcourse.inline import links, style
from stemcourse.regulation.dates import spell
from stemcourse.regulation.decisions import REGIONS, STATUSES, Decision, Decisions
from stemcourse.shown import Shown

_COLUMNS = ("Product", "Cells", "Use", "Decision", "Sources")


class RegulationTable(Shown):
    """The decisions of regulators, by region."""

    def __init__(self, decisions: Decisions, references: Mapping[str, Reference]) -> None:
        self.decisions = decisions
        self.references = references

    def __repr__(self) -> str:
        return "Regulation table: decisions on stem cell products"

    @property
    def html(self) -> str:
        """The table with its style; no ids, since a page may show it twice.

        It is folded: a reader of the page opens it to look a product up. The roles say what the
        elements say already: on a narrow screen the style stacks the cells, and some browsers then
        take the elements for a table no longer.
        """
        return "\n".join(
            [
                f"<style>{style('stemcourse.regulation', 'table.css')}</style>",
                '<div class="rt-decisions">',
                f"<details><summary>{self._summary()}</summary>",
                '<table role="table">',
                "<caption><b>Decisions on stem cell products, compiled on "
                f"{spell(self.decisions.compiled)}.</b> {escape(self.decisions.note)}</caption>",
                '<thead role="rowgroup"><tr role="row">',
                *(f'<th scope="col" role="columnheader">{name}</th>' for name in _COLUMNS),
                "</tr></thead>",
                *self._groups(),
                "</table>",
                f"<p>{self._words()}</p>",
                "</details>",
                "</div>",
            ]
        )

    def _summary(self) -> str:
        days = [each.date for each in self.decisions.products]
        years = f"{min(days)[:4]} to {max(days)[:4]}"
        return f"Open the list: decisions on stem cell products, {years}"

    def _groups(self) -> Iterator[str]:
        for region, words in REGIONS.items():
            products = [each for each in self.decisions.products if each.region == region]
            if products:
                yield (
                    '<tbody role="rowgroup"><tr role="row"><th class="rt-region" scope="rowgroup" '
                    f'role="rowheader" colspan="{len(_COLUMNS)}">{words}</th></tr>'
                )
                yield from (self._row(each) for each in products)
                yield "</tbody>"

    def _row(self, decision: Decision) -> str:
        sources = [self.references[key] for key in decision.references]
        note = f'<p class="rt-note">{escape(decision.note)}</p>' if decision.note else ""
        cells = (
            escape(decision.source_of_cells),
            escape(decision.indication),
            f"<strong>{STATUSES[decision.status].words}</strong>, "
            f'<time datetime="{decision.date}">{spell(decision.date)}</time>, '
            f"{escape(decision.maker_of_decision)}{note}",
            links(sources) or "none yet",
        )
        return "\n".join(
            [
                f'<tr role="row"><th scope="row" role="rowheader">{escape(decision.product)}</th>',
                *(
                    f'<td role="cell" data-column="{column}">{cell}</td>'
                    for column, cell in zip(_COLUMNS[1:], cells, strict=True)
                ),
                "</tr>",
            ]
        )

    def _words(self) -> str:
        used = {each.status for each in self.decisions.products}
        meanings = [
            f"<strong>{status.words}</strong>: {status.meaning}"
            for name, status in STATUSES.items()
            if name in used
        ]
        return "; ".join(meanings) + "."
