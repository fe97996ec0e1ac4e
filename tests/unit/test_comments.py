"""A `#` that takes a text, or a part of it, for a comment; and comments that are meant as such."""

from __future__ import annotations

import time

import pytest

from contentfiles import MappingNode, ScalarNode, SequenceNode, UnreadableError, compose
from contentfiles.events import SMALL
from selfcheck import quick
from selfcheck.places import Mapping

# Makes a text large, so that libyaml reads it and not ruamel.
PADDING = f"#{'-' * SMALL}\n"
CUT = "text after ` #` is a comment; put the text in quotes"


def line(n: int) -> str:
    return f"line {n} begins with `#`, so it is a comment and no part of this text"


LOST = [
    # Behind a text, on its line.
    ("a: one #7\nb: c\n", CUT),
    ("a: one\n  two #7\nb: c\n", CUT),
    ("a: 'one' #7\nb: c\n", CUT),
    ('a: "one\n  two"  #7\nb: c\n', CUT),
    ("a: [one #7\n  , two]\n", CUT),
    ("a: {b: one #7\n  }\n", CUT),
    # Where a text goes on, on a line of its own.
    ("a: one\n  #7 two\nb: c\n", line(2)),
    ("a: one\n  # of cells\nb: c\n", line(2)),
    ("a: one\n  two\n\n    #7\nb: c\n", line(4)),
    ("a: one\n#7 two\nb: c\n", line(2)),
    ("a: 'one'\n  #two\nb: c\n", line(2)),
    ("a:\n  - one\n    #7\n  - two\n", line(3)),
    ("a:\n- one\n #7\n- two\n", line(3)),
    ("a:\n  - b: one\n      #7\n    c: two\n", line(3)),
    ("a: [one,\n  two\n    #7 three\n  ]\n", line(3)),
    ("a: [\n  one\n  #7, two\n  ]\n", line(3)),
    # Before a text.
    ("a: #7 is\n  one\nb: c\n", CUT),
    ("a: # of cells\n  one\nb: c\n", CUT),
    ("a:\n  #7 is\n  one\nb: c\n", line(2)),
    ("a:\n  # of cells\n  one\nb: c\n", line(2)),
    ("a:\n  - #7 is\n    one\n  - two\n", CUT),
    # Behind a block, which such a line ends; and beside its sign.
    ("a: |\n    one\n  #7 two\nb: c\n", line(3)),
    ("a: >\n    one\n\n  # two\nb: c\n", line(4)),
    ("a: |\n  one\n#7 two\nb: c\n", line(3)),
    ("a: |\n  one\n#7 two", line(3)),
    ("a: | #7 two\n  one\n", CUT),
]
MEANT = [
    "a: one\n# a comment\nb: c\n",
    "a: one  # a comment\n# a comment\nb: c\n",
    "a: one\n#\nb: c\n",
    "a: one\n  # ---------- Part 2\nb: c\n",
    "a: one\n  #b: two\nc: d\n",
    "a: one\n  # \nb: c\n",
    "a: one\n\n#7 is free\nb: c\n",
    "a: one\n#comment\nb: c\n",
    "a: 'one' # a comment\n  # another\nb: c\n",
    "a: |\n  one\n  #7 in it\n# a comment\nb: c\n",
    "a: >-  # folded\n  one\nb: c\n",
    "a:  # a comment\n  one\nb: c\n",
    "a:\n  - one\n  # a comment\n  - two\n# a comment\nb: c\n",
    "a:\n  - b: one\n    # a comment\n    c: two\n  # a comment\n  - b: three\n",
    "a: [\n  # a comment\n  one,\n  # a comment\n  two\n  # a comment\n]\n",
    "a: 'x # 7'\nb: |\n  #7\n",
    "a: C#7\nb: c\n",
]


def of_nodes(node: object) -> list[str]:
    if isinstance(node, ScalarNode):
        return [node.lost] if node.lost else []
    if isinstance(node, MappingNode):
        return [said for _, value in node.value for said in of_nodes(value)]
    assert isinstance(node, SequenceNode)
    return [said for value in node.value for said in of_nodes(value)]


def of_data(data: object) -> list[str]:
    if isinstance(data, Mapping):
        inner = [said for value in data.values() for said in of_data(value)]
        return [*data.lost.values(), *inner]
    if isinstance(data, list):
        return [*data.lost.values(), *(said for value in data for said in of_data(value))]  # type: ignore[attr-defined]
    return []


def said(text: str) -> list[list[str]]:
    """Return what each of the three readers says."""
    large = text if text.endswith("\n") else f"{text}\n"
    return [of_nodes(compose(text)), of_nodes(compose(large + PADDING)), of_data(quick.read(text))]


@pytest.mark.parametrize(("text", "words"), LOST)
def test_what_a_comment_takes_is_told(text: str, words: str) -> None:
    for found in said(text):
        assert len(found) == 1, found
        assert found[0].startswith(words)


@pytest.mark.parametrize("text", MEANT)
def test_a_comment_that_is_meant_is_let_be(text: str) -> None:
    assert said(text) == [[], [], []]


@pytest.mark.parametrize("more", ["", PADDING], ids=["ruamel", "libyaml"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: one #7 two\n  three\nb: c\n", 1),
        ("z: y\na: one\n  #7 two\n  three\nb: c\n", 3),
        ("a: |\n  one\n#7 two\n  three\nb: c\n", 3),
        ("a: [one #7, two]\nb: c\n", 1),
        ("a: {b: one #7, c: two}\nb: c\n", 1),
        ("a: [#7]\nb: c\n", 1),
        ("a: [one,#7]\nb: c\n", 1),
        ("a: one #7\n  b: two\nb: c\n", 1),
        ("a: 'one' #7\n  two\n", 1),
        ("a: one #7\n  two: three\n  four\n", 1),
    ],
)
def test_a_comment_that_makes_a_text_no_yaml_is_named(text: str, line: int, more: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        compose(text + more)
    message = caught.value.problem.message
    assert message.startswith("not YAML: ")
    assert message.endswith(f"; in line {line} `#` begins a comment, so put that text in quotes")


def test_of_other_faults_no_comment_is_blamed() -> None:
    for text in ("# one\na: b\nc: [d\n# two", "a: 'b # c\n", "a: b # c\nd: e: f\n"):
        with pytest.raises(UnreadableError) as caught:
            compose(text)
        assert "`#` begins a comment" not in caught.value.problem.message


@pytest.mark.parametrize(
    "text",
    [f"a: one{' #' * 200_000}", "".join(f"k{n}:\n  # of cells\n  one\n" for n in range(40_000))],
    ids=["in a comment without an end", "before each text"],
)
def test_signs_without_number_take_no_time_that_grows_with_their_square(text: str) -> None:
    begun = time.process_time()
    compose(text)
    assert time.process_time() - begun < 4
