"""Compares what two YAML texts mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from selfcheck.source import Where


def strays(before: str, after: str, ids: Mapping[Where, str]) -> list[Where]:
    """Return where *after* means something else than *before* with *ids* at their places.

    Raises ruamel.yaml's `YAMLError` when one of them cannot be read.
    """
    wanted = _with_ids(plain(nodes(before)), ids, ())
    return list(_differences(wanted, plain(nodes(after)), ()))


def _with_ids(value: Any, ids: Mapping[Where, str], where: Where) -> Any:
    new = value
    if isinstance(value, dict):
        new = {key: _with_ids(each, ids, (*where, key)) for key, each in value.items()}
    elif isinstance(value, list):
        new = [_with_ids(each, ids, (*where, n)) for n, each in enumerate(value)]
    if where not in ids:
        return new
    return {"id": ids[where], **(new if isinstance(new, dict) else {"text": new})}


def _differences(one: Any, other: Any, where: Where) -> Iterator[Where]:
    if type(one) is not type(other):
        yield where
    elif isinstance(one, dict):
        for key in one | other:
            if key in one and key in other:
                yield from _differences(one[key], other[key], (*where, key))
            else:
                yield (*where, key)
    elif isinstance(one, list):
        if len(one) != len(other):
            yield where
        for n, (a, b) in enumerate(zip(one, other, strict=False)):
            yield from _differences(a, b, (*where, n))
    elif repr(one) != repr(other):
        # Not `==`: a number that is none (.nan) is not equal to itself.
        yield where


def nodes(text: str) -> Any:
    """Return the data of the YAML *text*, as ruamel's nodes that know their places.

    Raises ruamel's `YAMLError` when it is not YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.parser import Parser
    from ruamel.yaml.scanner import Scanner

    yaml = YAML()
    # These leave comments out: where two stand before one text, ruamel can not keep them.
    yaml.Scanner, yaml.Parser = Scanner, Parser
    return yaml.load(text)


def plain(node: Any) -> Any:
    """Return *node* without ruamel's own types."""
    if isinstance(node, dict):
        return {plain(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node
