"""Writes book/glossary.md from content/glossary.yaml: `python -m tools.glossary`.

With --check it only says whether the page is fresh; with --link it links the notebooks' terms.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from stemcourse.glossary import GlossaryError, Term, load
from tools.glossary_links import anchors, linked

ROOT = Path(__file__).parents[1]
TERMS = ROOT / "content" / "glossary.yaml"
PAGE = ROOT / "book" / "glossary.md"
HEAD = """\
---
# Made from content/glossary.yaml by `python -m tools.glossary`; do not edit.
description: >-
  What the words of this course mean, in plain language: cells, treatments, evidence, harms and
  rules, with the way to say the hard ones.
---

# Glossary

Each word has the meaning here that it has in this course. Links in the modules lead here from the \
first place where a word is used.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, check it or link the notebooks; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.glossary")
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--check", action="store_true", help="exit with 1 when the page is stale")
    doing.add_argument(
        "--link",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="link the terms in these notebooks, or in all",
    )
    options = parser.parse_args(arguments)
    try:
        terms = load(TERMS)
    except GlossaryError as error:
        print(error, file=sys.stderr)
        return 1
    if options.link is not None:
        for path in options.link or sorted((ROOT / "notebooks").glob("*.ipynb")):
            print(f"{path.name}: {link(path, terms)}")
        return 0
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page(terms)
    if options.check and not fresh:
        name = PAGE.relative_to(ROOT).as_posix()
        print(f"{name} is stale; run `python -m tools.glossary`", file=sys.stderr)
        return 1
    if not fresh:
        PAGE.write_text(page(terms), encoding="utf-8")
    return 0


def page(terms: Sequence[Term]) -> str:
    """Return the whole page."""
    return HEAD + "\n" + "\n\n".join(_blocks(terms)) + "\n"


def link(path: Path, terms: Sequence[Term]) -> str:
    """Link the terms in the notebook at *path*; return how many there are, in words."""
    # Imported here: it takes two seconds, and the page needs no notebook.
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    before = [cell.source for cell in cells]
    after = linked(before, [term for term in terms if path.stem not in term.not_in])
    if after != before:
        for cell, source in zip(cells, after, strict=True):
            cell.source = source
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    count = len(anchors(after))
    return f"{count} linked, {count - len(anchors(before))} new"


def _blocks(terms: Sequence[Term]) -> Iterator[str]:
    by_name = {term.term: term for term in terms}
    ordered = sorted(terms, key=lambda term: term.term.casefold())
    letters = {letter: list(group) for letter, group in groupby(ordered, key=_letter)}
    yield " · ".join(f"[{letter}](#{letter.lower()})" for letter in letters)
    shorts = sorted((term for term in terms if term.short), key=lambda term: term.short.casefold())
    if shorts:
        yield "Short forms: " + " · ".join(f"[{each.short}](#{each.anchor})" for each in shorts)
    for letter, group in letters.items():
        yield f"## {letter}"
        for term in group:
            yield f"### {term.term}"
            if names := _names(term):
                yield names
            yield term.means
            if term.see:
                related = (by_name[name] for name in term.see)
                yield "See also: " + ", ".join(f"[{each.term}](#{each.anchor})" for each in related)


def _letter(term: Term) -> str:
    return term.term[0].upper()


def _names(term: Term) -> str:
    names = [f"Short: **{term.short}**"] if term.short else []
    return " · ".join([*names, f"Say: *{term.say}*"] if term.say else names)


if __name__ == "__main__":
    sys.exit(main())
