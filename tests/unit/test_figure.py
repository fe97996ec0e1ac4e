"""Figures of hotspot questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck import figure

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def made(folder: Path, inside: str) -> str:
    path = folder / "drawn.svg"
    path.write_text(f"{HEAD}{inside}</svg>", encoding="utf-8")
    return figure.html(figure.load(path), 'A "figure"', {"b": "second", "a": "first"})


def test_regions_get_their_ids_for_the_page_and_no_other_is_left(tmp_path: Path) -> None:
    html = made(tmp_path, '<g id="a"><rect id="other" width="1"/></g><circle id="b" r="1"/>')
    assert html == (
        "<svg viewBox='0 0 9 9' role='img' aria-label='A &quot;figure&quot;'>"
        "<g data-region='first'><rect width='1'></rect></g>"
        "<circle r='1' data-region='second'></circle></svg>"
    )


def test_texts_keep_their_words_and_spaces(tmp_path: Path) -> None:
    html = made(
        tmp_path, "<text>one <tspan>two</tspan> three &amp; four</text>\n  <title>no</title>"
    )
    assert "<text>one <tspan>two</tspan> three &amp; four</text></svg>" in html


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<image href='x.png'/>", "<image>"),
        ("<a href='javascript:x'><rect/></a>", "<a>"),
        ("<style>*{}</style>", "<style>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<rect onclick='x()'/>", "the attribute `onclick`"),
        ("<rect style='fill:red'/>", "the attribute `style`"),
        ("<rect xmlns:l='http://www.w3.org/1999/xlink' l:href='#x'/>", "the attribute `href`"),
        ("<rect fill='url(#x)'/>", "the reference url(#x)"),
        ("<rect fill='\\75rl(x)'/>", "the reference"),
        ("<g>" * 60 + "</g>" * 60, "groups in groups"),
    ],
)
def test_what_may_not_be_in_it_is_named(tmp_path: Path, inside: str, words: str) -> None:
    with pytest.raises(figure.FigureError, match=r"drawn\.svg may not hold") as caught:
        made(tmp_path, inside)
    assert words in str(caught.value)


def test_a_large_figure_is_refused(tmp_path: Path) -> None:
    with pytest.raises(figure.FigureError, match="more than 200,000 bytes"):
        made(tmp_path, "<g>" + " " * figure.LARGEST + "</g>")


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.svg"
    path.write_text('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD + "&a;</svg>")
    with pytest.raises(figure.FigureError, match="document type"):
        figure.load(path)
