"""`make serve`, of the course and of a new one: what it says where something is served already."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["Makefile", "src/selfcheck/new/template/Makefile"])
def test_a_port_that_is_taken_is_told(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        # The site is not built for it; where `make test` runs this, make would name its folder too.
        words = ["make", "--no-print-directory", "-f", name, "--old-file=book", "serve"]
        words.append(f"PORT={port}")
        words.append(f"BIN={Path(sys.executable).parent}")
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stdout.splitlines() == [
        f"Port {port} is taken. Stop what runs there, or take another: make serve PORT=8001"
    ]
    assert "Traceback" not in done.stderr
