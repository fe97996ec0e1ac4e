"""Decks in the real Anki: an update mends the notes, and leaves the learner's schedule alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.exporting import COURSE, exported

pytest.importorskip("genanki")
collection = pytest.importorskip("anki.collection")
EDITED = 2_000_000_000


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    """An empty collection."""
    (tmp_path / "anki").mkdir()
    opened = collection.Collection(str(tmp_path / "anki" / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A copy of the bank, to be edited."""
    copied = tmp_path / "course"
    shutil.copytree(COURSE, copied)
    return copied / "content" / "questions" / "kitchen.yaml"


def brought(anki: Any, path: Path) -> tuple[int, int]:
    """Bring a deck in; return how many notes are new, and how many are updated."""
    request = collection.ImportAnkiPackageRequest(package_path=str(path))
    log = anki.import_anki_package(request).log
    assert not log.conflicting
    assert not log.missing_deck
    return len(log.new), len(log.updated)


def test_a_note_for_each_question_with_its_pictures(anki: Any, bank: Path, tmp_path: Path) -> None:
    exported("anki", tmp_path / "a.apkg", bank=bank)
    assert brought(anki, tmp_path / "a.apkg") == (17, 0)
    # A cloze has a card for each gap.
    assert (anki.note_count(), anki.card_count()) == (17, 19)
    assert {each.name for each in anki.decks.all_names_and_ids()} == {
        "Default",
        "In the kitchen / at the stove",
    }
    pictures = sorted(path.stem for path in Path(anki.media.dir()).iterdir())
    assert [name.rpartition("-")[0] for name in pictures] == ["selfcheck-stove", "selfcheck-yolk"]
    (note,) = anki.find_notes("tag:objective::numbers tag:level::apply Id:kitchen/litres")
    card = anki.get_note(note).cards()[0]
    assert "How much is two and a half cups" in card.question()
    assert r"\(2.5 \times 0.25 = 0.625\)" in card.answer()
    assert "0.625 L (0.575 to 0.675 counts)" in card.answer()


def test_an_update_mends_notes_and_keeps_the_schedule(
    anki: Any, bank: Path, tmp_path: Path
) -> None:
    exported("anki", tmp_path / "a.apkg", bank=bank)
    brought(anki, tmp_path / "a.apkg")
    (note,) = anki.find_notes("Id:kitchen/what-sets")
    (card,) = anki.get_note(note).cards()
    anki.sched.set_due_date([card.id], "5")
    before = anki.get_card(card.id)

    text = bank.read_text("utf-8").replace("What sets by heat?", "What sets when it is heated?")
    bank.write_text(text, "utf-8")
    os.utime(bank, (EDITED, EDITED))
    exported("anki", tmp_path / "b.apkg", bank=bank)
    new, updated = brought(anki, tmp_path / "b.apkg")

    assert new == 0
    assert updated >= 1
    assert anki.note_count() == 17
    assert "What sets when it is heated?" in anki.get_note(note)["Question"]
    after = anki.get_card(card.id)
    assert (after.due, after.ivl, after.type) == (before.due, before.ivl, before.type)
    assert after.ivl == 5


def test_the_same_deck_again_changes_nothing(anki: Any, bank: Path, tmp_path: Path) -> None:
    exported("anki", tmp_path / "a.apkg", bank=bank)
    brought(anki, tmp_path / "a.apkg")
    assert brought(anki, tmp_path / "a.apkg") == (0, 0)
    assert anki.note_count() == 17
