"""The command `selfcheck`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from selfcheck import bank, content, engine, ids
from selfcheck.commands.import_ import import_
from selfcheck.commands.new import new
from selfcheck.commands.notebooks import notebooks
from selfcheck.commands.preview import preview
from selfcheck.finding import BankError, Finding
from selfcheck.json_schema import json_schema

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# A place such as file:100:5 is no emoji.
OUT = Console(soft_wrap=True, highlight=False, emoji=False)
ERRORS = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
USAGE = 2

Folder = Annotated[Path | None, typer.Argument(metavar="CONTENT")]

app.command()(new)
app.command()(notebooks)
app.command()(preview)
app.command("import")(import_)


@app.callback()
def main() -> None:
    """Look after question banks, and after what learners have answered."""


@app.command()
def check(content_folder: Folder = None) -> None:
    """Check every question bank; exit 1 when anything is to mend."""
    folder, names = _banks(content_folder)
    found = bank.checked(folder)
    _complain(found.findings, "to mend")
    if found.findings:
        raise typer.Exit(1)
    OUT.print(f"{_count(names)}, {_of(found.questions, 'question')}, nothing to mend")


@app.command("ids")
def give_ids(
    content_folder: Folder = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when an id is missing.")
    ] = False,
) -> None:
    """Write an id into the banks for every entry that has none; leave all else as it stands.

    A bank with mistakes is left alone; exit 1 when there is one.
    """
    folder, names = _banks(content_folder)
    lacking: list[Finding] = []
    mistakes: list[Finding] = []
    written = 0
    for name in names:
        try:
            if check:
                lacking += ids.missing(name, folder)
            elif count := ids.write(name, folder):
                path = folder / "questions" / f"{name}.yaml"
                OUT.print(f"{path}: {_of(count, 'id')} written", markup=False)
                written += count
        except BankError as error:
            mistakes += error.findings
    _complain(lacking, "without an id")
    _complain(mistakes, "to mend")
    if lacking or mistakes:
        raise typer.Exit(1)
    OUT.print(
        f"{_count(names)}, " + (f"{_of(written, 'id')} written" if written else "no id missing")
    )


@app.command()
def schema() -> None:
    """Print the JSON Schema of a question bank, for editors; it knows the types of plugins."""
    try:
        engine.load()
    except FileNotFoundError:
        # Outside a course there are none.
        pass
    except BankError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(1) from None
    typer.echo(json.dumps(json_schema(), indent=2))


@app.command()
def forget(
    course: Annotated[
        str | None, typer.Option(help="The id of the one course whose answers are deleted.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete the answers that JupyterLab has kept of this user, for good.

    A browser deletes its own copy when it next shows a quiz with a kernel.
    """
    from selfcheck.log import place
    from selfcheck.log.erase import erase
    from selfcheck.log.store import Log

    with _troubles_told("nothing is deleted"):
        log = Log()
        there = log.courses()
        aside = place.set_aside(log.folder)
        # One that was forgotten before may not have been brought to its end.
        if course is not None and course not in there and not log.was_named(course):
            names = ", ".join(there) or "none"
            said = f"{log.path}: no answers of the course {course}; there are {names}"
            ERRORS.print(said, markup=False)
            raise typer.Exit(USAGE)
    if not (log.path.exists() or aside or place.in_the_making(log.folder)):
        OUT.print(f"{log.folder}: no answers are kept here", markup=False)
        return
    for name in [course] if course else there:
        OUT.print(f"{name}: {_of(there.get(name, 0), 'answer')} in {log.path}", markup=False)
    for path in aside:
        OUT.print(f"damaged, and set aside: {path}", markup=False)
    if not yes:
        typer.confirm("Delete all of this? It cannot be brought back.", abort=True)
    with _troubles_told("perhaps not all of it is deleted; run this again"):
        erased = erase(log, course)
    OUT.print(f"{log.path}: {_of(erased.statements, 'answer')} deleted", markup=False)
    for path in erased.files:
        OUT.print(f"{path}: deleted", markup=False)


@contextmanager
def _troubles_told(then: str) -> Iterator[None]:
    """Say why the log cannot be read or written, and what is so *then*; exit."""
    from selfcheck.log.trouble import TroubleError

    try:
        yield
    except TroubleError as error:
        ERRORS.print(f"{error}: {then}", markup=False)
        raise typer.Exit(1) from None


def _banks(named: Path | None) -> tuple[Path, list[str]]:
    """Return the content folder and the names of its banks; without one, exit."""
    try:
        folder = named or content.folder()
        names = bank.names(folder)
        if not names:
            raise FileNotFoundError(f"no question bank in {folder / 'questions'}")
    except FileNotFoundError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(USAGE) from None
    return folder, names


def _complain(findings: list[Finding], what: str) -> None:
    for finding in findings:
        ERRORS.print(str(finding), markup=False)
    if findings:
        ERRORS.print(f"{len(findings)} {what}", markup=False)


def _count(banks: list[str]) -> str:
    return _of(len(banks), "bank")


def _of(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
