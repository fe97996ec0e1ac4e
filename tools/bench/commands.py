"""How long authors wait for what they call."""

from __future__ import annotations

import itertools
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from selfcheck import bank
from selfcheck.lint import run as lint
from tools.bench.browser import ROOT
from tools.bench.row import Row

REPEATS = 7
# What waives a rule, in a bank or a question: it stands alone, or with deeper lines after it.
WAIVERS = re.compile(r"^( *)waive:.*\n(?:\1 +.*\n)*", re.MULTILINE)
COPIED = "This is a copy, made to measure how long a check takes."


def builds() -> Iterator[Row]:
    """Time the site with nothing cached, and with nothing changed."""
    for path in (ROOT / "_build", ROOT / ".cache" / "notebooks.json"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for what, budget in (("whole site, nothing cached", 90), ("whole site, nothing changed", 8)):
        yield Row(what, _timed(_book), budget, "s")


def _book() -> None:
    subprocess.run(["make", "book"], cwd=ROOT, check=True, capture_output=True)


def _timed(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def imports() -> Iterator[Row]:
    """Time what a notebook's first cell adds to anywidget, as the processor's time."""
    code = (
        "import time, anywidget; t = time.process_time(); from selfcheck import quiz; "
        "print(time.process_time() - t)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(REPEATS)
    ]
    median = statistics.median(times) * 1000
    yield Row("import selfcheck beyond anywidget, median", median, 40, "ms")


def checks() -> Iterator[Row]:
    """Time `selfcheck check` of many questions, the quickest of three times."""
    for questions, budget in ((1000, 2), (2000, 4)):
        with tempfile.TemporaryDirectory() as folder:
            content = _content(Path(folder), questions)
            taken = min(_timed(lambda: _check(content, questions)) for _ in range(3))  # noqa: B023
        yield Row(f"selfcheck check, {questions:,} questions", taken, budget, "s")


def _check(content: Path, questions: int) -> None:
    code = f"from selfcheck.cli import app; app(['check', {str(content)!r}])"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert f"{questions} questions, nothing to mend" in done.stdout, done.stdout


def exports() -> Iterator[Row]:
    """Time `selfcheck export` of many questions, as Moodle XML."""
    for questions, budget in ((1000, 4), (10_000, 40)):
        with tempfile.TemporaryDirectory() as folder:
            content = _content(Path(folder), questions)
            taken = _timed(lambda: _export(content))  # noqa: B023
        yield Row(f"selfcheck export, {questions:,} questions", taken, budget, "s")


def _export(content: Path) -> None:
    banks = sorted(map(str, (content / "questions").glob("*.yaml")))
    words = ["export", *banks, "--to", "moodle", "--out", str(content / "all.xml")]
    code = "import sys; from selfcheck.cli import app; app(sys.argv[1:])"
    subprocess.run([sys.executable, "-c", code, *words], check=True, capture_output=True)


def _content(folder: Path, questions: int) -> Path:
    """Return a content folder with so many questions: copies of the course's, in other banks."""
    shutil.copy(ROOT / "_config.yml", folder)
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    # Where objectives lead.
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    banks = sorted((content / "questions").glob("*.yaml"))
    split = {path: _split(WAIVERS.sub("", path.read_text("utf-8"))) for path in banks}
    for path in banks:
        path.unlink()
    left = questions
    for turn in itertools.count():
        for path, (head, entries) in split.items():
            if not left:
                _waive(content)
                return content
            name = f"{path.stem}-{turn}"
            text = re.sub(r"^id: .*$", f"id: {name}", head, flags=re.MULTILINE)
            path.with_stem(name).write_text(text + "".join(entries[:left]), encoding="utf-8")
            left -= min(left, len(entries))
    raise AssertionError


def _waive(content: Path) -> None:
    """Waive in each bank what its copies are told: that they are copies, above all."""
    said = lint.run(bank.checked(content).banks, content, lint.rules())
    told: dict[Path, set[str]] = defaultdict(set)
    for each in said:
        told[each.finding.path].add(each.rule.id)
    for path, ids in told.items():
        waived = "".join(f"  {name}: {COPIED}\n" for name in sorted(ids))
        text = path.read_text("utf-8").replace("objectives:", f"waive:\n{waived}objectives:", 1)
        path.write_text(text, encoding="utf-8")


def _split(bank: str) -> tuple[str, list[str]]:
    """Return what comes before the questions of a bank, and each of them."""
    head, start, rest = bank.partition("\nquestions:\n")
    before, *entries = re.split(r"(?m)^(?=  - id: )", rest)
    return head + start + before, entries
