"""Serves a preview to browsers on this machine, and to nobody else."""

from __future__ import annotations

import mimetypes
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selfcheck import bank, course, engine, scripts
from selfcheck.finding import BankError
from selfcheck.preview import pages
from selfcheck.preview.draft import Draft, draft, said_of
from selfcheck.preview.watch import Watch
from selfcheck.words import nearest

HOST = "127.0.0.1"
OWN = Path(__file__).parent
# What a bank's text could smuggle into a page does not run; as docs/publishing.md has it.
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'"
)
# In seconds. A connection that says nothing for longer may be cut by something in between.
SILENCE = 15


class Preview(ThreadingHTTPServer):
    """A preview of the banks in a content folder; closed, it leaves nothing behind."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int, only: str | None = None) -> None:
        """Listen on *port* of this machine, or a free one for 0.

        only: the name of the one bank that is shown. Raises `OSError` when the port is taken.
        """
        self.folder = folder
        self.only = only
        self.watch = Watch(folder)
        self._scripts = tempfile.TemporaryDirectory(prefix="selfcheck-preview-")
        self._writing = threading.Lock()
        # It closes what is there by now, when the port is taken.
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """The address of the first page."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def server_close(self) -> None:
        """Stop listening, watching, and keeping scripts."""
        super().server_close()
        self.watch.end()
        self._scripts.cleanup()

    def names(self) -> list[str]:
        """Return the names of the banks that are shown."""
        return [self.only] if self.only else bank.names(self.folder)

    def index(self) -> str:
        """Return the first page."""
        said = said_of(self.folder)
        drafts = [draft(name, self.folder, said) for name in self.names()]
        banks = {each.path for each in drafts}
        elsewhere = [each for each in said if each.finding.path not in banks]
        return pages.index(self.folder.absolute().parent.name, drafts, elsewhere)

    def page(self, name: str) -> str:
        """Return the page of a bank."""
        made = draft(name, self.folder, said_of(self.folder))
        return pages.page(made, self.scripts(made), self._course())

    def scripts(self, made: Draft) -> pages.Scripts:
        """Return the scripts for the language of a bank, which are written when first needed."""
        language = nearest(made.language)
        target = Path(self._scripts.name) / language
        with self._writing:
            if not target.exists():
                brought = engine.load(self.folder).scripts() if made.pieces else {}
                scripts.write(target, language, brought)
        return pages.Scripts(target, f"/scripts/{language}")

    def file(self, path: str) -> Path | None:
        """Return the file that a page asks for at *path*, if it is one of the preview's."""
        for start, folder in (("/preview/", OWN), ("/scripts/", Path(self._scripts.name))):
            if path.startswith(start):
                found = (folder / path.removeprefix(start)).resolve()
                inside = found.is_relative_to(folder.resolve())
                if inside and found.suffix in (".js", ".css") and found.is_file():
                    return found
        return None

    def _course(self) -> str:
        """Return the id under which a browser keeps what is answered here: not the course's own."""
        try:
            return f"preview-{course.load(self.folder).id}"
        except BankError:
            return "preview"


class _Handler(BaseHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        """Answer a request."""
        # A page of another host that has this one's address must not read what is written here.
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in (HOST, "localhost"):
            return self._send(
                HTTPStatus.FORBIDDEN, "text/plain", b"This is for this machine alone.\n"
            )
        path = unquote(urlsplit(self.path).path)
        if path == "/changes":
            return self._changes()
        if found := self.server.file(path):
            kind = mimetypes.guess_type(found.name)[0] or "text/plain"
            return self._send(HTTPStatus.OK, kind, found.read_bytes())
        if path == "/" and not self.server.only:
            return self._page(self.server.index)
        name = self.server.only if path == "/" else path.removeprefix("/bank/")
        if name and name in self.server.names():
            return self._page(partial(self.server.page, name))
        return self._send(HTTPStatus.NOT_FOUND, "text/html", pages.missing().encode())

    def _page(self, make: Callable[[], str]) -> None:
        try:
            text = make()
        # Whatever is wrong with a course, the page says so and is made anew at the next save.
        except Exception as error:
            text = pages.failed(f"{type(error).__name__}: {error}")
        self._send(HTTPStatus.OK, "text/html", text.encode("utf-8", "replace"))

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(data)

    def _changes(self) -> None:
        """Tell the page the state of the folder, now and whenever it is another (SSE)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known = ""
        while not self.server.watch.ended:
            now = self.server.watch.other_than(known, SILENCE)
            line = f"data: {now}\n\n" if now != known else ": still here\n\n"
            known = now
            try:
                self.wfile.write(line.encode())
                self.wfile.flush()
            except OSError:
                # The page has gone.
                return

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""
