"""What is exported, opened by other people's software."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import foreign


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of npm that package.json names."""
    return foreign.packages(tmp_path_factory.mktemp("foreign"))
