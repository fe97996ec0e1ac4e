"""A page has the styles of what it shows, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from tests.support import tiny

HEAD = "---\ndescription: A page to test which styles come with what a page shows, no more.\n---\n"
CODE = "```python\nx = 1\n```"
PAGES = {"plain": "Text with `x`.", "code": CODE}
OUTPUTS = {"words": "one", "colours": "\x1b[31mone\x1b[0m"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tiny.written(tmp_path_factory.mktemp("lean"), "", conf=tiny.WITH_SITE)
    names = "\n".join([*PAGES, *OUTPUTS])
    (folder / "index.md").write_text(f"{HEAD}# A page\n\n```{{toctree}}\n{names}\n```\n")
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(f"{HEAD}# A page\n\n{text}\n")
    for name, text in OUTPUTS.items():
        output = nbformat.v4.new_output("stream", name="stdout", text=text)
        cell = nbformat.v4.new_code_cell("1", outputs=[output], metadata={"tags": ["remove-input"]})
        title = nbformat.v4.new_markdown_cell("# A page")
        about = {"description": "A page to test which styles come with what a page shows."}
        notebook = nbformat.v4.new_notebook(cells=[title, cell], metadata=about)
        nbformat.write(notebook, folder / f"{name}.ipynb")
    assert tiny.sphinx(folder, "-W") == (0, "")
    return folder / "site"


@pytest.mark.parametrize(
    ("name", "styles"),
    [
        ("plain", set()),
        ("code", {"pygments"}),
        ("words", {"pygments", "cells"}),
        ("colours", {"pygments", "mystnb"}),
    ],
)
def test_a_page_has_the_styles_of_what_it_shows(site: Path, name: str, styles: set[str]) -> None:
    text = (site / f"{name}.html").read_text("utf-8")
    links = re.findall(r'rel="stylesheet"[^>]*href="([^"]*)"', text)
    known = ("pygments", "cells", "mystnb")
    assert {each for each in known for link in links if each in link} == styles


def test_the_style_of_cells_is_whole(site: Path) -> None:
    style = (site / "_static" / "lean" / "cells.css").read_text("utf-8")
    assert style.count("{") == style.count("}") > 20
    assert "div.cell" in style
    assert "-Color[" not in style
