"""A course that `selfcheck new` has made: set up, run, built and tested by its own commands."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat

from tests.support.alone import Environment, said


def test_a_new_course_passes_its_own_test(bare: Environment, tmp_path: Path) -> None:
    course = tmp_path / "tides"
    bare.run("selfcheck", "new", course, "--title", "Tides", cwd=tmp_path)
    said("make", "test", f"PYTHON={sys.executable}", cwd=course)
    saved = nbformat.read(course / "notebooks" / "01-first-steps.ipynb", as_version=4)
    page = (course / "_build" / "html" / "notebooks" / "01-first-steps.html").read_text("utf-8")
    for text in (nbformat.writes(saved), page):
        assert text.count("data-question=") == 12
    # Nothing has changed since, so that a second run says nothing else.
    assert "unchanged" in said(course / ".venv/bin/selfcheck", "notebooks", cwd=course)
