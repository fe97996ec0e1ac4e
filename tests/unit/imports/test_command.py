"""`selfcheck import`: where it writes, what it says, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck import bank
from selfcheck.cli import app
from selfcheck.export.table import COLUMNS

TWO = """
::Capital:: The capital of Finland {=Helsinki ~Oslo}

::Water:: Water boils at 100 °C at sea level. {T}
"""
ESSAY = "::Essay:: Tell of the sea. {}\n"
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def run(*words: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course without a bank, from which the command is run."""
    (tmp_path / "content" / "questions").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def gift(folder: Path, text: str = TWO, name: str = "Sea and Land.gift") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bank_is_called_after_the_file_and_stands_in_the_course(course: Path) -> None:
    code, out, err = run(gift(course))
    path = course / "content" / "questions" / "sea-and-land.yaml"
    assert (code, err) == (0, "")
    assert out == f"{path}: 2 questions\n2 questions in 1 file: all brought\n"
    assert "title: Sea and Land\n" in path.read_text(encoding="utf-8")


def test_an_id_and_a_target_name_the_bank(course: Path) -> None:
    assert run(gift(course), "--id", "geography")[0] == 0
    assert (course / "content" / "questions" / "geography.yaml").is_file()
    elsewhere = course / "elsewhere" / "land.yaml"
    assert run(gift(course), "--to", elsewhere)[0] == 0
    assert "id: land\n" in elsewhere.read_text(encoding="utf-8")


def test_the_language_is_that_of_what_is_added(course: Path) -> None:
    assert run(gift(course), "--language", "de", "--id", "wasser")[0] == 0
    text = (course / "content" / "questions" / "wasser.yaml").read_text(encoding="utf-8")
    assert "language: de\n" in text
    assert "Wahr" in text or "Richtig" in text
    assert "True" not in text


def test_what_is_not_brought_is_named_on_the_line_where_it_stands(course: Path) -> None:
    path = gift(course, TWO + "\n" + ESSAY)
    code, out, err = run(path)
    assert code == 0
    assert err.startswith(f"{path}:6: “Essay” is not brought: ")
    assert out.endswith("3 questions in 1 file: 2 brought, 1 not, and named above\n")


def test_where_nothing_is_brought_nothing_is_written(course: Path) -> None:
    code, out, err = run(gift(course, ESSAY))
    assert code == 1
    assert "“Essay” is not brought" in err
    assert out == "1 question in 1 file: 0 brought, 1 not, and named above\n"
    assert list((course / "content").rglob("*")) == [course / "content" / "questions"]


def test_a_bank_that_is_there_is_written_over_only_by_force(course: Path) -> None:
    path = course / "content" / "questions" / "sea-and-land.yaml"
    path.write_text("mine", encoding="utf-8")
    code, out, err = run(gift(course))
    assert (code, out) == (1, "")
    other = path.with_name("sea-and-land-2.yaml")
    assert err == f"{path} is there already; --to {other} writes another, --force writes over it\n"
    assert path.read_text(encoding="utf-8") == "mine"
    assert run(gift(course), "--force")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("schema: 1\nid: sea-and-land\n")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Prüfung_Meer und Küste.gift", "Prüfung Meer und Küste"),
        ("C# & *more* <b> $x^$.gift", "C# & *more* <b> $x^$"),
    ],
)
def test_a_bank_is_called_as_its_file_is(course: Path, name: str, title: str) -> None:
    assert run(gift(course, name=name))[0] == 0
    (path,) = (course / "content" / "questions").iterdir()
    assert bank.load(path.stem, course / "content").title == title


def test_a_bank_names_the_schema_of_its_course(course: Path) -> None:
    (course / "content" / "bank.schema.json").write_text("{}")
    assert run(gift(course))[0] == 0
    path = course / "content" / "questions" / "sea-and-land.yaml"
    first, second, *_ = path.read_text("utf-8").splitlines()
    assert (first, second) == ("# yaml-language-server: $schema=../bank.schema.json", "schema: 1")


