"""Runs a command that reaches this machine alone: `python -m tools.offline COMMAND …`.

It gets a network namespace of its own, in which there is a loopback and nothing else. Where a
machine does not allow that, the command runs all the same, and this says so.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys

INSIDE = "--inside"
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def main(words: list[str]) -> int:
    """Run the command *words*; return its exit status."""
    if words[0] == INSIDE:
        loopback()
        os.execvp(words[1], words[1:])
    command = unshared()
    if not command:
        print("No network of its own is allowed here: the command sees this one.", file=sys.stderr)
        return subprocess.run(words).returncode
    again = [sys.executable, "-m", "tools.offline", INSIDE]
    return subprocess.run([*command, *again, *words]).returncode


def unshared() -> list[str]:
    """Return what runs a command in a network of its own; nothing where that is not allowed."""
    command = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if not shutil.which("unshare"):
        return []
    return [] if subprocess.run([*command, "true"], capture_output=True).returncode else command


def loopback() -> None:
    """Switch the loopback on: a new network has it switched off."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sh14x", b"lo", 0)
        (flags,) = struct.unpack("16xh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, asked))
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
