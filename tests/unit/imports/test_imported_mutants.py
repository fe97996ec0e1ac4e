"""Whatever a file from elsewhere holds: each question of it is brought or named, or all is told.

`make fuzz` tries thousands.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import imported_mutants as mutants
from tests.support.imported import KINDS, seed, tried

few = settings(max_examples=8, derandomize=True, deadline=None)


@pytest.mark.parametrize("name", KINDS)
def test_the_samples_themselves_are_brought(name: str, tmp_path: Path) -> None:
    assert tried(name, seed(name), tmp_path) == "brought"


@pytest.mark.parametrize("name", KINDS)
def test_a_changed_file_is_brought_and_named_or_told(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    @few
    @given(st.data())
    def run(data: st.DataObject) -> None:
        made = KINDS[name](data.draw, seed(name))
        tried(name, made, tmp_path_factory.mktemp("mutant"))

    run()


@pytest.mark.parametrize("name", KINDS)
def test_a_torn_file_is_brought_or_told(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    @few
    @given(st.data())
    def run(data: st.DataObject) -> None:
        made = mutants.noise(data.draw, seed(name))
        tried(name, made, tmp_path_factory.mktemp("torn"))

    run()
