"""Views over the whole course in a notebook: `progress()` and `review()`.

The widget's script asks for what it shows by messages, so nothing of a learner is in its traits or
in what a notebook keeps of it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from selfcheck import content, engine, files
from selfcheck import course as courses
from selfcheck.identity import is_id
from selfcheck.log.keeper import KERNEL, keeper
from selfcheck.outline import views
from selfcheck.outline.settings import load

STATIC = Path(__file__).parent / "static"


class Study(anywidget.AnyWidget):
    """A view over the whole course.

    `view` is its name, `course` the id of the course, under which answers are kept, and `language`
    that of its words. `base` leads from the notebook's folder to that of the course. The page asks
    for the course's outline and for the questions of a bank by messages. Where the kernel is the
    `keeper` of answers, it talks of them as a quiz does (`selfcheck.log.talk`); the browser has
    them itself.
    """

    _esm = STATIC / "study.js"
    _css = STATIC / "study.css"

    view = traitlets.Unicode().tag(sync=True)
    course = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    base = traitlets.Unicode().tag(sync=True)
    keeper = traitlets.Unicode().tag(sync=True)

    def __init__(self, view: str) -> None:
        """Make the *view* of the course around the working directory."""
        from selfcheck.log.talk import Talk

        # The page asks later, when a cell may have gone to another folder.
        folder = files.absolute(content.folder())
        language = load(folder).language
        self._folder = folder
        self._words = views.words(view, language)
        self._html = views.html(view, language)
        course = courses.load(folder).id
        super().__init__(
            view=view, course=course, language=language, base=_base(folder), keeper=keeper()
        )
        self._talk = Talk(course, self.send) if self.keeper == KERNEL else None
        self.on_msg(lambda _widget, said, _buffers: self._hear(said))

    def __repr__(self) -> str:
        """Return words without an address: saved notebooks must not change from run to run."""
        return self._words

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**options) or ({}, {})
        return {**data, "text/plain": self._words, "text/html": self._html}, metadata

    def _hear(self, said: object) -> None:
        if not isinstance(said, dict):
            return
        kind, nr = said.get("type"), said.get("nr")
        if kind == "outline":
            from selfcheck.outline import outline

            self.send({"type": kind, "nr": nr, "outline": outline(self._folder)})
        elif kind == "bank":
            self.send({"type": kind, "nr": nr, **self._bank(said.get("name"))})
        elif self._talk:
            self._talk.hear(said)

    def _bank(self, name: Any) -> dict[str, Any]:
        """Return the questions of a bank, and the scripts of its types that plugins brought.

        There is nothing in it where the bank cannot be read.
        """
        from selfcheck.finding import BankError
        from selfcheck.outline.folder import questions_of

        if not is_id(name):
            return {}
        try:
            told = questions_of(name, self._folder)
            paths = engine.load(self._folder).scripts(told.types).values()
        except (LookupError, BankError, OSError):
            return {}
        return {**told.script, "scripts": [path.read_text(encoding="utf-8") for path in paths]}


def progress() -> Study:
    """Return *My progress*: what was done in the course, how it went, and what comes next.

    It shows what is in the learner's own log, or in the browser where that keeps the answers, as
    the site's page of that name does; there answers are taken along, brought in and deleted too.
    Raises `FileNotFoundError` outside of a course.
    """
    return Study("progress")


def review() -> Study:
    """Return the questions of the course that are due today, one at a time.

    Raises `FileNotFoundError` outside of a course.
    """
    return Study("review")


def _base(folder: Path) -> str:
    """Return what leads from the notebook, which is where its kernel works, to the course."""
    root = folder.parent
    try:
        return f"{Path(os.path.relpath(root)).as_posix()}/"
    except ValueError:
        # On another drive, where nothing leads to.
        return ""
