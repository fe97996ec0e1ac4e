"""The quick reader of YAML says what ruamel says, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from selfcheck import quick
from selfcheck.pin.verify import nodes, plain
from selfcheck.places import Mapping, Sequence

ROOT = Path(__file__).parents[2]
BANKS = sorted((ROOT / "content" / "questions").glob("*.yaml"))
FILES = sorted(
    path
    for folder in ("content", "tests")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name != "not-utf-8.yaml"
)
# Each is put after "a: ", or stands for a whole file when it ends with a line break.
PIECES = [
    *(
        "b",
        "'b'",
        '"b"',
        "''",
        '"\\u00e9\\n\\/"',
        "b c  # d",
        "b#c",
        "b:c",
        "https://example.org",
        "-b",
    ),
    *("true", "True", "TRUE", "tRUE", "yes", "no", "off", "y", "null", "Null", "~", "", "nothing"),
    *("0", "7", "-7", "+7", "007", "0o7", "0x1F", "0b1", "1_000", "1,000", "1 000", "12:30", "1e3"),
    *("1.5", "-0.5", ".5", "5.", "+.5", "1.5e3", "1e-3", ".inf", "-.INF", ".nan", "1.2.3", "1.0.0"),
    *("2026-11-28", "2026-11-28 12:00:00", "=", "<", "<<", "!", "!!str 1", "!x b", "&c b", "*c"),
    *("[b, c]", "[]", "{}", "{b: c}", "{b: c, d: [e, f]}", "[a:b]", "[a: b]", "{a:b}", "{'a':b}"),
    *(
        "[b?]",
        "[?b]",
        "[? b]",
        "{? b : c}",
        "[b, ]",
        "[b",
        "{b: c",
        "b: c",
        "- b",
        "[b#c]",
        "[b #c\n]",
    ),
    *(
        "@b",
        "`b",
        "%b",
        "|",
        ">",
        "|-\n  b",
        ">+\n  b\n\n",
        ">\n  b\n   c\n\n  d\n",
        "|2\n    b\n  c",
    ),
    *(
        "b\n  c\n\n  d",
        "'b\n\n  c'",
        '"b\\\n  c"',
        "\n  - b\n  -\n  - - c\n    - d",
        "\n- b\n- c: d\n  e: f",
    ),
    *(
        "\n  b: c\n  b: d",
        "\n  1: b",
        "\n  ? b\n  : c",
        "\n  ? [b]\n  : c",
        "\n  'b': c\n  \"d\": e",
    ),
    *(
        "\tb",
        "b\tc",
        "'b\tc'",
        "b\x85c",
        "b\u2028c",
        "\ufeffb",
        "\x07",
        '"\\ud800"',
        "é 😀 b",
        "b\r\n",
    ),
    *(
        "a\n",
        "- a\n- b: c\n",
        "%YAML 1.1\n---\na: yes\n",
        "---\na: b\n...\n",
        "---\na: b\n---\nc: d\n",
    ),
    *(
        "# b\n",
        "a: b\n# c\n\n\nd: e\n",
        "? a\n",
        "a: &b {c: d}\ne: *b\n",
        "a: b\n c: d\n",
        "a:\n  b\n c\n",
    ),
]


def said(data: Any, where: tuple[str | int, ...] = ()) -> list[object]:
    """Return all values of *data*, their kinds, and their places."""
    if isinstance(data, dict):
        entries = list(data.items())
    elif isinstance(data, list):
        entries = list(enumerate(data))
    else:
        return [(where, type(plain(data)), repr(plain(data)))]
    found: list[object] = [(where, len(entries))]
    for key, value in entries:
        found += [(where, key, place(data, key)), *said(value, (*where, key))]
    return found


def place(data: Any, key: str | int) -> tuple[int, int]:
    """Return where the entry *key* of *data* stands, counted from 1."""
    if isinstance(data, Mapping | Sequence):
        return data.places[key]
    line, column = data.lc.item(key) if isinstance(key, int) else data.lc.key(key)
    return line + 1, column + 1


def compare(text: str) -> None:
    found = quick.read(text)
    if found is None:
        return
    try:
        wanted = nodes(text)
    except (YAMLError, ValueError) as error:
        raise AssertionError(f"ruamel does not read {text!r}") from error
    assert said(found) == said(wanted)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_says_of_a_file_what_ruamel_says(path: Path) -> None:
    compare(path.read_text("utf-8", errors="replace"))


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_it_says_of_a_piece_what_ruamel_says(piece: str) -> None:
    text = piece if piece.endswith("\n") and "a" in piece[:20] else f"a: {piece}\nz: [1]\n"
    compare(text)


@settings(max_examples=300)
@given(st.text(alphabet="ab1.:-?[]{},#&*!|>'\"\\n%@~ \n\n  ", max_size=40))
def test_it_says_of_any_text_what_ruamel_says(text: str) -> None:
    compare(text)


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_it_reads_the_banks_of_the_course(path: Path) -> None:
    assert quick.read(path.read_text("utf-8")) is not None


@pytest.mark.parametrize("text", ["a: [", "a: b\na: c\n", "a: *b\n", "a: !x b\n", "a: 1_000\n", ""])
def test_what_is_out_of_the_ordinary_is_left_to_ruamel(text: str) -> None:
    assert quick.read(text) is None


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_without_libyaml_it_reads_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text("utf-8")[:8000].rpartition("\n\n")[0]
    found = quick.read(text)
    monkeypatch.delattr("yaml.CBaseLoader")
    assert found is not None
    assert quick.read(text) == found
