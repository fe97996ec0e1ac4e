"""Notices when a file of a course is saved."""

from __future__ import annotations

import threading
from hashlib import sha256
from pathlib import Path

from selfcheck import course, files
from selfcheck.conf_py import NAME as CONF

# In seconds; an author does not notice such a wait.
BETWEEN = 0.25
# What editors put beside a file while they save it is no change of the course.
HIDDEN = (".", "~")


def state(folder: Path) -> str:
    """Return what changes when a file of the content *folder* does, or one that is read beside."""
    beside = [course.beside(folder, name) for name in (course.CONFIG, CONF)]
    modules = sorted(files.absolute(folder).parent.glob("*.py"))
    found = sha256()
    for path in [*beside, *modules, *sorted(folder.rglob("*"))]:
        if path.name.startswith(HIDDEN[0]) or path.name.endswith(HIDDEN[1]) or path.is_dir():
            continue
        found.update(repr(files.stamp(path)).encode())
    return found.hexdigest()[:16]


class Watch:
    """Looks at a content folder again and again, in a thread of its own."""

    def __init__(self, folder: Path) -> None:
        """Begin to look at *folder*."""
        self._folder = folder
        self._changed = threading.Condition()
        self._ended = False
        self.state = state(folder)
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def other_than(self, known: str, timeout: float) -> str:
        """Return the state once it is another than *known*, or after *timeout* seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self.state != known, timeout)
            return self.state

    @property
    def ended(self) -> bool:
        """Whether nobody looks any more."""
        return self._ended

    def end(self) -> None:
        """Look no more, and wait for nobody."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._thread.join()

    def _look(self) -> None:
        while True:
            with self._changed:
                if self._changed.wait_for(lambda: self._ended, BETWEEN):
                    return
            try:
                now = state(self._folder)
            except OSError:
                # A file went between being listed and being looked at.
                continue
            with self._changed:
                if now != self.state:
                    self.state = now
                    self._changed.notify_all()
