"""Every answer of the course has an id, so that its text may be mended without losing answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck import bank, ids

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("name", bank.names(CONTENT))
def test_no_answer_of_the_course_is_without_an_id(name: str) -> None:
    assert [str(finding) for finding in ids.missing(name, CONTENT)] == []
