"""A formula arrives as it was made, or the command that cannot be shown is named."""

from __future__ import annotations

import re

import pytest
from latex2mathml import commands
from latex2mathml.symbols_parser import SYMBOLS

from selfcheck import markdown
from selfcheck.markdown import formula, mathml
from selfcheck.markdown.clean import clean, lost
from selfcheck.markdown.letters import STYLES, styled

# What a command may take: most take one of these.
TAKES = ("", " x", "{x}", "{x}{y}", "{1em}{x}", "[3]{x}", "{x}_{y}^{z}", "{red}{x}")


def shown(latex: str) -> str:
    (html,) = re.findall(r"<math>(.*)</math>", markdown.inline(f"${latex}$"))
    return str(html)


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        (r"\sqrt{2}", "<msqrt><mrow><mn>2</mn></mrow></msqrt>"),
        (r"\sqrt[3]{8}", "<mroot><mrow><mn>8</mn></mrow><mn>3</mn></mroot>"),
        (r"\phantom{1}8", "<mphantom><mrow><mn>1</mn></mrow></mphantom><mn>8</mn>"),
        (r"\color{red}{x}", '<mstyle mathcolor="red"><mrow><mi>x</mi></mrow></mstyle>'),
        (r"\mathbf{AB}", "<mrow><mi>\U0001d400</mi><mi>\U0001d401</mi></mrow>"),
        # Some letters were in Unicode before the others of their style.
        (r"\mathcal{BC}", "<mrow><mi>\u212c</mi><mi>\U0001d49e</mi></mrow>"),
        (r"\mathrm{d}x", "<mi>d</mi><mi>x</mi>"),
        (r"\text{a < b & <b>}", "<mtext>a&nbsp;&lt;&nbsp;b&nbsp;&amp;&nbsp;&lt;b&gt;</mtext>"),
        (r"\verb|<b>|", None),
        (r"50\%", "<mn>50</mn><mi>%</mi>"),
        (r"a\&b", "<mi>a</mi><mi>&amp;</mi><mi>b</mi>"),
        (r"\text{5\% of \$3}", "<mtext>5%&nbsp;of&nbsp;$3</mtext>"),
        (r"\overparen{x}", "<mover><mrow><mi>x</mi></mrow><mo>\u23dc</mo></mover>"),
        (r"a\!b", '<mi>a</mi><mspace width="-0.1667em"></mspace><mi>b</mi>'),
    ],
)
def test_what_every_browser_draws_arrives(latex: str, html: str | None) -> None:
    if html is None:
        assert formula.made(latex).problems
        return
    assert markdown.problems(f"${latex}$") == []
    assert shown(latex) == html


@pytest.mark.parametrize(
    "latex",
    [
        "F = ma",
        "pV = nRT",
        "AB",
        r"AB \parallel CD",
        r"\triangle ABC \cong \triangle DEF",
        r"A = \frac{1}{2} ab \sin C",
        r"\iint f dx dy",
        r"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc",
        r"NaCl \to Na^+ + Cl^-",
    ],
)
def test_products_and_points_are_no_words(latex: str) -> None:
    assert formula.made(latex).problems == ()


def test_a_binomial_has_no_bar_and_brackets_have_their_size() -> None:
    made = shown(r"\binom{4}{2}")
    assert '<mfrac linethickness="0">' in made
    assert made.count('minsize="2.047em"') == 2


