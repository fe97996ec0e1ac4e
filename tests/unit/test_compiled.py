"""What is read of content, kept for a browser: the same, until a file is another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import contentfiles
from contentfiles import compiling
from selfcheck import bank
from selfcheck.finding import BankError

ROOT = Path(__file__).parents[2]
READ = """
import json, sys
from pathlib import Path
from contentfiles import compiling
compiling.IN_A_BROWSER = True
if sys.argv[2] == "kept":
    for module in ("pybtex", "selfcheck.consistency", "selfcheck.expand"):
        sys.modules[module] = None
import msgspec
from selfcheck import bank
import citations
from stemcourse.evidence.reading import load as claims
from stemcourse.studies import load as studies
from stemcourse.regulation.reading import load as decisions
folder = Path(sys.argv[1])
evidence = folder / "evidence"
found = [bank.load(name, folder) for name in bank.names(folder)]
found += [citations.load(evidence / "references.bib"), claims(evidence / "claims.yaml")]
found += [studies(evidence / "studies.yaml"), decisions(evidence / "regulation.yaml")]
sys.stdout.write(msgspec.json.encode(found).decode())
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course's content, with all that was made of it."""
    folder = tmp_path_factory.mktemp("course") / "content"
    shutil.copytree(ROOT / "content", folder)
    shutil.copy(ROOT / "_config.yml", folder.parent)
    _run("-m", "tools.lite.compile", str(folder))
    return folder


def _run(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_was_kept_is_what_is_read_and_needs_no_reader(content: Path) -> None:
    kept = _run("-c", READ, str(content), "kept")
    other = content.parent / "other"
    shutil.copytree(content, other / "content", ignore=shutil.ignore_patterns(compiling.FOLDER))
    shutil.copy(ROOT / "_config.yml", other)
    assert kept == _run("-c", READ, str(other / "content"), "anew")
    assert "lab-pull-of-a-spin" in kept


def test_elsewhere_nothing_is_read_from_there(tmp_path: Path) -> None:
    file = tmp_path / "questions" / "a.yaml"
    file.parent.mkdir()
    file.touch()
    with compiling.keeping():
        assert contentfiles.compiled(lambda: 1, int, file) == 1
    assert contentfiles.compiled(lambda: 2, int, file) == 2


def test_another_text_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, beside = tmp_path / "questions" / "a.yaml", tmp_path / "questions" / "b.bib"
    file.parent.mkdir()
    file.write_text("a")
    with compiling.keeping():
        contentfiles.compiled(lambda: 1, int, file, beside)
    monkeypatch.setattr(compiling, "IN_A_BROWSER", True)
    assert contentfiles.compiled(lambda: 2, int, file, beside) == 1
    beside.write_text("b")
    assert contentfiles.compiled(lambda: 2, int, file, beside) == 2
    beside.unlink()
    file.write_text("c")
    assert contentfiles.compiled(lambda: 2, int, file, beside) == 2


@pytest.mark.parametrize("written", [b"", b"{", b"[1,2,3]", b'["x"]', b"\xff", b'[{},"a"]'])
def test_what_cannot_be_read_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    file = tmp_path / "questions" / "a.yaml"
    compiling.place(file).parent.mkdir()
    compiling.place(file).write_bytes(written)
    monkeypatch.setattr(compiling, "IN_A_BROWSER", True)
    assert contentfiles.compiled(lambda: 2, int, file) == 2


def test_what_is_kept_of_another_kind_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "questions" / "a.yaml"
    with compiling.keeping():
        contentfiles.compiled(lambda: "a", str, file)
    monkeypatch.setattr(compiling, "IN_A_BROWSER", True)
    assert contentfiles.compiled(lambda: 2, int, file) == 2


def test_a_bank_with_a_mistake_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "content" / "questions" / "a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title: A\n", encoding="utf-8")
    with compiling.keeping(), pytest.raises(BankError):
        bank.load("a", path.parents[1])
    assert not compiling.place(path).exists()
