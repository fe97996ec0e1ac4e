"""The pages for teachers name questions and pages that exist; their guide, what they will see."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck.cli import app
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


def test_the_first_question_of_the_guide_has_the_flaw_that_is_told(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "instructors.md").read_text("utf-8")
    found = re.search(r"```yaml\n(.*?)```", guide, re.DOTALL)
    better = re.search(r"Mend it \(\*(.*?)\*\)", guide)
    assert found
    assert better
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "_config.yml", tmp_path)
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    path = tmp_path / "content" / "questions" / "biology.yaml"
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n{found[1]}", "utf-8")
    assert checked(tmp_path) == ["[missing-source]", "[negated-stem]", "1 to mend, 1 note"]
    path.write_text(
        path.read_text("utf-8").replace("Which of these is not a stem cell?", better[1])
    )
    assert checked(tmp_path) == ["[missing-source]"]


def checked(course: Path) -> list[str]:
    """Return the rules that `selfcheck check` names, and how much there is to mend."""
    done = CliRunner().invoke(app, ["check", str(course / "content")])
    return re.findall(r"\[[a-z-]+\]$|^\d+ to mend.*", done.stderr, re.MULTILINE)
