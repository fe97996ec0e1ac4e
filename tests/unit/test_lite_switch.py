"""The switch of `_config.yml` for JupyterLab in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.lite import __main__ as lite


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site into which JupyterLab was put before, and the folder where that is."""
    monkeypatch.setattr(lite, "SITE", tmp_path)
    folder = tmp_path / lite.FOLDER
    folder.mkdir()
    (folder / "old").touch()
    return folder


def test_off_takes_it_away_and_is_no_fault(put: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lite, "is_on", lambda: False)
    assert lite.main(["--is-on"]) == 1
    assert put.is_dir()
    assert lite.main(["--again"]) == 0
    assert not put.exists()
    assert lite.main([]) == 0
    assert not put.exists()


def test_on_puts_in_what_is_made(
    put: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made"
    made.mkdir()
    (made / "new").touch()
    monkeypatch.setattr(lite, "is_on", lambda: True)
    monkeypatch.setattr(lite, "MADE", made)
    monkeypatch.setattr(lite.stale, "is_fresh", lambda: True)
    assert lite.main(["--is-on"]) == 0
    assert lite.main(["--again"]) == 0
    assert [path.name for path in put.iterdir()] == ["new"]


def test_where_it_was_never_put_the_site_stays_without_it(
    put: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lite, "is_on", lambda: True)
    (put / "old").unlink()
    put.rmdir()
    assert lite.main(["--again"]) == 0
    assert [*tmp_path.iterdir()] == []


def test_what_fails_on_the_way_is_one_line(
    put: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise OSError("no network")

    monkeypatch.setattr(lite, "is_on", lambda: True)
    monkeypatch.setattr(lite.stale, "is_fresh", lambda: False)
    monkeypatch.setattr(lite, "_make", fail)
    assert lite.main([]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert "no network" in said
    assert "make lite" in said
    # The site is as it was.
    assert (put / "old").is_file()
