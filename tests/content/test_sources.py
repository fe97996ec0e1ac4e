"""A question says which of its sources are not confirmed, in the word of the cards."""

from __future__ import annotations

import re
from html import unescape
from typing import get_args

import pytest

import citations
from citations import Reference, Status
from selfcheck import bank
from selfcheck.questions import Bank, answered
from selfcheck.render import html
from tests.content.conftest import ROOT

CONTENT = ROOT / "content"
BANKS = [bank.load(name, CONTENT) for name in bank.names(CONTENT)]
REFERENCES = citations.load(CONTENT / "evidence" / "references.bib")
SOURCES = re.compile(r"<p class=.sc-sources.>(.*?)</p>")


def wanted(cited: list[Reference]) -> str:
    """Return what is to stand under a question."""
    return "; ".join(
        each.label if each.status == "confirmed" else f"{each.label} {citations.UNCONFIRMED}"
        for each in cited
    )


@pytest.mark.parametrize("each", BANKS, ids=[each.id for each in BANKS])
def test_every_question_marks_what_is_not_confirmed(each: Bank) -> None:
    questions = [question for _, question in answered(each.questions) if question.sources]
    shown = SOURCES.findall(html(each, REFERENCES, folder=CONTENT))
    assert len(shown) == len(questions)
    for question, sources in zip(questions, shown, strict=True):
        text = unescape(re.sub(r"<[^>]*>", "", sources))
        assert text == wanted([REFERENCES[key] for key in question.sources]), question.id


def test_there_are_such_questions() -> None:
    """Or the test above would show nothing."""
    statuses = {
        REFERENCES[key].status
        for each in BANKS
        for _, question in answered(each.questions)
        for key in question.sources
    }
    assert statuses == {*get_args(Status)}
