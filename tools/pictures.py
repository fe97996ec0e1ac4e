"""Takes the pictures of README from the real thing: `python -m tools.pictures`.

It needs the built site, and a Chromium (`python -m tools.chromium`).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from selfcheck.preview.server import Preview
from tools import chromium

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
PICTURES = ROOT / "docs" / "pictures"
PHONE: ViewportSize = {"width": 375, "height": 640}
# What stands above a page's text, in pixels.
HEAD = 64
SCREEN: ViewportSize = {"width": 800, "height": 640}
# A slip that anybody could make, in the bank of the second course.
FLAW = ("      - {text: Full moon, feedback:", "      - {text: New moon, feedback:")


def main() -> int:
    """Take all pictures; return the exit status."""
    if not (SITE / "index.html").is_file():
        print("there is no built site; run `make book` first", file=sys.stderr)
        return 1
    for path in take(PICTURES):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} KB")
    return 0


def take(folder: Path) -> list[Path]:
    """Write the pictures to *folder*; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, _served() as site, _flawed() as preview:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.ARGUMENTS)
        )
        page = browser.new_page(viewport=PHONE)
        found = [_answered(page, site, folder / "answered.png")]
        page.set_viewport_size(SCREEN)
        found.append(_progress(page, site, folder / "my-progress.png"))
        found.append(_preview(page, preview, folder / "preview.png"))
        browser.close()
    return found


def _answered(page: Page, site: str, path: Path) -> Path:
    """Show a question on a phone, answered: the first of the home page."""
    page.goto(f"{site}/book/index.html")
    _answer(page, 0)
    return _shot(page, ".sc-question", path)


def _progress(page: Page, site: str, path: Path) -> Path:
    """Show what a learner has answered, who has answered six questions."""
    page.goto(f"{site}/notebooks/01-what-stem-cells-are.html")
    for n in range(6):
        _answer(page, n)
    page.goto(f"{site}/book/my-progress.html")
    page.locator(".sc-course table").first.wait_for()
    return _shot(page, ".sc-course", path)


def _answer(page: Page, n: int) -> None:
    """Choose the first option of the question number *n* with one right option, and check."""
    question = page.locator('.sc-question[data-q*=\'"type":"choice"\']').nth(n)
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check", exact=True).click()
    question.locator("xpath=self::*[@data-result]").wait_for()


def _preview(page: Page, preview: str, path: Path) -> Path:
    """Show a slip where it stands."""
    page.goto(f"{preview}bank/moon")
    page.locator("form.sc-live").first.wait_for()
    return _shot(page, "article:has(.findings)", path)


def _shot(page: Page, at: str, path: Path) -> Path:
    """Take a picture that begins a little above the first element *at*."""
    # Down from the top: on the way up the theme offers to go back there.
    for top in ("0", f"e.getBoundingClientRect().top + scrollY - {HEAD}"):
        page.locator(at).first.evaluate(f"e => scrollTo({{ top: {top}, behavior: 'instant' }})")
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(drawn))")
    page.screenshot(path=path)
    return path


@contextmanager
def _served() -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
    with _running(server):
        yield f"http://127.0.0.1:{server.server_address[1]}"


@contextmanager
def _flawed() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "moon"
        shutil.copytree(ROOT / "tests" / "moon", course)
        path = course / "content" / "questions" / "moon.yaml"
        path.write_text(path.read_text("utf-8").replace(*FLAW, 1), "utf-8")
        server = Preview(course / "content", 0)
        with _running(server):
            yield server.address


@contextmanager
def _running(server: ThreadingHTTPServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    with server:
        yield
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
