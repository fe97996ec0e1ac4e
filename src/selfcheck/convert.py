"""Makes structs of plain data.

Which types a question may have is known when the program runs, not when it is written, since some
come from outside. So lists of questions are converted along the table of types, and the rest by
msgspec. Mistakes are not looked for: data come here when `selfcheck.schema` has found none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from selfcheck import types
from selfcheck.questions import INHERITED, Asked, Bank, Entry, Question
from selfcheck.source import Where

E = TypeVar("E", bound=Entry)


def bank(data: Mapping[str, Any]) -> Bank:
    """Return the bank that *data* holds."""
    return _by_field(Bank, data)


def question(data: Mapping[str, Any]) -> Asked:
    """Return the question, or the case, that *data* holds."""
    kind = data["type"]
    struct = types.structs(Asked)[kind]
    if isinstance(types.TABLE[kind], types.Frame):
        return _by_field(struct, data)
    return msgspec.convert(data, struct)


def inherited(case: Mapping[str, Any], part: Mapping[str, Any]) -> dict[str, Any]:
    """Return what *part* has from its *case*, because it says nothing else."""
    return {key: case[key] for key in INHERITED if key in case and key not in part}


def unnamed(data: Mapping[str, Any]) -> Iterator[tuple[Where, str]]:
    """Yield each place in a question's data that could be given an id and has none, and that id.

    data: the question or case as it stands in the file, without mistakes. A path leads to a
    mapping, which may get an `id`, or to a text alone, which may become `{id: …, text: …}`.
    """
    if isinstance(types.TABLE[data["type"]], types.Frame):
        for n, part in enumerate(data["parts"]):
            for where, name in unnamed({**part, **inherited(data, part)}):
                yield ("parts", n, *where), name
        return
    # Rows that a function makes do not stand in the file.
    skip = "variants" if isinstance(data.get("variants"), str) else ""
    asked = question({key: value for key, value in data.items() if key != skip})
    assert isinstance(asked, Question)
    for listing in types.row(asked).listings(asked):
        yield from listing.unnamed()


def _by_field(struct: type[E], data: Mapping[str, Any]) -> E:
    kinds = get_type_hints(struct, include_extras=True)
    fields = data.keys() - {struct.__struct_config__.tag_field}
    return struct(**{name: _value(kinds[name], data[name]) for name in fields})


def _value(kind: Any, value: Any) -> Any:
    bare = get_args(kind)[0] if hasattr(kind, "__metadata__") else kind
    if get_origin(bare) is list and is_open(get_args(bare)[0]):
        return [question(each) for each in value]
    return msgspec.convert(value, kind)


def is_open(kind: Any) -> bool:
    """Return whether *kind* stands for all question types that are derived from it."""
    return isinstance(kind, type) and issubclass(kind, Asked) and not types.tag(kind)
