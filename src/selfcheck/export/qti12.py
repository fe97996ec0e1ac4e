"""QTI 1.2, as Canvas writes and reads it: a package with one quiz for each bank.

https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_infov1p2.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

from selfcheck.export import page, xml
from selfcheck.export import qti12_elements as elements
from selfcheck.export import qti12_package as package
from selfcheck.export.media import Picture
from selfcheck.export.pairs import Pairs, grouped, matched
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti12_elements import RESPONSE, WHOLE
from selfcheck.export.rich import Rich, tex
from selfcheck.export.typed import bounds, ends, number, reach, unforgiving
from selfcheck.export.zips import Zip
from selfcheck.shuffle import shuffled
from selfcheck.types.brackets import filled
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
    from selfcheck.export.material import Material, Sheet
    from selfcheck.export.notes import Notes

ITEMS = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
# What Canvas puts in the place of this is where it keeps the files of a package.
FILES = "%24IMS-CC-FILEBASE%24"
MEDIA = "media"
GENERAL, CORRECT = "general_fb", "correct_fb"

# Before a word, but not of a formula, and not twice, as our own gaps have it.
BRACKET = re.compile(r"(?<![\\\[])\[(?=[^\[\]<>\\]+\](?!\]))")

Row = tuple[str, str, object, bool]


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job*, each as a quiz."""
    (file,) = files
    pictures: dict[str, Picture] = {}
    resources: list[str] = []
    with Zip(file) as made:
        for material in job.materials():
            name = material.bank.id
            path = f"{name}/{name}.xml"
            with made.open(path) as quiz:
                count = _quiz(job, material, quiz, pictures)
            beside = f"{name}/assessment_meta.xml"
            made.add(beside, package.meta(material, count))
            resources += package.resources(name, path, beside)
        for picture in pictures.values():
            made.add(f"{MEDIA}/{picture.name}", picture.data)
            resources.append(
                package.resource(picture.name, "webcontent", f"{MEDIA}/{picture.name}")
            )
        made.add("imsmanifest.xml", package.manifest(job, resources))


def _quiz(job: Job, material: Material, file: IO[bytes], pictures: dict[str, Picture]) -> int:
    """Write the quiz of a bank, question by question; return how many points it has."""
    bank = material.bank
    head = {
        "xmlns": ITEMS,
        "xmlns:xsi": package.XSI,
        "xsi:schemaLocation": f"{ITEMS} {ITEMS}p1.xsd",
    }
    said = {"selfcheck_language": bank.language}
    texts = [
        ("selfcheck_objective_text", f"{name}: {' '.join(text.split())}")
        for name, text in material.objectives()
    ]
    file.write(
        "\n".join(
            (
                xml.HEAD + xml.start("questestinterop", head),
                xml.start("assessment", {"ident": identifier(bank.id), "title": bank.title}),
                elements.metadata([*said.items(), *texts]),
                xml.start("section", {"ident": "root_section"}),
                "",
            )
        ).encode()
    )
    points = 0
    for group, sheets in groupby(material.sheets(), key=lambda sheet: sheet.variants):
        items = _items(job, sheets, pictures)
        if group:
            rows = list(items)
            file.write(f"{_drawn(identifier(bank.id, group), group, rows)}\n".encode())
            points += 1
            continue
        for item in items:
            file.write(f"{item}\n".encode())
            points += 1
    file.write(b"</section>\n</assessment>\n</questestinterop>\n")
    return points


def _items(job: Job, sheets: Iterator[Sheet], pictures: dict[str, Picture]) -> Iterator[str]:
    for sheet in sheets:
        question = _Question(sheet, job.notes, pictures)
        if made := question.xml():
            job.wrote(sheet)
            yield made


def _drawn(name: str, title: str, rows: Sequence[str]) -> str:
    """Return a group of questions of which one is drawn."""
    points = xml.element("points_per_item", None, "1.0")
    selection = xml.element(
        "selection",
        None,
        xml.element("selection_number", None, "1"),
        xml.element("selection_extension", None, points),
    )
    ordering = xml.element("selection_ordering", None, selection)
    return xml.lines("section", {"ident": name, "title": title}, ordering, *rows)


