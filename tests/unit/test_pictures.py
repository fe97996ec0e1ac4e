"""A picture in a question is carried with it, or it is said why not."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from selfcheck import bank, markdown
from selfcheck.finding import BankError
from selfcheck.markdown import pictures
from selfcheck.render import html
from selfcheck.render.key import answer_key

DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
BANK = """\
schema: 1
id: seen
title: Seen
objectives: {{o: O}}
questions:
  - id: one
    type: choice
    objective: o
    level: apply
    prompt: "{prompt}"
    options:
      - {{text: A, feedback: F, correct: true}}
      - {{text: "![a dot](dot.png)", feedback: F}}
    explanation: E
    sources: []
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    for name in ("questions", "figures"):
        (content / name).mkdir(parents=True)
    (content / "questions" / "dot.png").write_bytes(DOT)
    (content / "figures" / "my dot.SVG").write_text(SVG, encoding="utf-8")
    (tmp_path / "outside.png").write_bytes(DOT)
    return content


def written(folder: Path, prompt: str) -> Path:
    path = folder / "questions" / "seen.yaml"
    path.write_text(BANK.format(prompt=prompt), encoding="utf-8")
    return path


def test_a_page_and_the_key_have_the_picture_in_them(folder: Path) -> None:
    written(folder, "What? ![a circle](<../figures/my dot.SVG>)")
    read = bank.load("seen", folder)
    png = f'src="data:image/png;base64,{b64encode(DOT).decode()}" alt="a dot"'
    svg = f'src="data:image/svg+xml;base64,{b64encode(SVG.encode()).decode()}" alt="a circle"'
    for made in (html(read, {}, folder=folder), answer_key(read, folder)):
        assert svg in made
    assert png in html(read, {}, folder=folder)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("![x](../figures/none.png)", "there is no picture `../figures/none.png`"),
        ("![x](../../outside.png)", "is not in the content folder"),
        ("![x](/etc/passwd.png)", "is not of this course"),
        ("![x](https://example.org/a.png)", "a page asks no other host"),
        ("![x](//example.org/a.png)", "a page asks no other host"),
        ("![x](data:image/png;base64,aaaa)", "is not of this course"),
        ("![x](dot.bmp)", "must be a file that ends in .png"),
        ("![x](seen.yaml)", "must be a file that ends in .png"),
        ("![](dot.png)", "a picture has no alternative text"),
        ("![`x`](dot.png)", "an alternative text is plain text"),
        ("![$x$](dot.png)", "an alternative text is plain text"),
        ("![x](dot.png 'title')", "the title of a picture is shown under a mouse alone"),
        ("![x](a%00b.png)", "there is no picture"),
    ],
)
def test_what_no_reader_would_see_is_a_finding(folder: Path, prompt: str, said: str) -> None:
    path = written(folder, prompt)
    with pytest.raises(BankError) as caught:
        bank.load("seen", folder)
    (finding,) = caught.value.findings
    assert said in finding.message
    assert (finding.path, finding.place) == (path, (10, 5))


def test_a_large_file_and_one_that_is_no_picture_are_findings(folder: Path) -> None:
    (folder / "questions" / "large.png").write_bytes(DOT + bytes(pictures.LARGEST))
    (folder / "questions" / "page.png").write_text("<html>")
    for name, said in (("large", "200,000 is the most"), ("page", "is no image/png")):
        (problem,) = markdown.problems(f"![x]({name}.png)", folder / "questions")
        assert said in problem


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<image href='https://example.org/a.png'/>", "its <image> asks for another file"),
        ("<use x:href='shapes.svg#a' xmlns:x='http://www.w3.org/1999/xlink'/>", "its <use> asks"),
        ("<rect style='fill: url(https://example.org/a)'/>", "its <rect> asks for another file"),
        ("<style>@import 'https://example.org/a.css'</style>", "its style asks for another file"),
        ("<style>@font-face {src: url( 'a.woff')}</style>", "its style asks for another file"),
        ("<script>draw()</script>", "it has a script, which no page runs"),
        ("<g>", "it is no XML (mismatched tag"),
    ],
)
def test_what_a_page_would_not_show_of_a_drawing_is_a_finding(
    folder: Path, inside: str, said: str
) -> None:
    (folder / "questions" / "drawn.svg").write_text(SVG.replace("<circle", f"{inside}<circle"))
    (problem,) = markdown.problems("![x](drawn.svg)", folder / "questions")
    assert problem.startswith("the picture `drawn.svg` is not shown whole: ")
    assert said in problem


@pytest.mark.parametrize(
    "inside",
    [
        "<defs><linearGradient id='g'/></defs><rect fill='url(#g)' style='stroke: url(\"#g\")'/>",
        "<a href='https://example.org'><text>x</text></a><use href='#g'/>",
        "<image href='data:image/png;base64,AAAA'/><style>circle {fill: red}</style>",
    ],
)
def test_a_drawing_that_is_whole_is_let_be(folder: Path, inside: str) -> None:
    doctype = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>"
    drawn = doctype + SVG.replace("<circle", f"{inside}<circle")
    (folder / "questions" / "drawn.svg").write_text(drawn)
    assert markdown.problems("![x](drawn.svg)", folder / "questions") == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.svg", SVG.replace(" xmlns", " data-xmlns").encode(), "its first element is not <svg"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.encode(), "it declares entities"),
        ("a.png", DOT[:-12], "it is cut off; save it anew"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "it is cut off"),
        ("a.gif", b"GIF89a" + bytes(99), "it is cut off"),
        ("a.webp", b"RIFF" + (999).to_bytes(4, "little") + b"WEBP" + bytes(99), "it is cut off"),
    ],
)
def test_a_file_that_no_browser_shows_is_a_finding(
    folder: Path, name: str, data: bytes, said: str
) -> None:
    (folder / "questions" / name).write_bytes(data)
    (problem,) = markdown.problems(f"![x]({name})", folder / "questions")
    assert said in problem


def test_a_bank_is_read_anew_when_a_picture_comes_or_goes(folder: Path) -> None:
    written(folder, "![x](new.png)")
    with pytest.raises(BankError):
        bank.load("seen", folder)
    (folder / "questions" / "new.png").write_bytes(DOT)
    assert bank.load("seen", folder).id == "seen"
    assert folder / "questions" / "new.png" in bank.inputs("seen", folder, bank.engine.load(folder))
    (folder / "questions" / "new.png").unlink()
    with pytest.raises(BankError):
        bank.load("seen", folder)


def test_another_address_in_the_html_is_left_as_it_is(folder: Path) -> None:
    """A picture that is not there leaves its words; one in another place of a tag is none."""
    questions = folder / "questions"
    assert pictures.embedded('<img src="no.png" alt="x">', questions) == '<img alt="x">'
    assert pictures.embedded("&lt;img src=&quot;dot.png&quot;&gt;", questions).startswith("&lt;")
