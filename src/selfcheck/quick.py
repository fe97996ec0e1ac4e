"""Reads YAML with libyaml, many times as quick as ruamel, where both say the same.

What is out of the ordinary is left to ruamel, which also says what is wrong with a file.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Line breaks and blanks that the two may take differently, and the mark of a byte order.
ODD = re.compile("[\t\r\x85\u2028\u2029\ufeff]")
# In brackets and braces, YAML 1.1 and 1.2 differ in what these do.
FLOW = re.compile(r":|^\?")
INTEGER = re.compile("-?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
TAG = "tag:yaml.org,2002:"


class Positions:
    """Where the entries of a mapping or a list stand, as ruamel says it: from 0."""

    def __init__(self) -> None:
        """Start with no entry."""
        self._all: dict[str | int, tuple[int, int]] = {}

    def add(self, key: str | int, mark: Any) -> None:
        """Take *mark* for the place of an entry."""
        self._all[key] = (mark.line, mark.column)

    def key(self, key: str) -> tuple[int, int]:
        """Return line and column of a key."""
        return self._all[key]

    def item(self, key: int) -> tuple[int, int]:
        """Return line and column of an entry of a list."""
        return self._all[key]


class Mapping(dict[str, Any]):
    """A mapping that knows its places."""

    def __init__(self) -> None:
        """Start empty."""
        self.lc = Positions()


class Sequence(list[Any]):
    """A list that knows its places."""

    def __init__(self) -> None:
        """Start empty."""
        self.lc = Positions()


class _OddError(Exception):
    """Something that ruamel is to read."""


def read(text: str) -> Mapping | Sequence | None:
    """Return the data of the YAML *text*, with places; None when ruamel is to read it."""
    try:
        from yaml import CBaseLoader, YAMLError, events
    except ImportError:
        # There is no libyaml here.
        return None
    if ODD.search(text):
        return None
    try:
        parser = CBaseLoader(text)
        _expect(parser, events.StreamStartEvent)
        start = _expect(parser, events.DocumentStartEvent)
        if start.version or start.tags:
            return None
        found = _value(parser, parser.get_event(), flow=False)
        _expect(parser, events.DocumentEndEvent)
        _expect(parser, events.StreamEndEvent)
    except (_OddError, YAMLError, UnicodeError, RecursionError):
        return None
    return found if isinstance(found, Mapping | Sequence) else None


def _expect(parser: Any, kind: type) -> Any:
    event = parser.get_event()
    if not isinstance(event, kind):
        raise _OddError
    return event


def _value(parser: Any, event: Any, *, flow: bool) -> Any:
    from yaml import events

    # An alias, too, has an anchor.
    if event.anchor or event.tag:
        raise _OddError
    if isinstance(event, events.ScalarEvent):
        return event.value if event.style else _plain(event.value, flow=flow)
    flow = flow or event.flow_style
    if isinstance(event, events.SequenceStartEvent):
        return _sequence(parser, flow=flow)
    return _mapping(parser, flow=flow)


def _sequence(parser: Any, *, flow: bool) -> Sequence:
    from yaml import events

    found = Sequence()
    while not isinstance(event := parser.get_event(), events.SequenceEndEvent):
        found.lc.add(len(found), event.start_mark)
        found.append(_value(parser, event, flow=flow))
    return found


def _mapping(parser: Any, *, flow: bool) -> Mapping:
    from yaml import events

    found = Mapping()
    while not isinstance(event := parser.get_event(), events.MappingEndEvent):
        key = _value(parser, event, flow=flow)
        if not isinstance(key, str) or key in found:
            raise _OddError
        found.lc.add(key, event.start_mark)
        found[key] = _value(parser, parser.get_event(), flow=flow)
    return found


def _plain(text: str, *, flow: bool) -> Any:
    """Return what *text* without quotes means in YAML 1.2."""
    if flow and FLOW.search(text):
        raise _OddError
    known = _resolvers().get(text[:1], ())
    tag = next((tag for tag, pattern in known if pattern.match(text)), None)
    if tag is None:
        return text
    if tag == "bool":
        return text[0] in "tT"
    if tag == "null":
        return None
    if tag == "int" and INTEGER.fullmatch(text):
        return int(text)
    if tag == "float" and DECIMAL.fullmatch(text):
        return float(text)
    raise _OddError


@cache
def _resolvers() -> dict[str, list[tuple[str, Any]]]:
    """Return ruamel's own: by first character, what a text may be and how that is written."""
    from ruamel.yaml.resolver import implicit_resolvers

    found: dict[str, list[tuple[str, Any]]] = {}
    for versions, tag, pattern, first in implicit_resolvers:
        if (1, 2) in versions:
            for sign in first:
                found.setdefault(sign, []).append((tag.removeprefix(TAG), pattern))
    return found
