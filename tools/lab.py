"""Opens the course in JupyterLab: `python -m tools.lab [OPTION OF JUPYTERLAB …]`.

Always at the same address, since a browser keeps answers apart for each; and with the course's own
notebooks trusted, since JupyterLab shows only text of a quiz in others.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

ROOT = Path(__file__).parents[1]
CONFIG = ROOT / "tools" / "jupyter_lab_config.py"
FIRST = ROOT / "notebooks" / "00-start-here.ipynb"
VARIABLE = "LAB_PORT"
PORT = 8870
TAKEN = """\
Port {port} is taken: is the course open already, at http://localhost:{port}/lab ?
Stop what runs there, or choose another port: {variable}={other} make lab. The browser keeps answers
by address: those given at port {port} are not shown at another, and come back with it."""


def main(options: list[str]) -> int:
    """Open JupyterLab with *options* of its own; return the exit status."""
    port = int(os.environ.get(VARIABLE, PORT))
    if not is_free(port):
        print(TAKEN.format(port=port, variable=VARIABLE, other=port + 1), file=sys.stderr)
        return 1
    trust(sorted(FIRST.parent.glob("*.ipynb")))
    from jupyterlab.labapp import LabApp

    fixed = [f"--config={CONFIG}", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    LabApp.launch_instance([*fixed, *options, str(FIRST)])
    return 0


def is_free(port: int) -> bool:
    """Return whether a server may listen on *port* of this machine, at each of its addresses."""
    for family, kind, _, _, address in socket.getaddrinfo("localhost", port, 0, socket.SOCK_STREAM):
        with socket.socket(family, kind) as probe:
            # Windows would let two listen.
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(address)
            except OSError as error:
                # A machine may lack one kind of address.
                if error.errno == errno.EADDRINUSE:
                    return False
    return True


def trust(paths: list[Path]) -> None:
    """Sign the notebooks at *paths*, as `jupyter trust` does."""
    notary = NotebookNotary()
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        if not notary.check_signature(notebook):
            notary.sign(notebook)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
