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

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="CONTENT", help="A content folder; the nearest one from here upwards if left out."
    ),
]


def banks(named: Path | None) -> tuple[Path, list[str]]:
    """Return the content folder and the names of its banks; without one, exit."""
    try:
        folder = named or content.folder()
        names = bank.names(folder)
        if not names:
            raise FileNotFoundError(without_banks(folder))
    except FileNotFoundError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(USAGE) from None
    return folder, names


def without_banks(named: Path) -> str:
    """Return why there is no bank where *named* is taken for a content folder, and what to name."""
    path = named.absolute()
    if path.is_file() and path.parent.name == "questions":
        return f"{named} is one bank; name the content folder: {path.parent.parent}"
    if path.is_file():
        return f"{named} is a file; name a content folder, which has `questions` in it"
    if not path.is_dir() and path.suffix == ".yaml":
        return f"there is no file {named}"
    if not path.is_dir():
        return f"there is no folder {named}; name a content folder, which has `questions` in it"
    for folder in (path.parent, path / "content"):
        if bank.names(folder):
            return f"{named} is no content folder; name {folder}"
    return f"no question bank in {named / 'questions'}; one is a file there such as tides.yaml"


def count(things: Sized, what: str) -> str:
    """Return how many *things* there are, in words."""
    return of(len(things), what)


def of(number: int, what: str) -> str:
    """Return *number* and *what* there are so many of."""
    return f"1 {what}" if number == 1 else f"{number} {what}s"
