"""Claims, decisions, studies, terms, references: whatever a file holds, what is wrong is told."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

import citations
from citations import CitationError, ProblemsError
from selfcheck import bank
from tests.support.fuzzing import LOADERS, made, path_of
from tests.support.mutants import SEEDS

YAML = [name for name in LOADERS if name.endswith(".yaml")]
BIB = (SEEDS / "references.bib").read_text("utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A course in which all is sound."""
    return made(tmp_path)


def told(content: Path, name: str, data: str | bytes) -> list[str]:
    """Return what is said of the file *name* with *data* in it, after the file's name."""
    path = path_of(content, name)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    with pytest.raises(ProblemsError) as caught:
        LOADERS[name](path)
    said = caught.value.problems
    assert all(line.startswith(f"{path}:") and line.isprintable() for line in said)
    return [line.removeprefix(f"{path}:") for line in said]


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"- a: caf\xe9", "1:9: this is not UTF-8"),
        ("a: b".encode("utf-16"), "1:1: this is UTF-16"),
        ("a: b\x00", "1:5: YAML takes no character U+0000"),
        ("", "1:1: this must"),
        ("5", "1:1: this must"),
        ("2023-06-31", "1:1: this must"),
        ("&a [*a]", "1:5: `*a` stands in what it repeats"),
        ("- " * 400, "more than 40 levels"),
        ("a: b\n---\nc: d", "2:1: a second document"),
        ("[" + "1, " * 120_000 + "]", "more than 100,000 values"),
        ("x" * 50_000_000, "1:1: this is larger than 4 MB"),
        ('a: "\\U00220000"', "1:5: not YAML"),
        ("a: [", "not YAML"),
        ("!!set {a}", "1:1: this must"),
    ],
)
def test_what_is_no_such_file_is_told(
    content: Path, name: str, data: str | bytes, words: str
) -> None:
    started = time.monotonic()
    said = told(content, name, data)
    assert any(words in line for line in said), said
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("claims.yaml", "Cells heal.", "Cells heal #1", "3:10: text after ` #` is a comment"),
        ("claims.yaml", "Cells heal.", "2023-06-31", "3:10: claim must be text; put it in quotes"),
        ("claims.yaml", "Cells heal.", '"\\ud83d"', "3:10: claim holds half of a character"),
        ("claims.yaml", "Cells heal.", '"a\\bc"', "3:10: claim holds the control character U+0008"),
        (
            "claims.yaml",
            "Cells heal.",
            "Cells \u202eheal.",
            "3:10: claim holds the direction mark U+",
        ),
        (
            "claims.yaml",
            "Cells heal.",
            "\u2067Cells heal.",
            "3:10: claim holds a direction mark (U",
        ),
        ("claims.yaml", "Cells heal.", "heal " * 5000, "3:10: claim has 24,999 characters"),
        ("claims.yaml", "smith2020, ", "[a], ", "an entry of references must be text"),
        ("claims.yaml", "[smith2020, jones2021]", "{a: b}", "8:15: references must be a list"),
        ("claims.yaml", "  section", "  ? [a]\n  : b\n  section", "2:5: a key must be text"),
        ("claims.yaml", "  section", "  ~: b\n  section", "2:3: a key must be text"),
        ("claims.yaml", "implicit: true", "implicit: !!bool x", "implicit must be true"),
        ("claims.yaml", "implicit: true", "implicit: [true]", "implicit must be true"),
        ("claims.yaml", "verdict: contested", "verdict: [contested]", "verdict must be text"),
        ("glossary.yaml", "priority: 1", "priority: [1]", "7:13: priority must be 1, 2 or 3"),
        ("glossary.yaml", "[cells]", "[[cells]]", "forms must be text"),
        ("glossary.yaml", "[cells]", "cells", "5:10: forms must be a list"),
        ("glossary.yaml", "thing.", "thing #1.", "2:10: text after ` #` is a comment"),
        ("regulation.yaml", '"2020-02"', '"2020-13"', "9:11: the date cannot be '2020-13'"),
        ("regulation.yaml", '"2020-02"', "2020-02-31", "9:11: date must be text"),
        ("regulation.yaml", "Look again.", "Look #1", "2:7: text after ` #` is a comment"),
        ("studies.yaml", "92.5", "9" * 400, "treated must be a number"),
        ("studies.yaml", "92.5", "1.0e999", "treated is too large for a number"),
        ("studies.yaml", "92.5", "!!float x", "treated must be a number"),
        ("studies.yaml", "92.5", "{a: b}", "treated must be a number"),
    ],
)
def test_an_odd_value_is_told_with_its_place(
    content: Path, name: str, old: str, new: str, words: str
) -> None:
    text = (SEEDS / name).read_text("utf-8")
    assert old in text
    said = told(content, name, text.replace(old, new, 1))
    assert any(words in line for line in said), said


