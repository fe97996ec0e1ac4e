"""Reads files of other programs, and writes what a bank can hold of them."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from selfcheck import bank, engine, files
from selfcheck.finding import BankError, Finding, Place
from selfcheck.imports import assemble, file, formats, report
from selfcheck.imports.assemble import Course, Draft
from selfcheck.imports.items import Item, Read
from selfcheck.imports.names import slug
from selfcheck.imports.pictures import Shelf
from selfcheck.imports.target import Target
from selfcheck.imports.words import bare

QUESTIONS, FIGURES = "questions", "figures"
SCHEMA = "bank.schema.json"
SCHEMA_LINE = f"# yaml-language-server: $schema=../{SCHEMA}\n"
# Files that are no text and no package, by how they begin.
STRANGERS = {
    b"\x1f\x8b": "compressed, perhaps a backup of Moodle; export the questions as Moodle XML",
    b"%PDF": "a PDF, which holds no questions to be read; export them from where it was made",
    b"\xd0\xcf\x11\xe0": "an old document of Office; export the questions as QTI or GIFT",
    b"\x89PNG": "a picture; name a file with questions",
    b"\xff\xd8\xff": "a picture; name a file with questions",
    b"SQLite format 3": "a database, perhaps of Anki; export the notes as text",
}


# How a table that `selfcheck export` has written begins: it would be taken for notes of Anki.
OWN_TABLE = "bank,question,type,objective,objective_text,level,language,"


class TakenError(Exception):
    """A file that is to be written is there already."""


@dataclass
class Brought:
    """What was read, and the files that are to be written: by path, what each holds."""

    reads: list[Read] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    files: dict[Path, bytes] = field(default_factory=dict)

    @property
    def items(self) -> list[Item]:
        """All questions, those that are brought and those that are named."""
        return [item for read in self.reads for item in read.items]

    @property
    def counts(self) -> report.Counts:
        """How many there are."""
        return report.counts(self.items)


def bring(paths: Sequence[Path], target: Path, *, kind: str = "", language: str = "") -> Brought:
    """Return what comes of the files *paths* as the bank *target*; nothing is written.

    kind: the name of their format, told by what is in each when empty. language: of the bank, that
    which the files name when empty. Raises `BankError` where a file cannot be read.
    """
    name = target.stem
    content = target.parent.parent
    inside = target.parent.name == QUESTIONS
    shelf = Shelf(f"../figures/{name}" if inside else name)
    references = content / "evidence" / "references.bib"
    into = Target(shelf, language, *(_known(content) if inside else (None, None)))
    brought = Brought()
    problems: list[Finding] = []
    for path in paths:
        try:
            brought.reads.append(_read(path, kind, into))
        except BankError as error:
            problems += error.findings
    if problems:
        raise BankError(problems)
    said = next((each.language for each in brought.reads if each.language), "")
    title = next(filter(None, (bare(each.title)[:200] for each in brought.reads)), "")
    if not title:
        title = _title(_stem(paths[0]) if name == name_for(paths[0]) else name) or _title(name)
    course = Course(shelf, into.figures, references if inside else None)
    for each in brought.reads:
        course.objectives |= each.objectives
    brought.drafts = assemble.drafts(brought.items, name, title, language or said or "en", course)
    _files(brought, target, course)
    return brought


def _known(content: Path) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """Return the sources and the claims that the course knows; None where nothing tells."""
    try:
        plugins = engine.load(content)
        claims = plugins.names("claims")
    except (BankError, FileNotFoundError):
        claims = None
    cited = frozenset(bank.references(content))
    return cited, frozenset(claims.known) if claims else None


def _read(path: Path, kind: str, target: Target) -> Read:
    opened = file.read(path)
    for begins, what in STRANGERS.items():
        if opened.data.startswith(begins):
            raise BankError([Finding(path, Place(1, 1), f"this is {what}")])
    if opened.head.startswith(OWN_TABLE):
        message = "this is a table of `selfcheck export`, which is not read; export --to moodle"
        raise BankError([Finding(path, Place(1, 1), f"{message}, and read that")])
    known = formats.table()
    found = known[kind] if kind else formats.of(opened)
    if not found:
        names = ", ".join(known)
        message = f"this looks like none of the formats that are read; name it: --from {names}"
        raise BankError([Finding(path, Place(1, 1), message)])
    read = found.read(opened, target)
    if not read.items:
        message = f"there is no question in this; is it {found.title}?"
        raise BankError([Finding(path, Place(1, 1), message)])
    return read


def _files(brought: Brought, target: Path, course: Course) -> None:
    """Note the files that are to be written, with the pictures that the questions show."""
    inside = target.parent.name == QUESTIONS
    # As other banks of a course with a schema, so that an editor finds it.
    first = SCHEMA_LINE if inside and (target.parent.parent / SCHEMA).is_file() else ""
    banks = {
        target.with_name(f"{draft.name}.yaml"): (first + draft.text).encode()
        for draft in brought.drafts
    }
    text = b"\n".join(banks.values()).decode()
    for name, data in course.pictures.files.items():
        if f"{course.pictures.folder}/{name}" in text:
            brought.files[_normal(target.parent / course.pictures.folder / name)] = data
    for name, data in course.figures.items():
        if f"figure: {name}\n" in text:
            place = target.parent.parent / FIGURES if inside else target.parent / target.stem
            brought.files[place / f"{name}.svg"] = data
    # The banks come last, so that none shows what is not written yet.
    brought.files |= banks


def _normal(path: Path) -> Path:
    """Return *path* without `..` in it."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] not in ("..", "/"):
            parts.pop()
        else:
            parts.append(part)
    return Path(*parts)


def _title(name: str) -> str:
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:200]


def _stem(path: Path) -> str:
    return path.name.split(".")[0]


def write(brought: Brought, *, force: bool) -> None:
    """Write the files.

    Raises `TakenError`, and writes nothing, when one of them is there already and *force* is not
    given; `OSError` of the file that cannot be written.
    """
    for path, data in brought.files.items():
        # A picture that is there already is the same one, for its name may hang on what it holds.
        same = path.suffix != ".yaml" and path.is_file() and path.read_bytes() == data
        if path.exists() and not same and not force:
            raise TakenError(str(path))
    for path, data in brought.files.items():
        try:
            if path.parent.exists() and not path.parent.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(path, data)
        except OSError as error:
            raise OSError(error.errno, error.strerror or str(error), str(path)) from None


def free(target: Path) -> Path:
    """Return a path like *target*, a bank's, at which no file is."""
    numbered = (target.with_stem(f"{target.stem}-{number}") for number in count(2))
    return next(path for path in numbered if not path.exists())


def _put(path: Path, data: bytes) -> None:
    """Write a file whole, or not at all."""
    new = not path.exists()
    if new:
        path.touch()
    try:
        files.replace(path, data)
    except BaseException:
        if new:
            path.unlink(missing_ok=True)
        raise


def name_for(path: Path) -> str:
    """Return the id of a bank for the questions of a file."""
    return slug(_stem(path)) or "imported"
