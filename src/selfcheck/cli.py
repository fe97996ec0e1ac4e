"""The command `selfcheck`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from selfcheck import bank, content, engine, ids
from selfcheck.finding import BankError, Finding
from selfcheck.json_schema import json_schema

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
OUT = Console(soft_wrap=True, highlight=False)
ERRORS = Console(stderr=True, soft_wrap=True, highlight=False)
USAGE = 2

Folder = Annotated[Path | None, typer.Argument(metavar="CONTENT")]


@app.callback()
def main() -> None:
    """Look after question banks."""


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
