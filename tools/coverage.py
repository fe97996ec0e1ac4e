"""Writes docs/coverage.md, which says what the course treats where: `python -m tools.coverage`.

With --check it only says whether the file is fresh.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args
from urllib.parse import unquote

from markdown_it import MarkdownIt

import citations
from citations import Reference
from selfcheck import bank, types
from selfcheck.questions import Asked, Bank, Level, Objective, answered
from selfcheck.types import Case
from stemcourse import evidence, regulation
from stemcourse.evidence import Claim
from stemcourse.regulation import Decisions
from stemcourse.site.treated import Section, sections

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "coverage.md"
HEAD = """\
# Coverage

Made by `python -m tools.coverage`; do not edit. It says which claims, objectives and references \
the course covers, and where.
"""
LEVELS: tuple[Level, ...] = get_args(Level)
KINDS = {kind: name for name, kind in types.structs(Asked).items()}


class Course(NamedTuple):
    """All that the course holds, read once."""

    claims: dict[str, Claim]
    references: dict[str, Reference]
    decisions: Decisions
    banks: list[Bank]
    sections: list[Section]
    links: dict[str, set[str]]
    """The addresses that each notebook and each page of book/ links to."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or check it; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.coverage")
    parser.add_argument("--check", action="store_true", help="exit with 1 when the page is stale")
    options = parser.parse_args(arguments)
    text = page(read(ROOT))
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
    if options.check and not fresh:
        print(f"{PAGE.relative_to(ROOT)} is stale; run python -m tools.coverage", file=sys.stderr)
        return 1
    if not fresh:
        PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} {'was fresh' if fresh else 'written'}")
    return 0


def read(root: Path) -> Course:
    """Read the course that stands in a folder."""
    content = root / "content"
    notebooks = sorted((root / "notebooks").glob("*.ipynb"))
    # Pages for teachers are made from the banks, and say nothing new.
    book = root / "book"
    pages = sorted((*book.glob("*.md"), *book.glob("appointment/[!_]*.md")))
    return Course(
        claims=evidence.load(content / "evidence" / "claims.yaml"),
        references=citations.load(content / "evidence" / "references.bib"),
        decisions=regulation.load(content / "evidence" / "regulation.yaml"),
        banks=[bank.load(name, content) for name in bank.names(content)],
        sections=[section for path in notebooks for section in sections(path)],
        links={path.stem: _links(_prose(path)) for path in notebooks}
        | {
            path.relative_to(root).with_suffix("").as_posix(): _links(path.read_text("utf-8"))
            for path in pages
        },
    )


def cards(course: Course) -> dict[str, list[Section]]:
    """Return the sections that show the card of each claim."""
    found: dict[str, list[Section]] = {claim: [] for claim in course.claims}
    for section in course.sections:
        for claim in section.cards:
            found.setdefault(claim, []).append(section)
    return found


def questions(course: Course) -> dict[str, list[str]]:
    """Return the questions that test each claim, as bank/question."""
    found: dict[str, list[str]] = {claim: [] for claim in course.claims}
    for name, question in _questions(course):
        for claim in question.claims:
            found[claim].append(name)
    return found


def objectives(each: Bank) -> Iterator[tuple[str, str, list[Asked]]]:
    """Yield the objectives of a bank: id, text and the questions that serve it."""
    for name, objective in each.objectives.items():
        text = objective.text if isinstance(objective, Objective) else objective
        yield name, text, [one for one in each.questions if one.objective == name]


class Uses(NamedTuple):
    """Where one reference is used."""

    pages: list[str]
    """Notebooks and pages of book/ that link to it."""
    claims: list[str]
    questions: list[str]
    decisions: list[str]
    """Products."""


def uses(course: Course) -> dict[str, Uses]:
    """Where each reference is used."""
    found = {key: Uses([], [], [], []) for key in course.references}
    for key, reference in course.references.items():
        if reference.link:
            address = unquote(reference.link)
            found[key].pages.extend(name for name, to in course.links.items() if address in to)
    for claim in course.claims.values():
        for key in claim.references:
            found[key].claims.append(claim.id)
    for name, question in _questions(course):
        for key in question.sources:
            found[key].questions.append(name)
    for decision in course.decisions.products:
        for key in decision.references:
            found[key].decisions.append(decision.product)
    return found


def page(course: Course) -> str:
    """Return what docs/coverage.md is to hold."""
    parts = (_counts(course), _objectives(course), _claims(course), _references(course))
    return "\n".join([HEAD, *("\n".join(part) + "\n" for part in parts)]).rstrip("\n") + "\n"


def _counts(course: Course) -> Iterator[str]:
    yield "## Questions\n"
    columns = [*KINDS.values(), *LEVELS]
    yield from _table("bank", "questions", *columns)
    total: Counter[str] = Counter()
    for each in course.banks:
        count = Counter(
            name for one in each.questions for name in ("questions", KINDS[type(one)], _level(one))
        )
        total += count
        yield _row(each.id, count["questions"], *(count[name] for name in columns))
    yield _row("all", total["questions"], *(total[name] for name in columns))


def _level(question: Asked) -> str:
    return question.level if isinstance(question.level, str) else ""


def _objectives(course: Course) -> Iterator[str]:
    yield "## Objectives\n"
    yield from _table("bank", "objective", "questions", "levels")
    for each in course.banks:
        for _, text, serving in objectives(each):
            levels = Counter(_level(one) for one in serving)
            said = ", ".join(f"{levels[level]} {level}" for level in LEVELS if levels[level])
            yield _row(each.id, text, len(serving), said)


def _claims(course: Course) -> Iterator[str]:
    yield "## Claims\n"
    shown, tested = cards(course), questions(course)
    yield from _table("claim", "verdict", "cards in", "tested by")
    for claim in course.claims.values():
        places = (f"{each.notebook[:2]} {each.title}" for each in shown[claim.id])
        words = evidence.VERDICTS[claim.verdict].words.lower()
        yield _row(claim.id, words, "; ".join(places), ", ".join(tested[claim.id]))
    count = sum(1 for each in shown.values() if each)
    yield f"\n{len(course.claims)} claims: {count} with a card, the others tested by a question."


def _references(course: Course) -> Iterator[str]:
    yield "## References\n"
    used = uses(course)
    yield from _table("reference", "pages", "claims", "questions", "regulators' decisions")
    for key, use in sorted(used.items()):
        named = (use.pages, use.claims, use.questions)
        yield _row(key, *(", ".join(each) for each in named), len(use.decisions) or "")
    idle = [key for key, use in used.items() if not any(use)]
    yield f"\n{len(used)} references, {len(idle)} of them unused: {', '.join(idle) or 'none'}."


def _questions(course: Course) -> Iterator[tuple[str, Asked]]:
    """Every question, every case, and after it its parts."""
    for each in course.banks:
        for question in each.questions:
            yield f"{each.id}/{question.id}", question
            if isinstance(question, Case):
                for name, part in answered([question]):
                    yield f"{each.id}/{name}", part


def _prose(notebook: Path) -> str:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def _links(prose: str) -> set[str]:
    lines = MarkdownIt("commonmark").enable("table").parse(prose)
    return {
        unquote(str(token.attrGet("href")))
        for line in lines
        for token in line.children or ()
        if token.type == "link_open"
    }


def _table(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.exit(main())
