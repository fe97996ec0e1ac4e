"""One variable names the content folder, for the quiz engine and for the course."""

from __future__ import annotations

from pathlib import Path

import pytest

import selfcheck.content
import stemcourse.content


def test_both_halves_read_the_same_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "elsewhere"
    (named / "questions").mkdir(parents=True)
    (named / "evidence").mkdir()
    (named / "evidence" / "claims.yaml").touch()
    monkeypatch.setenv("SELFCHECK_CONTENT", str(named))
    assert selfcheck.content.folder() == named
    assert stemcourse.content.folder() == named