def test_aligned_equations_stand_under_each_other() -> None:
    made = shown(r"\begin{aligned}a&=b\\c&=d\end{aligned}")
    assert made.count("<mtr>") == 2
    assert "&amp;" not in made


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        ("x^", "nothing follows `^` or `_`"),
        ("x_1_2", "two `_` follow each other"),
        ("x^1^2", "two `^` follow each other"),
        (r"\left( x", "`\\left` and `\\right` come in pairs"),
        (r"\frac{1}{2", "its braces are not in pairs"),
        ("a}", "its braces are not in pairs"),
        (r"\frac", "something is missing"),
        ("{" * 400 + "}" * 400, "its parts stand too deep in each other"),
        (r"\ce{H2O}", "no command `\\ce` is known"),
        (r"\SI{5}{m}", "no command `\\SI` is known"),
        (r"\text{\foo}", "`\\foo` is shown as it stands"),
        (r"\cancel{8}", "`\\cancel` cannot be shown"),
        (r"\boxed{8}", "`\\boxed` cannot be shown"),
        (r"\textbf{a}", "`\\textbf` cannot be shown"),
        (r"\href{https://example.org}{x}", "`\\href` cannot be shown"),
        (r"\style{color:red}{x}", "`\\style` cannot be shown"),
        (r"\class{a}{x}", "`\\class` cannot be shown"),
        (r"\color{url(x)}{x}", "`\\color` cannot be shown"),
        (r"a \\ b", "`\\\\` begins no new line here"),
        (r"\begin{array}{c|c}a&b\end{array}", "the lines of a table cannot be drawn"),
        (r"\begin{tikzpicture}a\end{tikzpicture}", "no environment `tikzpicture` is known"),
        ("a & b", "`&` parts cells only"),
        ("50% of x", "`%` begins a comment"),
        (r"\text{\{x\}}", "`\\` is shown as it stands"),
        (r"\wideparen{AB}", "the mark `\u23dc` stands beside the letters"),
        (r"\utilde{x}", "the mark `\u0330` stands beside the letters"),
        ("5 kg", "the spaces around `kg` are not shown"),
        ("10^{-3} mol", "the spaces around `mol` are not shown"),
        (r"\unicode{9731}", "a number of `\\unicode` is taken for hexadecimal; begin it with x"),
        (r"\unicode{x}", "no sign has this number"),
        ("x = 1 or x = 2", "the spaces around `or` are not shown"),
        ("price per item", "the spaces around `price` are not shown"),
        ("costs 3 euros", "the spaces around `costs` are not shown"),
        ("x in meters", "the spaces around `in` are not shown"),
        (r"\def\x{y}", "it shows nothing"),
        ("a" * 1001, "it has 1001 characters, and 1000 is the most"),
    ],
)
def test_what_cannot_be_shown_is_named(latex: str, said: str) -> None:
    problems = markdown.problems(f"Since ${latex}$ is so.")
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith("the formula `") for problem in problems)
    # Whoever renders it all the same gets something, and no exception.
    assert markdown.blocks(f"Since ${latex}$ is so.").startswith("<p>Since ")


@pytest.mark.parametrize("text", ["$x$ is 5", "$x$ costs \\$13", "$x$ \\\\", "- $x$ 1\n- $x$ 2"])
def test_a_formula_at_the_beginning_hangs_on_nothing_at_the_end(text: str) -> None:
    assert markdown.problems(text) == []
    assert markdown.blocks(text).count("<math><mi>x</mi></math>") == text.count("$x$")


def test_money_that_becomes_a_formula_is_said() -> None:
    (problem,) = markdown.problems("I pay $5 or a bit more, not 6$.")
    assert "write `\\$`" in problem


def every_command() -> list[str]:
    """Return all commands that the converter knows."""
    named = {
        value for value in vars(commands).values() if isinstance(value, str) and value[:1] == "\\"
    }
    listed = {name for name in (*commands.CONVERSION_MAP, *commands.FUNCTIONS) if name[:1] == "\\"}
    return sorted({*named, *listed})


def every_formula() -> list[str]:
    """Return each command with what it may take, and each sign that has a name."""
    signs = [name for name in SYMBOLS if name[:1] == "\\"]
    return [*signs, *(f"{name}{takes}" for name in every_command() for takes in TAKES)]


def test_no_command_loses_anything_in_silence() -> None:
    """What is made of a formula is what arrives, or there is a problem that says what does not."""
    for latex in every_formula():
        made = formula.made(latex)
        if not made.problems:
            assert list(lost(made.html)) == [], latex
            assert "\\" not in re.sub(r"<[^>]*>\\</", "", made.html), latex
        assert set(re.findall(r"<([a-z0-9]+)", clean(made.html))) <= {*mathml.ELEMENTS, "code"}
    assert len(every_formula()) > 4_000


def test_letters_of_all_styles_are_there() -> None:
    for style in STYLES:
        letters = styled("AhzBCR", style)
        assert letters
        assert len(set(letters)) == 6
    assert styled("h", "italic") == "\N{PLANCK CONSTANT}"
    alpha = "\N{GREEK SMALL LETTER ALPHA}"
    assert styled(alpha, "bold") == "\N{MATHEMATICAL BOLD SMALL ALPHA}"
    assert styled("5", "bold") == "\N{MATHEMATICAL BOLD DIGIT FIVE}"
    assert styled("中", "bold") is None
