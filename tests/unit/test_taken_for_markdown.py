"""Signs that Markdown takes for its own, or not for its own, against what an author meant."""

from __future__ import annotations

import pytest

from selfcheck import markdown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("i*j + k*l", r"i\*j + k\*l"),
        ("a*b and c*d", r"a\*b and c\*d"),
        ("a**b - c**d", r"a\*\*b - c\*\*d"),
        ("(a*b)*(c*d)", r"a\*b)\*"),
        ("/* one */ and /* two */", r"\*/ and /\*"),
        ('"*" and "*"', r"\*"),
        ("**/*.py and **/*.js", r"\*.py and \*\*/\*"),
        ("p*q*", r"p\*q\*"),
        ("*a*b", r"\*a\*b"),
        ("*_*", r"\*_\*"),
    ],
)
def test_stars_that_would_be_lost_are_named(text: str, written: str) -> None:
    (problem,) = markdown.problems(text)
    assert "is shown without its `*`" in problem
    assert written in problem


@pytest.mark.parametrize(
    "text",
    [
        "**a)** First, and *b)* then",
        "(see *E. coli*)",
        '"*Hamlet*" is a play',
        "*/etc/hosts*",
        "un*believ*able",
        "*args, **kwargs",
        "`i*j + k*l`",
        "**Note**: `f(`*x*",
        "*p*-value of *.gitignore* in */etc/*",
        "a **+** b, and _see (x)_",
    ],
)
def test_emphasis_that_is_meant_is_none_of_them(text: str) -> None:
    assert markdown.problems(text) == []


@pytest.mark.parametrize(
    ("text", "written"), [("_.map(_.x)", r"\_.map(\_"), ("_*_", r"\_*\_"), ("_a/_b", None)]
)
def test_dashes_that_would_be_lost_are_named(text: str, written: str | None) -> None:
    found = markdown.problems(text)
    assert [f"write `{written}`" in problem for problem in found] == ([True] if written else [])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the value $ \\alpha $ here", "$ \\alpha $"),
        ("the side $ x $", "$ x $"),
        ("$x^2 $ here", "$x^2 $"),
        ("it is 2$x^2$", "$x^2$"),
        ("10$\\Omega$", "$\\Omega$"),
        ("$x$2", "$x$"),
        ("it is $\\text{big if $x$}$", "$\\text{big if"),
    ],
)
def test_a_formula_that_markdown_does_not_see_is_named(text: str, shown: str) -> None:
    (problem,) = markdown.problems(text)
    assert problem.startswith(f"`{shown}` is no formula in Markdown")


@pytest.mark.parametrize(
    "text",
    [
        "R$ 5 or R$ 6",
        "costs 5$, 6$ or 7$",
        "from $5 and x_1 to $6 and x_2",
        "costs 5$ in a_b and 6$2",
        "$first_name . $last_name",
        "$HOME/a_b and $PATH",
        "`$ x^2 $`",
        "\\$ x^2 \\$",
        '$("#id") and $.each',
        "$$ x^2 $$",
    ],
)
def test_dollars_are_no_formula(text: str) -> None:
    assert markdown.problems(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see ![a cell](../figures/a cell.png)", "![a cell](../figures/a cell.png)"),
        ("see ![a cell] (cell.png)", "![a cell] (cell.png)"),
        ("see [the page](https://example.org/a b)", "[the page](https://example.org/a b)"),
        ("see [the page] (https://example.org)", "[the page] (https://example.org)"),
    ],
)
def test_a_link_that_markdown_does_not_see_is_named(text: str, shown: str) -> None:
    (problem,) = markdown.problems(text)
    assert problem.startswith(f"`{shown}` is no picture or link in Markdown")


@pytest.mark.parametrize("text", ["see [](https://example.org)", "see [ ](https://example.org) x"])
def test_a_link_without_words_is_named(text: str) -> None:
    (problem,) = markdown.problems(text)
    assert "a link has no words" in problem


@pytest.mark.parametrize(
    "text",
    [
        "f[i] (x) and m[i][j]",
        "`![a](b c.png)`",
        "Wow! [yes](https://example.org)",
        "[`code`](https://example.org) and [*words*](https://example.org)",
        "(https://example.org/a_b_c)",
    ],
)
def test_brackets_are_no_link(text: str) -> None:
    assert markdown.problems(text) == []
