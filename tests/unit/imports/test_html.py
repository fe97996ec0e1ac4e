"""HTML becomes Markdown that a reader sees as they saw the HTML, and that a bank takes."""

from __future__ import annotations

import html as htmls
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck import bank, demands, markdown, types
from selfcheck.demands import Demand, demand
from selfcheck.imports.html.blocks import Image, seen
from selfcheck.imports.html.convert import from_html, from_markdown, html_blocks
from selfcheck.questions import Bank
from selfcheck.source import Source

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "content", ROOT / "tests" / "moon" / "content")

PAIRS = {
    # Spaces, paragraphs and breaks.
    "<p>One <b> two </b>&nbsp; three</p>": "One **two** three",
    "<div>One</div><div>two</div>": "One\n\ntwo",
    "One<br>two<br><br>three": "One\\\ntwo\n\nthree",
    "<p></p><p>&nbsp;</p><p>x</p>": "x",
    "&nbsp;": "",
    # Signs that are typed, and signs that Markdown would take for something.
    "- 5 °C": "- 5 °C",
    "# of cells": "# of cells",
    "<p>1989. A year</p><p>and <i>more</i></p>": "1989\\. A year\n\nand *more*",
    "<p>a<br>- b<br># c</p>": "a\\\n\\- b\\\n\\# c",
    "a_b_c and 2 * 3 * 4": "a_b_c and 2 * 3 * 4",
    "5 &lt; 6 and &lt;b&gt;": "5 < 6 and \\<b>",
    "a<b and List<String>": "a\\<b and List\\<String>",
    "&amp;copy; &copy;": "\\&copy; ©",
    "It costs $5, or $6.": "It costs \\$5, or \\$6.",
    "[x](y) and `z`": "[x\\](y) and \\`z`",
    "x<br>===": "x ===",
    "\\alpha and a\\": "\\alpha and a\\",
    # Emphasis, where Markdown has it.
    "<strong>note:</strong>this": "**note**:this",
    "<b>a</b><b>b</b> <strong><em>c</em></strong>": "**ab** ***c***",
    "un<i>believ</i>able": "un*believ*able",
    '<span style="font-weight: bold">x</span>': "**x**",
    '<b style="font-weight:normal">x</b>': "x",
    "<ruby>食<rp>(</rp><rt>た</rt><rp>)</rp></ruby>べる": "食 (た)べる",
    # Lists, code, quotations, headings, tables.
    "<ul><li>a<li>b<ul><li>c<li>d</ul></ul>": "- a\n- b\n  - c\n  - d",
    "<ol start=3><li>a<li>b</ol>": "3. a\n4. b",
    "<ul><li>alone</ul>": "alone",
    "<ul><li>a<li>b</ul><ul><li>c<li>d</ul>": "- a\n- b\n\n* c\n* d",
    "<pre><code class='language-python'>\nx = 1\n  y</code></pre>": "```python\nx = 1\n  y\n```",
    "<code>a`b</code> and <tt> c </tt>.": "``a`b`` and `c` .",
    "<blockquote>Words</blockquote><p>x</p>": "> Words\n\nx",
    "<h2>Head</h2><p>x</p>": "#### Head\n\nx",
    "<h2>Head</h2>": "Head",
    "<table><tr><th>a<th>b|c<tr><td>1<td>2</table>": "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |",
    "<table><tr><td><p>One</p><p>cell</p></table>": "One\n\ncell",
    # Signs that stand higher or lower.
    "x<sup>2</sup> H<sub>2</sub>O, the 1<sup>st</sup>": "x² H₂O, the 1st",
    "10<sup>-3/2</sup> x<sub>max</sub>": "$10^{-3/2}$ $x_{\\text{max}}$",
    # Formulas.
    "\\(x^2\\) and \\[a &lt; b\\]": "$x^2$ and $$a < b$$",
    "<p>$$x$$</p><p>In $$y$$ line</p>": "$$x$$\n\nIn $y$ line",
    "$\\pi$ and $n = 5$, for $12 and $13": "$\\pi$ and $n = 5$, for \\$12 and \\$13",
    "2\\(x\\)3": "$2x3$",
    "<code>\\(x\\)</code>": "`\\(x\\)`",
    "[tex]\\frac12[/tex] <tex>y</tex>": "$\\frac12$ $y$",
    "\\(\\ce{2H2 + O2 -> 2H2O}\\)": (
        "$2\\mathrm{H_{2}} + \\mathrm{O_{2}} \\rightarrow 2\\mathrm{H_{2}O}$"
    ),
    "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>": "$\\frac{a}{2}$",
    "<math><semantics><mi>q</mi><annotation encoding='application/x-tex'>x_1</annotation>"
    "</semantics></math>": "$x_1$",
    '<img class="equation_image" data-equation-content="x^2" src="/e">': "$x^2$",
    '<img src="https://latex.codecogs.com/svg.latex?%5Cpi%20r" alt="">': "$\\pi r$",
    # Links and pictures.
    '<a href="https://example.org/a_(b)">x</a>': "[x](https://example.org/a_%28b%29)",
    '<a href="https://example.org"></a>x': "x",
    '!<a href="https://example.org">x</a>': "\\![x](https://example.org)",
    '<img src="a b.png" alt="Two [2] cells">': "![Two \\[2\\] cells](../figures/x.png)",
}
LOST = {
    "<u>x</u> <s>y</s>": ["underlining", "striking out"],
    '<span style="color: #ff0000">x</span>': ["colours"],
    '<span style="color: rgb(0, 0, 0)">x</span>': [],
    '<a href="page.html">x</a>': ["the link to `page.html`, which is no whole address"],
    "x<video src=y>no</video>": ["a video"],
    "<script>alert(1)</script>x": ["a script"],
    "\\(\\foo{x}\\)": ["the formula `\\foo{x}`, which stands there as code"],
    "<table><tr><th>a<th>b<tr><td colspan=2>c</table>": [
        "cells over several columns or rows of a table"
    ],
    "2<i>x</i>3": ["bold and italics of a part"],
}
MENUS = {
    "<p><b>x</b> and <code>y</code></p>": "x and y",
    "\\(\\frac{1}{2}\\) of \\(10^{-3}\\)": "1/2 of 10⁻³",
    "<p>a</p><p>b</p>": "a b",
}


