"""A file that is written anew, or left as it was."""

import os
import stat
from pathlib import Path

import pytest

from selfcheck import files


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_bytes(b"before")
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows knows one bit of a mode")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_keeps_the_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    files.replace(path, b"after\r\n")
    assert path.read_bytes() == b"after\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert list(path.parent.iterdir()) == [path]


def test_follows_a_link(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.yaml"
    try:
        link.symlink_to(Path("..") / path.name)
    except OSError:
        pytest.skip("this system has no links")
    files.replace(link, b"after")
    assert link.is_symlink()
    assert path.read_bytes() == b"after"
    assert list(folder.iterdir()) == [link]


def test_leaves_a_read_only_file(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        files.replace(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(path.parent.iterdir()) == [path]


def test_leaves_the_file_when_the_disk_is_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.replace(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(path.parent.iterdir()) == [path]


def test_makes_no_new_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files.replace(tmp_path / "bank.yaml", b"after")
    assert not list(tmp_path.iterdir())


def test_a_stamp_changes_with_the_file(path: Path) -> None:
    os.utime(path, ns=(1, 1))
    stamps = [files.stamp(path)]
    path.write_bytes(b"longer than before")
    os.utime(path, ns=(1, 1))
    stamps.append(files.stamp(path))
    os.utime(path, ns=(2, 2))
    stamps.append(files.stamp(path))
    other = path.rename(path.with_name("other.yaml"))
    stamps += [files.stamp(path), files.stamp(other), files.stamp(path, other)]
    assert len({*stamps}) == len(stamps)
    assert files.stamp(other) == files.stamp(other)
