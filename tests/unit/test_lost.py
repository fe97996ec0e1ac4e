"""What YAML takes of a text, beside comments: a name, a tag, a sign by a backslash."""

from __future__ import annotations

import time

import pytest

from contentfiles import compose
from tests.unit.test_comments import of_nodes, said

LOST = [
    ("a: &b c\nd: e\n", "`&b` before a text names it for a `*b`, which does not follow"),
    ("a: &b\nc: d\n", "`&b` before a text"),
    ("a: [&b c, d]\n", "`&b` before a text"),
    ("a: &b one\nc: &b two\nd: *b\n", "`&b` before a text"),
    ("a: ! important\n", "`!` before a text is a tag of YAML"),
    ("a:\n  - ! x\n", "`!` before a text is a tag of YAML"),
    ('a: "snake\\_case"\n', "in double quotes `\\_` is a space without a break"),
    ('a: "\\Lambda"\n', "in double quotes `\\L` is the end of a line"),
    ('a: "\\Psi"\n', "in double quotes `\\P` is the end of a paragraph"),
    ('a: "\\\\\\_"\n', "in double quotes `\\_`"),
    ('a: "a\\tb"\n', "in double quotes `\\t` is a tab; write `\\\\t`"),
    ('a: "C:\\new"\n', "in double quotes `\\n` is a new line; write `\\\\n`"),
    ('a: "What does `\\n` do?"\n', "in double quotes `\\n` is a new line"),
    ("a: [\"say '\\n' here\"]\n", "in double quotes `\\n` is a new line"),
]
MEANT = [
    "a: &b one\nc: *b\n",
    "a: &b [one]\n",
    "a: !!str 5\n",
    "a: '&b'\nc: \"!\"\n",
    'a: "one\\ntwo"\n',
    'a: "one\\n\\ttwo"\n',
    'a: "```\\none\\ttwo\\n```"\n',
    'a: "$2 \\times 3$"\n',
    'a: "snake\\\\_case C:\\\\new"\n',
    "a: 'snake\\_case C:\\new'\nb: C:\\new\n",
    'a: "e.g.:\\nnew"\n',
    'a: "````\\n```\\none\\n````"\n',
]


@pytest.mark.parametrize(("text", "words"), LOST)
def test_what_is_lost_is_told_by_each_reader(text: str, words: str) -> None:
    nodes, large, data = said(text)
    # The quick reader leaves names and tags to the others.
    for found in (nodes, large, *([data] if data else [])):
        assert len(found) == 1, found
        assert found[0].startswith(words)
    assert data or "before a text" in words


@pytest.mark.parametrize("name", ["lt;", "&", "nbsp;", "Ω"])
def test_a_name_of_any_signs_is_told(name: str) -> None:
    (found,) = of_nodes(compose(f"a: &{name} 5\nb: c\n"))
    assert found.startswith(f"`&{name}` before a text names it")


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_let_be(text: str) -> None:
    assert said(text) == [[], [], []]


@pytest.mark.parametrize("sign", ["\\t", "x\\t", "$\\t", "x\\n", "```\\t"])
def test_signs_without_number_are_read_in_proportion(sign: str) -> None:
    begun = time.process_time()
    compose(f'a: "{sign * 300_000}"\n')
    assert time.process_time() - begun < 4
