"""A paper to print, in one or several versions, and a key of its own: two files of HTML.

Each version has the questions, and what is to be chosen, in an order of its own, and of a question
with variants another one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import IO, TYPE_CHECKING

from selfcheck.export import page
from selfcheck.export.paper_questions import Printed
from selfcheck.export.rich import Rich
from selfcheck.render.direction import is_rtl
from selfcheck.words import say

if TYPE_CHECKING:
    from selfcheck.export.job import Job
    from selfcheck.export.material import Material, Sheet

STYLE = """\
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.4 Georgia, "Times New Roman", serif; color: #000; background: #fff; }
body { max-width: 42em; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 1.4em; margin: 0; }
h2 { font-size: 1.15em; }
.version + .version { break-before: page; border-top: 1px solid; padding-top: 1em; }
.head { display: flex; flex-wrap: wrap; gap: 0 2em; border-bottom: 1px solid; padding: 0.4em 0; }
.head span { flex: 1 1 12em; }
.question { display: grid; grid-template-columns: 2em 1fr; }
.question, .vignette { break-inside: avoid; margin: 1em 0; }
.question p, .question ul, .question ol { margin: 0 0 0.4em; }
.vignette { border-left: 2px solid; padding-left: 0.8em; }
.box { display: inline-block; width: 0.8em; height: 0.8em; border: 1px solid; margin: 0 0.4em; }
.line { display: inline-block; min-width: 8em; border-bottom: 1px solid; height: 1.1em; }
.short { min-width: 3em; }
.do { font-style: italic; margin: 0.3em 0; }
ol.letters { list-style: upper-alpha; }
ul.options { list-style: none; padding-left: 0; }
li { margin: 0.15em 0; }
img, svg { max-width: 100%; max-height: 9cm; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.15em 0.5em; vertical-align: top; text-align: start; }
.key td:last-child { overflow-wrap: anywhere; }
.key td p { margin: 0.2em 0; }
code { font-size: 0.85em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
@media print { .version + .version { border-top: 0; padding-top: 0; } }
"""


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job* as a paper, and its key."""
    paper, key = files
    materials = list(job.materials())
    language = materials[0].bank.language
    title = ", ".join(material.bank.title for material in materials)
    for material in materials:
        said = "hints, feedback, objectives and levels are left out, and people judge the answers"
        job.notes.add(material.bank.id, said)
    for file in (paper, key):
        file.write(_head(title, language).encode())
    for n, version in enumerate(job.versions):
        _version(job, materials, title, version, n, paper, key)
    for file in (paper, key):
        file.write(b"</body>\n</html>\n")


def _head(title: str, language: str) -> str:
    direction = ' dir="rtl"' if is_rtl(language) else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{direction}>\n<head>\n'
        f'<meta charset="utf-8">\n<title>{escape(title, quote=False)}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>\n{STYLE}</style>\n'
        "</head>\n<body>\n"
    )


def _version(
    job: Job,
    materials: Sequence[Material],
    title: str,
    version: str,
    place: int,
    paper: IO[bytes],
    key: IO[bytes],
) -> None:
    """Write one version, question by question, and its key.

    place: how many versions stand before it.
    """
    language = materials[0].bank.language
    name, date = escape(say(language, "paper-name")), escape(say(language, "paper-date"))
    told = escape(say(language, "paper-version", name=version))
    line = '<b class="line"></b>'
    head = f'<p class="head"><b>{told}</b><span>{name} {line}</span><span>{date} {line}</span></p>'
    shown = escape(title, quote=False)
    paper.write(f'<section class="version">\n<h1>{shown}</h1>\n{head}\n'.encode())
    of_key = escape(say(language, "paper-key", name=version))
    key.write(f'<section class="version key">\n<h1>{shown}</h1>\n<h2>{of_key}</h2>\n'.encode())
    key.write(b"<table>\n")
    number = 0
    for material in materials:
        if len(materials) > 1:
            heading = escape(material.bank.title, quote=False)
            paper.write(f"<h2>{heading}</h2>\n".encode())
            key.write(f'<tr><th colspan="3">{heading}</th></tr>\n'.encode())
        for group in _groups(material, f"{job.seed}/{version}", place):
            paper.write(_vignette(group[0]).encode())
            for sheet in group:
                printed = Printed(sheet, f"{job.seed}/{version}", job.notes)
                if not printed.known:
                    continue
                number += 1
                paper.write(printed.question(number).encode())
                key.write(printed.key(number).encode())
                if not place:
                    job.wrote(sheet, apart=False)
    paper.write(b"</section>\n")
    key.write(b"</table>\n</section>\n")


def _groups(material: Material, order: str, place: int) -> Iterator[list[Sheet]]:
    """Yield what stands together, a case or a question alone, in the order of a version.

    Of a question with variants it is one, and in each version the next.
    """
    groups: list[list[Sheet]] = []
    for _, sheets in groupby(material.sheets(), key=lambda sheet: sheet.name.split("/")[0]):
        chosen: list[Sheet] = []
        for variants, each in groupby(sheets, key=lambda sheet: sheet.variants):
            rows = list(each)
            chosen += [rows[place % len(rows)]] if variants else rows
        groups.append(chosen)
    yield from sorted(groups, key=lambda group: _drawn(order, group[0].path.split("/")[1]))


def _drawn(order: str, name: str) -> bytes:
    return hashlib.sha256(f"{order}/{name}".encode()).digest()


def _vignette(sheet: Sheet) -> str:
    if not sheet.case:
        return ""
    rich = Rich(sheet.material, lambda _, __, mathml: mathml, lambda picture: picture.address)
    html = page.turned(rich.blocks(sheet.case.prompt), sheet.bank.language)
    return f'<div class="vignette">{html}</div>\n'
