"""Leads the links of objectives to the sections that Sphinx made, on this page or another.

Sphinx alone knows what a section is called: `#numbers`, or `#id1` where a heading has no Latin
letter or stands twice. So the sections of each page are noted when it is read. When all have been
read, each link is looked up; one that leads nowhere is an error at each build, and a page is
written anew when the section to which it leads has another name.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from selfcheck import saved
from selfcheck.headings import alike, words
from selfcheck.notes import Notes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LOGGER = logging.getLogger(__name__)


class Link(NamedTuple):
    """A link of an objective, as the HTML of a quiz has it."""

    quiz: str
    notebook: str
    heading: str


class Page(NamedTuple):
    """What is noted of a page.

    sections: the id of each section, by its heading; links: those of its quizzes, with the line.
    leads: where these led, when the page was written last.
    """

    sections: dict[str, str]
    links: dict[Link, int | None]
    leads: dict[Link, str]


NOTES: Notes[Page] = Notes("selfcheck_sections")


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    app.add_post_transform(Sections)
    app.connect("doctree-read", _note)
    NOTES.setup(app)
    app.connect("env-updated", _look_up)


class Sections(SphinxPostTransform):
    """Puts the addresses into the quizzes of a page, those of notebooks too."""

    # After myst-nb has chosen which form of an output stands on the page.
    default_priority = 500
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Put the addresses into the document."""
        for node in list(quizzes(self.document)):
            node[:] = [nodes.Text(saved.linked(node.astext(), self._address))]

    def _address(self, notebook: str, heading: str) -> str:
        """Return the address of a section; nothing when there is none, which has been said."""
        here = self.env.docname
        found = target(self.env, here, notebook, heading)
        if not found:
            return ""
        page, section = found
        # For the page itself it may be a # alone.
        path = self.app.builder.get_relative_uri(here, page).partition("#")[0]
        return escape(f"{path}#{section}")


def quizzes(document: nodes.Element) -> Iterator[nodes.raw]:
    """Yield each piece of HTML with a quiz in *document*."""
    for node in document.findall(nodes.raw):
        if "html" in node.get("format", "").split() and saved.needs(node.astext()):
            yield node


def target(env: BuildEnvironment, here: str, notebook: str, heading: str) -> tuple[str, str] | None:
    """Return the page and the id of the section that an objective of the page *here* names."""
    page = _page(env, here, notebook)
    section = _section(env, page, heading)
    return (page, section) if section else None


def _note(app: Sphinx, document: nodes.document) -> None:
    """Note the sections of a page that has been read, and where its quizzes lead."""
    page = Page({}, {}, {})
    for section in document.findall(nodes.section):
        title = section.next_node(nodes.title)
        if title is not None and section["ids"]:
            # Of two headings that are the same, readers are led to the first.
            page.sections.setdefault(alike(_seen(title)), section["ids"][0])
    for node in quizzes(document):
        for quiz, notebook, heading in saved.links(node.astext()):
            page.links.setdefault(Link(quiz, notebook, heading), node.line)
    NOTES.of(app.env)[app.env.docname] = page


def _seen(title: nodes.Element) -> str:
    """Return the words of a *title*, as `words` has them: without the number of a footnote."""
    if isinstance(title, nodes.footnote_reference):
        return ""
    if not title.children:
        return str(title.astext())
    return "".join(map(_seen, title.children))


def _look_up(_: Sphinx, env: BuildEnvironment) -> list[str]:
    """Say which links lead nowhere; return the pages whose links lead elsewhere than before."""
    changed = []
    for name, page in sorted(NOTES.of(env).items()):
        leads = {}
        for link, line in page.links.items():
            target = _page(env, name, link.notebook)
            section = _section(env, target, link.heading)
            leads[link] = f"{target}#{section}"
            if not section:
                LOGGER.error(_nowhere(env, target, link), location=(name, line))
        if leads != page.leads:
            page.leads.clear()
            page.leads.update(leads)
            changed.append(name)
    return changed


def _nowhere(env: BuildEnvironment, page: str, link: Link) -> str:
    if page not in env.found_docs:
        what = f"there is no page {link.notebook!r}; mend `notebook`"
    else:
        what = f"the page {page!r} has no heading {link.heading!r}; mend `heading`"
    return (
        f"a link of the quiz {link.quiz!r} to read again leads nowhere: {what} of the objective in "
        f"content/questions/{link.quiz}.yaml"
    )


def _page(env: BuildEnvironment, here: str, notebook: str) -> str:
    """Return the page of *notebook*, which is beside *here*, or anywhere in the course."""
    beside = _joined(str(PurePosixPath(here).parent), notebook)
    known = env.found_docs
    if beside in known:
        return beside
    parts = tuple(part for part in notebook.split("/") if part != "..")
    named = (page for page in sorted(known) if PurePosixPath(page).parts[-len(parts) :] == parts)
    return next(named, beside)


def _joined(folder: str, notebook: str) -> str:
    parts = [part for part in folder.split("/") if part != "."]
    for part in notebook.split("/"):
        if part == "..":
            del parts[-1:]
        else:
            parts.append(part)
    return "/".join(parts)


def _section(env: BuildEnvironment, page: str, heading: str) -> str:
    """Return the id of the section; nothing when there is none."""
    noted = NOTES.of(env)
    sections = noted[page].sections if page in noted else {}
    return sections.get(alike(heading)) or sections.get(alike(words(heading)), "")
