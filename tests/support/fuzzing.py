"""Reads a mutant as the course would: what comes of it is a success, or findings."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from citations import ProblemsError, load
from selfcheck import bank, course
from selfcheck.finding import BankError, Finding
from stemcourse import evidence, glossary, regulation, studies
from tests.support.mutants import SEEDS

# A file takes no longer, in seconds.
LONGEST = 10

ROWS = "def rows():\n    return [{'n': 4, 'half': 2}, {'n': 6, 'half': 3}]\n"
LOADERS: dict[str, Callable[[Path], Any]] = {
    "references.bib": load,
    "claims.yaml": evidence.load,
    "regulation.yaml": regulation.load,
    "studies.yaml": studies.load,
    "glossary.yaml": glossary.load,
}


def made(folder: Path) -> Path:
    """Make a course in *folder* in which all is sound; return its content folder."""
    content = folder / "content"
    for inside in ("questions", "evidence", "figures"):
        (content / inside).mkdir(parents=True)
    shutil.copy(SEEDS / "bank.yaml", content / "questions")
    shutil.copy(SEEDS / "figure.svg", content / "figures")
    for name in ("references.bib", "claims.yaml", "regulation.yaml", "studies.yaml"):
        shutil.copy(SEEDS / name, content / "evidence")
    shutil.copy(SEEDS / "glossary.yaml", content)
    shutil.copy(SEEDS / "_config.yml", folder)
    (folder / "somewhere.py").write_text(ROWS, encoding="utf-8")
    return content


def path_of(content: Path, name: str) -> Path:
    """Return where the file *name* stands in a course."""
    rooms = {
        "bank.yaml": content / "questions",
        "glossary.yaml": content,
        "_config.yml": content.parent,
        "conf.py": content.parent,
    }
    return rooms.get(name, content / "evidence") / name


def outcome(content: Path, name: str, data: bytes) -> str:
    """Return `sound`, or `findings`, when the file *name* of a course holds *data*.

    Raises whatever a build would raise, and `AssertionError` for what no author could read.
    """
    path = path_of(content, name)
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)
    started = time.monotonic()
    try:
        found = _bank(content, path) if name == "bank.yaml" else _other(content, path)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    taken = time.monotonic() - started
    assert taken < LONGEST, f"{taken:.1f} s"
    return "findings" if found else "sound"


def _bank(content: Path, path: Path) -> bool:
    findings = bank.check(content)
    _readable([str(each) for each in findings], path, places=findings)
    if not findings:
        from selfcheck.render import html
        from selfcheck.render.key import answer_key

        read = bank.load(path.stem, content)
        html(read, bank.references(content), None, content).encode("utf-8")
        answer_key(read).encode("utf-8")
    return bool(findings)


def _other(content: Path, path: Path) -> bool:
    problems: list[str] = []
    try:
        if reader := LOADERS.get(path.name):
            reader(path)
        else:
            course.load(content)
    except (ProblemsError, BankError) as error:
        problems = str(error).splitlines()
        assert problems
    # The banks are checked whatever else is wrong.
    told = [str(each) for each in bank.check(content)]
    _readable([*problems, *told], path)
    return bool(problems)


def _readable(said: list[str], path: Path, places: list[Finding] | None = None) -> None:
    for line in said:
        assert line.isprintable(), line
        line.encode("utf-8")
        assert len(line) < 3000, line[:3000]
        assert "selfcheck itself fails" not in line, line
        assert "this cannot be read (" not in line, line
    for place in places or ():
        assert place.path == path
        assert place.place.line >= 1
        assert place.place.column >= 1
