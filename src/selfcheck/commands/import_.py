"""`selfcheck import`: questions of other programs become a bank."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console

if TYPE_CHECKING:
    from selfcheck.imports.bring import Brought

OUT = Console(soft_wrap=True, highlight=False, emoji=False)
ERRORS = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
USAGE = 2
NAMES = "moodle, gift, qti, jupyterquiz, mdbook-quiz, mkdocs-quiz, anki"


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="The files to read.")],
    kind: Annotated[
        str,
        typer.Option("--from", metavar="FORMAT", help=f"{NAMES}; told by the file if left out."),
    ] = "",
    to: Annotated[
        Path | None,
        typer.Option(help="The bank to write; content/questions/ID.yaml if left out."),
    ] = None,
    id_: Annotated[
        str, typer.Option("--id", help="The bank's id; that of --to, or of the file, if left out.")
    ] = "",
    language: Annotated[
        str, typer.Option(help="The bank's language, such as de; that of the files if left out.")
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Write over a bank that is there.")
    ] = False,
) -> None:
    """Bring questions of other programs into a bank; name each that no bank can hold, and why.

    Exit 1 when a file cannot be read, or no question of it can be held.
    """
    from selfcheck.finding import BankError
    from selfcheck.imports import bring, formats, report

    known = formats.table()
    if kind and kind not in known:
        _usage(f"no format is called {kind}; there are {', '.join(known)}")
    target = _target(files, to, id_)
    _checked_language(language)
    try:
        found = bring.bring(files, target, kind=kind, language=language)
    except BankError as error:
        for finding in error.findings:
            ERRORS.print(str(finding), markup=False)
        ERRORS.print(f"{len(error.findings)} to mend; nothing is written", markup=False)
        raise typer.Exit(1) from None
    for line in report.lines(found.reads):
        ERRORS.print(line, markup=False)
    counts = found.counts
    try:
        bring.write(found, force=force)
    except bring.TakenError as error:
        other = bring.free(target)
        ERRORS.print(
            f"{error} is there already; --to {other} writes another, --force writes over it",
            markup=False,
        )
        raise typer.Exit(1) from None
    except OSError as error:
        why = error.strerror or str(error)
        ERRORS.print(f"{error.filename or target}: this cannot be written: {why}", markup=False)
        raise typer.Exit(1) from None
    for path in found.files:
        OUT.print(f"{path}{_of_bank(found, path)}", markup=False)
    OUT.print(
        f"{_of(counts.read, 'question')} in {_of(len(files), 'file')}: {counts.brought:,} brought, "
        f"{counts.named:,} not, and named above"
        if counts.named
        else f"{_of(counts.read, 'question')} in {_of(len(files), 'file')}: all brought",
        markup=False,
    )
    if not counts.brought:
        raise typer.Exit(1)


def _target(files: list[Path], to: Path | None, id_: str) -> Path:
    """Return the file of the bank; exit where its name is none, or where there is no course."""
    from selfcheck import content
    from selfcheck.identity import is_id
    from selfcheck.imports.bring import name_for

    if to is not None and to.suffix != ".yaml":
        _usage(f"{to}: a bank's name ends with .yaml")
    name = id_ or (to.stem if to else name_for(files[0]))
    if not is_id(name):
        _usage(f"{name!r} is no id of a bank, which has lower-case letters, digits and hyphens")
    if to is not None and to.stem != name:
        _usage(f"the bank {name} stands in {name}.yaml, not in {to.name}; name both alike")
    if to is not None:
        return to
    try:
        return content.folder() / "questions" / f"{name}.yaml"
    except FileNotFoundError as error:
        _usage(f"{error}; or say where to write: --to")


def _checked_language(language: str) -> None:
    import re
    from typing import get_args

    from selfcheck.questions import Language

    (meta,) = get_args(Language)[1:]
    if language and not re.fullmatch(meta.pattern, language):
        _usage(f"{language!r} is no language tag, such as en, de or pt-BR")


def _usage(message: str) -> NoReturn:
    ERRORS.print(message, markup=False)
    raise typer.Exit(USAGE)


def _of_bank(found: Brought, path: Path) -> str:
    for draft in found.drafts:
        if path.name == f"{draft.name}.yaml":
            return f": {_of(len(draft.items), 'question')}"
    return ""


def _of(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
