"""Serves a folder on localhost, for as long as a test needs it."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TEXT = (".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".wasm")
# Sphinx's own pages stand elsewhere.
FOLDERS = ("book", "notebooks")
# What a page has by which it leads on to another.
LEADS = ('class="course-moved"', 'http-equiv="refresh"')


def pages(site: Path) -> list[str]:
    """Return the names of the course's pages in *site*, without those that only lead on."""
    return sorted(
        path.relative_to(site).as_posix()
        for folder in FOLDERS
        for path in (site / folder).rglob("*.html")
        if not leads_on(path)
    )


def leads_on(page: Path) -> bool:
    """Return whether a page only leads on to another."""
    text = page.read_text("utf-8")
    return any(each in text for each in LEADS)


@functools.lru_cache(maxsize=64)
def _zipped(path: Path, _changed: int) -> bytes:
    """Return what *path* holds, zipped: Python for the browser takes a second."""
    return gzip.compress(path.read_bytes(), compresslevel=6)


class _Server(SimpleHTTPRequestHandler):
    """Sends text zipped, as every host of static sites does; *head* comes first in each page."""

    def __init__(
        self,
        *arguments: Any,
        headers: Mapping[str, str],
        head: str,
        sent: list[int],
        **named: Any,
    ) -> None:
        self.sent = sent
        self.more = headers
        self.head = head.encode()
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for name, text in self.more.items():
            self.send_header(name, text)
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXT or not path.is_file():
            self.sent.append(path.stat().st_size if path.is_file() else 0)
            super().do_GET()
            return
        if path.suffix == ".html":
            page = path.read_bytes().replace(b"<head>", b"<head>" + self.head, 1)
            body = gzip.compress(page)
        else:
            body = _zipped(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        # A tab fetches a page each time, and once what pages load, as from most hosts.
        if path.suffix != ".html":
            self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append(len(body))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(
    folder: Path,
    *,
    headers: Mapping[str, str] | None = None,
    head: str = "",
    sent: list[int] | None = None,
) -> Iterator[str]:
    """Yield the address of *folder*, without a slash at the end.

    *headers* go with all of it; *head* comes first in each page. *sent* fills with the bytes of
    what was sent.
    """
    given: dict[str, Any] = {
        "headers": headers or {},
        "head": head,
        "sent": [] if sent is None else sent,
    }
    handler = functools.partial(_Server, directory=str(folder), **given)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
