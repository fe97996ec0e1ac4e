"""Where the course treats each claim: the sections of the notebooks that show or test it.

It looks at both halves of the course, and at what authors write alone: the code of the notebooks,
which calls `claim` and `quiz`, and the YAML of the banks.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

import contentfiles
from contentfiles import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

Question = tuple[str, str]
"""A bank and the id of one of its questions."""

_MAGIC = re.compile(r"^\s*[%!].*$", re.M)


class Section(Struct, kw_only=True):
    """What stands under one heading of a notebook, up to the next heading."""

    notebook: str
    """The notebook's name, without its folder and ending."""
    module: str
    """The notebook's own title."""
    title: str
    number: int
    """The place of the heading among all headings of the notebook, counted from 0."""
    cards: list[str]
    """The claims whose card the section shows."""
    quizzes: list[tuple[str, tuple[str, ...]]]
    """The banks that it asks from, and which questions; none named means all."""


def sections(notebook: Path) -> list[Section]:
    """Return the sections of a notebook, in its order."""
    from markdown_it import MarkdownIt

    found: list[Section] = []
    markdown = MarkdownIt("commonmark").enable("table")
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for title in _headings(markdown, source):
                found.append(
                    Section(
                        notebook=notebook.stem,
                        module=found[0].title if found else title,
                        title=title,
                        number=len(found),
                        cards=[],
                        quizzes=[],
                    )
                )
        elif cell["cell_type"] == "code" and found:
            for name, words, _ in calls(source):
                if name == "claim":
                    found[-1].cards += words[:1]
                elif name == "quiz" and words:
                    found[-1].quizzes.append((words[0], tuple(words[1:])))
    return found


def claims_of_questions(questions: Path) -> dict[Question, tuple[str, ...]]:
    """Return the claims that each question of a folder of banks tests.

    Only the ids are read: what else may be wrong with a bank is for the quiz engine to say.
    """
    found: dict[Question, tuple[str, ...]] = {}
    for path in sorted(questions.glob("*.yaml")):
        try:
            root = contentfiles.compose(contentfiles.text(path))
        except contentfiles.UnreadableError:
            continue
        for question in _entries(_under(root, "questions")):
            for name in _words(_under(question, "id")):
                claims = _entries(_under(question, "claims"))
                found[path.stem, name] = tuple(word for each in claims for word in _words(each))
    return found


def _under(node: Node | None, name: str) -> Node | None:
    """Return what stands under a key of a mapping; None where there is none."""
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(key, ScalarNode) and key.value == name:
            return value
    return None


def _entries(node: Node | None) -> list[Node]:
    return node.value if isinstance(node, SequenceNode) else []


def _words(node: Node | None) -> Iterator[str]:
    if isinstance(node, ScalarNode):
        yield node.value


def sections_by_claim(
    course: Sequence[Section], tested: Mapping[Question, tuple[str, ...]]
) -> dict[str, list[Section]]:
    """Return the sections that treat each claim, in the order in which the course is read.

    A card treats its claim. Where a claim has none, the first section does whose quiz tests it.
    A quiz of a whole bank examines more than its own section, so it counts only where no other
    quiz asks.
    """
    found: dict[str, list[Section]] = {}
    for section in course:
        for claim in section.cards:
            found.setdefault(claim, []).append(section)
    for whole in (False, True):
        for section in course:
            for bank, ids in section.quizzes:
                if bool(ids) == whole:
                    continue
                for question in ids or _all_of(bank, tested):
                    for claim in tested.get((bank, question), ()):
                        found.setdefault(claim, [section])
    return found


def _all_of(bank: str, known: Iterable[Question]) -> list[str]:
    return [question for name, question in known if name == bank]


def _headings(markdown: MarkdownIt, source: str) -> Iterator[str]:
    for opening, inside in pairwise(markdown.parse(source)):
        if opening.type == "heading_open" and opening.level == 0:
            kept = (each.content for each in inside.children or () if each.type != "image")
            yield "".join(kept).strip()


def calls(source: str) -> Iterator[tuple[str, list[str], dict[str, object]]]:
    """Yield the calls of a cell, in its order: the name, the words that it is given, its settings.

    Settings are those that are written out, as `draw=1`.
    """
    try:
        tree = ast.parse(_MAGIC.sub("", source))
    except SyntaxError:
        # Another language, as %%bash has it: such a cell shows no card.
        return
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(found, key=lambda each: (each.lineno, each.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else None
        name = call.func.id if isinstance(call.func, ast.Name) else name
        words = [
            each.value
            for each in call.args
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        settings: dict[str, object] = {
            each.arg: each.value.value
            for each in call.keywords
            if each.arg and isinstance(each.value, ast.Constant)
        }
        if name:
            yield name, words, settings
