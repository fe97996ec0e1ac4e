"""What stands on the cards of a question in Anki."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from selfcheck import types
from selfcheck.export import page, spoken
from selfcheck.export.anki_notes import CLOZE, QUESTION, TYPED, Kind
from selfcheck.export.media import Picture
from selfcheck.export.rich import Rich, tex
from selfcheck.identity import text_of
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
    from selfcheck.export.material import Sheet
    from selfcheck.export.notes import Notes

RIGHT, WRONG = "\N{CHECK MARK}", "\N{BALLOT X}"
# What would end a gap of Anki's, or begin its hint.
GAP = str.maketrans({"}": "&#125;", ":": "&#58;"})


class Card:
    """The fields of a question; `kind` is the note type that has them."""

    def __init__(self, sheet: Sheet, notes: Notes, pictures: dict[str, Picture]) -> None:
        self.sheet = sheet
        self.notes = notes
        self.pictures = pictures
        self.rich = Rich(sheet.material, tex, self._address)
        self.kind: Kind = KINDS.get(type(sheet.question), QUESTION)

    def fields(self) -> list[str]:
        """Return the fields; none, and a note, where no card can be made of the question."""
        sheet, rich = self.sheet, self.rich
        made = MAKERS.get(type(sheet.question))
        if made is None:
            self.notes.add(sheet.path, f"left out, since no card is made of a `{sheet.kind}`")
            return []
        asked, answer = made(self, sheet.question)
        found = [
            sheet.path,
            page.before(sheet, rich, asked),
            page.turned(answer, sheet.bank.language),
            "".join(rich.blocks(hint, sheet.places) for hint in sheet.question.hints),
            page.after(sheet, rich, parts=self.kind is CLOZE, wrong=True),
        ]
        if self.kind is TYPED:
            assert isinstance(sheet.question, ShortText)
            found.append(escape(sheet.question.answers[0], quote=False))
        return found

    def _options(self, question: Choice | MultipleResponse) -> tuple[str, str]:
        rows = [(option.text, option.feedback, option.correct) for option in question.options]
        return self._chosen(rows, shuffle=question.shuffle)

    def _hotspot(self, question: Hotspot) -> tuple[str, str]:
        rows = [(region.text, region.feedback, region.correct) for region in question.regions]
        asked, answer = self._chosen(rows)
        return page.figure(question, self.rich) + asked, answer

    def _chosen(
        self, rows: Sequence[tuple[str, object, bool]], *, shuffle: bool = True
    ) -> tuple[str, str]:
        """Return the options, always in the same order; and the same with what is said of each."""
        ids = self.sheet.ids[0]
        order = shuffled(self.sheet.path, ids) if shuffle else range(len(ids))
        shown = [rows[n] for n in order]
        asked = _list("ul", (self.rich.inline(said) for said, *_ in shown))
        answer = _list(
            "ul",
            (
                f"{RIGHT if correct else WRONG} <b>{self.rich.inline(said)}</b> "
                f"{self.rich.said(feedback)}"
                for said, feedback, correct in shown
            ),
        )
        return asked, answer

    def _numeric(self, question: Numeric) -> tuple[str, str]:
        unit = question.unit if isinstance(question.unit, str) else ""
        return page.unit(unit, self.sheet.bank.language) if unit else "", self._said(question)

    def _short_text(self, question: ShortText) -> tuple[str, str]:
        return "", self._said(question)

    def _said(self, question: Numeric | ShortText) -> str:
        """Return the answer in words, and what is said of it."""
        (answer,) = types.row(question).answers(question, self.sheet.bank.language)
        said = self.rich.said(question.feedback, self.sheet.places)
        return f"<p><b>{answer}</b></p>{f'<p>{said}</p>' if said else ''}"

    def _cloze(self, question: Cloze) -> tuple[str, str]:
        menus, gaps = self.sheet.menus(), {}
        for n, (name, gap) in enumerate(question.gaps.items(), 1):
            hint = ""
            if name in menus:
                menu = menus[name]
                order = shuffled(f"{self.sheet.path}/{name}", [each for each, _ in menu])
                hint = "::" + " / ".join(_gap(menu[i][1]) for i in order)
            gaps[name] = f"{{{{c{n}::{_gap(gap.forms[0])}{hint}}}}}"
        return (
            f'<div class="selfcheck-text">{filled(self.rich.blocks(question.text), gaps)}</div>',
            "",
        )

    def _order(self, question: Order) -> tuple[str, str]:
        ids, alike = self.sheet.ids[0], self.sheet.alike[0]
        order = shuffled(self.sheet.path, ids, unlike=[alike[each] for each in ids])
        asked = _list("ul", (self.rich.inline(question.items[n].text) for n in order))
        said = spoken.every(self.sheet, self.rich)
        return asked, _list("ol", (f"<b>{name}</b> {feedback}" for name, feedback in said))

    def _match(self, question: Match) -> tuple[str, str]:
        rights = [text_of(pair.right) for pair in question.pairs]
        offered = dict.fromkeys([*rights, *(text_of(each) for each in question.distractors)])
        lefts = [text_of(pair.left) for pair in question.pairs]
        return self._pairs(lefts, rights, list(offered), shuffle=True)

    def _categorize(self, question: Categorize) -> tuple[str, str]:
        placed = [(item.text, each.text) for each in question.categories for item in each.items]
        lefts, rights = [left for left, _ in placed], [right for _, right in placed]
        return self._pairs(lefts, rights, [each.text for each in question.categories])

    def _pairs(
        self, lefts: list[str], rights: list[str], offered: list[str], *, shuffle: bool = False
    ) -> tuple[str, str]:
        order = shuffled(self.sheet.path, lefts, unlike=lefts)
        sides = shuffled(f"{self.sheet.path}/to", offered) if shuffle else range(len(offered))
        asked = _list("ul", (self.rich.inline(lefts[n]) for n in order))
        asked += _list("ul", (self.rich.inline(offered[n]) for n in sides))
        answer = _list(
            "ul",
            (
                f"<b>{left} \N{RIGHTWARDS ARROW} {self.rich.inline(right)}</b> {feedback}"
                for (left, feedback), right in zip(
                    spoken.every(self.sheet, self.rich), rights, strict=True
                )
            ),
        )
        return asked, answer

    def _address(self, picture: Picture) -> str:
        # Anki keeps the pictures of all decks in one folder.
        name = f"selfcheck-{picture.name}"
        self.pictures.setdefault(name, picture)
        return name


def _list(tag: str, rows: Iterable[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{row}</li>' for row in rows)}</{tag}>"


def _gap(said: str) -> str:
    return escape(said, quote=False).translate(GAP)


KINDS: dict[type, Kind] = {ShortText: TYPED, Cloze: CLOZE}
MAKERS: dict[type, Callable[[Card, Any], tuple[str, str]]] = {
    Choice: Card._options,
    MultipleResponse: Card._options,
    Numeric: Card._numeric,
    ShortText: Card._short_text,
    Cloze: Card._cloze,
    Order: Card._order,
    Match: Card._match,
    Categorize: Card._categorize,
    Hotspot: Card._hotspot,
}
