"""Every claim that a module is to treat stands in it as a card."""

from __future__ import annotations

import re

import pytest

from stemcourse.evidence import load
from tests.content.conftest import ROOT
from tests.content.test_notebooks import source_of

CLAIMS = load(ROOT / "content" / "evidence" / "claims.yaml")
MODULES = {"bio-": "01-what-stem-cells-are"}


@pytest.mark.parametrize(("begin", "module"), MODULES.items())
def test_module_shows_its_claims(begin: str, module: str) -> None:
    code = source_of(ROOT / "notebooks" / f"{module}.ipynb")
    shown = set(re.findall(r'claim\("([a-z0-9-]+)"\)', code))
    assert {claim for claim in CLAIMS if claim.startswith(begin)} <= shown
