"""Reads YAML into nodes that know which characters of the text they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from selfcheck.finding import Place


@dataclass(eq=False, slots=True)
class Node:
    """A value or a key as it is written, `text[start:end]`, with its anchor and tag.

    `first` is where the entries of a collection begin, `column` the column of that in block
    style and of `start` otherwise. `style` is the quote or indicator of a scalar, `value` its text
    or an alias's name. The entries of a sequence have no key.
    """

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    end: int
    place: Place
    column: int
    first: int = 0
    flow: bool = False
    style: str | None = None
    value: str = ""
    entries: list[tuple[Node | None, Node]] = field(default_factory=list)

    @property
    def block(self) -> bool:
        """Whether this is a mapping or a sequence in block style."""
        return self.kind in ("mapping", "sequence") and not self.flow


def read(text: str) -> Node | None:
    """Return the first document of *text*, or nothing when it is empty.

    Raises ruamel.yaml's `MarkedYAMLError` when *text* is not YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.events import NodeEvent

    events = iter(YAML(typ="safe", pure=True).parse(text))
    for event in events:
        if isinstance(event, NodeEvent):
            return _node(event, events, text)
    return None


def _node(event: Any, events: Iterator[Any], text: str) -> Node:
    from ruamel.yaml import events as kinds

    start, end = event.start_mark.index, event.end_mark
    column = event.start_mark.column
    if text.startswith("&", start) and (tag := re.search(r"!\S*[ \t]+\Z", text[:start])):
        # ruamel forgets a tag that stands before an anchor.
        start, column = tag.start(), column - len(tag.group())
    place = Place(event.start_mark.line + 1, column + 1)
    if isinstance(event, kinds.AliasEvent):
        return Node("alias", start, end.index, place, column, value=event.anchor)
    if isinstance(event, kinds.ScalarEvent):
        node = Node("scalar", start, end.index, place, column)
        node.style, node.value = event.style, event.value
        return node
    mapping = isinstance(event, kinds.MappingStartEvent)
    node = Node("mapping" if mapping else "sequence", start, 0, place, column, end.index)
    node.flow = bool(event.flow_style)
    if not node.flow:
        # Its anchor or tag stands in the line before. Of a list that is not indented, ruamel
        # gives the place behind its first dash.
        node.column = end.column - (not mapping and text[end.index - 1] == "-")
    while not isinstance(event := next(events), kinds.CollectionEndEvent):
        key = _node(event, events, text) if mapping else None
        node.entries.append((key, _node(next(events) if mapping else event, events, text)))
    node.end = event.end_mark.index
    return node
