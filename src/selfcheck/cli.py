"""The command `selfcheck`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from selfcheck import bank, content, engine
from selfcheck.finding import BankError
from selfcheck.questions import Bank

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
ERRORS = Console(stderr=True, soft_wrap=True, highlight=False)
USAGE = 2


@app.callback()
def main() -> None:
    """Look after question banks."""


@app.command()
def check(
    content_folder: Annotated[Path | None, typer.Argument(metavar="[CONTENT]")] = None,
) -> None:
    """Check every question bank; exit 1 when anything is to mend."""
    try:
        folder = content_folder or content.folder()
        names = bank.names(folder)
        if not names:
            raise FileNotFoundError(f"no question bank in {folder / 'questions'}")
    except FileNotFoundError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(USAGE) from None
    findings = bank.check(folder)
    for finding in findings:
        ERRORS.print(str(finding), markup=False)
    if findings:
        ERRORS.print(f"{len(findings)} to mend", markup=False)
        raise typer.Exit(1)
    count = sum(len(bank.load(name, folder).questions) for name in names)
    Console(highlight=False).print(f"{len(names)} banks, {count} questions, nothing to mend")


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
    typer.echo(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Bank))).decode())
