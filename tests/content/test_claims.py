"""Every claim that a module is to treat stands in it as a card, and is said in plain words."""

from __future__ import annotations

import re
from statistics import mean

import pytest
import textstat

from stemcourse.evidence import Claim, load
from tests.content.conftest import ROOT
from tests.content.test_notebooks import source_of

CLAIMS = load(ROOT / "content" / "evidence" / "claims.yaml")
MODULES = {"bio-": "01-what-stem-cells-are"}
MOST_WORDS_OF_A_SENTENCE = 20
MOST_WORDS = 26
# As the course's prose has it.
HIGHEST_MEAN_GRADE = 6
# Of a sentence or two the formula says little: it is for texts. This finds what is far off.
HIGHEST_GRADE_OF_ONE = 8.5
# What only those know who know it, in a sentence for those who do not.
JARGON = re.compile(
    r"\b(?:[HM]SCs?|i?PSCs?|ESCs?|RCTs?|GVHD|CI|RR|OR|HR|MD|n ?= ?\d|p ?= ?0|MRI|endpoints?|"
    r"allogeneic|autologous|pluripotent|placebo|meta-analys[ie]s|randomi[sz]ed|in vitro)\b|%"
)

every_claim = pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))


@pytest.mark.parametrize(("begin", "module"), MODULES.items())
def test_module_shows_its_claims(begin: str, module: str) -> None:
    code = source_of(ROOT / "notebooks" / f"{module}.ipynb")
    shown = set(re.findall(r'claim\("([a-z0-9-]+)"\)', code))
    assert {claim for claim in CLAIMS if claim.startswith(begin)} <= shown


@pytest.mark.usefixtures("pronunciations")
def test_the_plain_sentences_are_plain() -> None:
    grades = [textstat.flesch_kincaid_grade(claim.plain) for claim in CLAIMS.values()]
    assert mean(grades) <= HIGHEST_MEAN_GRADE


@pytest.mark.usefixtures("pronunciations")
@every_claim
def test_a_plain_sentence_is_short_and_has_no_jargon(claim: Claim) -> None:
    sentences = re.split(r"(?<=\.) ", claim.plain)
    assert len(sentences) <= 2
    for sentence in sentences:
        assert re.fullmatch(r"[A-Z][^?!]*[^.?!]\.", sentence)
        assert len(sentence.split()) <= MOST_WORDS_OF_A_SENTENCE
    assert len(claim.plain.split()) <= MOST_WORDS
    assert textstat.flesch_kincaid_grade(claim.plain) <= HIGHEST_GRADE_OF_ONE
    assert not JARGON.search(claim.plain)


@every_claim
def test_a_plain_sentence_is_not_said_elsewhere_on_its_card(claim: Claim) -> None:
    own = set(re.findall(r"\w{4,}", claim.plain.lower()))
    for other in (claim.claim, claim.caveat):
        shared = own & set(re.findall(r"\w{4,}", other.lower()))
        assert len(shared) < 0.6 * len(own), shared


@every_claim
def test_a_number_of_a_plain_sentence_stands_in_the_summary(claim: Claim) -> None:
    """As it is, or rounded: 12 of 100 for 12.2%, 16 of 18 for 88.9% of 18."""
    known = [float(each) for each in _numbers(claim.summary)]
    for number in _numbers(claim.plain):
        near = [each for each in known if abs(each - float(number)) <= 0.6]
        assert near or number == "100" or _share(claim, float(number)), number


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))


def _share(claim: Claim, number: float) -> bool:
    """Return whether *number* is a share, given in the summary in per cent, of people there."""
    shares = re.findall(r"(\d+(?:\.\d+)?)% of (\d+)", claim.summary)
    return any(round(float(share) * int(people) / 100) == number for share, people in shares)
