"""Finds and reads question banks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from selfcheck import content, engine, files
from selfcheck.finding import BankError, Finding, Place, of_problem
from selfcheck.markdown import pictures
from selfcheck.questions import Asked, Bank, Objective
from selfcheck.source import Source, Where

if TYPE_CHECKING:
    from citations import Reference
    from selfcheck.engine import Known, Names, Plugins

T = TypeVar("T")


def names(folder: Path | None = None) -> list[str]:
    """Return the names of all banks in the content *folder*, sorted."""
    banks = ((folder or content.folder()) / "questions").glob("*.yaml")
    return sorted(path.name.removesuffix(".yaml") for path in banks)


def load(name: str, folder: Path | None = None, plugins: Plugins | None = None) -> Bank:
    """Return the bank *name*.

    plugins: those of the course; read from its configuration when left out. Raises `LookupError`
    when there is no such bank, and `BankError` with every finding when the bank has mistakes, or
    when a plugin cannot be set up.
    """
    folder = folder or content.folder()
    plugins = plugins or engine.load(folder)
    path = folder / "questions" / f"{name}.yaml"
    # A folder or a link may be called so: that is told as of other banks that cannot be read.
    if not path.is_file() and name not in names(folder):
        raise LookupError(f"there is no question bank {name!r}{_similar(name, names(folder))}")
    known = engine.Known(_names(folder, references(folder)), plugins.names("claims"))
    return _read(name, folder, plugins.functions, known, _shared(folder))


def sound(source: Source, functions: Collection[str]) -> list[Asked | None]:
    """Return the questions of the bank *source*, and None for each that has a mistake itself.

    It may refer to what is not there. functions: modules whose functions may make variants; the
    data of *source* are completed by them in place.
    """
    from selfcheck.expand import expand

    return _sound(source, expand(source, functions).questions)


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


class Checked(NamedTuple):
    """What is wrong in a content folder, and its banks without mistakes.

    `questions` is how many these have, and `plugins` are those of the course, where they could be
    set up.
    """

    findings: list[Finding]
    questions: int
    banks: Sequence[Bank] = ()
    plugins: Plugins | None = None


def check(folder: Path) -> list[Finding]:
    """Return the findings of all that the content *folder* holds for its banks, and of them."""
    return checked(folder).findings


def checked(folder: Path) -> Checked:
    """Return the findings of all that the content *folder* holds for its banks, and of them.

    Each file is looked at, whatever is wrong with others. What cannot be read, the bibliography or
    names that a plugin knows, is told once, and nothing is held against it. Only where plugins
    cannot be set up it is that alone: which types there are is then not known.
    """
    try:
        plugins = engine.load(folder)
    except BankError as error:
        return Checked([*error.findings], 0)
    from selfcheck import consistency

    found = plugins.problems()
    wrong = {each.path for each in found}
    cited = _told(lambda: references(folder), found)
    sources = None if cited is None else _names(folder, cited)
    claims = _told(lambda: plugins.names("claims"), found)
    # What is wrong with such a file has been told, and not once more of each name.
    sources, claims = (
        None if each and not each.known and files.absolute(each.path) in wrong else each
        for each in (sources, claims)
    )
    cited = cited if sources else None
    known = engine.Known(sources, claims)
    shared = _shared(folder)
    banks = []
    for name in names(folder):
        try:
            bank = _read(name, folder, plugins.functions, known, shared)
            found += _shown(bank, folder, cited)
            banks.append(bank)
        except BankError as error:
            found += [*error.findings, *_led(name, folder)]
    found += strangers(folder)
    questions = sum(len(bank.questions) for bank in banks)
    return Checked(consistency.once(_beside(found, folder)), questions, banks, plugins)


def _beside(findings: Iterable[Finding], folder: Path) -> list[Finding]:
    """Return *findings*, each once, whose paths begin as that of the content *folder* does."""
    whole = files.absolute(folder)
    return list(
        dict.fromkeys(
            each._replace(path=folder / each.path.relative_to(whole))
            if each.path.is_relative_to(whole)
            else each
            for each in findings
        )
    )


def _told(read: Callable[[], T], found: list[Finding]) -> T | None:
    """Return what *read* returns; None where it cannot be read, which is added to *found*."""
    try:
        return read()
    except BankError as error:
        found += error.findings
        return None


def strangers(folder: Path) -> list[Finding]:
    """Return what lies among the banks of the content *folder* as one, and is not read."""
    message = "a bank's name ends with .yaml, and this is not read; give it that ending"
    ending = re.compile(r"\.(yml|yaml)", re.IGNORECASE)
    return [
        Finding(path, Place(1, 1), message)
        for path in sorted((folder / "questions").glob("*"))
        if ending.fullmatch(path.suffix) and path.suffix != ".yaml" and path.is_file()
    ]


def _shown(bank: Bank, folder: Path, cited: Mapping[str, Reference] | None) -> list[Finding]:
    """Return what a build would find in *bank*, which has no other mistakes.

    cited: the references; None where they cannot be read. No question is shown without them.
    """
    from selfcheck import headings

    path = folder / "questions" / f"{bank.id}.yaml"
    with _net(path):
        said = [*headings.check(bank.objectives, folder.absolute().parent)]
    if cited is not None:
        said += _rendered(bank, folder, cited)
    # Read once more only where something is to be said.
    source = Source(path) if said else None
    return [source.finding(message, *where) for message, where in said] if source else []


def _led(name: str, folder: Path) -> list[Finding]:
    """Return which objectives of a bank with other mistakes lead nowhere."""
    import contentfiles
    from selfcheck import headings, schema

    path = folder / "questions" / f"{name}.yaml"
    try:
        with _net(path):
            # Its values are looked up once more only where they may lead somewhere.
            if "heading" not in contentfiles.text(path):
                return []
            source = Source(path)
            written = source.data.get("objectives") if isinstance(source.data, dict) else None
            sound = {
                key: msgspec.convert(value, Objective)
                for key, value in (written if isinstance(written, dict) else {}).items()
                if schema.sound(source, Objective, value, "objectives", key)
            }
            said = headings.check(sound, folder.absolute().parent)
            return [source.finding(message, *where) for message, where in said]
    # What is wrong with it has been said.
    except BankError:
        return []


def _rendered(
    bank: Bank, folder: Path, cited: Mapping[str, Reference]
) -> Iterator[tuple[str, Where]]:
    """Yield what keeps a question from being shown, and where it stands."""
    from selfcheck.render import Settings, html
    from selfcheck.render.key import answer_key

    for n, question in enumerate(bank.questions):
        alone = msgspec.structs.replace(bank, questions=[question])
        try:
            made = html(alone, cited, Settings(summary=True), folder) + answer_key(alone, folder)
            # A page is written as UTF-8.
            made.encode()
        # The last net: whatever it is, the other questions are looked at as well.
        except Exception as error:
            why = f"{type(error).__name__}: {' '.join(str(error).split())}"
            message = f"this question cannot be shown ({why}); write it in another way"
            yield message, ("questions", n)


def inputs(name: str, folder: Path, plugins: Plugins) -> list[Path]:
    """Return the files that the bank *name* is made of, those of its figures and functions too."""
    from selfcheck import functions
    from selfcheck.expand import course_folder, named

    path = folder / "questions" / f"{name}.yaml"
    found = [path, _bibliography(folder), *pictures.files(folder)]
    claims = plugins.names("claims")
    if claims:
        found.append(claims.path)
    source = Source(path)
    course = course_folder(source)
    found += [functions.source(name, course) or path for name in named(source.data)]
    return [each for each in dict.fromkeys(found) if each.is_file()]


def references(folder: Path | None = None) -> dict[str, Reference]:
    """Return the references that questions may cite, by key; none without a bibliography.

    Raises `BankError` with all that is wrong in it.
    """
    bibliography = _bibliography(folder or content.folder())
    if not bibliography.exists():
        return {}
    import citations

    try:
        return citations.load(bibliography)
    except citations.CitationError as error:
        raise BankError([of_problem(each, bibliography) for each in error.problems]) from None


def _read(
    name: str, folder: Path, functions: tuple[str, ...], known: Known, shared: files.Stamp
) -> Bank:
    """Return the bank *name*; raise `BankError` with all findings, whatever its file holds."""
    path = folder / "questions" / f"{name}.yaml"
    with _net(path):
        return _load(path, functions, known, files.stamp(path) + shared)


def _shared(folder: Path) -> files.Stamp:
    """Return what changes when a file does that all banks of *folder* are made of."""
    return files.stamp(_bibliography(folder), *pictures.files(folder))


@contextmanager
def _net(path: Path) -> Iterator[None]:
    """Make a finding of what nobody has thought of.

    A bank is somebody's text: what is wrong with one is to be told with its name, and not to keep
    others from being read.
    """
    try:
        yield
    except BankError:
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {' '.join(str(error).split())}"
        message = f"selfcheck itself fails here ({said}); tell its authors, and undo the last edit"
        raise BankError([Finding(path, Place(1, 1), message)]) from error


@lru_cache(maxsize=64)
def _load(path: Path, functions: tuple[str, ...], known: Known, _stamp: files.Stamp) -> Bank:
    # Imported where they are used: `import selfcheck` stays quick.
    import contentfiles
    from selfcheck import convert

    beside = [each.path for each in (known.sources, known.claims) if each]
    make = partial(_data, path, functions, known)
    return convert.bank(contentfiles.compiled(make, dict[str, Any], path, *beside))


def _data(path: Path, functions: tuple[str, ...], known: Known) -> dict[str, Any]:
    """Return the data of a bank without mistakes, with all that functions make of them."""
    from selfcheck import consistency, convert, schema
    from selfcheck.expand import expand

    source = Source(path)
    lacking = expand(source, functions)
    found = source.problems + lacking.findings + schema.check(source, Bank)
    if not found:
        found = consistency.check(source, convert.bank(source.data).questions, known)
        if not found:
            data: dict[str, Any] = source.data
            return data
    else:
        found += consistency.check(source, _sound(source, lacking.questions), known)
    raise BankError(found)


def _sound(source: Source, lacking: Collection[int]) -> list[Asked | None]:
    """Return the questions of a bank with mistakes, and None for each that has one itself."""
    from selfcheck import convert, schema

    questions = source.data.get("questions") if isinstance(source.data, dict) else None
    return [
        convert.question(each)
        if n not in lacking and schema.sound(source, Asked, each, "questions", n)
        else None
        for n, each in enumerate(questions if isinstance(questions, list) else ())
    ]


def _names(folder: Path, cited: Collection[str]) -> Names:
    return engine.Names(frozenset(cited), _bibliography(folder))


def _bibliography(folder: Path) -> Path:
    return folder / "evidence" / "references.bib"


def _similar(name: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    if close:
        return f"; similar names: {', '.join(close)}"
    return f"; there are {', '.join(known) or 'none'}"
