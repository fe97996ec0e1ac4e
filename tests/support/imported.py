"""Reads a file of another program as `selfcheck import` does, and holds it to what is promised."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from selfcheck import bank
from selfcheck.finding import BankError
from selfcheck.imports import bring, report
from tests.support import imported_mutants as mutants
from tests.support.imported_mutants import SAMPLES, Draw
from tests.support.packed import packed

# How a sample is changed, and how many questions a file holds, counted in another way than it is
# read; None where only reading it tells.
Change = Callable[[Draw, bytes], bytes]
KINDS: dict[str, Change] = {
    "moodle/every-type.xml": mutants.xml,
    "gift/every-kind.gift": mutants.lines,
    "jupyterquiz/every-type.json": mutants.tree,
    "mdbook-quiz/every-type.toml": mutants.toml,
    "mkdocs-quiz/every-kind.md": mutants.lines,
    "anki/with-head.tsv": mutants.lines,
    "anki/commas.csv": mutants.lines,
    "qti/canvas.xml": mutants.xml,
    "qti/others-1p2.xml": mutants.xml,
    "qti/new-quizzes.xml": mutants.xml,
    "qti/package21": mutants.package,
    "qti/package30": mutants.package,
}


def counted(name: str, data: bytes) -> int | None:
    """Return how many questions there are; None where nothing but the reader knows."""
    if name == "moodle/every-type.xml":
        found = ElementTree.fromstring(data).findall("question")
        return sum(each.get("type", "").strip().lower() != "category" for each in found)
    if name == "jupyterquiz/every-type.json":
        read = json.loads(data)
        return len(read) if isinstance(read, list) else None
    if name == "mdbook-quiz/every-type.toml":
        held = tomllib.loads(data.decode()).get("questions")
        return len(held) if isinstance(held, list) else None
    return None


def tried(name: str, data: bytes, folder: Path) -> str:
    """Read a file; return what came of it, which is held to what is promised of every file."""
    path = folder / f"{Path(name).stem}{Path(name).suffix or '.zip'}"
    path.write_bytes(data)
    target = folder / "content" / "questions" / "bank.yaml"
    kind = {"mdbook-quiz": "mdbook-quiz", "mkdocs-quiz": "mkdocs-quiz"}.get(name.split("/")[0])
    try:
        found = bring.bring([path], target, kind=kind or name.partition("/")[0])
    except BankError as error:
        for finding in error.findings:
            assert str(finding).startswith(str(path))
            assert str(finding).isprintable()
            assert "selfcheck itself fails" not in str(finding)
            assert finding.place.line >= 1
        return "told"
    # N = M + K.
    counts = found.counts
    assert counts.brought + counts.named == counts.read == len(found.items)
    wanted = counted(name, data)
    assert wanted in (None, counts.read)
    held = sum(1 for draft in found.drafts for group in draft.items for _ in group)
    assert held == counts.brought
    told = "\n".join(report.lines(found.reads))
    assert "selfcheck itself fails" not in told, told
    for each in found.items:
        assert each.held or f"{report.shown(each)} is not brought: {each.reason}" in told
    if counts.brought:
        bring.write(found, force=True)
        assert bank.check(target.parents[1]) == []
    return "brought"


def seed(name: str) -> bytes:
    """Return a sample, a folder of which is packed."""
    path = SAMPLES / name
    return path.read_bytes() if path.is_file() else packed(path)
