"""Files that authors write: the text of one, and its values, or what is wrong and where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from contentfiles import (
    MappingNode,
    Problem,
    ScalarNode,
    UnreadableError,
    compose,
    text,
)
from contentfiles.events import SMALL

# Makes a text large, so that libyaml reads it and not ruamel.
PADDING = f"\n#{'-' * SMALL}\n"


def problem(path: Path, data: bytes) -> Problem:
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        text(path)
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"caf\xe9 au lait", 1, 4, "this is not UTF-8"),
        ("größer\nist µ".encode() + b"\xb5", 2, 6, "this is not UTF-8"),
        ("a: b".encode("utf-16"), 1, 1, "this is UTF-16; save the file as UTF-8"),
        ("a: b".encode("utf-16-be"), 1, 1, "takes no character U+0000"),
        (b"a: b\x07c", 1, 5, "YAML takes no character U+0007; take it out"),
        (b"one\ntwo \x0b", 2, 5, "U+000B"),
        (b"\xed\xa0\x80", 1, 1, "this is not UTF-8"),
        (b"a: \xef\xbf\xbf", 1, 4, "U+FFFF"),
        (b"x" * 4_000_001, 1, 1, "this is larger than 4 MB"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(
    tmp_path: Path, data: bytes, line: int, column: int, words: str
) -> None:
    found = problem(tmp_path / "file.yaml", data)
    assert found[:2] == (line, column)
    assert words in found.message


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path, words in ((tmp_path, "this is a folder"), (tmp_path / "none", "cannot be read")):
        with pytest.raises(UnreadableError, match=words):
            text(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_what_would_be_waited_for_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(UnreadableError, match="no file that can be read"):
        text(tmp_path / "pipe.yaml")


def test_lines_end_alike_and_a_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert text(path) == "a\nb\nc\n"


BOMB = "l0: &l0 [y,y,y,y,y,y,y,y]\n" + "".join(
    f"l{n}: &l{n} [{','.join([f'*l{n - 1}'] * 8)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize("more", ["", PADDING], ids=["ruamel", "libyaml"])
@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (BOMB, 6, "more than 100,000 values, with what aliases repeat"),
        ("a: &a {b: *a}", 1, "`*a` stands in what it repeats"),
        ("- *missing", 1, "`*missing` repeats nothing"),
        ("a:\n" + "- " * 300 + "b", 2, "more than 40 levels"),
        ("[" * 41 + "]" * 41, 1, "more than 40 levels"),
        ("a: &x [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\nb: [[[[[[[[[[[[[[[[[[[[[*x]]]]]]"
         "]]]]]]]]]]]]]]]", 2, "more than 40 levels"),
        ("[" + "1, " * 100_001 + "]", 1, "more than 100,000 values"),
        ("a: b\n---\nc: d", 2, "a second document begins here"),
        ("%YAML 1.1\n---\na: yes", 0, "this is read as YAML 1.2"),
        ("a: [b", 0, "not YAML"),
        ("a: b\n\tc: d", 2, "a tab cannot indent YAML"),
        ('a: "\\UFFFFFFFF"', 1, "not YAML"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_or_too_much_is_told(source: str, line: int, words: str, more: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        compose(source + more)
    assert words in caught.value.problem.message
    assert not line or caught.value.problem.line == line


def one(source: str) -> ScalarNode:
    root = compose(source)
    assert isinstance(root, MappingNode)
    value = root.value[0][1]
    assert isinstance(value, ScalarNode)
    return value


@pytest.mark.parametrize("more", ["", PADDING], ids=["ruamel", "libyaml"])
@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("yes", "str"), ("NO", "str"), ("1:30", "str"), ("=", "str"), ("'1'", "str"),
        ("true", "bool"), ("~", "null"), ("007", "int"), ("1_000", "int"), ("1e3", "float"),
        (".inf", "float"), ("2021-02-30", "timestamp"), ("!!str 5", "str"), ("! 5", "str"),
        ("!!int x", "int"), ("!mine x", "!mine"), ("<<", "merge"),
    ],
)  # fmt: skip
def test_a_value_is_what_yaml_12_takes_it_for(source: str, kind: str, more: str) -> None:
    assert one(f"a: {source}{more}").kind == kind


@pytest.mark.parametrize("more", ["", PADDING], ids=["ruamel", "libyaml"])
@pytest.mark.parametrize(
    ("source", "cut"),
    [
        ("Room #12", True), ("Room # 12", True), ("Room  #12", True),
        ("größer µ #1", True), ("Room  # twelve", False), ("Room   ## twelve", False),
        ("Room#12", False), ("'Room' # 12", False), ("Room", False), ("Room  #", False),
        ("Room\n  twelve #3", True),
    ],
)  # fmt: skip
def test_a_comment_may_have_cut_a_text(source: str, cut: bool, more: str) -> None:
    assert bool(one(f"a: {source}{more}").lost) is cut


def test_a_character_in_halves_as_json_has_it_is_one() -> None:
    assert one('a: "\\ud83e\\uddec of \\u00e9"').value == "🧬 of é"
    assert one('a: "half \\ud83e"').value == "half \ud83e"


def test_nothing_is_no_node() -> None:
    for source in ("", "\n", "# a comment\n", "---\n"):
        assert compose(source) is None
