"""Writes for a site what the course consists of, and the questions of each bank.

All are classic scripts, since nothing else loads from `file://`: `selfcheck/course.js` sets
`selfcheckCourse`, with addresses from the site's root on, `selfcheck/pages.js` sets
`selfcheckPages` to its pages alone, and `selfcheck/banks/<bank>.js` adds to `selfcheckBanks`. A
page loads them when it has use for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from selfcheck import course, engine, read_again, views
from selfcheck.finding import BankError
from selfcheck.notes import Notes
from selfcheck.outline import settings
from selfcheck.outline.asked import Ask, Pool, asked, pools
from selfcheck.outline.banks import Told, script, told
from selfcheck.outline.folder import entry

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LOGGER = logging.getLogger(__name__)
# What Sphinx calls a project to which a conf.py gives no name.
NAMELESS = "Project name not set"
# After all links of objectives have been looked up.
LATE = 800


class Noted(NamedTuple):
    """What is noted of a page: what it asks, what it draws from, and in which sections."""

    asks: list[Ask]
    pools: list[Pool]
    sections: dict[str, str]


NOTES: Notes[Noted] = Notes("selfcheck_asked")


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    app.connect("doctree-read", _note)
    NOTES.setup(app)
    app.connect("env-updated", _write, priority=LATE)


def _note(app: Sphinx, document: nodes.document) -> None:
    sections: dict[str, str] = {}
    shown = []
    for node in read_again.quizzes(document):
        html = node.astext()
        shown.append(html)
        for ask in asked(html):
            sections.setdefault(ask.question, _section(node))
    everything = "\n".join(shown)
    asks = asked(everything)
    if asks:
        NOTES.of(app.env)[app.env.docname] = Noted(asks, pools(everything), sections)


def _section(node: nodes.Node) -> str:
    """Return the id of the section in which *node* stands; nothing for that of the whole page."""
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    if node is None or isinstance(node.parent, nodes.document) or not node["ids"]:
        return ""
    return str(node["ids"][0])


def _write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the scripts; return no page, since none names what stands in them."""
    if app.builder.format == "html":
        folder = Path(app.outdir) / "_static" / "selfcheck"
        (folder / "banks").mkdir(parents=True, exist_ok=True)
        _Site(app, env, folder).write()
    return []


class _Site:
    def __init__(self, app: Sphinx, env: BuildEnvironment, folder: Path) -> None:
        self.app = app
        self.env = env
        self.folder = folder
        self.noted = NOTES.of(env)
        # In reading order, those with questions alone; each with its part.
        listed = dict(_reading_order(env, str(app.config.root_doc), "", set()))
        self.parts = {name: listed.get(name, "") for name in [*listed, *sorted(self.noted)]}
        self.pages = [name for name in self.parts if name in self.noted]

    def write(self) -> None:
        banks: dict[str, Any] = {}
        questions: dict[str, Any] = {}
        for name, page in self._asking().items():
            if not (found := self._told(name, page)):
                continue
            banks[name] = {
                "title": found.title,
                "script": self._script(name, found),
                "objectives": found.objectives,
            }
            questions |= found.questions
        for page in reversed(self.pages):
            for name, section in self.noted[page].sections.items():
                if name in questions:
                    questions[name]["address"] = self._address(page, section)
        outline = {
            "course": self.app.config[course.ID],
            "title": self._title(),
            "pages": [self._page(page) for page in self.pages],
            "banks": banks,
            "questions": questions,
            "unreviewed": self._unreviewed(banks),
            "views": {
                name: self._address(page, "") for name, page in views.pages(self.env).items()
            },
        }
        self._save("course.js", f"self.selfcheckCourse={_json(outline)};\n")
        self._save("pages.js", f"self.selfcheckPages={_json(outline['pages'])};\n")

    def _save(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")

    def _asking(self) -> dict[str, str]:
        """Return the banks of which questions are asked, each with the first page that does."""
        found: dict[str, str] = {}
        for page in self.pages:
            for ask in self.noted[page].asks:
                found.setdefault(ask.question.partition("/")[0], page)
        return found

    def _told(self, name: str, page: str) -> Told | None:
        """Return what a bank tells; nothing where it cannot be read, which its page has said."""
        folder = Path(self.app.srcdir) / "content"
        config = self.app.config
        plugins = engine.load(
            folder, tuple(config[course.PLUGINS]), tuple(config[course.FUNCTIONS])
        )

        def address(notebook: str, heading: str) -> str:
            found = read_again.target(self.env, page, notebook, heading)
            return self._address(*found) if found else ""

        try:
            return told(name, folder, plugins, address)
        except (LookupError, BankError):
            return None
        # The last net: content alone never ends a build.
        except Exception as error:
            why = f"{type(error).__name__}: {' '.join(str(error).split())}"
            LOGGER.warning(f"views over the whole course leave the bank {name!r} out ({why})")
            return None

    def _script(self, name: str, found: Told) -> str:
        text = script(name, found)
        self._save(f"banks/{name}.js", text)
        # Changes with the questions, so that no old ones are taken from a cache.
        return f"banks/{name}.js?v={sha256(text.encode()).hexdigest()[:8]}"

    def _page(self, page: str) -> dict[str, Any]:
        title = self.env.titles[page].astext()
        noted = self.noted[page]
        return entry(title, self._address(page, ""), self.parts[page], noted.asks, noted.pools)

    def _address(self, page: str, section: str) -> str:
        path = self.app.builder.get_target_uri(page).partition("#")[0]
        return f"{path}#{section}" if section else path

    def _title(self) -> str:
        config = self.app.config
        return str(config.html_title if config.project == NAMELESS else config.project)

    def _unreviewed(self, banks: dict[str, Any]) -> list[str]:
        names = list(self.app.config[settings.UNREVIEWED])
        for name in names:
            if name not in banks:
                LOGGER.warning(
                    f"`{settings.UNREVIEWED}` names {name!r}, a bank of which no page asks anything"
                )
        return names


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _reading_order(
    env: BuildEnvironment, name: str, part: str, seen: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield the pages below *name*, and itself, in the order of the tables of contents."""
    if name in seen or name not in env.all_docs:
        return
    seen.add(name)
    yield name, part
    for toctree in env.tocs[name].findall(addnodes.toctree):
        for page in toctree["includefiles"]:
            yield from _reading_order(env, page, toctree.get("caption") or part, seen)
