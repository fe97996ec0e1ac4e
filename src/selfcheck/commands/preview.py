"""`selfcheck preview`: banks in the browser, anew at each save."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from selfcheck.commands.saying import USAGE, without_banks

PORT = 8879


def preview(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="CONTENT", help="A content folder, or one bank of it."),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the browser finds it; 0 for any.")
    ] = PORT,
    open: Annotated[bool, typer.Option(help="Open it in the browser.")] = True,
) -> None:
    """Show the banks of a content folder in the browser, and anew whenever a file is saved.

    What is wrong stands where it is wrong; the other questions are shown all the same.
    """
    from selfcheck.preview.server import Preview

    folder, only = _found(path)
    try:
        server = Preview(folder, port, only)
    except OSError as error:
        typer.echo(f"port {port}: {error.strerror}; take another: --port {port + 1}", err=True)
        raise typer.Exit(1) from None
    with server:
        typer.echo(f"{server.address} shows {only or folder} (stop with Ctrl+C)")
        if open:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo()


def _found(path: Path | None) -> tuple[Path, str | None]:
    """Return the content folder, and the name of the one bank that was named, or None."""
    from selfcheck import bank, content

    try:
        if path and path.suffix == ".yaml" and path.is_file():
            if path.absolute().parent.name != "questions":
                raise FileNotFoundError(f"{path}: a bank lies in the folder content/questions")
            return path.absolute().parent.parent, path.stem
        folder = path or content.folder()
        if not bank.names(folder):
            raise FileNotFoundError(without_banks(folder))
    except FileNotFoundError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(USAGE) from None
    return folder, None
