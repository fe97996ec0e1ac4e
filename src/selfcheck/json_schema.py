"""The JSON Schema of a question bank, for editors."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import msgspec

from selfcheck import types
from selfcheck.explained import explain
from selfcheck.questions import INHERITED, Asked, Bank, Question

REF = "$ref"
DEFINITIONS = "#/$defs/"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a question bank, with all types that there are now."""
    every = types.structs(Asked).values()
    refs, found = msgspec.json.schema_components(
        [Bank, Asked, Question, *every], ref_template=f"{DEFINITIONS}{{name}}"
    )
    bank, asked, question, *kinds = refs
    for kind in kinds:
        said = found[_name(kind)]
        said["required"] = [name for name in said["required"] if name not in INHERITED]
    parts = types.structs(Question).values()
    # The lists of questions refer to these two, which stand for all types of their kind.
    found[_name(question)] = {
        "anyOf": [kind for kind, struct in zip(kinds, every, strict=True) if struct in parts]
    }
    must = [each.name for each in msgspec.structs.fields(Asked) if each.required]
    for said in found.values():
        # Before Python 3.13 a docstring keeps the blanks of its lines in the source.
        if "description" in said:
            said["description"] = cleandoc(said["description"])
    explain(found)
    found[_name(asked)] = {"anyOf": kinds, "required": [name for name in INHERITED if name in must]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **bank, "$defs": found}


def _name(reference: dict[str, Any]) -> str:
    # Two structs of the same name, from two modules, have longer ones here.
    return str(reference[REF]).removeprefix(DEFINITIONS)
