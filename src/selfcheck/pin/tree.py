"""Reads YAML into nodes that know which characters of the text they are."""

from __future__ import annotations

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

    start, end = event.start_mark, event.end_mark
    place = Place(start.line + 1, start.column + 1)
    if isinstance(event, kinds.AliasEvent):
        return Node("alias", start.index, end.index, place, start.column, value=event.anchor)
    if isinstance(event, kinds.ScalarEvent):
        node = Node("scalar", start.index, end.index, place, start.column)
        node.style, node.value = event.style, event.value
        return node
    mapping, flow = isinstance(event, kinds.MappingStartEvent), bool(event.flow_style)
    node = Node("mapping" if mapping else "sequence", start.index, 0, place, start.column)
    node.first, node.flow = end.index, flow
    if not flow:
        # Its anchor or tag stands in the line before. Of a list that is not indented, ruamel
        # gives the place behind its first dash.
        node.column = end.column - (not mapping and text[end.index - 1] == "-")
    while not isinstance(event := next(events), kinds.CollectionEndEvent):
        key = _node(event, events, text) if mapping else None
        node.entries.append((key, _node(next(events) if mapping else event, events, text)))
    node.end = event.end_mark.index
    return node
