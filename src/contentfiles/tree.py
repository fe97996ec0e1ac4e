"""Makes nodes of a YAML text, within limits."""

from __future__ import annotations

from typing import Any

from contentfiles import lost
from contentfiles.events import events
from contentfiles.nodes import MappingNode, Node, ScalarNode, SequenceNode
from contentfiles.problems import Problem, UnreadableError
from contentfiles.scalars import TAG, kind
from contentfiles.text import SURROGATE

MOST_VALUES = 100_000
DEEPEST = 40


def compose(text: str) -> Node | None:
    """Return the root of the YAML *text*; None when nothing stands in it.

    Raises `UnreadableError` where it is not YAML, where it is more than one document, and where
    it has more than 100,000 values or 40 levels, with all that aliases repeat.
    """
    return _Composer(text).root()


class _Composer:
    def __init__(self, text: str) -> None:
        self._events = events(text)
        self._anchors: dict[str, Node] = {}
        # Anchors of what has not ended yet.
        self._open: set[str] = set()
        # Texts with a name that no alias has used yet.
        self._unused: dict[str, ScalarNode] = {}
        self._values = 0
        self._lost = lost.Lost(text).of

    def root(self) -> Node | None:
        root = None
        documents = 0
        for event in self._events:
            what = type(event).__name__
            if what == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise at(event, "a second document begins here; keep one, without `---`")
                if event.version and tuple(event.version) != (1, 2):
                    raise at(event, "this is read as YAML 1.2; take out the line with %YAML")
            elif what not in ("StreamStartEvent", "DocumentEndEvent", "StreamEndEvent"):
                root = self._node(event, 1)
        for name in list(self._unused):
            self._forget(name)
        nothing = isinstance(root, ScalarNode) and root.kind == "null" and not root.value
        return None if nothing else root

    def _node(self, event: Any, depth: int, indent: int | None = -1, key_end: int = -1) -> Node:
        """Return the value that begins with *event*; the rest is as `Lost.of` takes it."""
        self._values += 1
        if self._values > MOST_VALUES:
            raise at(event, TOO_MANY)
        if depth > DEEPEST:
            raise at(event, TOO_DEEP)
        what = type(event).__name__
        if what == "AliasEvent":
            return self._alias(event, depth)
        if event.anchor:
            self._anchors.pop(event.anchor, None)
            self._open.add(event.anchor)
        node: Node
        if what == "ScalarEvent":
            node = self._scalar(event, indent, key_end)
        elif what == "SequenceStartEvent":
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        if event.anchor:
            self._open.discard(event.anchor)
            self._anchors[event.anchor] = node
            self._forget(event.anchor)
            if isinstance(node, ScalarNode):
                self._unused[event.anchor] = node
        return node

    def _forget(self, name: str) -> None:
        """Say of a text that it lost a *name* which nothing uses: it was meant as a part of it."""
        if node := self._unused.pop(name, None):
            node.lost = node.lost or lost.NAME.format(name=name)

    def _alias(self, event: Any, depth: int) -> Node:
        if event.anchor in self._open:
            message = f"`*{event.anchor}` stands in what it repeats; write it out"
            raise at(event, message)
        if event.anchor not in self._anchors:
            message = f"`*{event.anchor}` repeats nothing: there is no `&{event.anchor}` before it"
            raise at(event, f"{message}; write it out, or put a text in quotes")
        node = self._anchors[event.anchor]
        self._unused.pop(event.anchor, None)
        if depth + node.height - 1 > DEEPEST:
            raise at(event, TOO_DEEP)
        return node

    def _scalar(self, event: Any, indent: int | None, key_end: int) -> ScalarNode:
        plain = not event.style
        tag = _tag(event)
        what = tag or (kind(event.value) if plain else "str")
        said = lost.TAG if event.tag == "!" else self._lost(event, indent, key_end)
        return ScalarNode(*_start(event), what, value=_joined(event.value), lost=said)

    def _sequence(self, event: Any, depth: int) -> SequenceNode:
        node = SequenceNode(*_start(event), _tag(event) or "seq")
        indent = _indent(event)
        while not _ends(inner := next(self._events)):
            item = self._node(inner, depth + 1, indent)
            node.value.append(item)
            self._grow(node, event, item)
        return node

    def _mapping(self, event: Any, depth: int) -> MappingNode:
        node = MappingNode(*_start(event), _tag(event) or "map")
        indent = _indent(event)
        while not _ends(inner := next(self._events)):
            key = self._node(inner, depth + 1)
            key_end = inner.end_mark.index
            value = self._node(next(self._events), depth + 1, indent, key_end)
            node.value.append((key, value))
            self._grow(node, event, key, value)
        return node

    def _grow(self, node: Node, event: Any, *inner: Node) -> None:
        for each in inner:
            node.size += each.size
            node.height = max(node.height, each.height + 1)
        if node.size > MOST_VALUES:
            raise at(event, TOO_MANY)


TOO_MANY = f"more than {MOST_VALUES:,} values, with what aliases repeat; divide them among files"
TOO_DEEP = f"more than {DEEPEST} levels, one in another; take some out"


def _joined(text: str) -> str:
    """Return *text* with each pair of halves, as JSON writes a character, as that character."""
    if text.isascii() or not SURROGATE.search(text):
        return text
    halves = text.encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "surrogatepass")


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _indent(event: Any) -> int | None:
    """Return the column of what a list or mapping holds, from 0; None in brackets."""
    return None if event.flow_style else event.start_mark.column


def _ends(event: Any) -> bool:
    return type(event).__name__ in ("SequenceEndEvent", "MappingEndEvent")


def _tag(event: Any) -> str:
    """Return the tag that somebody has given, in short; nothing where YAML decides."""
    tag = str(event.tag or "")
    return "str" if tag == "!" else tag.removeprefix(TAG)


def at(event: Any, message: str) -> UnreadableError:
    """Return an error where *event* begins."""
    return UnreadableError(Problem(*_start(event), message))
