"""Finds and reads question banks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from selfcheck import content, engine, files, functions
from selfcheck.finding import BankError, Finding, Place
from selfcheck.markdown import pictures
from selfcheck.questions import Bank
from selfcheck.source import Source

if TYPE_CHECKING:
    from citations import Reference
    from selfcheck.engine import Names, Plugins


def names(folder: Path | None = None) -> list[str]:
    """Return the names of all banks in the content *folder*, sorted."""
    return sorted(path.stem for path in ((folder or content.folder()) / "questions").glob("*.yaml"))


def load(name: str, folder: Path | None = None, plugins: Plugins | None = None) -> Bank:
    """Return the bank *name*.

    plugins: those of the course; read from its configuration when left out. Raises `LookupError`
    when there is no such bank, and `BankError` with every finding when the bank has mistakes, or
    when a plugin cannot be set up.
    """
    folder = folder or content.folder()
    claims = (plugins or engine.load(folder)).names("claims")
    path = folder / "questions" / f"{name}.yaml"
    if not path.is_file():
        raise LookupError(f"there is no question bank {name!r}{_similar(name, names(folder))}")
    made_of = (path, _bibliography(folder), *pictures.files(folder))
    return _load(path, folder, claims, files.stamp(*made_of))


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
    """Return the findings of all banks in the content *folder*.

    Where something is wrong with what all of them need, the plugins or the bibliography, it is
    that alone.
    """
    try:
        plugins = engine.load(folder)
        plugins.names("claims")
        references(folder)
    except BankError as error:
        return [*error.findings]
    found: list[Finding] = []
    for name in names(folder):
        try:
            bank = load(name, folder, plugins)
            found.extend(_shown(bank, folder))
        except BankError as error:
            found.extend(error.findings)
    return found


def _shown(bank: Bank, folder: Path) -> Iterator[Finding]:
    """Yield what a build would find in *bank*, which has no other mistakes."""
    from selfcheck import headings
    from selfcheck.render import Settings, html
    from selfcheck.render.key import answer_key

    source = Source(folder / "questions" / f"{bank.id}.yaml")
    yield from headings.check(source, bank, folder.absolute().parent)
    cited = references(folder)
    for n, question in enumerate(bank.questions):
        alone = pick(bank, question.id)
        try:
            made = html(alone, cited, Settings(summary=True), folder) + answer_key(alone, folder)
            # A page is written as UTF-8.
            made.encode()
        # The last net: whatever it is, the other questions are looked at as well.
        except Exception as error:
            said = f"{type(error).__name__}: {' '.join(str(error).split())}"
            message = f"this question cannot be shown ({said}); write it in another way"
            yield source.finding(message, "questions", n)


def inputs(name: str, folder: Path, plugins: Plugins) -> list[Path]:
    """Return the files that the bank *name* is made of, those of its figures and functions too."""
    from selfcheck.expand import named

    path = folder / "questions" / f"{name}.yaml"
    found = [path, _bibliography(folder), *pictures.files(folder)]
    claims = plugins.names("claims")
    if claims:
        found.append(claims.path)
    found += [functions.source(name) or path for name in named(Source(path).data)]
    return [each for each in dict.fromkeys(found) if each.is_file()]


def references(folder: Path | None = None) -> dict[str, Reference]:
    """Return the references that questions may cite, by key; none without a bibliography.

    Raises `BankError` with all that is wrong in it.
    """
    bibliography = _bibliography(folder or content.folder())
    if not bibliography.is_file():
        return {}
    import citations

    try:
        return citations.load(bibliography)
    except citations.CitationError as error:
        raise BankError([_of_bibliography(bibliography, each) for each in error.problems]) from None


@lru_cache(maxsize=64)
def _load(path: Path, folder: Path, claims: Names | None, _stamp: files.Stamp) -> Bank:
    # Imported where they are used: `import selfcheck` stays quick.
    from selfcheck import consistency, convert, schema
    from selfcheck.expand import expand

    source = Source(path)
    found = expand(source)
    found += schema.check(source, Bank)
    if found:
        raise BankError(found)
    bank = convert.bank(source.data)
    sources = engine.Names(references(folder), _bibliography(folder))
    found = consistency.check(source, bank, consistency.Known(sources, claims))
    if found:
        raise BankError(found)
    return bank


def _bibliography(folder: Path) -> Path:
    return folder / "evidence" / "references.bib"


def _of_bibliography(path: Path, problem: str) -> Finding:
    """Return *problem*, which begins with the file and the line, as a finding."""
    line, _, message = problem.removeprefix(f"{path}:").partition(": ")
    return Finding(path, Place(int(line), 1), message)


def _similar(name: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    if close:
        return f"; similar names: {', '.join(close)}"
    return f"; there are {', '.join(known) or 'none'}"
