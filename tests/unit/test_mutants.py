"""Whatever a file holds is a success, or findings: a few mutants; `make fuzz` tries thousands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.fuzzing import LOADERS, made, outcome
from tests.support.mutants import SEEDS, mutant

OTHERS = (*LOADERS, "_config.yml", "conf.py")
# The same ones each time: what is new is found by `make fuzz`.
few = settings(max_examples=60, derandomize=True)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which all is sound."""
    return made(tmp_path_factory.mktemp("course"))


@pytest.mark.parametrize("name", ["bank.yaml", *OTHERS])
def test_the_seeds_are_sound(content: Path, name: str) -> None:
    assert outcome(content, name, (SEEDS / name).read_bytes()) == "sound"


@few
@given(st.data())
def test_a_bank_is_sound_or_has_findings(content: Path, data: st.DataObject) -> None:
    outcome(content, "bank.yaml", mutant(data.draw, "bank.yaml"))


@few
@given(st.data())
def test_another_file_is_sound_or_has_problems(content: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(OTHERS))
    outcome(content, name, mutant(data.draw, name))
