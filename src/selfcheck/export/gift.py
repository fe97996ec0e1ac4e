"""GIFT, as Moodle reads it.

https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import IO, TYPE_CHECKING, Any

from selfcheck.export import page
from selfcheck.export.material import gap_names
from selfcheck.export.moodle import category
from selfcheck.export.rich import Rich, tex
from selfcheck.export.typed import bounds, number, reach, reach_of, unforgiving
from selfcheck.identity import text_of
from selfcheck.types.brackets import filled
from selfcheck.types.categorize import Categorize
from selfcheck.types.cloze import Cloze, Gap
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.match import Match
from selfcheck.types.numeric import Numeric
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.types.order import Order
from selfcheck.types.short_text import ShortText

if TYPE_CHECKING:
    from selfcheck.export.job import Job
    from selfcheck.export.material import Material, Sheet
    from selfcheck.export.notes import Notes

SPECIAL = re.compile(r"[\\~=#{}:]")
# The gap that a question of its own asks for.
ASKED = "\N{OBJECT REPLACEMENT CHARACTER}"


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job*, each as a category."""
    (file,) = files
    for material in job.materials():
        file.write(f"{_head(material)}\n\n".encode())
        for sheet in material.sheets():
            made = list(_Question(sheet, job.notes).gift())
            for each in made:
                file.write(f"{each}\n\n".encode())
            if made:
                job.wrote(sheet)


def escaped(said: str) -> str:
    """Return *said* with a backslash before each sign that means something, in one line."""
    said = said.replace("\r\n", "\n").replace("\r", "\n")
    return SPECIAL.sub(lambda found: f"\\{found[0]}", said).replace("\n", r"\n")


def _head(material: Material) -> str:
    bank = material.bank
    said = (f"// [objective:{name}] {_flat(text)}" for name, text in material.objectives())
    return "\n".join((f"// [bank:{bank.id}]", *said, f"$CATEGORY: {category(material)}"))


def _flat(said: str) -> str:
    return " ".join(said.split())