def test_a_table_of_our_own_is_not_taken_for_notes(course: Path) -> None:
    path = course / "exam.csv"
    path.write_text("\ufeff" + ",".join(COLUMNS) + "\r\n", "utf-8")
    code, _, err = run(path)
    assert code == 1
    assert "this is a table of `selfcheck export`, which is not read; export --to moodle" in err


def test_twice_makes_the_same_bytes(course: Path) -> None:
    text = TWO + f'\n[html]<p>Which? <img src="{PICTURE}" alt="A dot"></p> {{=This ~That}}\n'
    seen = []
    for _ in range(2):
        assert run(gift(course, text), "--force")[0] == 0
        paths = sorted(each for each in (course / "content").rglob("*") if each.is_file())
        seen.append([(each, each.read_bytes()) for each in paths])
    assert seen[0] == seen[1]
    assert [path.parent.name for path, _ in seen[0]] == ["sea-and-land", "questions"]
    assert seen[0][0][0].parents[1] == course / "content" / "figures"


def test_several_files_are_one_bank(course: Path) -> None:
    first, second = gift(course), gift(course, TWO, "more.gift")
    code, out, _ = run(first, second)
    assert code == 0
    assert out.endswith("4 questions in 2 files: all brought\n")
    text = (course / "content" / "questions" / "sea-and-land.yaml").read_text(encoding="utf-8")
    assert text.count("\n  - id: ") == 4


def test_one_file_that_cannot_be_read_keeps_all_from_being_written(course: Path) -> None:
    broken = course / "broken.xml"
    broken.write_text("<quiz><question", encoding="utf-8")
    code, out, err = run(gift(course), broken, course / "gone.xml")
    assert (code, out) == (1, "")
    assert err.splitlines()[0].startswith(f"{broken}:1:")
    assert err.splitlines()[1].startswith(f"{course / 'gone.xml'}:1:1: ")
    assert err.splitlines()[2] == "2 to mend; nothing is written"
    assert not list((course / "content" / "questions").iterdir())


def test_a_format_may_be_said(course: Path) -> None:
    path = gift(course, TWO, "questions.txt")
    assert run(path, "--from", "gift", "--id", "said")[0] == 0
    code, _, err = run(path, "--from", "moodle", "--id", "wrong")
    assert code == 1
    assert err.startswith(f"{path}:")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "word"), "no format is called word; there are "),
        (("--to", "bank.json"), "bank.json: a bank's name ends with .yaml"),
        (("--to", "My Bank.yaml"), "'My Bank' is no id of a bank"),
        (("--id", "Not an id"), "'Not an id' is no id of a bank"),
        (("--id", "one", "--to", "two.yaml"), "the bank one stands in one.yaml, not in two.yaml"),
        (("--language", "Deutsch, bitte"), "'Deutsch, bitte' is no language tag"),
    ],
)
def test_a_wrong_word_is_a_usage_error(course: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(gift(course), *words)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_outside_a_course_it_asks_where_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SELFCHECK_CONTENT", raising=False)
    code, _, err = run(gift(tmp_path))
    assert code == 2
    assert err.endswith("or say where to write: --to\n")
    assert run(gift(tmp_path), "--to", tmp_path / "here.yaml")[0] == 0


def test_where_nobody_may_write_it_says_so(course: Path) -> None:
    file = course / "a-file"
    file.touch()
    code, out, err = run(gift(course), "--to", file / "bank.yaml")
    assert (code, out) == (1, "")
    assert err == f"{file / 'bank.yaml'}: this cannot be written: Not a directory\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links for everybody")
def test_a_link_stays_one(course: Path) -> None:
    path = course / "content" / "questions" / "sea-and-land.yaml"
    kept = course / "kept.yaml"
    kept.touch()
    path.symlink_to(kept)
    assert run(gift(course), "--force")[0] == 0
    assert path.is_symlink()
    assert kept.read_text(encoding="utf-8").startswith("schema: 1\nid: sea-and-land\n")
