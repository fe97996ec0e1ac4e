"""`make lab`: always at one address, or it says why not."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from tools import lab

ROOT = Path(__file__).parents[2]


def test_a_port_that_is_taken_is_said_and_nothing_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert not lab.is_free(port)
        monkeypatch.setenv(lab.VARIABLE, str(port))
        assert lab.main([]) == 1
    said = capsys.readouterr().err
    assert f"Port {port} is taken" in said
    assert f"{lab.VARIABLE}={port + 1} make lab" in said
    assert lab.is_free(port)


def test_the_makefile_opens_it() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^lab: .*\n\t\$\(BIN\)/python -m tools\.lab$", text, re.MULTILINE)
