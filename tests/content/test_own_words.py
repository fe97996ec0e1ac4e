"""The course says everything in its own words.

article-runs.txt holds the article that the course examines only as hashes: the first 12 hex
digits of the SHA-256 of each run of eight of its words (lower case, letters and digits alone).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import nbformat
import pytest

from tests.content.conftest import PATHS, ROOT

RUN = 8
HASHES = set((Path(__file__).parent / "article-runs.txt").read_text("utf-8").split())
TEXTS = sorted(
    path
    for pattern in ("book/**/*.md", "content/**/*.yaml", "content/**/*.svg", "docs/*.md", "*.md")
    for path in ROOT.glob(pattern)
)


def runs(text: str) -> dict[str, str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    found = (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:12]: run for run in found}


def test_the_hashes_are_of_a_whole_article() -> None:
    assert len(HASHES) > 1000
    assert all(re.fullmatch("[0-9a-f]{12}", one) for one in HASHES)


@pytest.mark.parametrize("path", [*PATHS, *TEXTS], ids=lambda path: path.name)
def test_no_run_of_eight_words_is_the_articles(path: Path) -> None:
    if path.suffix == ".ipynb":
        text = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
    else:
        text = path.read_text(encoding="utf-8")
    assert not {run for one, run in runs(text).items() if one in HASHES}
