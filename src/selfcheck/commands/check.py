"""`selfcheck check`: what is wrong with the banks, by their format and by item-writing rules."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selfcheck import bank
from selfcheck.commands.saying import ERRORS, OUT, USAGE, Folder, banks, count, of

if TYPE_CHECKING:
    from selfcheck.bank import Checked
    from selfcheck.lint.rule import Rule
    from selfcheck.lint.run import Said


# After so many new things that may hold one another; Python's own number is 700.
SELDOM = 50_000


class Format(StrEnum):
    """How findings are told."""

    text = "text"
    json = "json"
    sarif = "sarif"


def check(
    content_folder: Folder = None,
    how: Annotated[
        Format, typer.Option("--format", help="Lines to read, JSON, or SARIF for code hosts.")
    ] = Format.text,
    rule: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Run this item-writing rule alone; may be given twice."),
    ] = None,
) -> None:
    """Check every question bank; exit 1 when anything is to mend.

    Item-writing rules look at banks whose format is right. Notes are shown and do not count.
    """
    # Imported where they are used: other commands stay quick.
    from selfcheck.lint import run as lint
    from selfcheck.lint.run import Said

    folder, names = banks(content_folder)
    with _seldom_tidied():
        found = bank.checked(folder)
        every = lint.rules(found.plugins.rules if found.plugins else ())
        chosen = _chosen(every, rule or ())
        # All are run: whether a waiver is needed shows only then.
        said = [each for each in lint.run(found.banks, folder, every) if each.rule in chosen]
    if how is Format.text:
        _tell(found, said, names)
    else:
        both = [*(Said(lint.FORMAT, each) for each in found.findings), *said]
        typer.echo(_written(how, both, (lint.FORMAT, *chosen), found))
    if found.findings or any(each.rule.severity != "note" for each in said):
        raise typer.Exit(1)


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    """Let Python look for what it can forget less often.

    Banks stay until the end, and each time all that there is of them would be gone through.
    """
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _chosen(every: Sequence[Rule], names: Sequence[str]) -> Sequence[Rule]:
    """Return the rules called *names*, or all when none is; exit when there is none of a name."""
    known = {rule.id: rule for rule in every}
    for name in names:
        if name not in known:
            ERRORS.print(f"there is no rule {name}; `selfcheck rules` lists them", markup=False)
            raise typer.Exit(USAGE)
    return [known[name] for name in names] or every


def _tell(found: Checked, said: Sequence[Said], names: Sequence[str]) -> None:
    for finding in found.findings:
        ERRORS.print(str(finding), markup=False)
    for each in said:
        ERRORS.print(_line(each), markup=False)
    notes = [each for each in said if each.rule.severity == "note"]
    mend = len(found.findings) + len(said) - len(notes)
    noted = f", {count(notes, 'note')}" if notes else ""
    if said:
        ERRORS.print("`selfcheck rules ID` explains a rule", markup=False, style="dim")
    if mend:
        ERRORS.print(f"{mend} to mend{noted}", markup=False)
    else:
        whole = f"{count(names, 'bank')}, {of(found.questions, 'question')}, nothing to mend"
        OUT.print(f"{whole}{noted}", markup=False)


def _line(said: Said) -> str:
    marked = f"{said.rule.severity}: {said.finding.message} [{said.rule.id}]"
    return str(said.finding._replace(message=marked))


def _written(how: Format, said: Sequence[Said], every: Sequence[Rule], found: Checked) -> str:
    if how is Format.sarif:
        from selfcheck.lint.sarif import sarif

        return json.dumps(sarif(said, every, Path.cwd()), ensure_ascii=False, indent=2)
    data = {
        "banks": len(found.banks),
        "questions": found.questions,
        "findings": [_plain(each) for each in said],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(said: Said) -> dict[str, object]:
    finding = said.finding
    return {
        "path": str(finding.path),
        "line": finding.place.line,
        "column": finding.place.column,
        "rule": said.rule.id,
        "severity": said.rule.severity,
        "message": finding.message,
    }
