"""Opens the system's WebKit on a screen that nobody sees, since it has no mode without one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tools.browsers import WebKit


@contextmanager
def opened(programs: WebKit, width: int, height: int) -> Iterator[webdriver.WebKitGTK]:
    """Yield the driver of a window."""
    options = Options()
    options.binary_location = programs.browser
    options.add_argument("--automation")
    with _screen(programs.screen) as display:
        service = Service(programs.driver, env={**os.environ, "DISPLAY": display})
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            driver.set_window_size(width, height)
            yield driver
        finally:
            driver.quit()


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """Yield the name of a new screen, which Xvfb chooses and writes to its output."""
    command = [program, "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout
        try:
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()
