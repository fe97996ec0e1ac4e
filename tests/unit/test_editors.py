"""What editors are told of a bank: which fields there are, and where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selfcheck import bank, engine
from selfcheck.explained import FIELDS
from selfcheck.json_schema import json_schema

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
SCHEMA = CONTENT / "bank.schema.json"


def test_the_schema_is_the_engine_s() -> None:
    engine.load(CONTENT)
    assert json.loads(SCHEMA.read_text("utf-8")) == json_schema(), (
        "run `.venv/bin/selfcheck schema > content/bank.schema.json`"
    )


def test_visual_studio_code_finds_it() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {"content/bank.schema.json": "content/questions/*.yaml"}


@pytest.mark.parametrize("name", bank.names(CONTENT))
def test_other_editors_find_it(name: str) -> None:
    first, *_ = (CONTENT / "questions" / f"{name}.yaml").read_text("utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../bank.schema.json"


def test_each_field_is_explained() -> None:
    fields = {
        f"{struct}.{field}": schema
        for struct, definition in json_schema()["$defs"].items()
        for field, schema in definition.get("properties", {}).items()
    }
    assert len(fields) > 100
    assert [name for name, schema in fields.items() if not schema.get("description")] == []
    used = {name for field in fields for name in (field, field.partition(".")[2])}
    assert set(FIELDS) <= used
