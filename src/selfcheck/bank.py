"""Finds and reads question banks."""

from __future__ import annotations

import difflib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from selfcheck import content, functions
from selfcheck.expand import expand, named
from selfcheck.finding import BankError, Finding
from selfcheck.questions import Bank
from selfcheck.source import Source

if TYPE_CHECKING:
    from citations import Reference
    from selfcheck import checks


def names(folder: Path | None = None) -> list[str]:
    """Return the names of all banks in the content *folder*, sorted."""
    return sorted(path.stem for path in ((folder or content.folder()) / "questions").glob("*.yaml"))


def load(name: str, folder: Path | None = None) -> Bank:
    """Return the bank *name*.

    Raises `LookupError` when there is no such bank, and `BankError` with every finding when
    the bank has mistakes.
    """
    folder = folder or content.folder()
    path = folder / "questions" / f"{name}.yaml"
    if not path.is_file():
        raise LookupError(f"there is no question bank {name!r}{_similar(name, names(folder))}")
    figures = sorted((folder / "figures").glob("*.svg"))
    return _load(path, folder, _stamp(path, *_evidence(folder), *figures))


def pick(bank: Bank, *ids: str) -> Bank:
    """Return *bank* with only the questions *ids*, in that order; all when none is named."""
    if not ids:
        return bank
    by_id = {question.id: question for question in bank.questions}
    missing = [name for name in ids if name not in by_id]
    if missing:
        raise LookupError(
            "; ".join(
                f"the bank {bank.id!r} has no question {name!r}{_similar(name, list(by_id))}"
                for name in missing
            )
        )
    return msgspec.structs.replace(bank, questions=[by_id[name] for name in ids])


def check(folder: Path) -> list[Finding]:
    """Return the findings of all banks in the content *folder*."""
    found: list[Finding] = []
    for name in names(folder):
        try:
            load(name, folder)
        except BankError as error:
            found.extend(error.findings)
    return found


def inputs(name: str, folder: Path) -> list[Path]:
    """Return the files that the bank *name* is made of, those of its figures and functions too."""
    path = folder / "questions" / f"{name}.yaml"
    found = [path, *_evidence(folder), *sorted((folder / "figures").glob("*.svg"))]
    found += [functions.source(name) or path for name in named(Source(path).data)]
    return [each for each in dict.fromkeys(found) if each.is_file()]


def references(folder: Path | None = None) -> dict[str, Reference]:
    """Return the references that questions may cite, by key; none without a bibliography."""
    bibliography = _evidence(folder or content.folder())[0]
    if not bibliography.is_file():
        return {}
    import citations

    return citations.load(bibliography)


@lru_cache(maxsize=64)
def _load(path: Path, folder: Path, _stamp: tuple[int, ...]) -> Bank:
    # Imported where they are used: `import selfcheck` stays quick.
    from selfcheck import checks, convert, schema

    source = Source(path)
    found = expand(source)
    found += schema.check(source, Bank)
    if found:
        raise BankError(found)
    bank = convert.bank(source.data)
    found = checks.check(source, bank, _known(folder))
    if found:
        raise BankError(found)
    return bank


def _known(folder: Path) -> checks.Known:
    from selfcheck import checks

    bibliography, claims = _evidence(folder)
    return checks.Known(references(folder), bibliography, _ids(claims), claims)


def _ids(claims: Path) -> set[str]:
    if not claims.is_file():
        return set()
    entries = Source(claims).data
    return {entry["id"] for entry in entries if isinstance(entry, dict) and "id" in entry}


def _evidence(folder: Path) -> tuple[Path, Path]:
    return folder / "evidence" / "references.bib", folder / "evidence" / "claims.yaml"


def _stamp(*paths: Path) -> tuple[int, ...]:
    return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in paths)


def _similar(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    if close:
        return f"; similar names: {', '.join(close)}"
    return f"; there are {', '.join(known) or 'none'}"
