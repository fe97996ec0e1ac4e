"""What the type of a field demands of a value, worked out once for each type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from selfcheck.convert import is_open
from selfcheck.questions import MARKDOWN

UNIONS = (Union, UnionType)
# What marks a field as a text that people read; an id or a key cannot be cut by a comment.
SAID = r"\S"


@dataclass(frozen=True, eq=False)
class Demand:
    """What is demanded of a value.

    kind: its type, with all that stands in `Annotated`. open: the base of all question types that
    it may be. struct: that of a mapping of fields. entries: of a list. named: of a mapping of
    names, what is demanded of a name and of what it stands for. least: how many entries there must
    be. A value alone has none of these: said tells whether people read it, markdown what kind of
    Markdown it is, and whole whether its form says how it ends.
    """

    kind: Any
    open: Any = None
    struct: Any = None
    entries: Demand | None = None
    named: tuple[Demand, Demand] | None = None
    least: int = 0
    said: bool = False
    markdown: str = ""
    whole: bool = False
    # Of a union: what a mapping seems to be meant for, and a list; and all else.
    mapping: Demand | None = None
    listing: Demand | None = None

    def of(self, value: Any) -> Demand:
        """Return of a union what *value* seems to be meant for; else this."""
        if self.mapping and isinstance(value, dict):
            return self.mapping
        if self.listing and isinstance(value, list):
            return self.listing
        return self


@cache
def fields(struct: Any) -> dict[str, tuple[Demand, bool]]:
    """Return what is demanded of each field of *struct*, and whether it must be there."""
    hints = get_type_hints(struct, include_extras=True)
    return {
        field.name: (demand(hints[field.name]), field.required)
        for field in msgspec.structs.fields(struct)
    }


def demand(kind: Any) -> Demand:
    """Return what a type demands."""
    if get_origin(kind) in UNIONS:
        return _union([arm for arm in get_args(kind) if arm is not msgspec.UnsetType])
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    metas = [*_metas(kind)]
    least = max((meta.min_length or 0 for meta in metas), default=0)
    if is_open(bare):
        return Demand(kind, open=bare)
    if _is_struct(bare):
        return Demand(kind, struct=bare)
    if get_origin(bare) is list:
        return Demand(kind, entries=demand(get_args(bare)[0]), least=least)
    if get_origin(bare) is dict:
        name, value = get_args(bare)
        return Demand(kind, named=(demand(name), demand(value)), least=least)
    return _alone(kind)


def _union(arms: list[Any]) -> Demand:
    """Return what a union of *arms* demands: of a mapping, of a list, and of all else."""
    others = [arm for arm in arms if not _is_struct(arm)]
    if not others or len(arms) == 1:
        return demand(arms[0])
    structs = [arm for arm in arms if _is_struct(arm)]
    lists = [arm for arm in arms if get_origin(arm) is list]
    rest = demand(others[0]) if len(others) == 1 else _alone(Union[tuple(others)])  # noqa: UP007
    return replace(
        rest,
        mapping=demand(structs[0]) if structs else None,
        listing=demand(lists[0]) if lists else None,
    )


def _alone(kind: Any) -> Demand:
    metas = [*_metas(kind)]
    marks = [meta.extra[MARKDOWN] for meta in metas if meta.extra and MARKDOWN in meta.extra]
    return Demand(
        kind,
        said=any(meta.pattern == SAID for meta in metas),
        markdown=next(iter(marks), ""),
        whole=any((meta.pattern or "").endswith("$") for meta in metas),
    )


def _metas(kind: Any) -> Iterator[msgspec.Meta]:
    """Yield what is demanded of a *kind*, or of what it is a union of."""
    for each in get_args(kind) if get_origin(kind) in UNIONS else [kind]:
        yield from getattr(each, "__metadata__", ())


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
