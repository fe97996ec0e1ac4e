"""`selfcheck notebooks`: run, and saved so that they do not change from run to run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def notebooks(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE…", help="All in the folder notebooks else.")
    ] = None,
) -> None:
    """Run notebooks and save them, with nothing in them that changes from run to run.

    One that fails or warns is left as it was; exit 1 when there is one.
    """
    try:
        import nbclient  # noqa: F401

        from selfcheck.notebooks import run
    except ImportError as error:
        typer.echo(f"{error}: pip install nbclient ipykernel, to run notebooks", err=True)
        raise typer.Exit(1) from None
    failed = False
    for path in paths or sorted(Path("notebooks").glob("*.ipynb")):
        typer.echo(f"{path} … ", nl=False)
        try:
            trouble, changed = run(path)
        except KeyboardInterrupt:
            typer.echo("stopped")
            raise
        except (OSError, ValueError) as error:
            trouble, changed = str(error), False
        typer.echo(f"failed\n{trouble}" if trouble else "updated" if changed else "unchanged")
        failed |= bool(trouble)
    if failed:
        raise typer.Exit(1)
