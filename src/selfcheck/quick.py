"""Reads YAML with PyYAML, many times as quick as ruamel, where both say the same.

What is out of the ordinary is left to `contentfiles`, which also says what is wrong with a file.
"""

from __future__ import annotations

import re
from typing import Any

from contentfiles.events import loader
from contentfiles.lost import Lost
from contentfiles.scalars import resolvers
from contentfiles.tree import DEEPEST, MOST_VALUES, TOO_DEEP, TOO_MANY, at
from selfcheck.places import Mapping, Sequence

# Line breaks and blanks that the two may take differently, and the mark of a byte order.
ODD = re.compile("[\t\r\x85\u2028\u2029\ufeff]")
# In brackets and braces, YAML 1.1 and 1.2 differ in what these do.
FLOW = re.compile(r":|^\?")
INTEGER = re.compile("-?(0|[1-9][0-9]{0,300})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")


class _OddError(Exception):
    """Something that another reader is to read."""


def read(text: str) -> Mapping | Sequence | None:
    """Return the data of the YAML *text*, with places; None when another reader is to read it.

    Raises `contentfiles.UnreadableError` where it has more values or levels than can be read.
    """
    from yaml import YAMLError, events

    if ODD.search(text):
        return None
    try:
        reader = _Reader(loader()(text), text)
        reader.expect(events.StreamStartEvent)
        start = reader.expect(events.DocumentStartEvent)
        if start.version or start.tags:
            return None
        found = reader.value(reader.next(), flow=False, depth=1)
        reader.expect(events.DocumentEndEvent)
        reader.expect(events.StreamEndEvent)
    except (_OddError, YAMLError, UnicodeError):
        return None
    return found if isinstance(found, Mapping | Sequence) else None


class _Reader:
    def __init__(self, parser: Any, text: str) -> None:
        from yaml import events

        self.next = parser.get_event
        self._values = 0
        self._lost = Lost(text).of
        self._resolvers = resolvers()
        self._scalar = events.ScalarEvent
        self._sequence_start = events.SequenceStartEvent
        self._sequence_end = events.SequenceEndEvent
        self._mapping_end = events.MappingEndEvent

    def expect(self, kind: type) -> Any:
        """Return the next event, which must be of a *kind*."""
        event = self.next()
        if type(event) is not kind:
            raise _OddError
        return event

    def value(self, event: Any, *, flow: bool, depth: int) -> Any:
        """Return the value that begins with *event*."""
        self._values += 1
        # An alias, too, has an anchor.
        if event.anchor or event.tag:
            raise _OddError
        if self._values > MOST_VALUES:
            raise at(event, TOO_MANY)
        if depth > DEEPEST:
            raise at(event, TOO_DEEP)
        kind = type(event)
        if kind is self._scalar:
            return event.value if event.style else self._plain(event.value, flow)
        flow = flow or event.flow_style
        indent = None if flow else event.start_mark.column
        if kind is self._sequence_start:
            return self._sequence(indent, depth=depth + 1)
        return self._mapping(indent, depth=depth + 1)

    def _sequence(self, indent: int | None, *, depth: int) -> Sequence:
        found = Sequence()
        flow = indent is None
        while type(event := self.next()) is not self._sequence_end:
            mark, n = event.start_mark, len(found)
            found.places[n] = mark.line + 1, mark.column + 1
            found.append(self.value(event, flow=flow, depth=depth))
            if type(event) is self._scalar and (said := self._lost(event, indent)):
                found.lost[n] = said
        return found

    def _mapping(self, indent: int | None, *, depth: int) -> Mapping:
        found = Mapping()
        flow = indent is None
        while type(event := self.next()) is not self._mapping_end:
            key = self.value(event, flow=flow, depth=depth)
            if type(key) is not str or key in found:
                raise _OddError
            mark, end = event.start_mark, event.end_mark
            found.places[key] = mark.line + 1, mark.column + 1
            event = self.next()
            value = found[key] = self.value(event, flow=flow, depth=depth)
            # Python ends a whole number in .0, and people do not.
            if type(value) is float and (event.value[-1] == "0" or repr(value) != event.value):
                found.typed[key] = event.value
            if type(event) is self._scalar and (said := self._lost(event, indent, end.index)):
                found.lost[key] = said
        return found

    def _plain(self, text: str, flow: bool) -> Any:
        """Return what *text* without quotes means in YAML 1.2."""
        if flow and FLOW.search(text):
            raise _OddError
        known = self._resolvers.get(text[:1], ())
        tag = next((tag for tag, pattern in known if pattern.match(text)), None) if known else None
        if tag is None:
            return text
        if tag == "bool":
            return text[0] in "tT"
        if tag == "null":
            return None
        if tag == "int" and INTEGER.fullmatch(text):
            return int(text)
        if tag == "float" and DECIMAL.fullmatch(text):
            value = float(text)
            if value or not text.strip("-0."):
                return value
        raise _OddError
