"""Finds how an id is best written where something stands, and what has to move for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from selfcheck.pin.scalars import BREAK, identifier, in_braces, moved
from selfcheck.pin.tree import Node

# Longer lines are broken, where YAML lets them.
WIDTH = 100


class Edit(NamedTuple):
    """What is to stand instead of `text[start:end]`."""

    start: int
    end: int
    text: str


def edits(text: str, root: Node, ids: Mapping[Node, str]) -> list[Edit]:
    """Return what writes *ids*, each at its node, into *text*, whose nodes hang on *root*.

    An id stands in one line with its text, or in a line of its own where that line would be
    too long. What stands alike in a list is written alike.
    """
    return list(_Layout(text, root, ids).edits(root, None, -1))


class _Layout:
    def __init__(self, text: str, root: Node, ids: Mapping[Node, str]) -> None:
        self.text = text
        self.ids = {node: identifier(name) for node, name in ids.items()}
        # How far this file indents a collection below the key that it belongs to.
        self.steps = {kind: next(_steps(root, kind), 2) for kind in ("mapping", "sequence")}
        # What has an id to get in it.
        self.touched: set[Node] = set()
        self._touch(root)
        # What gets more than one line, or opens, since something beside it must.
        self.tall: set[Node] = set()
        self.open: set[Node] = set()

    def _touch(self, node: Node) -> bool:
        inside = [self._touch(value) for _, value in node.entries]
        if node in self.ids or any(inside):
            self.touched.add(node)
        return node in self.touched

    def edits(self, node: Node, key: Node | None, outer: int) -> Iterator[Edit]:
        """Yield the edits of *node*, which belongs to *key* in a block in column *outer*."""
        if node not in self.touched:
            return
        if not node.block:
            yield self._edit(node, key, outer)
            return
        if node in self.ids:
            # The first key moves to the next line, and stays in its column.
            text = f"id: {self.ids[node]}{self._break(node)}{' ' * node.column}"
            yield Edit(node.first, node.first, text)
        for peers in _peers(node, self.ids):
            self._align([(peer, peer.column) for peer in peers])
        for name, value in node.entries:
            yield from self.edits(value, name, node.column)

    def _edit(self, node: Node, key: Node | None, outer: int) -> Edit:
        behind = key is not None and not BREAK.search(self.text, key.end, node.start)
        text = self._value(node, node.column, outer, behind)
        start, end = node.start, node.end
        if behind and BREAK.match(text):
            start = len(self.text[:start].rstrip(" \t"))
            if node.kind != "scalar":
                # A comment behind a list is about all of it: it stays in the line of the key.
                rest = BREAK.search(self.text, end)
                end = rest.start() if rest else len(self.text)
                text = self.text[node.end : end].rstrip() + text
        return Edit(start, end, text)

    def _align(self, peers: list[tuple[Node, int]]) -> None:
        """Make all *peers* tall when one has no room in its line, from its column on."""
        changed = {node: column for node, column in peers if node in self.touched}
        if not all(_fits(self._line(node), column) for node, column in changed.items()):
            self.tall.update(changed)
            if any(self._inside(node) for node in changed):
                self.open.update(changed)

    def _value(self, node: Node, column: int, outer: int, behind: bool) -> str:
        """Return *node*, which begins in *column*, with its ids, in a block in column *outer*.

        Where it stands *behind* its key, lines of its own begin on the next one.
        """
        line = self._line(node)
        if line is not None and (
            node not in self.touched or (node not in self.tall and _fits(line, column))
        ):
            return line
        if node.entries and not self._inside(node) and node not in self.open:
            return self._flow(node, column)
        kind = "sequence" if node.kind == "sequence" else "mapping"
        at = outer + self.steps[kind] if behind else column
        if node.kind == "scalar":
            lines = [f"id: {self.ids[node]}", f"text: {moved(self._raw(node), at - outer)}"]
        elif self._opens(node):
            lines = self._opened(node, at)
        else:
            return self._flow(node, column)
        indent = self._break(node) + " " * at
        return (indent if behind else "") + indent.join(lines)

    def _line(self, node: Node) -> str | None:
        """Return *node* in flow style, or nothing when a scalar's lines keep it from that."""
        raw = self._raw(node)
        if node.kind != "scalar" or node not in self.ids:
            return self._flow(node)
        if node.style in ("|", ">") or BREAK.search(raw) or raw[0] in "&!":
            return None
        text = raw if node.style else in_braces(raw)
        return f"{{id: {self.ids[node]}, text: {text}}}"

    def _flow(self, node: Node, column: int | None = None) -> str:
        """Return *node*, which stands in flow style, with its ids.

        Where *column* is given, in which it begins, its own id gets a line of its own.
        """
        if node not in self.touched:
            return self._raw(node)
        if node.kind == "scalar":
            return f"{{id: {self.ids[node]}, text: {self._raw(node)}}}"
        # A pair that stands alone in a flow list has no braces.
        opening = "{" if self.text[node.first - 1] != "{" and node in self.ids else ""
        at, text, closing = node.start, opening, "}" if opening else ""
        if node in self.ids:
            key = node.entries[0][0] if node.entries else None
            at = key.start if key else node.first
            text += self.text[node.start : at] + f"id: {self.ids[node]}"
            if key and column is not None:
                same = not BREAK.search(self.text, node.start, at)
                under = column + len(opening) + at - node.start if same else key.column
                text += f",{self._break(node)}{' ' * under}"
            elif key:
                text += ", "
        for _, value in node.entries:
            text += self.text[at : value.start] + self._flow(value)
            at = value.end
        return text + closing + self.text[at : node.end]

    def _opens(self, node: Node) -> bool:
        """Whether *node* can be written in block style: it has single lines and no comment."""
        if node.kind == "scalar" or self.text[node.start] not in "[{":
            return False
        at = node.first
        for key, value in node.entries:
            between = self.text[at : (key or value).start]
            whole = self.text[(key or value).start : value.end]
            if "#" in between or BREAK.search(whole) or value.start == value.end:
                return False
            at = value.end
        return "#" not in self.text[at : node.end]

    def _opened(self, node: Node, at: int) -> list[str]:
        """Return the lines of *node*, a collection in flow style, as a block in column *at*."""
        lines = [f"id: {self.ids[node]}"] if node in self.ids else []
        if node.kind == "sequence":
            self._align([(value, at + 2) for _, value in node.entries])
        for key, value in node.entries:
            head = f"{self._raw(key)}:" if key else "-"
            text = self._value(value, at + len(head) + 1, at, behind=key is not None)
            lines.append(head + ("" if BREAK.match(text) else " ") + text)
        return lines

    def _inside(self, node: Node) -> bool:
        return any(value in self.touched for _, value in node.entries)

    def _raw(self, node: Node) -> str:
        return self.text[node.start : node.end]

    def _break(self, node: Node) -> str:
        found = BREAK.search(self.text, node.start) or BREAK.search(self.text)
        return found.group() if found else "\n"


def _peers(node: Node, ids: Collection[Node]) -> list[list[Node]]:
    """Return what gets ids in the same way in the entries of a list: items, or left sides."""
    groups: defaultdict[str | None, list[Node]] = defaultdict(list)
    for _, entry in node.entries if node.kind == "sequence" else ():
        if not entry.block and entry.kind != "sequence":
            groups[None].append(entry)
        for key, value in entry.entries if entry.block else ():
            if key and value in ids and not value.block:
                groups[key.value].append(value)
    return list(groups.values())


def _steps(node: Node, kind: str) -> Iterator[int]:
    for _, value in node.entries:
        if node.block and node.kind == "mapping" and value.block and value.kind == kind:
            yield value.column - node.column
        yield from _steps(value, kind)


def _fits(text: str | None, column: int) -> bool:
    if text is None:
        return False
    first, *rest = BREAK.split(text)
    return max(column + len(first), *map(len, rest), 0) <= WIDTH
