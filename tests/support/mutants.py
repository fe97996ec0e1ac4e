"""Files as careless, unlucky or hostile authors leave them: mutations of files that are sound.

Some change the structure: a value of another kind, a field gone, doubled or renamed. Some change
the text: lines moved, characters that nobody sees. All are drawn by hypothesis.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

SEEDS = Path(__file__).parent / "seeds"

Draw = Callable[[st.SearchStrategy[Any]], Any]

# YAML as it is written, in the place of a value.
VALUES = (
    *("", "~", "null", "true", "yes", "NO", "0", "-1", "007", "0o17", "0x1F", "0b11", "1_000"),
    *("1e999", "-1e999", ".inf", "-.inf", ".nan", "1e400", "1" * 320, "9" * 5000, "12:30:45"),
    *("2024-02-30", "2024-01-01", "2024-01-01T25:61:61Z", "=", "<<", "1e-320", "-0.0", "-_"),
    *("[]", "{}", "[[]]", "[a, [b, {c: d}]]", "{? [a] : b}", "{~: a}", "{1: a}", "{a: b, a: c}"),
    *("!!int x", "!!float x", "!!bool maybe", "!!null x", "!!set {a}", "!!omap [a: b]", "!x y"),
    *("!!python/object/apply:os.getcwd []", "!!binary aGk=", "!!timestamp x", "! x", "!!str 5"),
    *("&a [*a]", "*none", "&b x", "{<<: {a: b}}", "{<<: [1]}", "{<<: *c}", "*c"),
    *('"\\ud800"', '"\\ud83d\\ude00"', '"\\U00110000"', '"\\0"', '"\\e[31m"', '"\\x85"', '"\\"'),
    *(
        "a #b",
        "#b",
        '"5%\\n"',
        '"a-b\\n"',
        "50%",
        "\u0665",
        '" "',
        '"\\u200b"',
        '"\\u202e"',
        '"\\uffff"',
    ),
    *("'a'", "''", "'", '"', "|\n  x", ">-\n x", "@x", "`x`", "%x", "- a", "? a", ": a", "a: b: c"),
    *('"signal:pause"', '"os:abort"', '"somewhere:rows"', '":"', '"a:b:c"'),
    *('"<script>alert(1)</script>"', '"[a](javascript:b)"', '"![a](b)"', '"[[a]] [[a]]"'),
    *('"**" ', '"' + "*" * 3000 + '"', '"' + "[" * 3000 + '"', '"' + "1,000 " * 500 + '"'),
    *('"' + "a" * 30_000 + '"', '"' + "> " * 400 + 'a"', '"' + "- " * 400 + 'a"'),
    *("[" * 60 + "]" * 60, "{a: " * 60 + "b" + "}" * 60, "[" + "1, " * 3000 + "]"),
)
# Characters, in the place of one or between two.
SIGNS = (
    *(
        "\x00",
        "\x07",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\xa0",
        "\ufeff",
        "\u2028",
        "\u200b",
        "\ufffe",
    ),
    *(
        "\t",
        "\n",
        "\r",
        "\r\n",
        "  ",
        "#",
        " #",
        ":",
        ": ",
        "-",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
    ),
    *(
        '"',
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
        "?",
        "~",
        "$",
        "---\n",
        "...\n",
        "😀",
        "é",
    ),
)
BYTES = (b"\xe9", b"\xff\xfe", b"\xfe\xff", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\xf5", b"\x00")


class Raw(str):
    """YAML as it is written."""


def written(value: Any) -> str:
    """Return plain data as YAML on one line, what is raw as it is."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_key(name)}: {written(each)}' for name, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(written(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)


def mutant(draw: Draw, name: str) -> bytes:
    """Return the seed file *name* with a few mutations."""
    text = (SEEDS / name).read_text("utf-8")
    if name.endswith((".yaml", ".yml")) and draw(st.booleans()):
        data = YAML(typ="safe").load(text)
        for _ in range(draw(st.integers(1, 3))):
            data = _changed(draw, data)
        top = data.items() if isinstance(data, dict) else ()
        if top and draw(st.booleans()):
            text = "".join(f"{_key(name)}: {written(each)}\n" for name, each in top)
        else:
            text = written(data) + "\n"
        if draw(st.integers(0, 4)):
            return _encoded(text)
    for _ in range(draw(st.integers(1, 3))):
        text = _edited(draw, text)
    data = _encoded(text)
    if not draw(st.integers(0, 9)):
        at = draw(st.integers(0, len(data)))
        put: bytes = draw(st.sampled_from(BYTES))
        data = data[:at] + put + data[at:]
    return data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _key(name: object) -> str:
    return str(name) if isinstance(name, Raw) else json.dumps(str(name), ensure_ascii=False)


def _changed(draw: Draw, data: Any) -> Any:
    """Return *data* with one place of it changed."""
    places = list(_places(data, ()))
    where = draw(st.sampled_from(places))
    if not where:
        return Raw(draw(st.sampled_from(VALUES))) if not draw(st.integers(0, 9)) else data
    parent = data
    for step in where[:-1]:
        parent = parent[step]
    last = where[-1]
    what = draw(st.sampled_from(["other", "other", "gone", "wrapped", "renamed", "moved", "twice"]))
    if what == "gone":
        del parent[last]
    elif what == "wrapped":
        parent[last] = [parent[last]] if draw(st.booleans()) else {"text": parent[last]}
    elif what == "renamed" and isinstance(parent, dict):
        parent[
            Raw(draw(st.sampled_from(["~", "1", "x", "[a]", "id", "type", "*c", '"\\ud800"'])))
        ] = parent.pop(last)
    elif what == "moved":
        other = data
        for step in draw(st.sampled_from(places)):
            other = other[step]
        # A copy, or what holds itself could not be written.
        parent[last] = Raw(written(other))
    elif what == "twice" and isinstance(parent, list):
        parent.insert(last, Raw(written(parent[last])))
    else:
        parent[last] = Raw(draw(st.sampled_from(VALUES)))
    return data


def _places(data: Any, where: tuple[Any, ...]) -> Any:
    yield where
    if isinstance(data, dict):
        for name, each in data.items():
            yield from _places(each, (*where, name))
    elif isinstance(data, list):
        for n, each in enumerate(data):
            yield from _places(each, (*where, n))


def _edited(draw: Draw, text: str) -> str:
    """Return *text* with one edit in it."""
    at = draw(st.integers(0, len(text)))
    what = draw(
        st.sampled_from(["sign", "sign", "gone", "line", "twice", "value", "cut", "indent"])
    )
    if what == "sign":
        sign: str = draw(st.sampled_from(SIGNS))
        return text[:at] + sign + text[at + draw(st.integers(0, 1)) :]
    if what == "gone":
        return text[:at] + text[at + draw(st.integers(1, 40)) :]
    if what == "cut":
        return text[:at]
    lines = text.split("\n")
    n = draw(st.integers(0, len(lines) - 1))
    if what == "line":
        line = lines.pop(n)
        lines.insert(draw(st.integers(0, len(lines))), line)
    elif what == "twice":
        lines[n:n] = lines[n : n + draw(st.integers(1, 5))]
    elif what == "indent":
        lines[n] = lines[n][1:] if draw(st.booleans()) else f" {lines[n]}"
    else:
        name, colon, _ = lines[n].partition(":")
        lines[n] = f"{name}{colon or ':'} {draw(st.sampled_from(VALUES))}"
    return "\n".join(lines)
