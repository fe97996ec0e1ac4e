"""Moodle XML, of Moodle 4.4 and later, which has the type `ordering`.

https://docs.moodle.org/en/Moodle_XML_format
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from selfcheck.export import page
from selfcheck.export.media import Picture
from selfcheck.export.moodle_cloze import text_with_gaps
from selfcheck.export.rich import Rich, tex
from selfcheck.export.typed import bounds, number, reach, reach_of, unforgiving
from selfcheck.export.xml import HEAD, cdata, element, lines, text
from selfcheck.identity import text_of
from selfcheck.numbers import clean
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

# What an answer can be worth, in per cent; Moodle refuses what is none of these.
GRADES = (100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5)
LONGEST_TAG = 50
LONGEST_ID = 100
LONGEST_NAME = 255


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job*, each as a category."""
    (file,) = files
    file.write(f"{HEAD}<quiz>\n".encode())
    for material in job.materials():
        file.write(f"{_category(material)}\n".encode())
        for sheet in material.sheets():
            if made := _Question(sheet, job.notes).xml():
                file.write(f"{made}\n".encode())
                job.wrote(sheet)
    file.write(b"</quiz>\n")


def category(material: Material) -> str:
    """Return where the questions of a bank go in Moodle: a slash in a title is written twice."""
    return f"$course$/top/{material.bank.title.replace('/', '//')}"


def _category(material: Material) -> str:
    bank = material.bank
    rich = Rich(material, tex, lambda picture: picture.address)
    rows = "".join(
        f"<li><code>{name}</code> {rich.inline(said)}</li>" for name, said in material.objectives()
    )
    info = page.turned(f"<ul>{rows}</ul>", bank.language)
    return lines(
        "question",
        {"type": "category"},
        element("category", None, element("text", None, text(category(material)))),
        element("info", {"format": "html"}, element("text", None, cdata(info))),
        element("idnumber", None, text(bank.id)),
    )


