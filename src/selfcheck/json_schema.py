"""The JSON Schema of a question bank, for editors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from selfcheck import types
from selfcheck.questions import INHERITED, Asked, Bank, Question

PLACE = "#/$defs/{name}"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a question bank, with all types that there are now."""
    every, parts = types.structs(Asked), types.structs(Question)
    (bank, *_), found = msgspec.json.schema_components([Bank, *every.values()], ref_template=PLACE)
    for struct in every.values():
        kind = found[struct.__name__]
        kind["required"] = [name for name in kind["required"] if name not in INHERITED]
    # The lists of questions refer to these two, which stand for all types of their kind.
    found[Question.__name__] = {"anyOf": _references(parts.values())}
    found[Asked.__name__] = {"anyOf": _references(every.values()), "required": list(INHERITED)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **bank, "$defs": found}


def _references(structs: Iterable[type[Asked]]) -> list[dict[str, str]]:
    return [{"$ref": PLACE.format(name=struct.__name__)} for struct in structs]
