"""A question as it is printed, and its row in the key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from selfcheck import types
from selfcheck.export import page
from selfcheck.export.rich import Rich, sources
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
from selfcheck.types.pieces import letter, letters, pairs
from selfcheck.types.short_text import ShortText
from selfcheck.words import say

if TYPE_CHECKING:
    from selfcheck.export.material import Sheet
    from selfcheck.export.notes import Notes

LINE, SHORT = '<b class="line"></b>', '<b class="line short"></b>'
BOX = '<b class="box"></b>'


class Printed:
    """A question in one version of a paper; `known` says whether there is a way to print it."""

    def __init__(self, sheet: Sheet, order: str, notes: Notes) -> None:
        self.sheet = sheet
        self.order = order
        self.language = sheet.bank.language
        self.rich = Rich(
            sheet.material, lambda _, __, mathml: mathml, lambda picture: picture.address
        )
        self.known = type(sheet.question) in MAKERS
        if not self.known:
            notes.add(sheet.path, f"left out, since no paper has a `{sheet.kind}`")
            return
        # What is asked below the prompt, and the answer in words.
        self.asked, self.answer = MAKERS[type(sheet.question)](self, sheet.question)

    def question(self, number: int) -> str:
        """Return the question, as number so and so of the paper."""
        prompt = self.rich.blocks(self.sheet.question.prompt, self.sheet.places)
        html = page.turned(f"{prompt}\n{self.asked}", self.language)
        return f'<div class="question"><b>{number}</b><div>{html}</div></div>\n'

    def key(self, number: int) -> str:
        """Return its row in the key: the number, the answer, and why it is right."""
        said = self.sheet.question.explanation
        why = self.rich.blocks(said, self.sheet.places) if isinstance(said, str) else ""
        if found := sources(self.sheet):
            why += f"<p>{found}</p>"
        cells = (
            str(number),
            f"<b>{self.answer}</b>",
            f"{page.turned(why, self.language)}<code>{self.sheet.path}</code>",
        )
        return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"

    def _choice(self, question: Choice | MultipleResponse) -> tuple[str, str]:
        rows = [(option.text, option.correct) for option in question.options]
        do = "paper-one" if isinstance(question, Choice) else "choose-all"
        return self._options(rows, do, shuffle=question.shuffle)

    def _hotspot(self, question: Hotspot) -> tuple[str, str]:
        rows = [(region.text, region.correct) for region in question.regions]
        single = sum(region.correct for region in question.regions) == 1
        asked, answer = self._options(rows, "paper-one" if single else "choose-all")
        return page.figure(question, self.rich) + asked, answer

    def _options(
        self, rows: Sequence[tuple[str, bool]], do: str, *, shuffle: bool = True
    ) -> tuple[str, str]:
        order = self._shuffled(0) if shuffle else list(range(len(rows)))
        listed = "".join(
            f"<li>{BOX}{letter(n)} {self.rich.inline(rows[i][0])}</li>" for n, i in enumerate(order)
        )
        right = letters(n for n, i in enumerate(order) if rows[i][1])
        return f'{self._do(do)}<ul class="options">{listed}</ul>', right

    def _numeric(self, question: Numeric) -> tuple[str, str]:
        unit = f" {escape(question.unit, quote=False)}" if isinstance(question.unit, str) else ""
        return f"<p>{self._say('paper-answer')} {LINE}{unit}</p>", self._said(question)

    def _short_text(self, question: ShortText) -> tuple[str, str]:
        return f"<p>{self._say('paper-answer')} {LINE}</p>", self._said(question)

    def _said(self, question: Numeric | ShortText) -> str:
        (answer,) = types.row(question).answers(question, self.language)
        return answer

    def _cloze(self, question: Cloze) -> tuple[str, str]:
        menus, gaps, answers = self.sheet.menus(), {}, []
        for n, (name, gap) in enumerate(question.gaps.items(), 1):
            offered = ""
            if menu := menus.get(name):
                order = shuffled(
                    f"{self.order}/{self.sheet.path}/{name}", [each for each, _ in menu]
                )
                offered = f" ({' / '.join(escape(menu[i][1], quote=False) for i in order)})"
            gaps[name] = f"({n}) {LINE}{offered}"
            answers.append(f"({n}) {escape(' / '.join(gap.forms), quote=False)}")
        return filled(self.rich.blocks(question.text), gaps), "; ".join(answers)

    def _order(self, question: Order) -> tuple[str, str]:
        ids, alike = self.sheet.ids[0], self.sheet.alike[0]
        key = f"{self.order}/{self.sheet.path}"
        order = shuffled(key, ids, unlike=[alike[each] for each in ids])
        listed = self._lettered([question.items[n].text for n in order])
        do = self._do("paper-order")
        blanks = " ".join(SHORT for _ in ids)
        right = letters(order.index(n) for n in range(len(ids)))
        # Items that are the same may stand in each other's place.
        places: dict[str, list[str]] = {}
        for place, n in enumerate(order):
            places.setdefault(alike[ids[n]], []).append(letter(place))
        same = "; ".join(" = ".join(each) for each in places.values() if len(each) > 1)
        return f"{listed}{do}<p>{blanks}</p>", f"{right} ({same})" if same else right

    def _match(self, question: Match) -> tuple[str, str]:
        rights, alike = self.sheet.ids[1], self.sheet.alike[1]
        said = [*(text_of(pair.right) for pair in question.pairs)]
        said += [text_of(each) for each in question.distractors]
        # Right sides that are the same are one.
        sides = {name: text for name, text in zip(rights, said, strict=True) if alike[name] == name}
        names = list(sides)
        order = shuffled(f"{self.order}/{self.sheet.path}/to", names)
        placed = {names[i]: n for n, i in enumerate(order)}
        rows = [
            (text_of(pair.left), placed[alike[right]])
            for pair, right in zip(question.pairs, rights, strict=False)
        ]
        return self._pairs(rows, [sides[names[i]] for i in order])

    def _categorize(self, question: Categorize) -> tuple[str, str]:
        placed = [
            (item.text, n) for n, each in enumerate(question.categories) for item in each.items
        ]
        order = self._shuffled(1)
        return self._pairs([placed[i] for i in order], [each.text for each in question.categories])

    def _pairs(self, rows: Sequence[tuple[str, int]], sides: Sequence[str]) -> tuple[str, str]:
        listed = "".join(f"<li>{self.rich.inline(said)} {SHORT}</li>" for said, _ in rows)
        asked = f"{self._lettered(sides)}{self._do('paper-match')}<ol>{listed}</ol>"
        return asked, pairs(side for _, side in rows)

    def _lettered(self, texts: Sequence[str]) -> str:
        rows = "".join(f"<li>{self.rich.inline(text)}</li>" for text in texts)
        return f'<ol class="letters">{rows}</ol>'

    def _shuffled(self, listing: int) -> list[int]:
        return shuffled(f"{self.order}/{self.sheet.path}", self.sheet.ids[listing])

    def _do(self, what: str) -> str:
        return f'<p class="do">{self._say(what)}</p>'

    def _say(self, what: str) -> str:
        return escape(say(self.language, what), quote=False)


MAKERS: dict[type, Callable[[Printed, Any], tuple[str, str]]] = {
    Choice: Printed._choice,
    MultipleResponse: Printed._choice,
    Numeric: Printed._numeric,
    ShortText: Printed._short_text,
    Cloze: Printed._cloze,
    Order: Printed._order,
    Match: Printed._match,
    Categorize: Printed._categorize,
    Hotspot: Printed._hotspot,
}
