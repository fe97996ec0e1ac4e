"""The words of a text in Markdown."""

from __future__ import annotations

import pytest

from selfcheck.lint.text import named, plain, shortened, words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is *gas*, and **not** salt.", "It is gas, and not salt."),
        ("A [link](https://example.org/a_b) here", "A link here"),
        ("![A ring](../figures/ring.png)", "A ring"),
        ("`a * b` is code", "a * b is code"),
        ("as $n^2$ grows", "as n^2 grows"),
        ("$5.00 or $10.00", "$5.00 or $10.00"),
        ("snake_case and 2*3", "snake_case and 2*3"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_is_taken_off(text: str, said: str) -> None:
    assert plain(text) == said


def test_words_are_in_small_letters_and_numbers_whole() -> None:
    assert words("T-cells don't weigh 1,234.5 mg") == ("t-cells", "don't", "weigh", "1,234.5", "mg")


def test_a_long_text_is_shortened_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two …"
    assert named("one two") == '"one two"'