class _Question:
    """One question as XML."""

    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        self.sheet = sheet
        self.notes = notes
        self.pictures: dict[str, Picture] = {}
        self.rich = Rich(sheet.material, tex, self._address)

    def xml(self) -> str:
        """Return the question; nothing, and a note, where Moodle has none of its kind."""
        made = MAKERS.get(type(self.sheet.question))
        if made is None:
            self._note(f"left out, since Moodle has no type `{self.sheet.kind}`")
            return ""
        return made(self, self.sheet.question)

    def _choice(self, question: Choice | MultipleResponse) -> str:
        single = isinstance(question, Choice)
        rows: list[tuple[str, object, bool]] = [
            (option.text, option.feedback, option.correct) for option in question.options
        ]
        return self._multichoice(rows, single=single, shuffle=question.shuffle)

    def _hotspot(self, question: Hotspot) -> str:
        self._note("its regions are options below the figure, since Moodle has no such type")
        rows: list[tuple[str, object, bool]] = [
            (region.text, region.feedback, region.correct) for region in question.regions
        ]
        single = sum(region.correct for region in question.regions) == 1
        return self._multichoice(rows, single=single, own="hotspot", figure=question)

    def _multichoice(
        self,
        rows: Sequence[tuple[str, object, bool]],
        *,
        single: bool,
        shuffle: bool = True,
        own: str = "",
        figure: Hotspot | None = None,
    ) -> str:
        right = sum(correct for *_, correct in rows)
        grade = 100.0 if single else self._grade(right)
        wrong = 0.0 if single else -grade
        return self._question(
            "multichoice",
            [
                element("single", None, str(single).lower()),
                element("shuffleanswers", None, str(shuffle).lower()),
                element("answernumbering", None, "ABCD"),
                element("showstandardinstruction", None, "0" if single else "1"),
                *_combined(),
                *(
                    self._answer(said, feedback, grade if correct else wrong)
                    for said, feedback, correct in rows
                ),
            ],
            more=page.figure(figure, self.rich) if figure else "",
            own=own,
        )

    def _grade(self, right: int) -> float:
        """Return what each of so many right options is worth."""
        grade = min(GRADES, key=lambda known: abs(known - 100 / right))
        if abs(grade - 100 / right) > 0.001:
            self._note(
                f"each right option counts {grade:g} %, since Moodle has no part of 1 in {right}"
            )
        return grade

    def _answer(self, said: str, feedback: object, grade: float) -> str:
        return lines(
            "answer",
            {"fraction": number(grade), "format": "html"},
            self._text(self.rich.inline(said)),
            self._html("feedback", self.rich.said(feedback)),
        )

    def _numeric(self, question: Numeric) -> str:
        if said := bounds(question):
            self._note(f"{said}: left out, since Moodle grades every number")
        rows = [
            self._typed(number(float(question.answer)), question.feedback, 100, reach(question)),
            *(
                self._typed(number(float(each.near)), each.feedback, 0, reach_of(each, question))
                for each in question.wrong
            ),
        ]
        units: list[str] = []
        if isinstance(question.unit, str):
            # Moodle counts how many of a unit are in the first one.
            sizes = {name: 1 / each for name, each in question.units.items()}
            each = (_unit(name, size) for name, size in {question.unit: 1.0, **sizes}.items())
            units = [lines("units", None, *each)]
        return self._question(
            "numerical",
            [
                *rows,
                *units,
                element("unitgradingtype", None, "0"),
                element("unitpenalty", None, "0"),
                # A field for the unit as well, or for the number alone.
                element("showunits", None, "0" if units else "3"),
                element("unitsleft", None, "0"),
            ],
        )

    def _typed(
        self, said: str, feedback: object, grade: int, tolerance: float | None = None
    ) -> str:
        html = self.rich.said(feedback, self.sheet.places)
        near = None if tolerance is None else element("tolerance", None, number(tolerance))
        return lines(
            "answer",
            {"fraction": grade, "format": "moodle_auto_format"},
            element("text", None, text(said)),
            self._html("feedback", html),
            near or "",
        )

    def _short_text(self, question: ShortText) -> str:
        if said := unforgiving(question.answers, question):
            self._note(f"{said}, since Moodle compares sign by sign")
        return self._question(
            "shortanswer",
            [
                element("usecase", None, str(int(question.case_sensitive))),
                *(self._form(form, question.feedback, 100) for form in question.answers),
                *(
                    self._form(form, each.feedback, 0)
                    for each in question.wrong
                    for form in each.answers
                ),
            ],
        )

    def _form(self, form: str, feedback: object, grade: int) -> str:
        # A star would stand for anything.
        return self._typed(form.replace("*", "\\*"), feedback, grade)

    def _cloze(self, question: Cloze) -> str:
        for name, gap in question.gaps.items():
            if not gap.distractors and (said := unforgiving(gap.forms, gap)):
                self._note(f"gap `{name}`: {said}, since Moodle compares sign by sign")
        return self._question("cloze", [], more=text_with_gaps(self.sheet, self.rich), single=False)

    def _order(self, question: Order) -> str:
        if len(set(self.sheet.alike[0].values())) < len(question.items):
            self._note("equal items may not change places, since Moodle tells them apart")
        return self._question(
            "ordering",
            [
                element("layouttype", None, "VERTICAL"),
                element("selecttype", None, "ALL"),
                element("selectcount", None, str(len(question.items))),
                element("gradingtype", None, "ABSOLUTE_POSITION"),
                element("showgrading", None, "SHOW"),
                element("numberingstyle", None, "none"),
                *_combined(),
                *(
                    lines(
                        "answer",
                        {"fraction": n, "format": "html"},
                        self._text(self.rich.inline(item.text)),
                    )
                    for n, item in enumerate(question.items, 1)
                ),
            ],
            parts=True,
        )

    def _match(self, question: Match) -> str:
        pairs = [(text_of(pair.left), text_of(pair.right)) for pair in question.pairs]
        return self._matching(pairs, [text_of(each) for each in question.distractors])

    def _categorize(self, question: Categorize) -> str:
        pairs = [(item.text, each.text) for each in question.categories for item in each.items]
        empty = [each.text for each in question.categories if not each.items]
        return self._matching(pairs, empty, own="categorize")

    def _matching(
        self, pairs: Sequence[tuple[str, str]], left_over: Sequence[str], own: str = ""
    ) -> str:
        return self._question(
            "matching",
            [
                element("shuffleanswers", None, "true"),
                *_combined(),
                *(self._pair(self.rich.inline(left), right) for left, right in pairs),
                *(self._pair("", right) for right in left_over),
            ],
            parts=True,
            own=own,
        )

    def _pair(self, left: str, right: str) -> str:
        return lines(
            "subquestion",
            {"format": "html"},
            self._text(left),
            element("answer", None, element("text", None, text(self.rich.menu(right)))),
        )

    def _question(
        self,
        kind: str,
        inside: Sequence[str],
        *,
        more: str = "",
        own: str = "",
        parts: bool = False,
        single: bool = True,
    ) -> str:
        """Return a question of Moodle's type *kind*.

        more: what stands behind the prompt. own: its type here, where it is another. parts: put
        the feedback of its parts into the general one. single: whether it is worth one point.
        """
        sheet, rich = self.sheet, self.rich
        name = sheet.path
        if len(name) > LONGEST_ID:
            self._note(f"its name: left out, since Moodle's has {LONGEST_ID} signs at most")
            name = ""
        return lines(
            "question",
            {"type": kind},
            element("name", None, element("text", None, text(sheet.name[:LONGEST_NAME]))),
            self._html("questiontext", page.before(sheet, rich, more)),
            self._html("generalfeedback", page.after(sheet, rich, parts=parts)),
            element("defaultgrade", None, "1") if single else "",
            element("penalty", None, "0"),
            element("hidden", None, "0"),
            element("idnumber", None, text(name)) if name else "",
            *inside,
            *(self._html("hint", rich.blocks(h, sheet.places)) for h in sheet.question.hints),
            lines("tags", None, *self._tags(own)),
        )

    def _tags(self, own: str) -> Iterator[str]:
        for name, value in self.sheet.labels(own):
            tag = f"{name}:{value}"
            if len(tag) > LONGEST_TAG:
                self._note(
                    f"the label `{tag}`: left out, since a tag has {LONGEST_TAG} signs at most"
                )
            else:
                yield element("tag", None, element("text", None, text(tag)))

    def _html(self, name: str, html: str) -> str:
        return lines(name, {"format": "html"}, self._text(html))

    def _text(self, html: str) -> str:
        """Return *html*, and behind it the pictures that are in it."""
        files = "".join(
            "\n"
            + element(
                "file",
                {"name": each.name, "path": "/", "encoding": "base64"},
                b64encode(each.data).decode(),
            )
            for each in self.pictures.values()
            if each.name in html
        )
        return element("text", None, cdata(html)) + files

    def _address(self, picture: Picture) -> str:
        self.pictures[picture.name] = picture
        return f"@@PLUGINFILE@@/{picture.name}"

    def _note(self, reason: str) -> None:
        self.notes.add(self.sheet.path, reason)


def _combined() -> list[str]:
    """Return the feedback for right, half right and wrong answers, of which we have none."""
    kinds = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    return [element(kind, {"format": "html"}, "<text></text>") for kind in kinds]


def _unit(name: str, size: float) -> str:
    return element(
        "unit",
        None,
        element("multiplier", None, number(clean(size))),
        element("unit_name", None, text(name)),
    )


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
