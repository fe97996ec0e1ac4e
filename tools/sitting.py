"""How long each page takes: `python -m tools.sitting` prints it; --write says it where it is read.

Prose is read at 200 words a minute, which is slow: it is of an unfamiliar subject. What is folded
(the evidence below a card, *More*, the sources) is not counted: nobody has to open it. A question
takes the reading of all that it shows, and a time to think; a chart with controls and a code cell
to change take what a first reader needed.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import nbformat
from markdown_it import MarkdownIt

from selfcheck import bank
from selfcheck.questions import Asked
from selfcheck.types import Case
from selfcheck.types.numeric import Numeric
from stemcourse import evidence
from stemcourse.evidence.verdicts import VERDICTS
from stemcourse.site.treated import calls

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
# The page that lists all others with their times.
WHOLE = ROOT / "book" / "whole-course.md"
WORDS_A_MINUTE = 200
MOST = 60
# Minutes to think, by the level that a question asks for; a sum takes as long again.
THINKING = {"remember": 0.3, "understand": 0.5, "apply": 0.8, "analyse": 0.8, "evaluate": 0.8}
# Of a question that does not say how much it asks.
AVERAGE = 0.5
SUM = 0.5
CHART, CODE = 3.0, 4.0
FOLDED = re.compile(r"<details>.*?</details>", re.S)
LAB = re.compile(r"^[a-z_]+\.[a-z_]+\(\)$", re.M)
SAID = re.compile(r"About \d+ minutes\b.*")
# What of a question nobody has to read: what is not shown, and what opens on demand.
HIDDEN = {
    *("id", "type", "objective", "level", "claims", "sources", "accept", "hints", "answer"),
    "waive",
}


class Sitting(NamedTuple):
    """What a page asks of a reader, in minutes."""

    reading: float
    questions: int
    answering: float
    labs: float

    @property
    def minutes(self) -> int:
        """All of it, rounded up to five minutes."""
        return 5 * math.ceil((self.reading + self.answering + self.labs) / 5)

    @property
    def words(self) -> str:
        """The line that the page says of it."""
        parts = [f"{round(self.reading)} to read"]
        parts.append(f"{round(self.answering)} for {self.questions} questions")
        if self.labs:
            parts.append(f"{round(self.labs)} to try things out")
        listed = f"{', '.join(parts[:-1])} and {parts[-1]}"
        return f"About {self.minutes} minutes: {listed}. You can stop after any section."


def main(arguments: Sequence[str] | None = None) -> int:
    """Print or write the times; return 1 when a page takes more than an hour."""
    parser = argparse.ArgumentParser(prog="python -m tools.sitting")
    parser.add_argument("--write", action="store_true", help="say the times in the pages")
    options = parser.parse_args(arguments)
    longest = 0
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        found = sitting(path)
        longest = max(longest, found.minutes)
        print(f"{path.stem}: {found.words}")
        if options.write:
            _write(path, found.words)
            WHOLE.write_text(listed(path, found, WHOLE.read_text("utf-8")), "utf-8")
    return int(longest > MOST)


def sitting(path: Path) -> Sitting:
    """Return how long the notebook at *path* takes."""
    words = answering = labs = 0.0
    questions = 0
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            words += prose(cell.source)
            continue
        labs += CHART * len(LAB.findall(cell.source))
        labs += CODE * ("exercise" in cell.metadata.get("tags", ()))
        for what, given, settings in calls(cell.source):
            if what == "claim" and given:
                words += _card(given[0])
            elif what == "quiz" and given:
                asked = _asked(given[0], given[1:], settings.get("draw"))
                questions += len(asked)
                answering += sum(asked)
    return Sitting(words / WORDS_A_MINUTE, questions, answering, labs)


def listed(path: Path, found: Sitting, page: str) -> str:
    """Return *page*, whose list of pages says the time behind each link, with that of *path*."""
    link = re.escape(f"(../notebooks/{path.name})")
    return re.sub(rf"({link})(, \d+ minutes)?:", rf"\1, {found.minutes} minutes:", page)


def prose(source: str) -> int:
    """Return how many words of Markdown are read: no sources, no addresses, nothing folded."""
    if source.startswith("## Sources"):
        return 0
    tokens = MarkdownIt("commonmark").enable("table").parse(FOLDED.sub("", source))
    read = ("text", "code_inline", "softbreak")
    lines = (
        "".join(part.content or " " for part in token.children or () if part.type in read)
        for token in tokens
    )
    return sum(len(line.split()) for line in lines)


def _card(name: str) -> int:
    claim = _claims()[name]
    verdict = VERDICTS[claim.verdict]
    shown = (claim.claim, verdict.words, verdict.meaning, claim.plain, claim.caveat)
    return len(" ".join(shown).split())


@cache
def _claims() -> dict[str, Any]:
    return evidence.load(ROOT / "content" / "evidence" / "claims.yaml")


def _asked(name: str, wanted: list[str], draw: object) -> list[float]:
    """Return the minutes of each question that a quiz asks; *draw*: so many of each objective."""
    loaded = bank.load(name, ROOT / "content")
    chosen = [each for each in loaded.questions if not wanted or each.id in wanted]
    times = [_minutes(each) for each in chosen]
    if not isinstance(draw, int):
        return times
    there = Counter(each.objective for each in chosen)
    return [sum(times) / len(times)] * sum(min(draw, count) for count in there.values())


def _minutes(question: Asked) -> float:
    said: dict[str, Any] = msgspec.to_builtins(question)
    read = list(_texts(said))
    feedback = list(_texts(said, of="feedback"))
    words = sum(read) + (sum(feedback) / len(feedback) if feedback else 0)
    level = question.level if isinstance(question.level, str) else ""
    thinking = THINKING.get(level, AVERAGE) + SUM * isinstance(question, Numeric)
    parts = len(question.parts) if isinstance(question, Case) else 1
    return words / WORDS_A_MINUTE + thinking * parts


def _texts(value: Any, of: str = "", within: bool = False) -> Iterator[int]:
    """Yield the number of words of each text, or of each that stands in a field *of*."""
    if isinstance(value, str):
        if within or not of:
            yield len(value.split())
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, of, within)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in HIDDEN and (of or key != "feedback"):
                yield from _texts(each, of, within or key == of)


def _write(path: Path, words: str) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "## Time needed" in cell.source:
            cell.source = SAID.sub(words, cell.source, count=1)
    nbformat.write(notebook, path)


if __name__ == "__main__":
    sys.exit(main())
