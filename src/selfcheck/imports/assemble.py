"""Puts questions that were read together into banks, and tries each as a course would.

What breaks a rule of banks is taken out again and named with it: what is written passes `check`.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selfcheck import bank, written_yaml
from selfcheck.finding import BankError
from selfcheck.imports.cases import case, together
from selfcheck.imports.items import Item
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.names import Ids
from selfcheck.imports.pictures import Shelf
from selfcheck.imports.topics import Objectives
from selfcheck.source import Source

# Of one file, well below what can be read of one.
MOST_BYTES = 3_500_000
MOST_VALUES = 90_000


@dataclass
class Draft:
    """A bank that is not written yet: its name, its data, and the items that each question was."""

    name: str
    data: dict[str, Any]
    items: list[Sequence[Item]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What its file holds."""
        return written_yaml.bank(self.data)


@dataclass
class Course:
    """What banks are tried with: the pictures, the figures, and the bibliography of the course."""

    pictures: Shelf
    figures: dict[str, bytes] = field(default_factory=dict)
    references: Path | None = None
    # By id, the objectives that the files name, as HTML.
    objectives: dict[str, str] = field(default_factory=dict)


def drafts(
    items: Sequence[Item], name: str, title: str, language: str, course: Course
) -> list[Draft]:
    """Return banks with all *items* that one can hold; the others know why by now.

    There is one bank, unless one file cannot hold them all.
    """
    while True:
        made = _made([each for each in items if each.held], name, title, language, course)
        if not any([*_refused(made, course)]):
            return made


def _made(
    items: Sequence[Item], name: str, title: str, language: str, course: Course
) -> list[Draft]:
    ids = Ids()
    objectives = Objectives(title, course.objectives)
    found: list[Draft] = []
    size = values = 0
    for group in together(items):
        question = _question(group, ids, objectives)
        written = len(written_yaml.bank({"questions": [question]}).encode())
        counted = _count(question)
        if not found or size + written > MOST_BYTES or values + counted > MOST_VALUES:
            number = f"-{len(found) + 1}" if found else ""
            found.append(Draft(f"{name}{number}", _head(f"{name}{number}", title, language)))
            size = values = 0
        size, values = size + written, values + counted
        draft = found[-1]
        for each in (question, *question.get("parts", ())):
            if known := each.get("objective"):
                draft.data["objectives"].setdefault(known, objectives.texts[known])
        draft.data["questions"].append(question)
        draft.items.append(group)
    return found


def _question(group: Sequence[Item], ids: Ids, objectives: Objectives) -> dict[str, Any]:
    """Return the question that an item is, or the case that several are the parts of."""
    if len(group) > 1:
        name = ids.new(group[0].labels.one("case"))
        return case(group, name, [objectives.of(each) for each in group])
    (item,) = group
    assert item.data is not None
    data = dict(item.data)
    if item.vignette:
        data["prompt"] = f"{item.vignette}\n\n{data['prompt']}"
    name = ids.new(item.key or item.name)
    return ordered({**data, "id": name, "objective": objectives.of(item)})


def _head(name: str, title: str, language: str) -> dict[str, Any]:
    head: dict[str, Any] = {"schema": 1, "id": name, "title": title}
    if language != "en":
        head["language"] = language
    return {**head, "objectives": {}, "questions": []}


def _count(value: Any) -> int:
    """Return how many values YAML has for *value*."""
    if isinstance(value, dict):
        return 1 + sum(1 + _count(each) for each in value.values())
    if isinstance(value, list):
        return 1 + sum(map(_count, value))
    return 1


def _refused(made: Iterable[Draft], course: Course) -> Iterator[Item]:
    """Yield the items that break a rule of banks, each of which is told it."""
    with tempfile.TemporaryDirectory(prefix="selfcheck-") as folder:
        content = Path(folder) / "content"
        by_path = {content / "questions" / f"{draft.name}.yaml": draft for draft in made}
        _laid_out(by_path, content, course)
        starts = {path: _starts(path, draft) for path, draft in by_path.items()}
        for finding in bank.check(content):
            draft = by_path.get(finding.path)
            index = bisect_right(starts[finding.path], finding.place.line) - 1 if draft else -1
            if not draft or index < 0:
                # Not what a file from elsewhere says, but what we make of it.
                raise BankError([finding._replace(path=Path(finding.path.name))])
            for item in draft.items[index]:
                if item.held:
                    item.refuse(f"a bank cannot hold it: {_plain(finding.message)}")
                    yield item


def _laid_out(banks: dict[Path, Draft], content: Path, course: Course) -> None:
    for path, draft in banks.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft.text, encoding="utf-8", newline="\n")
        read = Source(path).data
        # What is read of it is what was meant, or this is no file to keep.
        assert read == draft.data, "what is written reads otherwise"
    for name, data in course.pictures.files.items():
        _write(content / "questions" / course.pictures.folder / name, data)
    for name, data in course.figures.items():
        _write(content / "figures" / f"{name}.svg", data)
    if course.references and course.references.is_file():
        (content / "evidence").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(course.references, content / "evidence" / course.references.name)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _starts(path: Path, draft: Draft) -> list[int]:
    source = Source(path)
    return [source.place("questions", n).line for n in range(len(draft.items))]


def _plain(message: str) -> str:
    """Return a message of `check` without lines of a file that nobody has seen."""
    return re.sub(r"(?: at| of what stands at| at the) line \d+", "", message)