class _Question:
    """One question, or several, as GIFT."""

    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        self.sheet = sheet
        self.notes = notes
        self.rich = Rich(sheet.material, tex, lambda picture: picture.address)

    def gift(self) -> Iterator[str]:
        """Yield the questions; nothing, and a note, where GIFT has none of that kind."""
        made = MAKERS.get(type(self.sheet.question))
        if made is None:
            self._note(f"left out, since GIFT has no type `{self.sheet.kind}`")
            return
        if self.sheet.question.hints:
            self._note("hints: left out, since GIFT has no place for them")
        yield from made(self, self.sheet.question)

    def _choice(self, question: Choice | MultipleResponse) -> Iterator[str]:
        if not question.shuffle:
            self._note("`shuffle: false`: left out, since GIFT has no word for it")
        rows: list[tuple[str, object, bool]] = [
            (option.text, option.feedback, option.correct) for option in question.options
        ]
        yield self._options(rows, single=isinstance(question, Choice))

    def _hotspot(self, question: Hotspot) -> Iterator[str]:
        self._note("its regions are options below the figure, since GIFT has no such type")
        rows: list[tuple[str, object, bool]] = [
            (region.text, region.feedback, region.correct) for region in question.regions
        ]
        single = sum(region.correct for region in question.regions) == 1
        figure = page.figure(question, self.rich)
        yield self._options(rows, single=single, own="hotspot", more=figure)

    def _options(
        self,
        rows: Sequence[tuple[str, object, bool]],
        *,
        single: bool,
        own: str = "",
        more: str = "",
    ) -> str:
        weight = round(100 / sum(correct for *_, correct in rows), 5)
        marks = ("=", "~") if single else (f"~%{weight:g}%", f"~%-{weight:g}%")
        answers = [
            self._answer(marks[not correct], f"[html]{self._html(said)}", feedback)
            for said, feedback, correct in rows
        ]
        return self._question(answers, more=more, own=own)

    def _numeric(self, question: Numeric) -> Iterator[str]:
        if said := bounds(question):
            self._note(f"{said}: left out, since GIFT has no place for it")
        more = ""
        if isinstance(question.unit, str):
            more = page.unit(question.unit, self.sheet.bank.language)
            if question.units:
                names = ", ".join(question.units)
                self._note(f"units {names}: left out, since a number of GIFT has no unit")
        right = f"{number(float(question.answer))}:{number(reach(question))}"
        wrong = (
            (f"{number(float(each.near))}:{number(reach_of(each, question))}", each.feedback)
            for each in question.wrong
        )
        answers = [
            self._answer("=", right, question.feedback),
            *(self._answer("=%0%", each, feedback) for each, feedback in wrong),
        ]
        yield self._question(answers, more=more, opened="{#")

    def _short_text(self, question: ShortText) -> Iterator[str]:
        if question.case_sensitive:
            self._note("capitals do not count there, since GIFT has no word for it")
        if said := unforgiving(question.answers, question):
            self._note(f"{said}, since GIFT is compared sign by sign")
        wrong = [(form, each.feedback) for each in question.wrong for form in each.answers]
        answers = [
            *(self._form("=", form, question.feedback) for form in question.answers),
            *(self._form("=%0%", form, feedback) for form, feedback in wrong),
        ]
        yield self._question(answers)

    def _form(self, mark: str, form: str, feedback: object) -> str:
        if "->" in form:
            self._note("`->` in an answer is an arrow sign, since GIFT would make pairs of it")
            form = form.replace("->", "\N{RIGHTWARDS ARROW}")
        if form.startswith("%"):
            # It would begin a weight.
            mark = "=%100%" if mark == "=" else mark
        # A star would stand for anything.
        return self._answer(mark, escaped(form.replace("*", "\\*")), feedback)

    def _cloze(self, question: Cloze) -> Iterator[str]:
        names = gap_names(question)
        if len(names) > 1:
            self._note(f"{len(names)} questions there, one a gap, since one of GIFT has one gap")
        menus = self.sheet.menus()
        for name in names:
            gap = question.gaps[name]
            if name in menus:
                answers = self._menu([each for _, each in menus[name]], gap)
            else:
                answers = self._typed(name, gap)
            yield self._question(
                answers, more=self._gapped(question, name), name=name, own="cloze", missing=True
            )

    def _menu(self, offered: list[str], gap: Gap) -> list[str]:
        right, *wrong = (f"[html]{escaped(escape(each, quote=False))}" for each in offered)
        answers = [self._answer("=", right, gap.feedback)]
        return answers + [self._answer("~", each, gap.feedback) for each in wrong]

    def _typed(self, name: str, gap: Gap) -> list[str]:
        if gap.case_sensitive:
            self._note(f"gap `{name}`: capitals do not count there, since GIFT has no word for it")
        if said := unforgiving(gap.forms, gap):
            self._note(f"gap `{name}`: {said}, since GIFT is compared sign by sign")
        return [self._form("=", form, gap.feedback) for form in gap.forms]

    def _gapped(self, question: Cloze, asked: str) -> str:
        gaps = {name: ASKED if name == asked else "[…]" for name in question.gaps}
        text = filled(self.rich.blocks(question.text), gaps)
        return f'<div class="selfcheck-text">{text}</div>'

    def _order(self, question: Order) -> Iterator[str]:
        if len(set(self.sheet.alike[0].values())) < len(question.items):
            self._note("equal items may not change places: each has a place of its own")
        pairs = [(item.text, str(n)) for n, item in enumerate(question.items, 1)]
        yield self._pairs(pairs, [], "order")

    def _match(self, question: Match) -> Iterator[str]:
        pairs = [(text_of(pair.left), text_of(pair.right)) for pair in question.pairs]
        yield self._pairs(pairs, [text_of(each) for each in question.distractors])

    def _categorize(self, question: Categorize) -> Iterator[str]:
        pairs = [(item.text, each.text) for each in question.categories for item in each.items]
        empty = [each.text for each in question.categories if not each.items]
        yield self._pairs(pairs, empty, "categorize")

    def _pairs(
        self, pairs: Sequence[tuple[str, str]], left_over: Sequence[str], own: str = ""
    ) -> str:
        rows = [(f"[html]{self._html(left)}", right) for left, right in pairs]
        rows += [("", right) for right in left_over]
        answers = [f"={left} -> {escaped(self.rich.menu(right))}" for left, right in rows]
        return self._question(answers, own=own, parts=True)

    def _answer(self, mark: str, said: str, feedback: object) -> str:
        if not isinstance(feedback, str):
            return f"{mark}{said}"
        return f"{mark}{said}#[html]{self._html(feedback)}"

    def _question(
        self,
        answers: Sequence[str],
        *,
        more: str = "",
        own: str = "",
        name: str = "",
        parts: bool = False,
        opened: str = "{",
        missing: bool = False,
    ) -> str:
        """Return a question with *answers*.

        more: what stands behind the prompt. own: its type here, where it is another. name: the gap
        that it asks for. parts: put the feedback of its parts into the general one. missing: the
        answers stand in the text, where a sign holds their place.
        """
        sheet = self.sheet
        text = escaped(page.before(sheet, self.rich, more))
        general = page.after(sheet, self.rich, parts=parts)
        rows = [*answers, *([f"####[html]{escaped(general)}"] if general else [])]
        block = "\n\t".join([opened, *rows]) + "\n}"
        text = text.replace(ASKED, block) if missing else f"{text} {block}"
        title = f"{sheet.name}/{name}" if name else sheet.name
        ident = f"{sheet.path}/{name}" if name else sheet.path
        tags = " ".join(f"[tag:{label}:{value}]" for label, value in sheet.labels(own))
        return f"// [id:{ident}] {tags}\n::{escaped(title)}::[html]{text}"

    def _html(self, said: str) -> str:
        return escaped(self.rich.inline(said, self.sheet.places))

    def _note(self, reason: str) -> None:
        self.notes.add(self.sheet.path, reason)


MAKERS: dict[type, Callable[[_Question, Any], Iterator[str]]] = {
    Choice: _Question._choice,
    MultipleResponse: _Question._choice,
    Numeric: _Question._numeric,
    ShortText: _Question._short_text,
    Cloze: _Question._cloze,
    Order: _Question._order,
    Match: _Question._match,
    Categorize: _Question._categorize,
    Hotspot: _Question._hotspot,
}
