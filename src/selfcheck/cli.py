"""The command `selfcheck`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from selfcheck import engine, ids
from selfcheck.commands.check import check
from selfcheck.commands.export import export
from selfcheck.commands.import_ import import_
from selfcheck.commands.new import new
from selfcheck.commands.notebooks import notebooks
from selfcheck.commands.preview import preview
from selfcheck.commands.rules import rules
from selfcheck.commands.saying import ERRORS, OUT, USAGE, Folder, banks, count, of
from selfcheck.finding import BankError, Finding
from selfcheck.json_schema import json_schema

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def main() -> None:
    """Look after question banks, and after what learners have answered."""


app.command()(new)
app.command()(check)
app.command()(rules)
app.command()(preview)
app.command()(notebooks)
app.command("import")(import_)
app.command()(export)


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
    folder, names = banks(content_folder)
    lacking: list[Finding] = []
    mistakes: list[Finding] = []
    written = 0
    for name in names:
        try:
            if check:
                lacking += ids.missing(name, folder)
            elif given := ids.write(name, folder):
                path = folder / "questions" / f"{name}.yaml"
                OUT.print(f"{path}: {of(given, 'id')} written", markup=False)
                written += given
        except BankError as error:
            mistakes += error.findings
    _complain(lacking, "without an id")
    _complain(mistakes, "to mend")
    if lacking or mistakes:
        raise typer.Exit(1)
    OUT.print(
        f"{count(names, 'bank')}, "
        + (f"{of(written, 'id')} written" if written else "no id missing")
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

    A browser deletes its own copy when it next shows a quiz with a kernel. Where the browser keeps
    all answers, "My progress" deletes them.
    """
    from selfcheck.log import place
    from selfcheck.log.erase import erase
    from selfcheck.log.keeper import BROWSER, keeper
    from selfcheck.log.store import ELSEWHERE, Log

    try:
        elsewhere = keeper() == BROWSER
    except ValueError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(USAGE) from None
    if elsewhere:
        # A file may be there from before that was so.
        OUT.print(f"{ELSEWHERE[0].upper()}{ELSEWHERE[1:]}.", markup=False)
    with _troubles_told("nothing is deleted"):
        log = Log(place.home())
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
        OUT.print(f"{name}: {of(there.get(name, 0), 'answer')} in {log.path}", markup=False)
    for path in aside:
        OUT.print(f"damaged, and set aside: {path}", markup=False)
    if not yes:
        typer.confirm("Delete all of this? It cannot be brought back.", abort=True)
    with _troubles_told("perhaps not all of it is deleted; run this again"):
        erased = erase(log, course)
    OUT.print(f"{log.path}: {of(erased.statements, 'answer')} deleted", markup=False)
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


def _complain(findings: list[Finding], what: str) -> None:
    for finding in findings:
        ERRORS.print(str(finding), markup=False)
    if findings:
        ERRORS.print(f"{len(findings)} {what}", markup=False)
