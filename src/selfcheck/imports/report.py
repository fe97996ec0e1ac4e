"""What an import tells: what was read, what was brought, and what was not, by name and line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selfcheck.imports.items import Item, Read

MOST_SHOWN = 60


class Counts(NamedTuple):
    """How many questions were in the files, how many were brought, and how many are named."""

    read: int
    brought: int
    named: int


def counts(items: Sequence[Item]) -> Counts:
    """Return how many *items* there are: those that are held and those that are not make all."""
    brought = sum(each.held for each in items)
    named = sum(not each.held and bool(each.reason) for each in items)
    assert brought + named == len(items), "a question is neither brought nor named"
    return Counts(len(items), brought, named)


def lines(reads: Iterable[Read]) -> list[str]:
    """Return what is to be told of the questions, one thing a line."""
    found: list[str] = []
    for read in reads:
        found += read.notes
        found += [
            f"{place(each)}: {shown(each)} is not brought: {each.reason}"
            for each in read.items
            if not each.held
        ]
        found += _lost(read.items)
    return found


def _lost(items: Sequence[Item]) -> list[str]:
    """Return what is lost of those that are brought; what is lost of several is told once."""
    alike: dict[str, list[Item]] = {}
    for each in items:
        for what in each.lost if each.held else ():
            alike.setdefault(what, []).append(each)
    found = []
    for what, losing in alike.items():
        first, *others = losing
        if not others:
            found.append(f"{place(first)}: {shown(first)} comes without {what}")
            continue
        names = ", ".join(
            f"{shown(each)} (line {each.line})" if each.line else shown(each) for each in losing
        )
        found.append(f"{first.path}: {len(losing)} questions come without {what}: {names}")
    return found


def place(item: Item) -> str:
    """Return where an item stands."""
    return f"{item.path}:{item.line}" if item.line else str(item.path)


def shown(item: Item) -> str:
    """Return the name of an item, as it is told."""
    name = " ".join(item.name.split())
    return f"“{name if len(name) <= MOST_SHOWN else f'{name[: MOST_SHOWN - 1]}…'}”"
