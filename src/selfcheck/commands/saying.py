"""What several commands say, and where."""

from __future__ import annotations

from collections.abc import Sized
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from selfcheck import bank, content

# A place such as file:100:5 is no emoji.
OUT = Console(soft_wrap=True, highlight=False, emoji=False)
ERRORS = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
USAGE = 2

Folder = Annotated[Path | None, typer.Argument(metavar="CONTENT")]


def banks(named: Path | None) -> tuple[Path, list[str]]:
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


def count(things: Sized, what: str) -> str:
    """Return how many *things* there are, in words."""
    return of(len(things), what)


def of(number: int, what: str) -> str:
    """Return *number* and *what* there are so many of."""
    return f"1 {what}" if number == 1 else f"{number} {what}s"
