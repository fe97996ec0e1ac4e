"""A file that cannot be read gets a message with its place and its mend, and nothing is written."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck.cli import app
from selfcheck.imports.file import MOST_BYTES

QUESTION = (
    '<question type="truefalse"><name><text>n</text></name><questiontext><text>Is it so?</text>'
    '</questiontext><answer fraction="100"><text>true</text></answer></question>'
)
ITEM = (
    '<questestinterop><item ident="a" title="t"><presentation><material><mattext>Is it?</mattext>'
    '</material><response_lid ident="R"><render_choice><response_label ident="x"><material>'
    "<mattext>Yes</mattext></material></response_label></render_choice></response_lid>"
    "</presentation></item></questestinterop>"
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
# A picture of one black dot, as PNG.
DOT = (
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c636000000002000148afa4710000000049454e44ae426082"
)


def zipped(files: dict[str, bytes], *, crypt: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    data = made.getvalue()
    # The bit that says that a file has a password.
    if crypt:
        at = data.index(b"PK\x01\x02") + 8
        data = data[:at] + b"\x01" + data[at + 1 :]
    return data


def broken_inside() -> bytes:
    data = bytearray(zipped({"a.xml": ITEM.encode() * 50}))
    data[60:90] = b"\xff" * 30
    return bytes(data)


# By name, what is in a file, and what is said of it: a pattern of the place, and words.
FILES: dict[str, tuple[Callable[[], bytes] | bytes, str, str]] = {
    "empty.xml": (b"", "1:1", "this is empty"),
    "blanks.gift": (b" \n\r\n\t", "1:1", "this is empty"),
    "zeros.xml": (b"\0" * 5000, "1:1", "this is empty"),
    "no-xml.xml": (b"Hello", "1:1", "none of the formats"),
    "truncated.xml": (f"<quiz>\n{QUESTION[:90]}".encode(), "2:91", "this ends in <questiontext>"),
    "crossed.xml": (b"<quiz>\n<question></quiz></question>", "2:13", "mismatched tag"),
    "other-root.xml": (b"<rss><question></question></rss>", "1:1", "none of the formats"),
    "latin.xml": (
        b"<quiz>\n<question type='essay'><name><text>\xe4</text></name></question></quiz>",
        "2:36",
        "this is not UTF-8, as it says; save the file as UTF-8",
    ),
    "odd-encoding.xml": (
        b"<?xml version='1.0' encoding='klingon'?><quiz><question/></quiz>",
        "1:1",
        "no encoding is called `klingon`",
    ),
    "control.xml": (f"<quiz>\n{QUESTION}\x08</quiz>".encode(), f"2:{len(QUESTION) + 1}", "U+0008"),
    "null.xml": (f"<quiz>\n{QUESTION}\0</quiz>".encode(), f"2:{len(QUESTION) + 1}", "U+0000"),
    "laughs.xml": (
        f'<!DOCTYPE quiz [<!ENTITY l0 "ha">{LAUGHS}]>\n<quiz>&l9;<question/></quiz>'.encode(),
        r"1:\d+",
        "declares the entity `l0`; take the declaration out",
    ),
    "foreign-entity.xml": (
        b'<!DOCTYPE quiz [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;<question/></quiz>',
        r"2:\d+",
        "declares the entity `x`",
    ),
    "foreign-dtd.xml": (
        b'<!DOCTYPE quiz [\n<!ENTITY % x SYSTEM "http://localhost/"> %x;]><quiz><question/></quiz>',
        r"2:\d+",
        "declares the entity `x`",
    ),
    "unknown-entity.xml": (
        b"<quiz>\n<question>&unheard;</question></quiz>",
        "2:11",
        "no XML knows the entity `&unheard;`; write the character itself",
    ),
    "deep.xml": (b"<quiz><question>" + b"<a>" * 300, "1:611", "more than 200 deep"),
    "huge.xml": (lambda: b"<quiz>" + b" " * 50_000_000, "1:1", "more than 32 MB"),
    "no-question.xml": (b"<quiz><question-bank/></quiz>", "1:1", "no question in this"),
    "utf-16.gift": (
        "::a:: b {T}".encode("utf-16"),
        "1:1",
        "this is UTF-16; save the file as UTF-8",
    ),
    "latin.gift": (b"::a:: b {T}\n\n::c:: \xe4 {F}", "3:7", "this is not UTF-8"),
    "null.gift": (b"::a:: b {T}\n\0", "2:1", "U+0000"),
    "broken.json": (b'[{"question": "a",\n "answers": [}]', "2:14", "this is no JSON"),
    "no-comma.json": (b'[{"answers": []}\n{"answers": []}]', "2:1", "a comma or the end"),
    "endless.json": (b'[{"answers": []},\n', "2:1", "this is no JSON"),
    "deep.json": (b'[{"answers": ' + b"[" * 100_000, "1:1", "what nobody can read"),
    "broken.toml": (b"[[questions]]\ntype = \n", "2:8", "this is no TOML"),
    "none.md": (b"# A page\n\nWithout a quiz.\n", "1:1", "no question in this"),
    "wide.csv": (b'a,"' + b"x" * 1_100_000 + b'"\n', "1:1", "this row cannot be read"),
    "backup.mbz": (b"\x1f\x8b\x08\0abc", "1:1", "perhaps a backup of Moodle"),
    "paper.pdf": (b"%PDF-1.4", "1:1", "a PDF"),
    "no-zip.zip": (b"PK\x03\x04 and no more", "1:1", "a broken zip file"),
    "torn.zip": (broken_inside, "1:1", "broken"),
    "locked.zip": (lambda: zipped({"a.xml": ITEM.encode()}, crypt=True), "1:1", "has a password"),
    "out.zip": (
        lambda: zipped({"../../out.xml": ITEM.encode()}),
        "1:1",
        "the file `../../out.xml` in it leads out of it",
    ),
    "root.zip": (lambda: zipped({"/etc/a.xml": b""}), "1:1", "leads out of it"),
    "drive.zip": (lambda: zipped({"C:/a.xml": b""}), "1:1", "leads out of it"),
    "bomb.zip": (
        lambda: zipped({"a.xml": b"<a>" + b" " * 40_000_000}),
        "1:1",
        "larger than is read",
    ),
    "bombs.zip": (
        lambda: zipped({f"{n}.xml": b" " * 30_000_000 for n in range(6)}),
        "1:1",
        "larger than is read",
    ),
    "crowd.zip": (lambda: zipped({f"{n}.txt": b"" for n in range(20_001)}), "1:1", "20,001 files"),
    "deck.apkg": (lambda: zipped({"collection.anki2": b"x"}), "1:1", "an Anki deck"),
    "word.docx": (lambda: zipped({"word/document.xml": b"<a/>"}), "1:1", "a document of Word"),
    "nothing.zip": (lambda: zipped({"a.txt": b"x"}), "1:1", "no question in this"),
    "bad-item.zip": (
        lambda: zipped({"a.xml": b"<assessmentItem>\n<x>"}),
        "2:4",
        "this ends in <x>",
    ),
}


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("name", FILES)
def test_it_is_told_with_its_place_and_its_mend(name: str, tmp_path: Path) -> None:
    made, place, words = FILES[name]
    path = tmp_path / name
    path.write_bytes(made if isinstance(made, bytes) else made())
    began = time.monotonic()
    code, out, err = run(str(path), "--to", str(tmp_path / "questions" / "bank.yaml"))
    assert time.monotonic() - began < 30
    assert (code, out) == (1, "")
    first, *_, last = err.splitlines()
    assert re.fullmatch(rf"{re.escape(str(path))}[^:]*:{place}: .*", first), first
    assert words in first
    assert last.endswith("to mend; nothing is written")
    assert "Traceback" not in err
    assert not (tmp_path / "questions").exists()


def test_what_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    target = str(tmp_path / "questions" / "bank.yaml")
    code, _, err = run(str(tmp_path / "none.xml"), str(tmp_path), "--to", target)
    assert code == 1
    first, second, last = err.splitlines()
    assert "this is a folder; name the files in it" in first
    assert "none.xml:1:1: this cannot be read: No such file or directory" in second
    assert last == "2 to mend; nothing is written"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + f"<quiz>{QUESTION}</quiz>".encode(),
        f"<?xml version='1.0' encoding='UTF-8'?>\r\n\r\n<quiz>{QUESTION}</quiz>".encode(),
        f"<?xml version='1.0' encoding='utf-16'?><quiz>{QUESTION}</quiz>".encode("utf-16"),
        f"<?xml version='1.0' encoding='windows-1252'?><quiz>{QUESTION}</quiz>".encode("cp1252"),
        f"<quiz>{QUESTION.replace('Is it', 'Is&nbsp;it&mdash;')}</quiz>".encode(),
        f'<!DOCTYPE quiz SYSTEM "quiz.dtd"><quiz>{QUESTION}</quiz>'.encode(),
    ],
    ids=["mark", "lines", "utf-16", "windows", "html-entity", "doctype"],
)
def test_what_is_only_unusual_is_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(data)
    target = tmp_path / "questions" / "bank.yaml"
    code, out, err = run(str(tmp_path / "a.xml"), "--to", str(target))
    assert (code, err) == (0, "")
    assert out.endswith("1 question in 1 file: all brought\n")
    assert target.is_file()


def test_no_picture_comes_from_elsewhere_on_the_disk(tmp_path: Path) -> None:
    """A file of questions may come from anybody."""
    picture = bytes.fromhex(DOT)
    (tmp_path / "secret.png").write_bytes(picture)
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "own.png").write_bytes(picture)
    page = "<quiz>\nWhat? ![own](own.png) ![a](../secret.png) ![b](%s)\n- [x] a\n- [ ] b\n</quiz>"
    (folder / "page.md").write_text(page % (tmp_path / "secret.png"), encoding="utf-8")
    target = tmp_path / "course" / "questions" / "bank.yaml"
    code, _, err = run(str(folder / "page.md"), "--to", str(target))
    assert code == 0
    assert err.count("which is not in the file") == 2
    written = [path.name for path in (tmp_path / "course").rglob("*.png")]
    assert written == ["own.png"]


def test_a_file_just_small_enough_is_read_in_time(tmp_path: Path) -> None:
    count = 20_000
    filler = "x" * (MOST_BYTES // count - len(QUESTION) - 60)
    many = QUESTION.replace("Is it so?", "Is it so? <![CDATA[<!-- " + filler + " -->]]>")
    data = f"<quiz>{many * 3}{QUESTION}{' ' * 1_000_000}</quiz>".encode()
    (tmp_path / "a.xml").write_bytes(data)
    began = time.monotonic()
    code, out, _ = run(str(tmp_path / "a.xml"), "--to", str(tmp_path / "q" / "bank.yaml"))
    assert time.monotonic() - began < 30
    assert code == 0
    assert "4 questions in 1 file: all brought" in out
