"""Files of other programs, changed as people and programs change them: each still has its shape.

A part is taken out, doubled, moved or emptied, a word exchanged for another one of the format, a
text for one that is hard to read.
"""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
SAMPLES = Path(__file__).parents[1] / "unit" / "imports" / "samples"

TEXTS = [
    *("", " ", "0", "-1", "1e400", "NaN", "100", "true", "*", "=", "{", "}", "~", "#", "\\", "%"),
    *("$x$", "$", "\\(", "\\(x\\)", "[[1]]", "[[x]]", "{x}", "{={x}}", "{1:SA:=a}", "{1:NM:=1:0}"),
    *("<b>", "</p>", "<p>a</p>", "<ul><li>a", "<table><tr><td>1", "<img src=x>", "&lt;", "&amp;"),
    *("<img src='data:image/png;base64,AAAA'>", "]]>", "a" * 6000, "\u202ea", "é", "日本", "😀"),
    *("1" * 400, "a\n\nb", "- a", "# a", "| a |", "```", "a b", "A", "b", "c", "RESPONSE", "SCORE"),
]
WORDS = [
    *("choice", "multichoice", "numerical", "cloze", "matching", "essay", "ordering", "calculated"),
    *("Single", "Multiple", "Ordered", "single", "multiple", "ordered", "identifier", "float"),
    *("string", "directedPair", "html", "markdown", "plain_text", "No", "Yes", "false", "true"),
]
text = st.sampled_from(TEXTS)
word = st.sampled_from(WORDS) | text


def xml(draw: Draw, data: bytes) -> bytes:
    """Return an XML file with some elements changed."""
    root = ElementTree.fromstring(data)
    for _ in range(draw(st.integers(1, 4))):
        parents = [each for each in root.iter() if len(each)]
        if not parents:
            break
        parent = draw(st.sampled_from(parents))
        n = draw(st.integers(0, len(parent) - 1))
        child = parent[n]
        match draw(st.integers(0, 6)):
            case 0:
                parent.remove(child)
            case 1:
                parent.insert(n, child)
            case 2:
                other = draw(st.sampled_from(parents))
                if child not in [*other.iter()] and other not in [*child.iter()]:
                    parent.remove(child)
                    other.append(child)
            case 3:
                child.text = draw(text)
            case 4 if child.attrib:
                name = draw(st.sampled_from(sorted(child.attrib)))
                child.set(name, draw(word))
            case 5 if child.attrib:
                del child.attrib[draw(st.sampled_from(sorted(child.attrib)))]
            case _:
                child.tail = draw(text)
    # What stands twice in it is written twice.
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def lines(draw: Draw, data: bytes) -> bytes:
    """Return a text with some lines changed."""
    rows = data.decode().split("\n")
    for _ in range(draw(st.integers(1, 6))):
        n = draw(st.integers(0, len(rows) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                del rows[n]
                rows = rows or [""]
            case 1:
                rows.insert(n, rows[draw(st.integers(0, len(rows) - 1))])
            case 2:
                rows[n] += draw(text)
            case 3:
                at = draw(st.integers(0, len(rows[n])))
                rows[n] = rows[n][:at] + draw(text) + rows[n][at:]
            case _:
                pieces = re.split(r"(\W)", rows[n])
                pieces[draw(st.integers(0, len(pieces) - 1))] = draw(word)
                rows[n] = "".join(pieces)
    return "\n".join(rows).encode("utf-8", "replace")


def tree(draw: Draw, data: bytes) -> bytes:
    """Return JSON with some values changed."""
    try:
        root = _changed(draw, json.loads(data))
        return json.dumps(root, ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        # It holds itself now.
        return data


def toml(draw: Draw, data: bytes) -> bytes:
    """Return TOML with some values changed."""
    root = _changed(draw, tomllib.loads(data.decode()))
    try:
        rows = [f"{_toml(key)} = {_toml(value)}" for key, value in root.items()]
    except RecursionError:
        return data
    return "\n".join(rows).encode("utf-8", "replace")


def _toml(value: Any) -> str:
    match value:
        case dict():
            pairs = (f"{_toml(str(key))} = {_toml(each)}" for key, each in value.items())
            return f"{{ {', '.join(pairs)} }}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case None:
            return "nan"
        case _:
            # A word, a number or true as JSON has it, too.
            return json.dumps(value, ensure_ascii=False)


def _changed(draw: Draw, root: Any) -> Any:
    for _ in range(draw(st.integers(1, 4))):
        places = [*_places(root)]
        holder, key = draw(st.sampled_from(places))
        match draw(st.integers(0, 3)):
            case 0:
                del holder[key]
            case 1:
                holder[key] = draw(
                    st.sampled_from([None, True, [], {}, [[]], 1e308, -1, {"a": []}])
                )
            case 2:
                holder[key] = draw(word)
            case _:
                holder[key] = draw(st.sampled_from(places))[0]
        if not [*_places(root)]:
            break
    return root


def _places(value: Any, depth: int = 0) -> Sequence[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    keys = (
        range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
    )
    for key in keys if depth < 8 else ():
        found += [(value, key), *_places(value[key], depth + 1)]
    return found


def package(draw: Draw, data: bytes) -> bytes:
    """Return a zip file with some of its files changed, gone or called otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        files = {name: read.read(name) for name in read.namelist()}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        match draw(st.integers(0, 3)):
            case 0 if len(files) > 1:
                del files[name]
            case 1:
                files[f"other/{name}"] = files.pop(name)
            case _ if name.endswith(".xml"):
                files[name] = xml(draw, files[name])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name, content in files.items():
            written.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def noise(draw: Draw, data: bytes) -> bytes:
    """Return *data* cut off, or with some bytes changed."""
    at = draw(st.integers(0, len(data)))
    if draw(st.booleans()):
        return data[:at]
    other: bytes = draw(st.binary(min_size=1, max_size=4))
    return data[:at] + other + data[at + 1 :]
