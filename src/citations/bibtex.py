"""Reads a BibTeX file; whatever is wrong in it is said with its line and how to mend it."""

import re
from collections import Counter
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

import contentfiles
from citations.authors import Authors, authors
from citations.entries import Entry, EntryError, entries
from citations.latex import address, plain
from citations.problems import ProblemsError
from citations.reference import Reference, Status

_STATUSES: tuple[Status, ...] = get_args(Status)
_CONTAINERS = ("journal", "booktitle", "howpublished", "publisher", "institution")
_ADDRESSES = ("doi", "url", "pmcid", "pmid")
_KEY = re.compile(r"[\w:.+/-]+")
# Where a brace is not closed, what follows is taken for a part of the field.
_BEGINNING = re.compile(r"@\w+\s*\{\s*[^\s,{}]+\s*,")
# A paper of a thousand authors names them in 20,000 characters.
_LONGEST, _MOST_AUTHORS = 2_000, 100_000
# Ten times the sources of a large course; more would take pybtex long.
MOST_BYTES = 1_000_000
_FORMS = {
    "year": (re.compile(r"\d{4}"), "write four digits, or leave it out"),
    "doi": (re.compile(r"10\.\d{4,9}/\S+"), "write it bare, as 10.1000/182"),
    "url": (re.compile(r"https?://\S+"), "write an address that begins with https://"),
    "pmcid": (re.compile(r"PMC\d+"), "write it as PMC123456"),
    "pmid": (re.compile(r"\d+"), "write digits only"),
    "status": (re.compile("|".join(_STATUSES)), f"use {', '.join(_STATUSES)}"),
}
# Fields that are shown, or say something of those; an abstract or a note of one's own may hold
# anything.
_SHOWN = frozenset(
    (*_FORMS, *_CONTAINERS, "author", "title", "shortauthor", "volume", "number", "pages")
)

Problems = list[tuple[int, str]]


class CitationError(ProblemsError):
    """A bibliography cannot be used; each problem has file, line and mend."""


def load(path: str | PathLike[str]) -> dict[str, Reference]:
    """Return the references of a BibTeX file by key, in file order.

    The file is read again only when it changes. Raises `CitationError` with all that is wrong.
    """
    path = Path(path)
    try:
        stat = path.stat()
        changed, size = stat.st_mtime_ns, stat.st_size
    except OSError:
        # Why it cannot be read is told when it is tried.
        changed, size = 0, -1
    return dict(_load(path, path.absolute(), changed, size))


@lru_cache(maxsize=8)
def _load(path: Path, absolute: Path, _mtime: int, _size: int) -> dict[str, Reference]:
    return contentfiles.compiled(lambda: _made(path, absolute), dict[str, Reference], absolute)


def _made(path: Path, absolute: Path) -> dict[str, Reference]:
    problems: Problems = []
    try:
        references = _read(contentfiles.text(absolute, "BibTeX", MOST_BYTES), problems)
    except contentfiles.UnreadableError as error:
        line, column, message = error.problem
        raise CitationError([f"{path}:{line}:{column}: {message}"]) from None
    except ModuleNotFoundError as error:
        # pybtex is an extra: a course without a bibliography needs none of it.
        mend = "install it with `pip install pybtex`, or as the extra `cite` of selfcheck"
        raise CitationError([f"{path}:1: reading this file needs pybtex; {mend}"]) from error
    # The last net: whatever is in it, the author is to hear which file it is.
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        message = f"this cannot be read ({said}); look at the entry that was written last"
        raise CitationError([f"{path}:1: {message}"]) from error
    if problems:
        raise CitationError([f"{path}:{line}: {problem}" for line, problem in sorted(problems)])
    return _with_suffixes(references)


def _read(text: str, problems: Problems) -> dict[str, Reference]:
    references: dict[str, Reference] = {}
    lines: dict[str, int] = {}
    try:
        for entry in entries(text):
            # BibTeX itself does not tell Smith2020 from smith2020.
            folded = entry.key.lower()
            if not _KEY.fullmatch(entry.key):
                mend = f"begin it with @{entry.type}{{name2020,"
                problems.append((entry.line, f"this entry has no key; {mend}"))
            elif folded in lines:
                problem = (
                    f"the key '{entry.key}' is used on line {lines[folded]} already; change one"
                )
                problems.append((entry.line, problem))
            else:
                lines[folded] = entry.line
                references[entry.key] = _reference(entry, problems)
    except EntryError as error:
        problems.append((error.line, error.problem))
    return references


def _reference(entry: Entry, problems: Problems) -> Reference:
    fields: dict[str, str] = {}
    who = Authors((), (), False)
    # Fields so far, and those of which something has been told.
    seen: set[str] = set()
    wrong: set[str] = set()
    for name, value, line in entry.fields:
        form, mend = _FORMS.get(name, (None, ""))
        if name in seen:
            problems.append((line, f"'{entry.key}' has two fields '{name}'; keep one"))
            continue
        seen.add(name)
        long = len(value) > (_MOST_AUTHORS if name == "author" else _LONGEST)
        if (long and name in _SHOWN) or _BEGINNING.search(value):
            what = "is very long" if long else "holds another entry"
            mend = "look for a brace or a quote that is not closed"
            problems.append((line, f"the {name} of '{entry.key}' {what}; {mend}"))
            wrong.add(name)
            continue
        if name not in _SHOWN:
            continue
        if said := contentfiles.unfit(value):
            problems.append((line, f"the {name} of '{entry.key}' {said}"))
            wrong.add(name)
            continue
        try:
            if name == "author":
                who = authors(value)
            else:
                value = address(value) if name in _ADDRESSES else plain(value)
        except ValueError as error:
            said = str(error) if name == "author" else f"the {name} of '{entry.key}': {error}"
            problems.append((line, said))
            wrong.add(name)
            continue
        if form and not form.fullmatch(value):
            problems.append((line, f"the {name} of '{entry.key}' cannot be '{value}'; {mend}"))
        else:
            fields[name] = value
    if not fields.get("title") and "title" not in wrong:
        problems.append((entry.line, f"'{entry.key}' has no title; add one"))
    short = fields.get("shortauthor")
    return Reference(
        key=entry.key,
        title=fields.get("title", ""),
        authors=who.names,
        short_authors=(short,) if short else who.short_names,
        others=who.others and not short,
        year=int(fields["year"]) if "year" in fields else None,
        container=next((fields[name] for name in _CONTAINERS if name in fields), ""),
        volume=fields.get("volume", ""),
        number=fields.get("number", ""),
        pages=fields.get("pages", ""),
        doi=fields.get("doi", ""),
        url=fields.get("url", ""),
        pmcid=fields.get("pmcid", ""),
        pmid=fields.get("pmid", ""),
        status=next((each for each in _STATUSES if each == fields.get("status")), "unconfirmed"),
    )


def _with_suffixes(references: dict[str, Reference]) -> dict[str, Reference]:
    """Give the references that would share a label a letter each, in file order."""
    sharing = Counter(reference.label for reference in references.values())
    letters = {label: iter("abcdefghijklmnopqrstuvwxyz") for label in sharing}
    return {
        key: replace(reference, suffix=next(letters[reference.label], ""))
        if sharing[reference.label] > 1
        else reference
        for key, reference in references.items()
    }