def picture(_source: str, alt: str) -> Image:
    return Image("../figures/x.png", alt)


@pytest.mark.parametrize("html", PAIRS)
def test_html_becomes_markdown(html: str) -> None:
    made = from_html(html, "text", picture)
    assert made.text == PAIRS[html]
    assert made.lost == []
    assert not made.text or markdown.problems(made.text) == []


@pytest.mark.parametrize("html", LOST)
def test_what_markdown_cannot_say_is_named(html: str) -> None:
    made = from_html(html)
    assert made.lost == LOST[html]
    assert markdown.problems(made.text) == []


@pytest.mark.parametrize("html", MENUS)
def test_a_menu_has_one_line_of_words(html: str) -> None:
    from selfcheck.imports.pictures import Finder, Shelf
    from selfcheck.imports.words import Words

    words = Words(Finder(Shelf(""), []), [])
    assert words.html(html, "menu") == MENUS[html]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        # What says the same stays, letter by letter.
        ("Some `code`, _em_\nand $x_1$", "Some `code`, _em_\nand $x_1$"),
        ("* a\n* b", "* a\n* b"),
        ("```rust\nlet x: Vec<T> = 1;\n```", "```rust\nlet x: Vec<T> = 1;\n```"),
        # And what does not is written anew.
        ("# Question\n\nWhat is *x*?", "#### Question\n\nWhat is *x*?"),
        ("# Question", "Question"),
        ("__strong__ and x<sub>2</sub>", "**strong** and x₂"),
        ("\\\\( x \\\\) &lt; y", "$x$ < y"),
        ("- [ ] alone", "[ ] alone"),
    ],
)
def test_markdown_of_others_becomes_ours(text: str, made: str) -> None:
    assert from_markdown(text) == (made, [])


def texts(wanted: Demand, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the Markdown in the data of a bank, and the places where it stands."""
    wanted = wanted.of(value)
    if wanted.open:
        wanted = demand(types.structs(wanted.open)[value["type"]])
    if wanted.struct:
        for name, (field, _) in demands.fields(wanted.struct).items():
            if name in value:
                yield from texts(field, value[name])
    elif wanted.entries:
        for each in value:
            yield from texts(wanted.entries, each)
    elif wanted.named:
        for each in value.values():
            yield from texts(wanted.named[1], each)
    elif wanted.markdown and isinstance(value, str):
        yield value, wanted.markdown


def written() -> list[tuple[str, str]]:
    """Return all Markdown of the course and of the second one."""
    paths = [
        folder / "questions" / f"{name}.yaml" for folder in FOLDERS for name in bank.names(folder)
    ]
    return [each for path in paths for each in texts(demand(Bank), Source(path).data)]


def test_what_a_course_shows_comes_back_as_it_was() -> None:
    """Its HTML makes Markdown that makes the same HTML: so an export can come home."""
    all_of_it = written()
    assert len(all_of_it) > 4000
    changed = []
    for text, place in all_of_it:
        shown = markdown.blocks(text)
        again = markdown.blocks(from_html(shown, place, picture).text)
        # A formula may have a row more around one of its parts.
        if "<math" not in shown and " ".join(again.split()) != " ".join(shown.split()):
            changed.append(text)
        # As Markdown it is not changed at all.
        assert from_markdown(text, place, picture).text == text.strip()
    assert changed == []


SIGNS = st.text(st.sampled_from(list("ab1 .-+#*_`~[](){}<>&$!|\\\n:=éß²°")), max_size=30)
TAGS = st.sampled_from(
    [
        "b",
        "i",
        "u",
        "p",
        "div",
        "br",
        "ul",
        "ol",
        "li",
        "code",
        "pre",
        "h2",
        "sub",
        "sup",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "hr",
        "span",
        "a",
        "img",
    ]
)
HTML = st.lists(
    SIGNS.map(htmls.escape)
    | SIGNS
    | TAGS.map(lambda tag: f"<{tag}>")
    | TAGS.map(lambda tag: f"</{tag}>")
    | st.sampled_from(["\\(x^2\\)", "\\[", "$y$", "&nbsp;", "\ue000", "<!--", "]]>", "\u202e"]),
    max_size=14,
).map("".join)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(HTML)
def test_whatever_the_html_the_words_are_there_and_a_bank_takes_them(html: str) -> None:
    made = from_html(html, "text", picture)
    blocks, _ = html_blocks(html, picture)
    if made.text:
        # A bank takes no text that looks like a link gone wrong, however it is written.
        told = [each for each in markdown.problems(made.text) if "no picture or link" not in each]
        assert told == [], (html, made.text)
    else:
        assert seen(blocks) == ""
