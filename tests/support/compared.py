"""The table of typed texts that are the same answer or are not, tests/tables/compared.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from ruamel.yaml import YAML

TABLE = Path(__file__).parents[1] / "tables" / "compared.yaml"


def rows(kind: Literal["same", "apart"]) -> list[Any]:
    """Return each row of *kind*, with what its question is set to."""
    blocks = YAML(typ="safe").load(TABLE.read_text("utf-8"))
    return [
        pytest.param(block["set"], row, id=f"{row[0]} {block['set'] or ''}".strip())
        for block in blocks
        for row in block[kind]
    ]