def test_a_comment_behind_a_name_is_one(content: Path) -> None:
    path = path_of(content, "claims.yaml")
    text = path.read_text("utf-8").replace("cells-heal", "cells-heal # first")
    path.write_text(text.replace("contested", "contested #yet"), encoding="utf-8")
    assert "cells-heal" in LOADERS["claims.yaml"](path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{2020}", "{2020", "this entry cannot be read"),
        ('"Jones, Bo"', '"Jones, Bo', "cannot be read"),
        ("press # ", "unknown # ", "cannot be read"),
        ("@book", "book", "14: `book` begins an entry and has no @; write `@book`"),
        ("of it}", "of it\\}", "3: the title of 'smith2020': this is no LaTeX"),
        ("On the {DNA}", "{" * 60 + "}" * 60, "3: the title of 'smith2020': more than 50"),
        ("On the {DNA}", "on " * 1000, "3: the title of 'smith2020' is very long"),
        ("{Smith, Anna", "{a, b, c, d", "too many commas"),
        ("smith2020,", ",", "entry key expected"),
        ("{confirmed}", "{confirmed},\n  status = {confirmed}", "has two fields 'status'"),
    ],
)
def test_a_slip_in_a_bibliography_is_told(content: Path, old: str, new: str, words: str) -> None:
    assert old in BIB
    said = told(content, "references.bib", BIB.replace(old, new, 1))
    assert any(words in line for line in said), said


def test_an_entry_that_another_swallows_is_told(content: Path) -> None:
    text = "@misc{a, title = {One}, note = {two\n@misc{b, title = {Two}}\n}}\n"
    (line,) = told(content, "references.bib", text)
    assert "the note of 'a' holds another entry; look for a brace" in line


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        ("About 50% of {MSC} trials", "About 50% of MSC trials"),
        (r"About 50\% of trials", "About 50% of trials"),
        ("About {50%} of trials", "About 50% of trials"),
        ("100%", "100%"),
    ],
)
def test_a_percent_sign_cuts_nothing(tmp_path: Path, latex: str, shown: str) -> None:
    path = tmp_path / "references.bib"
    path.write_text(f"@misc{{one, title = {{{latex}}}}}\n", encoding="utf-8")
    assert citations.load(path)["one"].title == shown


def test_many_fields_and_entries_take_no_longer_for_being_many(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    fields = "".join(f"  x{n} = {{y}},\n" for n in range(4000))
    path.write_text(f"@misc{{one, title = {{One}},\n{fields}}}\n", encoding="utf-8")
    started = time.monotonic()
    assert list(citations.load(path)) == ["one"]
    assert time.monotonic() - started < 10


def test_a_long_word_takes_no_long_time(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(f"@misc{{one, title = {{{'x' * 300_000}}}}}\n", encoding="utf-8")
    started = time.monotonic()
    with contextlib.suppress(CitationError):
        citations.load(path)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("data", [b"\xff", b"@article{smith2020,", b"x" * 2_000_000])
def test_banks_are_checked_without_a_bibliography(content: Path, data: bytes) -> None:
    (content / "evidence" / "references.bib").write_bytes(data)
    (found,) = bank.check(content)
    assert found.path.name == "references.bib"
    with pytest.raises(CitationError):
        citations.load(found.path)


@pytest.mark.parametrize("data", [b"\xff", b"- [", b"&a [*a]", b"- id: x\n- \x00"])
def test_banks_are_checked_without_claims(content: Path, data: bytes) -> None:
    (content / "evidence" / "claims.yaml").write_bytes(data)
    (found,) = bank.check(content)
    assert found.path.name == "claims.yaml"
    assert found.place.line >= 1
