"""Exports, as an author makes them, of the course in tests/exported."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from selfcheck.cli import app

COURSE = Path(__file__).parents[1] / "exported"
CONTENT = COURSE / "content"
BANK = CONTENT / "questions" / "kitchen.yaml"


def export(*words: object) -> tuple[int, str, str]:
    """Run `selfcheck export`; return the status, and what is said on both streams."""
    done = CliRunner().invoke(app, ["export", *map(str, words)], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def exported(to: str, path: Path, *words: object, bank: Path = BANK) -> list[str]:
    """Export a bank to *path*; return the notes, one a line."""
    status, _, notes = export(bank, "--to", to, "--out", path, *words)
    assert status == 0, notes
    return notes.splitlines()
