"""`selfcheck export`: questions for other systems."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from selfcheck import bank, content, course
from selfcheck.export import FORMATS
from selfcheck.finding import BankError

OUT = Console(soft_wrap=True, highlight=False, emoji=False)
ERRORS = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
USAGE = 2
VERSION = re.compile(r"[\w-]{1,20}")
# The only format that has versions.
PRINT = "print"

Banks = Annotated[
    list[str], typer.Argument(metavar="BANK…", help="Names of banks, or their files.")
]
To = Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")]
Out = Annotated[
    Path | None, typer.Option(help="The file to write; named after the bank if left out.")
]
Versions = Annotated[
    str | None,
    typer.Option(help="For print: what the shuffled versions are called, such as A,B,C; else A."),
]
Seed = Annotated[
    int | None, typer.Option(help="For print: another number shuffles otherwise; else 1.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]


def export(
    banks: Banks,
    to: To,
    out: Out = None,
    versions: Versions = None,
    seed: Seed = None,
    force: Force = False,
) -> None:
    """Write questions for another system: Moodle, Canvas, Anki, paper and others.

    What the other format cannot hold is listed, question by question. The same questions give the
    same file.
    """
    # Imported where they are used: the other commands need none of it.
    from selfcheck.export.job import Job
    from selfcheck.export.missing import MissingError
    from selfcheck.export.output import TakenError, written

    if to not in FORMATS:
        _refuse(f"there is no format `{to}`; there are {', '.join(FORMATS)}")
    for option, given in (("--versions", versions), ("--seed", seed)):
        if given is not None and to != PRINT:
            _refuse(f"`{option}` is for `--to {PRINT}` alone: other programs shuffle by themselves")
    versions = "A" if versions is None else versions
    named = [each.strip() for each in versions.split(",")]
    if not all(VERSION.fullmatch(each) for each in named) or len(set(named)) < len(named):
        _refuse(f"`{versions}` cannot be versions; write such as A,B,C")
    try:
        folder, names = _found(banks)
        known = bank.names(folder)
        for name in names:
            if name not in known:
                bank.load(name, folder)
    except (FileNotFoundError, LookupError) as error:
        _refuse(str(error))
    chosen = FORMATS[to]
    path = out or Path()
    try:
        if not out:
            name = names[0] if len(names) == 1 else course.load(folder).id
            path = Path(f"{name}{chosen.ending}")
        job = Job(names, folder, named, 1 if seed is None else seed)
        paths = chosen.paths(path)
        with written(paths, force=force) as files:
            chosen.write(job, files)
    except BankError as error:
        ERRORS.print(str(error), markup=False)
        _stop(f"{len(error.findings)} to mend; nothing is written")
    except (TakenError, MissingError) as error:
        _refuse(str(error))
    except OSError as error:
        if not path.parent.is_dir():
            _refuse(f"there is no folder {path.parent}; make it, or name another file with --out")
        _stop(f"{path}: {error.strerror or error}; nothing is written")
    for note in job.notes:
        ERRORS.print(str(note), markup=False)
    told = (
        f"; {len(job.notes)} {'note' if len(job.notes) == 1 else 'notes'} above"
        if len(job.notes)
        else ""
    )
    count = f"{job.count} {'question' if job.count == 1 else 'questions'}"
    OUT.print(f"{' and '.join(map(str, paths))}: {count} as {chosen.title}{told}", markup=False)


def _found(banks: list[str]) -> tuple[Path, list[str]]:
    """Return the content folder of *banks*, and their names, each once.

    A bank is named, or its file is. Raises `FileNotFoundError` where there is no content folder,
    and `LookupError` for files of several, or one where none is.
    """
    files = [Path(each) for each in banks if each.endswith(".yaml")]
    folders = {path.absolute().parent.parent for path in files}
    if len(folders) > 1:
        raise LookupError("these banks are of several courses; export those of one at a time")
    if folders and len(files) < len(banks):
        raise LookupError("name all banks, or the files of all")
    gone = next((path for path in files if not path.exists()), None)
    if gone and not bank.names(gone.absolute().parent.parent):
        raise LookupError(f"there is no file {gone}; name the bank alone, {gone.stem}, or its path")
    names = [Path(each).stem if files else each for each in banks]
    folder = files[0].parent.parent if files else content.folder()
    return folder, list(dict.fromkeys(names))


def _refuse(message: str) -> NoReturn:
    ERRORS.print(message, markup=False)
    raise typer.Exit(USAGE)


def _stop(message: str) -> NoReturn:
    ERRORS.print(message, markup=False)
    raise typer.Exit(1)
