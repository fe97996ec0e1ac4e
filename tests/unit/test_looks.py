"""Two answers that a reader cannot tell apart, though their texts differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from selfcheck import bank, looks
from tests.support.tiny import BANK, written

# Of each kind the two are seen as one; most by Markdown alone, in plain text not.
SAME = [
    ("a b", "a  b"),
    ("a b", " a b\n"),
    ("a b", "a\u00a0b"),
    ("a b", "a\u2009b"),
    ("ab", "a\u200bb"),
    ("ab", "a\u200db"),
    ("ab", "a\u00adb"),
    ("ab", "\u2068ab\u2069"),
    ("ab", "ab\ufeff"),
    ("\u00e9", "e\u0301"),
    ("\u00b5g", "\u03bcg"),
    ("\u03a9", "\u2126"),
    ("a-b", "a\u2011b"),
    ("CO", "\u0421\u041e"),
    ("axe", "\u0430\u0445\u0435"),
    ("HIT", "\u0397\u0399\u03a4"),
]
SAME_BY_MARKDOWN = [
    ("*a*", "_a_"),
    ("**a**", "__a__"),
    ("$x + 1$", "$x+1$"),
    ("a * b", "a \\* b"),
    ("a b", "a&nbsp;b"),
    ("[a](https://example.org)", "[a](https://example.com)"),
]
DIFFERENT = [
    ("a b", "ab"),
    ("a", "A"),
    ("\u0414", "D"),
    ("\u03b1", "a"),
    ("*a*", "a"),
    ("**a**", "*a*"),
    ("`a`", "a"),
    ("$x$", "$y$"),
    ("a < b", "a > b"),
    ("\u00b2", "2"),
    ("\u0646\u200c\u0647", "\u0646\u0647"),
    ("\U0001f468\u200d\U0001f680", "\U0001f468\U0001f680"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
@pytest.mark.parametrize("seen", [looks.plain, looks.marked, looks.menu])
def test_what_looks_the_same(seen: Callable[[str], str], one: str, other: str) -> None:
    assert seen(one) == seen(other)


@pytest.mark.parametrize(("one", "other"), SAME_BY_MARKDOWN)
def test_what_markdown_makes_the_same(one: str, other: str) -> None:
    assert looks.marked(one) == looks.marked(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_looks_different(one: str, other: str) -> None:
    assert looks.marked(one) != looks.marked(other)
    assert looks.plain(one) != looks.plain(other)


def test_a_menu_has_words_alone() -> None:
    assert looks.menu("$p$") == looks.menu("p") == "p"
    assert looks.menu("<p>") != looks.menu("<b>")


HEAD = {"id": "two", "objective": "o", "level": "apply", "prompt": "Which?"}
ASKED = {
    "choice": lambda a, b: {
        "options": [
            {"text": a, "correct": True, "feedback": "Yes."},
            {"text": b, "feedback": "No."},
        ]
    },
    "order": lambda a, b: {"items": [{"text": a}, {"text": b}, {"text": "third"}]},
    "match": lambda a, b: {"pairs": [{"left": a, "right": "1"}, {"left": b, "right": "2"}]},
    "match ": lambda a, b: {"pairs": [{"left": "1", "right": a}, {"left": "2", "right": b}]},
    "match  ": lambda a, b: {
        "pairs": [{"left": "1", "right": a}, {"left": "2", "right": "c"}],
        "distractors": [b],
    },
    "categorize": lambda a, b: {
        "categories": [{"text": a, "items": [{"text": "1"}]}, {"text": b, "items": [{"text": "2"}]}]
    },
    "categorize ": lambda a, b: {
        "categories": [{"text": "1", "items": [{"text": a}]}, {"text": "2", "items": [{"text": b}]}]
    },
    "cloze": lambda a, b: {
        "text": "It is [[x]].",
        "gaps": {"x": {"answers": [a], "distractors": [b]}},
    },
}  # fmt: skip


TWO = [("a b", "a  b"), ("\u00e9", "e\u0301"), ("ab", "a\u200bb")]


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_that_look_the_same_are_told(tmp_path: Path, kind: str, one: str, other: str) -> None:
    question = {**HEAD, "type": kind.strip(), **ASKED[kind](one, other)}
    question |= {"explanation": "E", "sources": []}
    text = BANK + "".join(f"  {line}\n" for line in yaml.dump([question]).splitlines())
    (found,) = bank.check(written(tmp_path, "", bank=text) / "content")
    assert f"{other!r} looks the same as what stands at line " in found.message
