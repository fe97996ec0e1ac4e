"""Processes that answer, each as the kernel of a notebook does: `python -m tests.support.writers`.

`write COUNT SHARED NAME`: when a line comes in, COUNT attempts, SHARED of which others make too.
`die TIMES`: so often, a process that answers until it is killed at some moment.

Both print the id of an attempt when it is confirmed.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any

from selfcheck.log.talk import Talk
from tests.support.statements import COURSE, THEN, statement

# Seconds that the writing of an attempt may take.
A_WRITE = 0.006


def attempts(name: str, shared: int) -> Iterator[dict[str, Any]]:
    """Yield attempts without end, the first of them of all *name*s."""
    for n in count():
        whose = "shared" if n < shared else name
        yield statement(f"moon/q{n % 30}", THEN + n, id=f"{whose}-{n}")


def write(most: int, shared: int, name: str, confirmed: Callable[[str], object]) -> None:
    """Answer *most* times; tell what is confirmed, and send again what is not, as a page does."""
    kept: set[str] = set()

    def hear(message: dict[str, Any]) -> None:
        if message["type"] == "kept":
            for each in message["ids"]:
                kept.add(each)
                confirmed(each)
        elif message["type"] == "not-kept":
            print(message, file=sys.stderr)

    talk = Talk(COURSE, hear)
    for _, made in zip(range(most), attempts(name, shared), strict=False):
        for _ in range(10):
            if made["id"] not in kept:
                talk.hear({"type": "attempt", "statement": made})


def die(times: int) -> None:
    """Let processes begin to answer, and kill them."""
    chance = random.Random(12)
    # A process that is made of this one has all modules, and begins at once.
    write(1, 0, "first", print)
    for n in range(times):
        to_read, to_write = os.pipe()
        child = os.fork()
        if not child:
            with os.fdopen(to_write, "w", buffering=1) as pipe:
                write(10**6, 0, f"life-{n}", partial(print, file=pipe))
        os.close(to_write)
        said = b""
        for _ in range(chance.randrange(5)):
            said += os.read(to_read, 4096)
        # What is tested is that any moment will do.
        time.sleep(chance.random() * A_WRITE)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(to_read, 4096):
            said += more
        os.close(to_read)
        # Of the last line, half may be missing.
        print(said.decode().rpartition("\n")[0], flush=True)


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    if what == "write":
        print("ready", flush=True)
        sys.stdin.readline()
        most, shared, name = words
        write(int(most), int(shared), name, lambda name: print(name, flush=True))
    else:
        die(int(words[0]))
