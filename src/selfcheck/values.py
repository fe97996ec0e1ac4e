"""Makes plain data of the values of a YAML file, of which any may be odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from contentfiles import MappingNode, Node, ScalarNode, SequenceNode
from selfcheck.places import Mapping, Sequence

# More digits than any number here can have.
MOST_DIGITS = 400
DIGIT = re.compile("[1-9]")
BASES = {"0b": 2, "0o": 8, "0x": 16}

Say = Callable[[Node, str], None]


class Odd:
    """Something that is no value here; `what` calls it, and says how to mend it."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __repr__(self) -> str:
        return self.what


def values(node: Node, say: Say) -> Any:
    """Return the data of *node*; of a name that cannot be one *say* is told, with the node."""
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, SequenceNode) and node.kind == "seq":
        return _sequence(node, say)
    if isinstance(node, MappingNode) and node.kind == "map":
        return _mapping(node, say)
    return _tagged(node)


def _sequence(node: SequenceNode, say: Say) -> Sequence:
    found = Sequence()
    for item in node.value:
        n = len(found)
        found.places[n] = item.line, item.column
        if said := _lost(item):
            found.lost[n] = said
        found.append(values(item, say))
    return found


def _mapping(node: MappingNode, say: Say) -> Mapping:
    found = Mapping()
    merged: list[tuple[str, Any, Node]] = []
    for key, value in node.value:
        if key.kind == "merge":
            merged += [(*each, key) for each in _merged(value, say)]
            continue
        if not isinstance(key, ScalarNode):
            say(key, "a name must be text, and is a list or a mapping; write it in one line")
            continue
        name = key.value
        if key.kind != "str":
            say(key, f"the name `{name}` is {_scalar_kind(key)}; put it in quotes, without a tag")
        if name in found:
            say(key, f"`{name}` stands twice here; keep one")
            continue
        found.places[name] = key.line, key.column
        if said := _lost(value):
            found.lost[name] = said
        found[name] = values(value, say)
        if isinstance(value, ScalarNode) and _is_retyped(found[name], value.value):
            found.typed[name] = value.value
    for name, each, key in merged:
        if name not in found:
            found.places[name] = key.line, key.column
            found[name] = each
    return found


def _merged(node: Node, say: Say) -> Iterator[tuple[str, Any]]:
    """Yield what `<<` brings; the first of several mappings goes before the others."""
    for each in node.value if isinstance(node, SequenceNode) else [node]:
        if isinstance(each, MappingNode):
            # What is wrong in it has been said where it stands.
            yield from _mapping(each, _nothing).items()
        else:
            say(each, "`<<` takes a mapping, or a list of mappings, by its `*name`")


def _nothing(_node: Node, _message: str) -> None:
    """Say nothing."""


def _is_retyped(value: Any, written: str) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and (written.endswith(".0") or repr(value) != written)


def _lost(node: Node) -> str:
    return node.lost if isinstance(node, ScalarNode) else ""


def _scalar(node: ScalarNode) -> Any:
    text = node.value
    if node.kind == "str":
        return text
    if node.kind == "null" and text.lower() in ("", "~", "null"):
        return None
    if node.kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if node.kind in ("int", "float"):
        return _number(node)
    if node.kind == "timestamp":
        return Odd("a date; put it in quotes")
    return _tagged(node)


def _number(node: ScalarNode) -> Any:
    if len(node.value) > MOST_DIGITS:
        return Odd(f"a number of more than {MOST_DIGITS} digits; put it in quotes if it is a text")
    text = node.value.replace("_", "").lower()
    try:
        value = _whole(text) if node.kind == "int" else _decimal(text)
    except ValueError:
        return Odd("what YAML takes for a number, and is none; put it in quotes, without a tag")
    if node.kind == "float" and not value and DIGIT.search(text.partition("e")[0]):
        return Odd("a number too near to 0 to be told from it; write it in another unit")
    return value


def _whole(text: str) -> int:
    digits = text.lstrip("+-")
    base = BASES.get(digits[:2])
    if base is None:
        return int(text)
    whole = int(digits[2:], base)
    return -whole if text.startswith("-") else whole


def _decimal(text: str) -> float:
    bare = text.lstrip("+-")
    return float(text.replace(".", "", 1)) if bare in (".inf", ".nan") else float(text)


def _scalar_kind(node: ScalarNode) -> str:
    kinds = {"int": "a number", "float": "a number", "null": "nothing", "timestamp": "a date"}
    return kinds.get(node.kind, "true or false" if node.kind == "bool" else "no text")


def _tagged(node: Node) -> Odd:
    tag = node.kind if node.kind.startswith("!") else f"!!{node.kind}"
    return Odd(f"something with the tag `{tag}`; take the tag out")
