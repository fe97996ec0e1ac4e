"""CSV, one row a question, for a spreadsheet: texts as they are written in the bank, in Markdown.

https://www.rfc-editor.org/rfc/rfc4180; the mark at its beginning tells Excel that it is UTF-8.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from selfcheck.export.typed import number, reach
from selfcheck.identity import text_of
from selfcheck.types.brackets import NAME
from selfcheck.types.categorize import Categorize
from selfcheck.types.cloze import Cloze
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.match import Match
from selfcheck.types.numeric import Numeric
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.types.order import Order
from selfcheck.types.short_text import ShortText

if TYPE_CHECKING:
    from selfcheck.export.job import Job
    from selfcheck.export.material import Sheet

COLUMNS = (
    *("bank", "question", "type", "objective", "objective_text", "level", "language"),
    *("case", "variants"),
    *("vignette", "prompt", "text", "choices", "answer", "tolerance", "unit", "units"),
    *("minimum", "maximum", "settings", "feedback", "wrong", "hints", "explanation"),
    *("sources", "source_keys", "claims", "figure"),
)
PICTURE = re.compile(r"!\[[^\]]*\][(\[]")
# With these a spreadsheet begins a formula, unless it is a number.
FORMULA = re.compile(r"[=+\-@\t\r]")
PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job*."""
    (file,) = files
    file.write("\N{ZERO WIDTH NO-BREAK SPACE}".encode())
    file.write(_line(COLUMNS))
    for material in job.materials():
        said = "scores of parts are left out: a spreadsheet has no rules for them"
        job.notes.add(material.bank.id, said)
        objectives = dict(material.objectives())
        for sheet in material.sheets():
            row = _row(sheet, objectives)
            if row is None:
                job.notes.add(sheet.path, f"left out, since no row has a `{sheet.kind}`")
                continue
            if "figure" in row or any(PICTURE.search(cell) for cell in row.values()):
                job.notes.add(sheet.path, "pictures: their addresses stand there, and no files")
            file.write(_line([row.get(column, "") for column in COLUMNS]))
            job.wrote(sheet)


def safe(said: str) -> str:
    """Return *said* with a `'` before it where a spreadsheet would take it for a formula."""
    formula = FORMULA.match(said) and not PLAIN_NUMBER.fullmatch(said)
    return f"'{said}" if formula else said


def _line(cells: Iterable[str]) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerow(safe(cell) for cell in cells)
    return made.getvalue().encode()


def _row(sheet: Sheet, objectives: Mapping[str, str]) -> dict[str, str] | None:
    question, said = sheet.question, _particular(sheet)
    if said is None:
        return None
    references = sheet.material.references
    cited = (references[key] for key in question.sources)
    common = {
        "bank": sheet.bank.id,
        "question": sheet.name,
        "type": sheet.kind,
        "objective": question.objective,
        "objective_text": objectives.get(question.objective, ""),
        "level": question.level if isinstance(question.level, str) else "",
        "language": sheet.bank.language,
        "case": sheet.case.id if sheet.case else "",
        "variants": sheet.variants,
        "vignette": sheet.case.prompt if sheet.case else "",
        "prompt": question.prompt,
        "hints": _lines(question.hints),
        "explanation": question.explanation if isinstance(question.explanation, str) else "",
        "sources": _lines(f"{each.text} {each.link or ''}" for each in cited),
        "source_keys": _lines(question.sources),
        "claims": _lines(question.claims),
    }
    texts = ("prompt", "hints", "explanation", "feedback", "wrong")
    row = {**common, **said}
    return {
        column: _filled(text, sheet.places) if column in texts else text.strip()
        for column, text in row.items()
    }


def _particular(sheet: Sheet) -> dict[str, str] | None:
    question = sheet.question
    if isinstance(question, Choice | MultipleResponse):
        return _options(sheet, question)
    if isinstance(question, Hotspot):
        regions, ids = question.regions, sheet.ids[0]
        return {
            "choices": _named(ids, [region.text for region in regions]),
            "answer": _lines(n for n, each in zip(ids, regions, strict=True) if each.correct),
            "feedback": _named(ids, [region.feedback for region in regions]),
            "figure": f"{question.figure}: {question.alt.strip()}",
        }
    if isinstance(question, Numeric):
        return _numeric(sheet, question)
    if isinstance(question, ShortText):
        wrong = [(", ".join(each.answers), each.feedback) for each in question.wrong]
        return {
            "answer": _lines(question.answers),
            "settings": _settings(question),
            "feedback": question.feedback if isinstance(question.feedback, str) else "",
            "wrong": _lines(f"{form}: {said}" for form, said in wrong),
        }
    if isinstance(question, Cloze):
        return _cloze(sheet, question)
    return _placed(sheet)


