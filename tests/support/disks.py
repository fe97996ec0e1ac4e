"""Disks that are full, and folders that may not be written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """Make *folder* a disk of *size* bytes, where the machine lets us; tells whether it does."""
    folder.mkdir(exist_ok=True)
    if not _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder):
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing be written in *folder*, by whoever runs the tests."""
    if os.name == "posix" and os.geteuid() == 0:
        # The mode of a folder is nothing to root.
        mounted = _mount("--bind", folder, folder) and _mount("-o", "remount,ro,bind", folder)
        try:
            yield
        finally:
            if mounted:
                subprocess.run(["umount", folder], check=True)
        return
    mode = folder.stat().st_mode
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(mode)


def may_write(folder: Path) -> bool:
    """Return whether something can be written in *folder*."""
    path = folder / "probe"
    try:
        path.touch()
        path.unlink()
    except OSError:
        return False
    return True


def _mount(*words: str | Path) -> bool:
    try:
        return subprocess.run(["mount", *words], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False
