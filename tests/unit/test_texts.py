"""Texts of content/ that become Markdown of a page, and formulas of pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from stemcourse.formula import mathml
from stemcourse.glossary import GlossaryError, load
from stemcourse.texts import problems

HOSTILE = [
    ("a <img src=x onerror=alert(1)> thing", "HTML is not allowed in it: <img src=x onerror"),
    ("<script>alert(1)</script>", "HTML is not allowed in it: <script>alert(1)</script>"),
    ("a <!-- hidden --> thing", "HTML is not allowed in it: <!-- hidden -->"),
    ("a</p>", "HTML is not allowed in it: </p>"),
    ("[a](javascript:alert(1))", "a link cannot lead to `javascript:alert(1)`"),
    ("[a](data:text/html,x)", "a link cannot lead to `data:text/html,x`"),
    ("<vbscript:x>", "a link cannot lead to `vbscript:x`"),
    ("[a](//example.org)", "a link cannot lead to `//example.org`"),
    ("[a](../other.html)", "a link cannot lead to `../other.html`"),
    ("![a](https://example.org/a.png)", "a picture cannot stand in it"),
    ("{raw}`x`", "is a command to the page"),
    ("```{raw} html\n<script></script>\n```", "it must be one paragraph"),
    ("# a heading", "it must be one paragraph"),
    ("- a", "it must be one paragraph"),
    ("1989. A year", "it must be one paragraph"),
    ("% a comment", "for a command"),
    ("(name)= a", "for a command"),
    ("+++ a", "for a command"),
    ("$<img src=x onerror=alert(1)>$", "HTML is not allowed in it: <img src=x onerror"),
    ("as $x_$ is", "the formula x_ cannot be shown (MissingSuperScriptOrSubscriptError)"),
    ("as $\\ce{H2O}$ is", "the formula \\ce{H2O} cannot be shown (no command \\ce is known)"),
    ("\u200b", "nobody sees anything of it"),
    ("&nbsp;", "nobody sees anything of it"),
]


@pytest.mark.parametrize(("text", "said"), HOSTILE)
def test_what_a_page_would_not_show_as_words_is_a_problem(text: str, said: str) -> None:
    assert any(said in problem for problem in problems(text)), list(problems(text))


def test_plain_words_and_some_markdown_are_fine() -> None:
    for text in (
        "A cell.",
        "A *T* cell, `x`, 5 < 6; see [this](#a-b) or https://example.org.",
        "$x^2$",
    ):
        assert list(problems(text)) == []


@pytest.mark.parametrize("field", ["means", "say", "short"])
def test_the_glossary_says_where_it_stands(tmp_path: Path, field: str) -> None:
    path = tmp_path / "glossary.yaml"
    fields = {"means": "A thing.", field: "a <img src=x onerror=alert(1)> thing"}
    said = "".join(f"  {name}: {value!r}\n" for name, value in fields.items())
    path.write_text(f"- term: cell\n{said}", encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load(path)
    line = 2 + list(fields).index(field)
    (problem,) = caught.value.problems
    assert problem.startswith(f"{path}:{line}:{5 + len(field)}: {field}: HTML is not allowed")


@pytest.mark.parametrize("priority", ["[1]", "{a: 1}", "4", "''"])
def test_a_priority_of_another_kind_is_a_problem(tmp_path: Path, priority: str) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(f"- term: cell\n  means: A thing.\n  priority: {priority}\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="priority must be 1, 2 or 3"):
        load(path)


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<img src=x onerror=alert(1)>}",
        r"\verb|<script>alert(1)</script>|",
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:url(https://example.org)}{x}",
        r"\class{a' onclick='alert(1)}{x}",
        r"\unicode{x3c}img src=x onerror=alert(1)\unicode{x3e}",
        r'\color{"><img src=x onerror=alert(1)>}{x}',
        r"\text{&lt;b&gt;&#x3c;b&#x3e;}",
        r"\operatorname{a}<b>",
    ],
)
def test_a_formula_of_a_page_holds_neither_html_nor_addresses(latex: str) -> None:
    made = mathml(latex)
    assert set(re.findall(r"<([a-zA-Z]+)", made)) <= {
        "math",
        "mrow",
        "mi",
        "mo",
        "mn",
        "mtext",
        "mstyle",
    }
    assert not re.search(r"<[^>]* (href|style|class|on\w+)=", re.sub(r'"[^"]*"', '""', made))


def test_a_formula_that_cannot_be_shown_is_a_warning_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'extensions = ["myst_parser", "stemcourse.site.mathml"]\nhtml_math_renderer = "mathml"\n'
        'myst_enable_extensions = ["dollarmath"]\nexclude_patterns = ["site"]\n'
    )
    page = "# A\n\nSince $x^$ is.\n\n$$\\ce{H2O}$$\n\nAnd $x<y$.\n"
    (tmp_path / "index.md").write_text(page)
    command = [sys.executable, "-m", "sphinx", "-q", str(tmp_path), str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "index.md:3: WARNING: the formula x^ cannot be shown: MissingSuper" in done.stderr
    assert "no command \\ce is known" in done.stderr
    html = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "<code>x^</code>" in html
    assert "<mi>x</mi><mo>&#x0003C;</mo><mi>y</mi>" in html
