"""Chromium is started with all that Playwright starts it with, and what we add."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Error, Playwright

from tools import chromium

SAYS = """#!/bin/sh
printf '%s\\n' "$@" > "$(dirname "$0")/said"
"""
OFF = "--disable-features="


def test_what_playwright_turns_off_stays_off(playwright: Playwright, tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.write_text(SAYS)
    program.chmod(0o755)
    # It is no browser, and ends.
    with pytest.raises(Error, match="closed"):
        playwright.chromium.launch(executable_path=program, args=[*chromium.ARGUMENTS])
    said = (tmp_path / "said").read_text().splitlines()
    theirs, ours = (line.removeprefix(OFF).split(",") for line in said if line.startswith(OFF))
    assert theirs == list(chromium.PLAYWRIGHTS)
    assert set(theirs) < set(ours)
