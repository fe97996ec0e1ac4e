"""On the built site every link leads somewhere, anchors included."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
from markdown_it import MarkdownIt

from tests.content.conftest import ROOT

SITE = ROOT / "_build" / "html"
# The one source that nobody has seen answer under https: an older site of the ISSCR.
OLD = "http://www.closerlookatstemcells.org/What_to_Ask.html"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PAGES = sorted(path for name in ("book", "notebooks") for path in (SITE / name).rglob("*.html"))


class Page(HTMLParser):
    """The ids and the addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.repeated: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                if value in self.ids:
                    self.repeated.add(value)
                self.ids.add(value)
            elif name in ("href", "src") and value:
                self.links.add(value)


@cache
def read(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def test_there_is_a_built_site() -> None:
    assert PAGES, "run `make book` first"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    for link in read(path).links:
        parts = urlsplit(link)
        if parts.scheme in ("http", "https"):
            assert "." in parts.netloc, link
            continue
        if parts.scheme in ("data", "mailto"):
            continue
        assert not parts.scheme, link
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        assert target.is_file(), link
        if parts.fragment and target.suffix == ".html":
            assert unquote(parts.fragment) in read(target).ids, link


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_link_of_the_site_goes_by_http(path: Path) -> None:
    """Such a link is old, or none that an author wrote: a name with a full stop in it."""
    assert {link for link in read(path).links if link.startswith("http:")} <= {OLD}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_link_of_a_notebook_goes_by_http(path: Path) -> None:
    html = MarkdownIt("commonmark").enable("table")
    found: set[str] = set()
    for cell in nbformat.read(path, as_version=4).cells:
        shown = [html.render(cell.source)] if cell.cell_type == "markdown" else []
        shown += [out.get("data", {}).get("text/html", "") for out in cell.get("outputs", ())]
        found |= {link for text in shown for link in Page(text).links if link.startswith("http:")}
    assert found <= {OLD}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_id_repeats_on_a_page(path: Path) -> None:
    assert not read(path).repeated
