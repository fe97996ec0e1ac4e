"""`selfcheck new`: a course on another subject."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selfcheck.identity import is_id

USAGE = 2


def new(
    folder: Annotated[Path, typer.Argument(help="A folder that is new or empty.")],
    title: Annotated[
        str, typer.Option(prompt="What is the course called?", help="The title of the course.")
    ],
    id: Annotated[
        str | None,
        typer.Option(help="The name under which learners' answers are kept; else from the title."),
    ] = None,
) -> None:
    """Make a course on another subject: pages, a notebook, and a bank with a question of each type.

    It carries this engine along, and needs nothing else of where it was made.
    """
    from selfcheck.new import derived, first_steps, make
    from selfcheck.new.error import NewError

    title = " ".join(title.split())
    if not title.isprintable() or not title:
        _refuse("the title must be a line of text; write such as --title 'Tides'", USAGE)
    course = id or derived(title)
    if not is_id(course):
        said = "an id is lower-case letters and digits with single hyphens between, and not"
        _refuse(f"{said} {course!r}; write such as --id tides-for-all", USAGE)
    try:
        made = make(folder, title, course)
    except (NewError, OSError) as error:
        _refuse(str(error), 1)
    typer.echo(f"{folder}: a course of {len(made)} files. Now:\n{first_steps(folder)}")


def _refuse(message: str, status: int) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(status)
