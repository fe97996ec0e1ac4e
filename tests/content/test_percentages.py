"""A percentage in a claim's summary stands beside the people that it is of, or its interval.

And everywhere its sign stands close: 95%, which no end of a line can part.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stemcourse.evidence import load
from tests.content.conftest import PATHS, ROOT

CLAIMS = load(ROOT / "content" / "evidence" / "claims.yaml")

# Up to a full stop, or a semicolon outside brackets: what stands behind it is about something else.
STATEMENT = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])|;\s+(?![^()]*\))")
PERCENTAGE = re.compile(r"\d%|per ?cent")
NUMBER = r"(?:\d[\d,.]*(?: million)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
PEOPLE = r"(?:people|patients|children|adults|recipients|donors|transplants)"
BESIDE = re.compile(
    "|".join(
        (
            # 3 of 32; 2,885 colony-forming cells among 35.2 million; but no "2023 review of 50".
            rf"\b(?!20\d\d\b){NUMBER}(?: [\w-]+){{0,2}} (?:of|in|among) (?:the )?{NUMBER}\b(?!%)",
            r"\(\d+/\d+\)",
            rf"\b{NUMBER}(?: [\w-]+){{0,2}} {PEOPLE}\b",  # 18 stroke patients
            r"\bn ?= ?\d",
            r"% \(\d[\d.]*-\d[\d.]*\)",  # 48.9% (40.8-56.9)
        )
    )
)

# What the rule cannot ask for.
NO_SHARE = "no share of people: "
NO_NUMBER = "what we have seen of the source gives no number: "
ALLOWED = {
    "ben-repair-and-regenerate": NO_SHARE + "an area of one child's skin",
    "ben-chronic-wounds-burns": NO_SHARE + "an area of one child's skin",
    "ben-matched-donor": NO_SHARE + "the chances that a model of the US register gives",
    "ben-family-always-compatible": NO_SHARE + "chances of inheritance; 25-30% is a general figure",
    "concl-longevity": NO_SHARE + "a change of life expectancy",
    "flow-cells-from-own-body": NO_NUMBER + "a share of all transplants in the world",
    "ben-spinal-inflammation-motor": NO_NUMBER + '"over 20%" sums up two side effects',
    "concl-less-rejection": NO_NUMBER + "a range over several studies",
    "faq-ethics-ethically-obtained": NO_NUMBER + "how many donors there were",
    "risk-gvhd-severity": NO_NUMBER + "a range from a review, and a share of uncounted deaths",
}


def bare(summary: str) -> list[str]:
    """The statements of a summary whose percentages stand alone."""
    # The level of an interval is no result.
    statements = STATEMENT.split(summary.replace("95% CI", "CI"))
    return [each for each in statements if PERCENTAGE.search(each) and not BESIDE.search(each)]


def test_percentages_do_not_stand_alone() -> None:
    alone = {claim.id: bare(claim.summary) for claim in CLAIMS.values()}
    found = {claim: statements for claim, statements in alone.items() if statements}
    assert {claim: found[claim] for claim in found if claim not in ALLOWED} == {}


def test_no_exception_is_left_over() -> None:
    assert [claim for claim in ALLOWED if not bare(CLAIMS[claim].summary)] == []


WRITTEN = [
    *PATHS,
    *sorted((ROOT / "book").rglob("*.md")),
    *sorted((ROOT / "content").rglob("*.yaml")),
    *sorted((ROOT / "content" / "figures").glob("*.svg")),
    *sorted((ROOT / "src" / "stemcourse").rglob("*.py")),
]
"""What readers see, or see the result of: `{share:g}%` stands in a lab."""
APART = re.compile(r"[\d}](?:\s|&nbsp;)+%(?![\w(])")


def sources(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix != ".ipynb":
        return text
    return "\n\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_sign_stands_close_to_its_number(path: Path) -> None:
    text = sources(path)
    assert [text[max(0, at.start() - 30) : at.end()] for at in APART.finditer(text)] == []
