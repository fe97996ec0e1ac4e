"""The values of a YAML file, which know their places."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Node:
    """A value; `line` and `column` are counted from 1.

    kind: what YAML 1.2 takes it for: `str`, `int`, `float`, `bool`, `null`, `timestamp`, `map`,
    `seq`, `merge`, or a tag as it is written where somebody gave one that YAML does not know.
    size and height: how many values it comes to, and how many levels of them, where all that
    aliases repeat is written out.
    """

    line: int
    column: int
    kind: str
    size: int = 1
    height: int = 1


@dataclass(eq=False, slots=True)
class ScalarNode(Node):
    """A text, a number, true, false or nothing, as `value` has it in the file.

    lost: what YAML may have taken of a text without a word, in words; else nothing.
    """

    value: str = ""
    lost: str = ""


@dataclass(eq=False, slots=True)
class SequenceNode(Node):
    """A list."""

    value: list[Node] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class MappingNode(Node):
    """A mapping, as pairs of a key and a value in the order of the file."""

    value: list[tuple[Node, Node]] = field(default_factory=list)
