"""What a student finds in JupyterLab in the browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tools.lite import contents
from tools.lite.contents import has_kernel, narrow

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\((\.\.?/[^)#]+|[^):#/]+\.ipynb)")


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lite") / "contents"
    contents.stage(folder)
    return folder


def test_what_notebooks_link_to_is_there(staged: Path) -> None:
    found = [
        (path.name, link)
        for path in sorted((staged / "notebooks").glob("*.ipynb"))
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
        for link in LINK.findall("".join(cell["source"]))
    ]
    assert len(found) > 200
    lost = [each for each in found if not (staged / "notebooks" / each[1]).exists()]
    assert lost == []


def test_figures_hold_only_what_can_be_read_there(staged: Path) -> None:
    figures = [*(staged / "content" / "figures").glob("*.svg")]
    assert len(figures) > 10
    for path in figures:
        path.read_text("utf-8").encode("latin-1")


def test_a_sign_beyond_is_named_by_its_number() -> None:
    assert narrow("<text>≥ 5 °C</text>") == "<text>&#8805; 5 °C</text>"


def test_there_is_one_notebook_a_page(staged: Path) -> None:
    names = {path.name for path in (staged / "notebooks").iterdir()}
    assert names == {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_each_notebook_names_its_kernel(path: Path) -> None:
    has_kernel(path)


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": {"language": "python"}},
        {"language_info": {"name": "python"}},
        {"kernelspec": {"language": "R"}, "language_info": {"name": "R"}},
    ],
)
def test_one_without_a_kernel_is_named_with_the_mend(tmp_path: Path, metadata: object) -> None:
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps({"metadata": metadata, "cells": []}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.ipynb: .* choose the kernel Python 3"):
        has_kernel(path)
