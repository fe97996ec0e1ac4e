"""A text is shown as it was typed, or what is not is said with its mend."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest

from selfcheck import markdown
from selfcheck.markdown import limits


def words(text: str) -> str:
    """Return what a reader sees of a text."""
    return unescape(re.sub(r"<[^>]*>", "", markdown.blocks(text)))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "+",
            "-",
            "*",
            "/",
            "***",
            "---",
            "===",
            "___",
            "[ ]",
            "[x] done",
            "> 5",
            ">= 5",
            "|a|b|",
        ),
        *("- 5 °C", "+ 3", "* note", "1. May", "1989.", "9) nine", "# of cells", "#", "## x"),
        *("a\\", "C:\\temp", "a_b_c", "snake_case_name", "5 * 3 * 2", "2 ** 3", "[a]: b", "~~x~~"),
        *(
            "```",
            "~~~ x",
            ": x",
            "a < b",
            "a > b & c",
            "AT&T",
            "50 %",
            "$5",
            "100$",
            "US$5 or US$6",
        ),
        *("!", "![", "![x]", "[x]()y"[:3], "(c)", "...", "'quoted'", '"quoted"', "{x}", "%", "@x"),
    ],
)
def test_a_text_of_one_line_is_shown_as_it_is_typed(text: str) -> None:
    assert markdown.problems(text) == []
    assert words(text) == text
    assert markdown.blocks(text) == f"<p>{markdown.inline(text)}</p>"
    # Space around it does not make another text of it.
    assert markdown.inline(f"    {text}\n") == markdown.inline(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*one* **two** `2*3*4`", "<em>one</em> <strong>two</strong> <code>2*3*4</code>"),
        ("2\\*3\\*4", "2*3*4"),
        ("\\<b>", "&lt;b&gt;"),
        ("\\&amp;", "&amp;amp;"),
        ("un*believ*able", "un<em>believ</em>able"),
        ("ox**y**gen", "ox<strong>y</strong>gen"),
        ("5&nbsp;°C", "5&nbsp;°C"),
        ("`[Int](repeating: 0, count: 3)`", "<code>[Int](repeating: 0, count: 3)</code>"),
        ("`<b>` and `&amp;`", "<code>&lt;b&gt;</code> and <code>&amp;amp;</code>"),
        ("[a](https://example.org/b)", '<a href="https://example.org/b">a</a>'),
        ("<mailto:a@example.org>", '<a href="mailto:a@example.org">mailto:a@example.org</a>'),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("```python\na  b\n```", "<pre><code>a  b\n</code></pre>"),
        ("#### Part\n\ntext", "<h4>Part</h4>\n<p>text</p>"),
        ("In\n1989. It", "In 1989. It"),
        ("[see][a]\n\n[a]: https://example.org", '<a href="https://example.org">see</a>'),
    ],
)
def test_markdown_is_what_it_is_elsewhere(text: str, html: str) -> None:
    assert markdown.problems(text) == []
    assert markdown.inline(text) == html


def test_a_list_begins_with_the_number_that_is_written() -> None:
    starts = {"3. a\n4. b": ' start="3"', "0. a\n1. b": ' start="0"', "1. a\n1. b": ""}
    for text, start in starts.items():
        assert markdown.problems(text) == []
        assert markdown.blocks(text).startswith(f"<ol{start}>")


def test_a_table_keeps_the_sides_of_its_columns() -> None:
    made = markdown.blocks("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert markdown.problems("| a | b |\n|:-:|--:|\n| 1 | 2 |") == []
    assert '<td align="center">1</td>' in made
    assert '<td align="right">2</td>' in made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2*3*4", "write `2\\*3\\*4`"),
        ("10**3**2", "write `10\\*\\*3\\*\\*2`"),
        ("a*b*c", "`a*b*c` is shown without its `*`"),
        ("__init__", "write `` `__init__` ``"),
        ("a<br>b", "HTML is not allowed in Markdown: <br>"),
        ("a <!-- note --> b", "HTML is not allowed in Markdown: <!-- note -->"),
        ("end</p>", "HTML is not allowed in Markdown: </p>"),
        ("<?php x ?>", "HTML is not allowed in Markdown: <?php x ?>"),
        ("5 &lt; 6", "`&lt;` is shown as `<`"),
        ("&#65;", "`&#65;` is shown as `A`"),
        ("100\\%", "the backslash before `%` is not shown"),
        ("\\(x\\)", "`\\(x\\)` is no formula in Markdown; write it between two `$`"),
        ("\\[x^2\\]", "is no formula in Markdown"),
        ("a\n\n- 5 °C", "Markdown makes a list of the line `- 5 °C`; to show it as typed begin it"),
        ("1989. A year.\nIt was", "begin it with `1989\\.`"),
        ("1. May\n9. May", "begin it with `9\\.`"),
        ("007. Bond\n008. Bill", "makes number 7 of a list of the line `007. Bond`"),
        ("1. a\n02. b", "makes number 2 of a list of the line `02. b`; to show it as typed begin"),
        ("7. a\n7. b", "makes number 8 of a list of the line `7. b`"),
        ("0. a\n0. b", "makes number 1 of a list of the line `0. b`"),
        ("- a\n\n  07. b\n- c", "makes number 7 of a list of the line `07. b`"),
        ("# of cells\nare few", "begin it with `\\#`, or `####`"),
        ("a text\n---\nmore", "under a text makes a heading of it"),
        ("> 5\n\nis it", "Markdown makes a quotation of the line `> 5`"),
        ("a\n\n[note]: this-is-lost", "the line that begins with `[note]:`"),
        ("|a|b|\n|-|-|\n|1|2|3|", "a row of a table has 3 cells and the head 2"),
        ("[a](javascript:alert(1))", "a link may not begin with `javascript:`; use https"),
        ("[a](JaVaScRiPt:alert(1))", "a link may not begin with `JaVaScRiPt:`; use https"),
        ("<vbscript:x>", "a link may not begin with `vbscript:`; use https"),
        ("[a][b]\n\n[b]: data:text/html,x", "a link may not begin with `data:`; use https"),
        ("[a](//example.org)", "the link `//example.org` leads nowhere"),
        ("[a](other.html#b)", "the link `other.html#b` leads nowhere"),
        ("[a](#b)", "the link `#b` leads nowhere"),
        ("[a](https:example.org)", "`https:example.org` is no address"),
        ("[a](https://a:99999/)", "`https://a:99999/` is no address"),
        ("[a](https://example.org 'b')", "the title of a link, 'b', is shown under a mouse alone"),
        ("".join(f"{'  ' * n}- a\n" for n in range(12)) + "b", "stand too deep in each other"),
    ],
)
def test_what_is_not_shown_as_typed_is_said(text: str, said: str) -> None:
    (problem,) = markdown.problems(text)
    assert said in problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$x^2$", "no fraction, power or index"),
        ("$\\frac{1}{2}$", "no fraction, power or index"),
        ("$$\\sqrt{x}$$", "no fraction, power or index"),
        ("[a](https://example.org)", "no link"),
        ("**a**", "no bold and no italics"),
        ("*a* and _b_", "no bold and no italics"),
        ("`x = 1`", "no code"),
        ("- a\n- b", "one line of text"),
        ("```\na\n```", "one line of text"),
    ],
)
def test_a_menu_shows_words_alone(text: str, said: str) -> None:
    assert markdown.problems(text) == []
    (problem,) = markdown.problems(text, place="menu")
    assert f"stands in a menu, which shows {said}" in problem


def test_a_menu_takes_signs_tags_and_a_formula_of_one_row() -> None:
    for text in ("$\\alpha + 1$", "\\*a\\*", "x = 1", "1. May", "x²", "<p>", "\\<p>", "a <!-- b"):
        assert markdown.problems(text, place="menu") == []


def test_where_one_paragraph_stands_there_is_one() -> None:
    for text in ("a\n\nb", "- a\n- b", "| a |\n|---|\n| 1 |", "```\na\n```"):
        assert markdown.problems(text) == []
        (problem,) = markdown.problems(text, place="line")
        assert "one paragraph" in problem
    for text in ("a\nb", "- a", "[a](https://example.org)"):
        assert markdown.problems(text, place="line") == []
    (problem,) = markdown.problems("[a](https://example.org)", place="label")
    assert "may be a link itself" in problem


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"[a{n}]: b\n" for n in range(2000)),
        "".join(f"> [a{n}]: b\n" for n in range(500)),
        f"|{'a|' * 1000}\n|{'-|' * 1000}\n" + "|\n" * 1000,
        f"|{'a|' * 100}\n|{'-|' * 100}\n" + "|\n" * 1000,
        *("[" * 20_000, "![" * 10_000, "[a](" * 5_000, "a" * 1_000_000),
        f"$${'{' * 2_000}{'}' * 2_000}$$",
        f"${'a_' * 600}$",
    ],
)
def test_what_would_take_for_ever_is_said_at_once(text: str) -> None:
    begun = time.process_time()
    assert markdown.problems(text)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "[a]: b\n",
            "[",
            "![",
            "[a](b",
            "<",
            "<a:",
            "&",
            "&amp;",
            "*a ",
            "*a_ ",
            "a**b",
            "`",
            "$",
        ),
        *("$a ", "> ", "- ", "1. ", "- a\n", "> a\n", "\\", "|", "|a", "a\n", "\n", "\t", "<!--"),
        *(
            "<a b='",
            "[a][b]",
            "](",
            ")",
            "#",
            "# a\n",
            "---\n",
            "```\n",
            "~~~ ",
            "*",
            "_",
            "$$",
            "\\(",
        ),
    ],
)
@pytest.mark.parametrize("length", [limits.BRACKETS, limits.LONGEST])
def test_every_text_is_read_within_a_second(piece: str, length: int) -> None:
    """The longest that the limits let through, of each piece that Markdown knows."""
    text = (piece * length)[:length]
    begun = time.process_time()
    markdown.problems(text)
    assert time.process_time() - begun < 1
