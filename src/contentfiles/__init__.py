"""Reads the files that authors write; whatever is in one is its text, its values, or a problem."""

from contentfiles.compiling import compiled
from contentfiles.nodes import MappingNode, Node, ScalarNode, SequenceNode
from contentfiles.problems import Problem, UnreadableError, one_line
from contentfiles.text import text, unfit
from contentfiles.tree import compose

__all__ = [
    "MappingNode",
    "Node",
    "Problem",
    "ScalarNode",
    "SequenceNode",
    "UnreadableError",
    "compiled",
    "compose",
    "one_line",
    "text",
    "unfit",
]