class _Question:
    """One question as an item."""

    def __init__(self, sheet: Sheet, notes: Notes, pictures: dict[str, Picture]) -> None:
        self.sheet = sheet
        self.notes = notes
        self.pictures = pictures
        self.rich = Rich(sheet.material, tex, self._address)

    def xml(self) -> str:
        """Return the item; nothing, and a note, where Canvas has none of its kind."""
        made = MAKERS.get(type(self.sheet.question))
        if made is None:
            self._note(f"left out, since Canvas has no type `{self.sheet.kind}`")
            return ""
        if self.sheet.question.hints:
            self._note("hints: left out, since Canvas has no place for them")
        return made(self, self.sheet.question)

    def _choice(self, question: Choice | MultipleResponse) -> str:
        if not question.shuffle:
            self._note("`shuffle: false`: left out, since Canvas says it of a whole quiz")
        rows: list[Row] = [
            (name, option.text, option.feedback, option.correct)
            for name, option in zip(self.sheet.ids[0], question.options, strict=True)
        ]
        return self._options(rows, single=isinstance(question, Choice))

    def _hotspot(self, question: Hotspot) -> str:
        self._note("its regions are options below the figure, since Canvas has no such type")
        rows: list[Row] = [
            (name, region.text, region.feedback, region.correct)
            for name, region in zip(self.sheet.ids[0], question.regions, strict=True)
        ]
        single = sum(region.correct for region in question.regions) == 1
        figure = page.figure(question, self.rich)
        return self._options(rows, single=single, own="hotspot", more=figure)

    def _options(self, rows: Sequence[Row], *, single: bool, own: str = "", more: str = "") -> str:
        labels = [(name, self.rich.inline(said)) for name, said, *_ in rows]
        feedback = {f"{name}_fb": self.rich.said(said) for name, _, said, _ in rows}
        right = [elements.equal(RESPONSE, name) for name, *_, correct in rows if correct]
        wrong = [
            xml.element("not", None, elements.equal(RESPONSE, name))
            for name, *_, correct in rows
            if not correct
        ]
        all_right = right[0] if single else xml.element("and", None, *right, *wrong)
        shown = [
            elements.condition(elements.equal(RESPONSE, name), shows=f"{name}_fb")
            for name, *_ in rows
            if feedback[f"{name}_fb"]
        ]
        return self._item(
            "multiple_choice_question" if single else "multiple_answers_question",
            [elements.choices(RESPONSE, labels, "Single" if single else "Multiple")],
            [*shown, elements.condition(all_right, WHOLE, ends=True)],
            feedback,
            own=own,
            more=more,
        )

    def _numeric(self, question: Numeric) -> str:
        if said := bounds(question):
            self._note(f"{said}: left out, since Canvas grades every number")
        more = ""
        if isinstance(question.unit, str):
            more = page.unit(question.unit, self.sheet.bank.language)
            if question.units:
                names = ", ".join(question.units)
                self._note(f"units {names}: left out, since Canvas reads a number alone")
        answer = float(question.answer)
        low, high = ends(answer, reach(question))
        between = xml.element(
            "and", None, elements.compare("vargte", low), elements.compare("varlte", high)
        )
        right = xml.element("or", None, elements.compare("varequal", number(answer)), between)
        return self._typed("numerical_question", right, question.feedback, "Decimal", more)

    def _short_text(self, question: ShortText) -> str:
        if question.case_sensitive:
            self._note("capitals do not count there, since Canvas does not compare them")
        if said := unforgiving(question.answers, question):
            self._note(f"{said}, since Canvas compares sign by sign")
        right = "".join(elements.compare("varequal", form) for form in question.answers)
        return self._typed("short_answer_question", right, question.feedback)

    def _typed(
        self, kind: str, right: str, feedback: object, fibtype: str | None = None, more: str = ""
    ) -> str:
        said = self.rich.said(feedback, self.sheet.places)
        label = xml.element("response_label", {"ident": "answer1", "rshuffle": "No"})
        field = xml.element(
            "response_str",
            {"ident": RESPONSE, "rcardinality": "Single"},
            xml.element("render_fib", {"fibtype": fibtype}, label),
        )
        rule = elements.condition(right, WHOLE, shows=CORRECT if said else "", ends=True)
        return self._item(kind, [field], [rule], {CORRECT: said}, more=more, wrong=True)

    def _cloze(self, question: Cloze) -> str:
        menus = self.sheet.menus()
        mixed = 0 < len(menus) < len(question.gaps)
        if mixed:
            self._note("what its menus offer is typed, since Canvas has only menus or only fields")
        blanks, rules, places = [], [], {}
        share = WHOLE / len(question.gaps)
        for name, gap in question.gaps.items():
            typed = [(f"{name}-{n}", form) for n, form in enumerate(gap.forms)]
            offered = typed if mixed else menus.get(name, typed)
            right = offered[:1] if name in menus else offered
            blanks.append(elements.blank(name, offered))
            response = f"response_{name}"
            equal = (elements.equal(response, each) for each, _ in right)
            rules += [elements.condition(each, share) for each in equal]
            places[name] = f"[{name}]" + (
                self._offered(name, menus[name]) if mixed and name in menus else ""
            )
            if name not in menus and (said := unforgiving(gap.forms, gap)):
                self._note(f"gap `{name}`: {said}, since Canvas compares sign by sign")
        typed_in = mixed or not menus
        kind = "fill_in_multiple_blanks_question" if typed_in else "multiple_dropdowns_question"
        more = f'<div class="selfcheck-text">{self.rich.blocks(question.text)}</div>'
        return self._item(kind, blanks, rules, {}, more=more, parts=True, gaps=places)

    def _offered(self, gap: str, menu: Sequence[tuple[str, str]]) -> str:
        order = shuffled(f"{self.sheet.path}/{gap}", [name for name, _ in menu])
        return f" ({' / '.join(escape(menu[n][1], quote=False) for n in order)})"

    def _order(self, question: Order) -> str:
        if len(set(self.sheet.alike[0].values())) < len(question.items):
            self._note("equal items may not change places: each has a place of its own")
        rows = [
            (name, item.text, str(n))
            for n, (name, item) in enumerate(zip(self.sheet.ids[0], question.items, strict=True), 1)
        ]
        return self._pairs(rows, {right: right for *_, right in rows}, own="order")

    def _match(self, question: Match) -> str:
        return self._of_sides(matched(self.sheet, question))

    def _categorize(self, question: Categorize) -> str:
        return self._of_sides(grouped(self.sheet, question), own="categorize")

    def _of_sides(self, pairs: Pairs, own: str = "") -> str:
        sides = {name: self.rich.menu(text) for name, text in pairs.sides.items()}
        return self._pairs(pairs.rows, sides, own=own)

    def _pairs(
        self, rows: Sequence[tuple[str, str, str]], sides: Mapping[str, str], own: str = ""
    ) -> str:
        """Return an item in which each of *rows*, with its right partner, is given a side."""
        labels = [(name, xml.text(said)) for name, said in sides.items()]
        blanks = [
            elements.choices(f"response_{name}", labels, None, self.rich.inline(said), plain=True)
            for name, said, _ in rows
        ]
        share = WHOLE / len(rows)
        rules = [
            elements.condition(elements.equal(f"response_{name}", side), share)
            for name, _, side in rows
        ]
        return self._item("matching_question", blanks, rules, {}, own=own, parts=True)

    def _item(
        self,
        kind: str,
        responses: Sequence[str],
        rules: Sequence[str],
        feedback: Mapping[str, str],
        *,
        more: str = "",
        own: str = "",
        parts: bool = False,
        wrong: bool = False,
        gaps: Mapping[str, str] | None = None,
    ) -> str:
        """Return an item of Canvas's type *kind*.

        feedback: by the name that *rules* show it by. more: what stands behind the prompt. own: its
        type here, where it is another. parts, wrong: put these into the general feedback. gaps:
        what stands for each gap.
        """
        sheet = self.sheet
        general = page.after(sheet, self.rich, parts=parts, wrong=wrong)
        prompt = page.before(sheet, self.rich, more)
        if gaps:
            prompt = filled(_unbracketed(prompt), gaps)
        shown = {GENERAL: general, **feedback}
        labels = [(f"selfcheck_{name}", value) for name, value in sheet.labels(own)]
        fields = [("question_type", kind), ("points_possible", "1.0"), *labels]
        score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
        outcomes = xml.element("outcomes", None, xml.element("decvar", score))
        always = [elements.condition("<other/>", shows=GENERAL)] if general else []
        return xml.lines(
            "item",
            {"ident": identifier(sheet.path), "title": sheet.name},
            xml.element("itemmetadata", None, elements.metadata(fields)),
            xml.lines(
                "presentation",
                None,
                elements.material(prompt),
                *responses,
            ),
            xml.lines("resprocessing", None, outcomes, *always, *rules),
            *(elements.feedback(name, html) for name, html in shown.items() if html),
        )

    def _address(self, picture: Picture) -> str:
        self.pictures.setdefault(picture.name, picture)
        return f"{FILES}/{MEDIA}/{quote(picture.name)}"

    def _note(self, reason: str) -> None:
        self.notes.add(self.sheet.path, reason)


def _unbracketed(html: str) -> str:
    """Return *html* in which no word in brackets would be a blank, but for our own."""
    return BRACKET.sub("&#91;", html)


MAKERS: dict[type, Callable[[_Question, Any], str]] = {
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
