"""Signs of other kinds of Markdown, and lists, tables and code that nobody would see as typed."""

from __future__ import annotations

import pytest

from selfcheck import markdown

FOUND = [
    ("```{note}\nMind the gap.\n```", "`{note}` is a directive of MyST"),
    ("One\n\n:::{tip} Two\nThree\n:::", "`{tip}` is a directive of MyST"),
    ("see {cite}`smith2020`", "`{cite}` is a role of MyST"),
    ("{math}`x^2`", "`{math}` is a role of MyST"),
    ("\\begin{align}x\\end{align}", "`\\begin{align}` begins no formula in Markdown; write `$$`"),
    ("Solve\n\\begin{pmatrix}1\\end{pmatrix}\nfor x", "`\\begin{pmatrix}` begins no formula"),
    ("One[^a] two.\n\n[^a]: A longer note.", "a question has no footnotes, and shows `[^a]`"),
    ("```\nprint(1)", "the code that begins with ``` has no end"),
    ("````\nprint(1)\n```", "the code that begins with ```` has no end"),
    ("- one\n  ~~~text\n  two\n- three", "the code that begins with ~~~text has no end"),
    ("| a | b |\n|---|\n| 1 | 2 |", "a line such as `|---|` makes a table only directly under"),
    ("a | b\n--|--|--\n1 | 2", "a line such as `|---|` makes a table only directly under"),
    ("| a | b |\n| 1 | 2 |", "lines of cells are no table; write a line such as `|---|---|`"),
    ("$HOME/bin:$PATH", "`$HOME/bin:$PATH` is taken for a formula; write each dollar sign"),
    ("is $x+$y", "`$x+$y` is taken for a formula"),
    ("$foo-bar$baz", "`$foo-bar$baz` is taken for a formula"),
    ("${a}$b", "`${a}$b` is taken for a formula"),
    ("a$b$c", "`$b$c` is taken for a formula"),
    ("s/$a/$b/", "`$a/$b/` is taken for a formula"),
    ("1) one\n2) two", "Markdown shows `1)` of a list as `1.`"),
    ("-\n-", "Markdown makes an empty entry of a list of the line `-`"),
    ("- one\n-\n- two", "Markdown makes an empty entry of a list of the line `-`"),
    ("1.\n2.", "Markdown makes an empty entry of a list of the line `1.`"),
]
FINE = [
    "```python\nprint(1)\n```",
    "- one\n  ```\n  two\n  ```\n- three",
    "> ~~~\n> one\n> ~~~\n\ntwo",
    "````\n```\n````",
    "`\\begin{align}` and \\begin{itemize}",
    "$$\n\\begin{aligned}x&=1\\end{aligned}\n$$",
    "a set {a}`x`, and {cite} `x`",
    "[^a-z] is no letter\n\nnor is [^0-9]",
    "the $n$th of $x+y$ (in $\\sin x$s), $x$-axis, f$(x)$",
    "|x| = 5\n|y| = 6",
    "a|b\nc|d",
    "| a |\n|---|\n| 1 |",
    "text\n| a | b |\n|:--|--:|\n| 1 | 2 |",
    "1\\) one\n2\\) two",
    "one\u2028two\n- three\n- four",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_what_is_shown_otherwise_is_told(text: str, words: str) -> None:
    (problem,) = markdown.problems(text)
    assert problem.startswith(words)
    assert "; " in problem


@pytest.mark.parametrize("text", FINE)
def test_what_is_meant_is_let_be(text: str) -> None:
    assert markdown.problems(text) == []


@pytest.mark.parametrize("text", ["one\n\ntwo", "#### one\ntwo", "> one\n> two", "one\n***\ntwo"])
def test_a_menu_has_one_line(text: str) -> None:
    (problem,) = markdown.problems(text, place="menu")
    assert problem == (
        "this text stands in a menu, which shows one line of text; write it as plain text"
    )


def test_lines_are_counted_as_markdown_does() -> None:
    """To Python a line ends at U+2028 too, so another line would be named."""
    (problem,) = markdown.problems("one\u2028two\n- three\n\nfour")
    assert problem.startswith("Markdown makes a list of the line `- three`")
