"""The evidence table as files, for whoever wants to count or sort the claims themselves."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stemcourse.evidence.verdicts import VERDICTS

if TYPE_CHECKING:
    from stemcourse.site.evidence_table import Row

# What a spreadsheet takes for the beginning of a formula, behind apostrophes or not, after OWASP's
# "CSV Injection": the signs, in the full width of East Asian keyboards too, and white space.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
# It begins like a formula, and is none.
_NEGATIVE = re.compile(r"-[0-9]+(\.[0-9]+)?")
_COLUMNS = (
    *("id", "claim", "implied", "verdict", "summary", "caveat"),
    *("module", "section", "address", "sources", "links"),
    # Last, so that the others stay where programs may count on them.
    "plain",
)


def write_csv(path: Path, rows: Sequence[Row]) -> None:
    r"""Write a line for each claim; what there are several of stands in one field, with "; ".

    No field is a formula to a spreadsheet: see `as_text`. Programs read the JSON, or take one
    apostrophe off a field that matches `'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]` at its beginning.
    """
    # The mark at the start tells spreadsheets that this is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(_COLUMNS)
        for card, sections in rows:
            claim = card.claim
            lists = (
                [section.module for section in sections],
                [section.title for section in sections],
                [section.address or "" for section in sections],
                [reference.label for reference in card.references],
                [reference.link or "" for reference in card.references],
            )
            fields = (
                *(claim.id, claim.claim, "yes" if claim.implicit else "no"),
                *(VERDICTS[claim.verdict].words, claim.summary, claim.caveat),
                *("; ".join(each) for each in lists),
                claim.plain,
            )
            table.writerow(map(as_text, fields))


def as_text(field: str) -> str:
    """Return a field so that a spreadsheet shows it, and never works it out.

    One that begins as a formula does, with =, +, -, @, a tab or the end of a line, gets an
    apostrophe before it; so does one that begins with apostrophes and then such a sign, so that
    taking one away gives the field back, whatever it was. A negative number stays a number.
    """
    formula = _FORMULA.match(field) and not _NEGATIVE.fullmatch(field)
    return f"'{field}" if formula else field


def write_json(path: Path, rows: Sequence[Row]) -> None:
    """Write the claims, in the article's order, and what the verdicts mean."""
    data = {
        "verdicts": {
            verdict.name: {"words": verdict.words, "meaning": verdict.meaning}
            for verdict in VERDICTS.values()
        },
        "claims": [
            {
                "id": card.claim.id,
                "claim": card.claim.claim,
                "implied": card.claim.implicit,
                "verdict": card.claim.verdict,
                "plain": card.claim.plain,
                "summary": card.claim.summary,
                "caveat": card.claim.caveat,
                "treated": [
                    {"module": each.module, "section": each.title, "address": each.address}
                    for each in sections
                ],
                "sources": [reference.key for reference in card.references],
            }
            for card, sections in rows
        ],
        "sources": {
            reference.key: {
                "label": reference.label,
                "text": reference.text,
                "link": reference.link,
                "status": reference.status,
            }
            for card, _ in rows
            for reference in card.references
        },
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
