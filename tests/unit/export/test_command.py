"""`selfcheck export`."""

from __future__ import annotations

import gc
import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

from selfcheck.export import FORMATS, moodle
from tests.support.exporting import BANK, COURSE, export, exported

HERE = [to for to in FORMATS if to != "anki" or importlib.util.find_spec("genanki")]
BROKEN = Path(__file__).parents[2] / "broken" / "questions"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the course, with a second bank, in which the command is run."""
    copied = tmp_path / "course"
    shutil.copytree(COURSE, copied)
    text = BANK.read_text("utf-8").replace("id: kitchen\n", "id: pantry\n", 1)
    (copied / "content" / "questions" / "pantry.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(copied)
    return copied


@pytest.mark.parametrize("to", HERE)
def test_the_same_bank_gives_the_same_bytes(tmp_path: Path, to: str) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        more = ("--versions", "A,B") if to == "print" else ()
        exported(to, tmp_path / name / "a.out", *more)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("to", "names"),
    [
        ("moodle", ["kitchen.xml"]),
        ("gift", ["kitchen.gift"]),
        ("qti12", ["kitchen-qti12.zip"]),
        ("qti21", ["kitchen-qti21.zip"]),
        ("qti30", ["kitchen-qti30.zip"]),
        ("print", ["kitchen-key.html", "kitchen.html"]),
        ("csv", ["kitchen.csv"]),
    ],
)
def test_a_file_is_named_after_its_bank(course: Path, to: str, names: list[str]) -> None:
    before = set(course.iterdir())
    status, out, _ = export("kitchen", "--to", to)
    assert status == 0
    assert sorted(path.name for path in set(course.iterdir()) - before) == names
    assert " questions as " in out


def test_several_banks_go_into_one_file_named_after_the_course(course: Path) -> None:
    status, out, _ = export("kitchen", "pantry", "--to", "gift")
    assert status == 0
    # What is said counts the questions of both.
    assert out.startswith("kitchen.gift: 34 questions as GIFT; ")
    text = (course / "kitchen.gift").read_text("utf-8")
    assert text.count("$CATEGORY:") == 2
    assert "[id:pantry/signs]" in text


def test_a_bank_may_be_named_by_its_file(tmp_path: Path) -> None:
    assert export(BANK, "--to", "gift", "--out", tmp_path / "a.gift")[0] == 0


def test_what_is_there_is_not_replaced_unless_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("mine")
    status, _, err = export(BANK, "--to", "moodle", "--out", path)
    assert status == 2
    assert "a.xml is there already; name another with --out, or say --force" in err
    assert path.read_text() == "mine"
    path.chmod(0o640)
    assert export(BANK, "--to", "moodle", "--out", path, "--force")[0] == 0
    assert path.read_text("utf-8").startswith("<?xml")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_key_that_is_there_is_not_replaced_either(tmp_path: Path) -> None:
    (tmp_path / "a-key.html").write_text("mine")
    status, _, err = export(BANK, "--to", "print", "--out", tmp_path / "a.html")
    assert status == 2
    assert "a-key.html is there already" in err
    assert not (tmp_path / "a.html").exists()


def test_nothing_is_left_of_what_fails_half_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xml"
    path.write_text("mine")
    made = moodle._Question.xml
    count = iter(range(5))

    def fail(question: moodle._Question) -> str:
        if next(count) == 4:
            raise OSError(28, "No space left on device")
        return made(question)

    monkeypatch.setattr(moodle._Question, "xml", fail)
    status, _, err = export(BANK, "--to", "moodle", "--out", path, "--force")
    assert status == 1
    assert "No space left on device; nothing is written" in err
    assert [each.name for each in tmp_path.iterdir()] == ["a.xml"]
    assert path.read_text() == "mine"


def test_a_bank_with_mistakes_is_not_exported(tmp_path: Path) -> None:
    bank = BROKEN / "unknown-key.yaml"
    status, _, err = export(bank, "--to", "gift", "--out", tmp_path / "a.gift")
    assert status == 1
    assert "unknown field `promt`" in err
    assert err.splitlines()[-1].endswith("to mend; nothing is written")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("to", HERE)
def test_a_broken_bank_behind_a_good_one_leaves_nothing_either(course: Path, to: str) -> None:
    pantry = course / "content" / "questions" / "pantry.yaml"
    pantry.write_text(pantry.read_text("utf-8").replace("level: ", "level: un", 1), "utf-8")
    before = sorted(course.iterdir())
    status, _, err = export("kitchen", "pantry", "--to", to)
    assert status == 1
    assert err.splitlines()[-1] == "1 to mend; nothing is written"
    assert sorted(course.iterdir()) == before
    # A file that nobody closed complains here, and that is an error.
    gc.collect()


def test_a_course_with_mistakes_gives_no_file_a_name(course: Path) -> None:
    (course / "_config.yml").write_text("title: Cooking: at home\n", "utf-8")
    status, _, err = export("kitchen", "pantry", "--to", "gift")
    assert status == 1
    assert "_config.yml:1:15: not YAML: a second colon" in err
    assert err.endswith("1 to mend; nothing is written\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kitchn", "--to", "gift"], "there is no question bank 'kitchn'; similar names: kitchen"),
        (["kitchen", "--to", "word"], "there is no format `word`; there are moodle, gift, qti12"),
        (["kitchen", "--to", "print", "--versions", "A,A"], "`A,A` cannot be versions"),
        (["kitchen", "--to", "print", "--versions", "A,/etc"], "`A,/etc` cannot be versions"),
        (
            ["kitchen", "--to", "gift", "--versions", "A,B"],
            "`--versions` is for `--to print` alone",
        ),
        (["kitchen", "--to", "csv", "--seed", "7"], "`--seed` is for `--to print` alone"),
        (["content/questions/nowhere.yaml", "--to", "gift"], "there is no question bank 'nowhere'"),
        (["kitchen.yaml", "--to", "gift"], "there is no file kitchen.yaml; name the bank alone"),
        (["kitchen", "--to", "gift", "--out", "no/a.gift"], "there is no folder no; make it"),
        (["kitchen", "--to", "gift", "--out", "content"], "content is a folder; name a file in it"),
    ],
)
def test_what_cannot_be_meant_is_told(course: Path, words: list[str], said: str) -> None:
    before = sorted(course.iterdir())
    status, _, err = export(*words)
    assert status == 2
    assert said in err
    assert sorted(course.iterdir()) == before


def test_without_genanki_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # An import of a module that is None fails.
    monkeypatch.setitem(sys.modules, "genanki", None)
    status, _, err = export(BANK, "--to", "anki", "--out", tmp_path / "a.apkg")
    assert status == 2
    assert f"{sys.executable} -m pip install genanki" in err
    assert list(tmp_path.iterdir()) == []


def test_the_time_of_a_deck_is_that_of_the_last_change(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("genanki")
    bank = course / "content" / "questions" / "kitchen.yaml"
    made = []
    for time in (1_900_000_000, 1_900_000_000, 1_900_000_001):
        os.utime(bank, (time, time))
        exported("anki", tmp_path / "a.apkg", "--force", bank=bank)
        made.append((tmp_path / "a.apkg").read_bytes())
    assert made[0] == made[1] != made[2]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    exported("anki", tmp_path / "a.apkg", "--force", bank=bank)
    assert (tmp_path / "a.apkg").read_bytes() == made[0]
