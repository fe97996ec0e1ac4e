"""What a course in a folder consists of, for JupyterLab: its notebooks as they are saved."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from selfcheck import content, course, engine, files, headings
from selfcheck.finding import BankError
from selfcheck.outline import settings
from selfcheck.outline.asked import Ask, Pool, asked, pools
from selfcheck.outline.banks import Address, Told, told
from selfcheck.source import Source

TOC = "_toc.yml"


class Page(NamedTuple):
    """A notebook: what it is called, what it asks, and after which heading each question stands.

    pools: those of its questions from which a quiz draws.
    """

    title: str
    asks: list[Ask]
    pools: list[Pool]
    after: dict[str, str]


def outline(folder: Path | None = None) -> dict[str, Any]:
    """Return the `Outline` of the course with the content *folder*, as its notebooks are saved.

    Addresses lead from the course's own folder on. A bank or a notebook that cannot be read is
    left out: whoever edits it hears of that elsewhere.
    """
    folder = folder or content.folder()
    said = settings.load(folder)
    listed = dict(pages(files.absolute(folder).parent))
    read = {path: page for path in listed if (page := _page(path, files.stamp(path))) and page.asks}
    name = course.load(folder).id
    return {
        "course": name,
        "title": said.title or name,
        "pages": [_entry(path, listed[path], folder, page) for path, page in read.items()],
        **_banks(folder, read),
        "unreviewed": list(said.unreviewed),
        "views": {},
    }


def questions_of(name: str, folder: Path | None = None) -> Told:
    """Return what the bank *name* tells, for whoever asks its questions."""
    folder = folder or content.folder()
    return told(name, folder, engine.load(folder), _addresses(folder))


def pages(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the notebooks of the course in *folder* in reading order, each with its part.

    `_toc.yml` has the order; without one it is that of their names.
    """
    toc = folder / TOC
    if toc.is_file():
        try:
            data = Source(toc).data
        except BankError:
            data = None
        seen: set[Path] = set()
        for name, part in _listed(data, ""):
            new = [path for path in _named(name, folder) if path not in seen]
            seen.update(new)
            yield from ((path, part) for path in new)
        return
    for path in sorted(headings.pages(folder)):
        if path.suffix == ".ipynb":
            yield path, ""


def _listed(data: Any, part: str) -> Iterator[tuple[str, str]]:
    """Yield patterns of what a table of contents lists, whatever it calls its levels."""
    if isinstance(data, list):
        for each in data:
            yield from _listed(each, part)
    elif isinstance(data, dict):
        part = str(data.get("caption") or part)
        for key in ("root", "file", "glob"):
            if isinstance(name := data.get(key), str):
                yield name if key == "glob" else glob.escape(name), part
        for value in data.values():
            if isinstance(value, list):
                yield from _listed(value, part)


def _named(name: str, folder: Path) -> list[Path]:
    """Return the notebooks in *folder* for which *name* stands, a pattern."""
    try:
        found = sorted(folder.glob(f"{name.removesuffix('.ipynb')}.ipynb"))
        within = [path.relative_to(folder) for path in found if path.is_file()]
    except (OSError, ValueError, NotImplementedError, IndexError):
        # No name of a file, or one of somewhere else.
        return []
    # Such as the copies that Jupyter keeps.
    hidden = [path for path in within if any(part.startswith(".") for part in path.parts)]
    return [folder / path for path in within if path not in hidden]


@lru_cache(maxsize=256)
def _page(path: Path, _stamp: files.Stamp) -> Page | None:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return _read(path, cells)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _read(path: Path, cells: list[dict[str, Any]]) -> Page:
    title, last = "", ""
    after: dict[str, str] = {}
    shown = []
    for cell in cells:
        if cell["cell_type"] == "markdown":
            for heading in headings.of("".join(cell["source"])):
                title, last = title or heading, heading
        for output in cell.get("outputs", ()):
            html = "".join(output.get("data", {}).get("text/html", ""))
            shown.append(html)
            for ask in asked(html):
                after.setdefault(ask.question, last)
    everything = "\n".join(shown)
    return Page(title or path.stem, asked(everything), pools(everything), after)


def _entry(path: Path, part: str, folder: Path, page: Page) -> dict[str, Any]:
    return entry(page.title, _from_root(path, folder), part, page.asks, page.pools)


def entry(
    title: str, address: str, part: str, asks: list[Ask], drawn: list[Pool]
) -> dict[str, Any]:
    """Return a page as `Outline` has it."""
    found: dict[str, Any] = {"title": title, "address": address}
    if part:
        found["part"] = part
    found["asks"] = [
        {"question": ask.question, **({"sitting": ask.sitting} if ask.sitting else {})}
        for ask in asks
    ]
    if drawn:
        found["pools"] = [
            {"begin": pool.begin, "size": pool.size, "atOnce": pool.at_once} for pool in drawn
        ]
    return found


def _banks(folder: Path, read: dict[Path, Page]) -> dict[str, Any]:
    banks: dict[str, Any] = {}
    questions: dict[str, Any] = {}
    # Once for all: in a browser, to look for files takes long.
    address = _addresses(folder)
    for name in dict.fromkeys(
        ask.question.partition("/")[0] for page in read.values() for ask in page.asks
    ):
        try:
            found = told(name, folder, engine.load(folder), address)
        # The last net: whatever is wrong with one bank, the others are there.
        except Exception:
            continue
        banks[name] = {"title": found.title, "objectives": found.objectives}
        questions |= found.questions
    for path, page in reversed(read.items()):
        for ask in page.asks:
            if ask.question in questions:
                where = _led(_from_root(path, folder), page.after.get(ask.question, ""))
                questions[ask.question]["address"] = where
    return {"banks": banks, "questions": questions}


def _addresses(folder: Path) -> Address:
    known = [path for path, _ in pages(files.absolute(folder).parent)]

    def address(notebook: str, heading: str) -> str:
        named = (path for path in known if headings.is_named(path, notebook))
        found = next(named, None)
        return _led(_from_root(found, folder), headings.words(heading)) if found else ""

    return address


def _led(address: str, heading: str) -> str:
    # As JupyterLab names a heading.
    return f"{address}#{heading.replace(' ', '-')}" if heading else address


def _from_root(path: Path, folder: Path) -> str:
    return str(PurePosixPath(path.relative_to(files.absolute(folder).parent)))
