"""A browser that is not here is never left out in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import browsers, chromium

ROOT = Path(__file__).parents[2]


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with Chromium, with no other browser and no right to install one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("FIREFOX", raising=False)
    monkeypatch.setattr(browsers, "LIBRARIES", tmp_path)
    monkeypatch.setattr(chromium, "main", lambda: 0)
    monkeypatch.setattr(chromium, "may_install", lambda: False)


@pytest.mark.usefixtures("nothing_here")
def test_it_names_each_browser_that_is_missing_and_what_brings_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert browsers.main() == 0
    said = capsys.readouterr().out
    assert "firefox: no firefox here; on Debian, `apt-get install firefox-esr` brings it" in said
    assert "webkit: no webkit here; on Debian, `apt-get install webkit2gtk-driver xvfb`" in said
    assert said.count("its tests are skipped") == 2


@pytest.mark.usefixtures("nothing_here")
def test_it_installs_each_browser_that_is_missing_where_it_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(chromium, "may_install", lambda: True)
    monkeypatch.setattr(chromium, "install_packages", lambda *names: asked.extend(names))
    browsers.main()
    assert asked == ["firefox-esr", "webkit2gtk-driver", "xvfb"]


@pytest.mark.usefixtures("nothing_here")
def test_without_chromium_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "main", lambda: 1)
    assert browsers.main() == 1


def test_the_tests_of_a_missing_browser_are_skipped_by_name(tmp_path: Path) -> None:
    folder = "tests/browsers/test_remembering.py"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", folder, "--engines", "firefox,webkit", "-p", "no:xdist"],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path), "FIREFOX": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    for name in browsers.OTHERS:
        assert browsers.missing(name) in done.stdout
    assert "passed" not in done.stdout
