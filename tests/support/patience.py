"""Waits for what comes by itself, where a driver does not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

SECONDS = 30
PAUSE = 0.02


def until(look: Callable[[], Any], good: Callable[[Any], bool]) -> Any:
    """Return what *look* finds as soon as it is good."""
    end = time.monotonic() + SECONDS
    while not good(found := look()):
        assert time.monotonic() < end, f"after {SECONDS} s there was still {found!r}"
        time.sleep(PAUSE)
    return found