def _options(sheet: Sheet, question: Choice | MultipleResponse) -> dict[str, str]:
    options, ids = question.options, sheet.ids[0]
    unchosen = [option.feedback_unchosen for option in options]
    feedback = _named(ids, [option.feedback for option in options])
    left = _named([f"{name} (not chosen)" for name in ids], unchosen)
    return {
        "choices": _named(ids, [option.text for option in options]),
        "answer": _lines(n for n, each in zip(ids, options, strict=True) if each.correct),
        "settings": "" if question.shuffle else "shuffle: false",
        "feedback": _lines(filter(None, [feedback, left])),
    }


def _numeric(sheet: Sheet, question: Numeric) -> dict[str, str]:
    return {
        "answer": number(float(question.answer)),
        "tolerance": number(reach(question)),
        "unit": question.unit if isinstance(question.unit, str) else "",
        "units": _lines(f"{name}: {number(size)}" for name, size in question.units.items()),
        "minimum": number(question.minimum) if isinstance(question.minimum, float) else "",
        "maximum": number(question.maximum) if isinstance(question.maximum, float) else "",
        "feedback": question.feedback if isinstance(question.feedback, str) else "",
        "wrong": _lines(f"{number(float(each.near))}: {each.feedback}" for each in question.wrong),
    }


def _cloze(sheet: Sheet, question: Cloze) -> dict[str, str]:
    menus, gaps = sheet.menus(), question.gaps.items()
    return {
        "text": question.text,
        "choices": _lines(
            f"{name}: {' / '.join(said for _, said in menu)}" for name, menu in menus.items()
        ),
        "answer": _lines(f"{name}: {' / '.join(gap.forms)}" for name, gap in gaps),
        "settings": _lines(f"{name}: {said}" for name, gap in gaps if (said := _settings(gap))),
        "feedback": _named(list(question.gaps), [gap.feedback for gap in question.gaps.values()]),
    }


def _placed(sheet: Sheet) -> dict[str, str] | None:
    question = sheet.question
    if isinstance(question, Order):
        (ids,) = sheet.ids
        return {
            "choices": _named(ids, [item.text for item in question.items]),
            "answer": _lines(ids),
            "feedback": _named(ids, [item.feedback for item in question.items]),
        }
    if isinstance(question, Match):
        lefts, rights = sheet.ids
        sides = [text_of(pair.right) for pair in question.pairs]
        sides += [text_of(each) for each in question.distractors]
        left = _named(lefts, [text_of(pair.left) for pair in question.pairs])
        return {
            "choices": f"{left}\n\n{_named(rights, sides)}",
            "answer": _lines(f"{one} -> {two}" for one, two in zip(lefts, rights, strict=False)),
            "feedback": _named(lefts, [pair.feedback for pair in question.pairs]),
        }
    if isinstance(question, Categorize):
        groups, ids = sheet.ids
        placed = [
            (item, group)
            for group, each in zip(groups, question.categories, strict=True)
            for item in each.items
        ]
        items = _named(ids, [item.text for item, _ in placed])
        return {
            "choices": f"{items}\n\n{_named(groups, [each.text for each in question.categories])}",
            "answer": _lines(f"{n} -> {to}" for n, (_, to) in zip(ids, placed, strict=True)),
            "feedback": _named(ids, [item.feedback for item, _ in placed]),
        }
    return None


def _settings(typed: object) -> str:
    """Return how something typed is compared, where the author says it."""
    names = ("case_sensitive", "accent_sensitive", "punctuation_sensitive", "spelling")
    said = {name: getattr(typed, name) for name in names}
    # Of one that may be left out both values say something.
    shown = (
        (name, value)
        for name, value in said.items()
        if value or (name == names[2] and isinstance(value, bool))
    )
    return ", ".join(
        f"{name}: {str(value).lower()}" for name, value in shown if isinstance(value, int)
    )


def _named(names: Sequence[str], texts: Sequence[object]) -> str:
    rows = zip(names, texts, strict=True)
    return _lines(f"{name}: {text.strip()}" for name, text in rows if isinstance(text, str))


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(row.strip() for row in rows)


def _filled(text: str, places: Mapping[str, str]) -> str:
    return NAME.sub(lambda found: places.get(found[1], found[0]), text).strip()
