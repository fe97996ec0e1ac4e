"""Questions are written one after another, and odd ones are told or made harmless."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from selfcheck import bank
from selfcheck.export import FORMATS
from selfcheck.export.job import Job
from selfcheck.export.material import Material
from selfcheck.export.xml import cdata, element, text, xhtml
from tests.support.exporting import CONTENT, exported

HEAD = (
    "schema: 1\nid: one\ntitle: {title}\nlanguage: {language}\nobjectives: {{o: One}}\nquestions:\n"
)
CHOICE = """\
  - id: first
    type: choice
    objective: o
    level: apply
    prompt: {prompt}
    options:
      - {{text: This, correct: true, feedback: Yes.}}
      - {{text: That, feedback: No.}}
    explanation: Because.
    sources: []
"""


def written(folder: Path, prompt: str, title: str = "One", language: str = "en") -> Path:
    """Return a bank with one question."""
    path = folder / "content" / "questions" / "one.yaml"
    path.parent.mkdir(parents=True)
    head = HEAD.format(title=title, language=language)
    path.write_text(head + CHOICE.format(prompt=prompt), "utf-8")
    return path


class Watched(Job):
    """A job that looks, when the next bank is asked for, how much is written of those before."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(["kitchen"], CONTENT)
        self.file = file
        self.sizes: list[int] = []

    def materials(self) -> Iterator[Material]:
        loaded, cited = bank.load("kitchen", CONTENT), bank.references(CONTENT)
        for _ in range(4):
            yield Material(loaded, cited, CONTENT)
            self.sizes.append(self.file.tell())


@pytest.mark.parametrize("to", ["moodle", "gift", "qti12", "qti21", "qti30", "csv"])
def test_a_bank_is_written_before_the_next_is_read(to: str) -> None:
    file = cast("IO[bytes]", io.BytesIO())
    job = Watched(file)
    with pytest.MonkeyPatch.context() as patch:
        # Four times the same bank: a zip would warn of names that are there already.
        patch.setattr("zipfile.ZipFile._writecheck", lambda *_: None)
        FORMATS[to].write(job, [file])
    first, *_ = job.sizes
    assert first > 1000
    grown = [after - before for before, after in zip(job.sizes, job.sizes[1:], strict=False)]
    assert all(each > first / 3 for each in grown), job.sizes


@pytest.mark.parametrize("to", [each for each in FORMATS if each != "anki"])
def test_a_title_with_signs_of_every_format(tmp_path: Path, to: str) -> None:
    title = '"A & B: <i>{x}</i> = ~1# / 2 ]]> \' %\\n"'
    bank = written(tmp_path, "Which?", title)
    exported(to, tmp_path / "out.zip", bank=bank)
    if FORMATS[to].ending.endswith(".zip"):
        with ZipFile(tmp_path / "out.zip") as package:
            for name in package.namelist():
                ElementTree.fromstring(package.read(name))
    elif to == "moodle":
        ElementTree.parse(tmp_path / "out.zip")


def test_what_reads_from_right_to_left_says_so(tmp_path: Path) -> None:
    bank = written(tmp_path, "מה גדול מ 5 cm?", language="he")
    exported("moodle", tmp_path / "a.xml", bank=bank)
    assert '<div dir="rtl" lang="he"><p>' in (tmp_path / "a.xml").read_text("utf-8")
    assert "<bdi dir='ltr'>5 cm</bdi>" in (tmp_path / "a.xml").read_text("utf-8")
    notes = exported("qti21", tmp_path / "a.zip", bank=bank)
    assert notes == [
        "one/first: that it reads from right to left: left out, since QTI 2.1 does not say it"
    ]
    with ZipFile(tmp_path / "a.zip") as package:
        item = package.read("items/one.first.xml").decode()
    assert 'xml:lang="he"' in item
    assert "dir=" not in item
    assert "bdi" not in item
    assert exported("qti30", tmp_path / "b.zip", bank=bank) == []


def test_a_type_of_a_plugin_is_told_and_left_out(tmp_path: Path) -> None:
    from selfcheck.questions import Question

    class Odd(Question, tag="odd"):
        """A type that no other system has."""

    asked = Odd(id="q", objective="o", level="apply", prompt="?", sources=[], explanation="So.")
    for to, said in (
        ("moodle", "Moodle has no type `odd`"),
        ("gift", "GIFT has no type `odd`"),
        ("qti12", "Canvas has no type `odd`"),
        ("qti21", "QTI has no type `odd`"),
        ("print", "no paper has a `odd`"),
        ("csv", "no row has a `odd`"),
    ):
        job = Watched(io.BytesIO())
        # What is read is kept: another bank, and not that one changed.
        loaded = replace(bank.load("kitchen", CONTENT), questions=[asked])
        job.materials = lambda loaded=loaded: iter([Material(loaded, {}, CONTENT)])  # type: ignore[method-assign]
        files = [io.BytesIO() for _ in FORMATS[to].paths(Path("a.x"))]
        FORMATS[to].write(job, files)
        assert any(f"left out, since {said}" in str(note) for note in job.notes), to
        assert job.count == 0


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("bell \a, half \ud800, tab \t", "bell , half , tab \t"),
    ],
)
def test_text_of_xml(said: str, made: str) -> None:
    assert text(said) == made


def test_cdata_does_not_end_early() -> None:
    made = f"<a>{cdata('x ]]> <b> y')}</a>"
    assert ElementTree.fromstring(made).text == "x ]]> <b> y"
    assert cdata("plain") == "plain"


def test_attributes_may_hold_anything() -> None:
    made = element("a", {"b": "\"'<&>\n", "c": None, "d": True}, "x")
    parsed = ElementTree.fromstring(made)
    assert parsed.attrib == {"b": "\"'<&>\n", "d": "true"}


def test_html_becomes_xml() -> None:
    made = xhtml('<p>a&nbsp;b<br>c <img src="x" alt=\'y "z"\'></p><hr>')
    assert made == '<p>a\xa0b<br/>c <img src="x" alt=\'y "z"\'/></p><hr/>'
    assert re.fullmatch(r"<p>.*", made)
