"""The pages for teachers name questions and pages that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfcheck.questions import Bank
from tests.content.conftest import ROOT

PAGES = sorted((ROOT / "book").rglob("*.md"))


def test_every_question_named_to_teachers_exists(banks: list[Bank]) -> None:
    known = {f"{bank.id}/{question.id}" for bank in banks for question in bank.questions}
    text = (ROOT / "book" / "instructors" / "misconceptions.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z]+/[a-z0-9-]+)`", text)
    assert len(named) >= 30
    assert set(named) <= known


def test_the_answer_key_prints_every_bank(banks: list[Bank]) -> None:
    text = (ROOT / "book" / "instructors" / "answer-key.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\{answer-key\} (\S+)", text)) == {bank.id for bank in banks}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http", "mailto")):
            assert (page.parent / target).is_file(), target
