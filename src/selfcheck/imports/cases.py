"""Parts of a case that went out as questions of their own, put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from selfcheck.imports.items import Item
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.names import Ids

SHARED = ("level", "sources", "claims")


def together(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the items, those that follow each other as parts of one case together."""
    group: list[Item] = []
    for item in items:
        if group and not _belongs(item, group[-1]):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _belongs(item: Item, before: Item) -> bool:
    name = item.labels.one("case")
    return (
        bool(name)
        and name == before.labels.one("case")
        and item.path.parent == before.path.parent
        and item.vignette == before.vignette != ""
        # No case is in a case, and no variant of a question is a part.
        and not {"type", "variants"} & {*item.labels.found, *before.labels.found} - {"type"}
        and _type(item) != "case" != _type(before)
    )


def _type(item: Item) -> str:
    return str(item.data["type"]) if item.data else ""


def case(group: Sequence[Item], name: str, objectives: Sequence[str]) -> dict[str, Any]:
    """Return the case *name* whose parts the items are, with the objective of each."""
    ids = Ids()
    first = group[0].data or {}
    shared = {key: first[key] for key in SHARED if key in first}
    parts = []
    for item, objective in zip(group, objectives, strict=True):
        data = dict(item.data or {})
        # What a part does not say it has from the case.
        own = {key: data.pop(key) for key in (*SHARED,) if key in data}
        own = {key: value for key, value in own.items() if shared.get(key) != value}
        if objective != objectives[0]:
            own["objective"] = objective
        parts.append(ordered({**data, **own, "id": ids.new(item.key.rpartition("/")[2])}))
    whole = {
        "id": name,
        "type": "case",
        "objective": objectives[0],
        "prompt": group[0].vignette,
        "parts": parts,
        **shared,
    }
    return ordered(whole)
