"""A backslash that a reader does not see is needed, or is told."""

from __future__ import annotations

import time

import pytest

from selfcheck import markdown


@pytest.mark.parametrize("sign", list(".-+#>|!~&[]*_`%"))
@pytest.mark.parametrize(
    "text", ["10\\{}5 mm", "\\{} 5", "C:\\temp\\{}x", "a line\nwith \\{} in it"]
)
def test_one_that_is_not_needed_is_told(text: str, sign: str) -> None:
    written = text.format(sign)
    said = f"the backslash before `{sign}` is not shown; take it out, or write two to show one"
    assert markdown.problems(written) == [said]
    twice = text.format(sign).replace(f"\\{sign}", f"\\\\{sign}")
    assert markdown.problems(twice) == []
    assert f"\\{sign}".replace("&", "&amp;").replace(">", "&gt;") in markdown.inline(twice)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2\\*3\\*4", "2*3*4"),
        ("\\_\\_init\\_\\_", "__init__"),
        ("a \\< b", "a &lt; b"),
        ("it costs \\$5", "it costs $5"),
        ("\\`code\\`", "`code`"),
        ("\\&lt;", "&amp;lt;"),
        ("\\![a](https://example.org)", '!<a href="https://example.org">a</a>'),
        ("\\[a\\](b)", "[a](b)"),
        ("C:\\\\temp", "C:\\temp"),
    ],
)
def test_one_that_is_needed_is_not(text: str, shown: str) -> None:
    assert markdown.problems(text) == []
    assert markdown.inline(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "1989\\. A year.\nIt was",
        "\\- 5 °C\nis cold",
        "\\+ 5\nand more",
        "\\# of cells\nare few",
        "\\> 5\nis more",
        "| a |\n|---|\n| b \\| c |",
        "\\[note]: this\nis shown",
        "\\~~~\nis no code",
    ],
)
def test_nor_one_that_a_text_of_several_lines_needs(text: str) -> None:
    assert markdown.problems(text) == []


def test_of_several_each_is_looked_at() -> None:
    (said,) = markdown.problems("1\\. May\n2\\. June, at 10\\.30")
    assert said.startswith("the backslash before `.`")
    begun = time.process_time()
    (said,) = markdown.problems("a\\-b " * 999)
    assert said.startswith("the backslash before `-`")
    assert time.process_time() - begun < 2
