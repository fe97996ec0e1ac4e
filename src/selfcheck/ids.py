"""Gives the entries of a question bank the ids that they do not have yet."""

from __future__ import annotations

from pathlib import Path

from selfcheck import bank, convert, files
from selfcheck.finding import BankError, Finding, Place
from selfcheck.pin import PinError, pinned
from selfcheck.source import Source, Where


def missing(name: str, folder: Path) -> list[Finding]:
    """Return a finding for each entry of the bank *name* that has no id.

    Raises `BankError` when the bank has mistakes.
    """
    source, places = _read(name, folder)
    return sorted(
        source.finding(f"no id; `selfcheck ids` writes the id `{each}` here", *where)
        for where, each in places
    )


def write(name: str, folder: Path) -> int:
    """Write the ids that the bank *name* lacks into its file; return how many.

    Raises `BankError`, and leaves the file as it is, when the bank has mistakes or when an id
    cannot be written.
    """
    source, places = _read(name, folder)
    path = source.path
    if not places:
        return 0
    try:
        text = pinned(path.read_bytes().decode("utf-8"), places)
        files.replace(path, text.encode("utf-8"))
    except PinError as error:
        raise BankError([Finding(path, *problem) for problem in error.problems]) from None
    except OSError as error:
        message = f"ids cannot be written: {error.strerror or error}; mend that and run this again"
        raise BankError([Finding(path, Place(1, 1), message)]) from None
    return len(places)


def _read(name: str, folder: Path) -> tuple[Source, list[tuple[Where, str]]]:
    bank.load(name, folder)
    # Read anew: loading completes the data by what does not stand in the file.
    source = Source(folder / "questions" / f"{name}.yaml")
    return source, [
        (("questions", n, *where), each)
        for n, question in enumerate(source.data["questions"])
        for where, each in convert.unnamed(question)
    ]
