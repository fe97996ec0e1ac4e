"""One question as an item of QTI."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from selfcheck.export import page, xml
from selfcheck.export.media import Picture
from selfcheck.export.qti import texts
from selfcheck.export.qti.chosen import choice, hotspot
from selfcheck.export.qti.dialect import Dialect
from selfcheck.export.qti.gaps import cloze
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti.scoring import (
    EXPLANATION,
    RESPONSE,
    Scoring,
)
from selfcheck.export.qti.sides import categorize, match, order
from selfcheck.export.qti.typed import numeric, short_text
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

MEDIA = "media"


class Item:
    """One question as an item; `pictures` are what it shows, once it is written."""

    def __init__(self, sheet: Sheet, dialect: Dialect, notes: Notes) -> None:
        self.sheet = sheet
        self.dialect = dialect
        self.notes = notes
        self.scoring = Scoring(dialect)
        self.pictures: dict[str, Picture] = {}
        self.rich = texts.rich(sheet.material, self.address)

    @property
    def name(self) -> str:
        """Its identifier."""
        return identifier(self.sheet.path)

    def xml(self) -> str:
        """Return the item; nothing, and a note, where QTI has none of its kind."""
        made = MAKERS.get(type(self.sheet.question))
        if made is None:
            self.note(f"left out, since QTI has no type `{self.sheet.kind}`")
            return ""
        if self.sheet.question.hints:
            self.note("hints are for tutors there: a player shows none of them to a learner")
        return made(self, self.sheet.question)

    def written(
        self,
        declared: Sequence[str],
        body: str,
        rules: Sequence[str],
        said: Mapping[str, str],
        *,
        parts: bool = False,
        kind: str = "single",
        left: Sequence[str] = (),
        several: bool = False,
    ) -> str:
        """Return an item.

        said: by its name each feedback that a rule may show. parts: put the feedback of its parts
        into the explanation, which is always shown. kind: whether several feedbacks may be shown,
        `multiple`, or one. left: the answers of which something is said when they are not chosen.
        several: it has several responses.
        """
        sheet, s = self.sheet, self.scoring
        why = page.after(sheet, self.rich, parts=parts, unchosen=False)
        prompt = self.made(page.before(sheet, self.rich))
        shown = [s.feedback(name, self._block(html)) for name, html in said.items() if html]
        rules = list(rules)
        if why:
            rules.append(s.show(EXPLANATION, EXPLANATION))
            shown.append(s.feedback(EXPLANATION, self.made(why), EXPLANATION))
        if not several:
            # Nothing is said to whoever has not answered.
            rules = [s.given(RESPONSE, *rules)]
        attributes = {
            **self.dialect.root(),
            "identifier": self.name,
            "title": sheet.name,
            "adaptive": False,
            "timeDependent": False,
            "xml:lang": sheet.bank.language,
        }
        return xml.HEAD + self.dialect.lines(
            "assessmentItem",
            attributes,
            *declared,
            s.outcomes(kind, left),
            self.dialect.lines("itemBody", {}, prompt, body, *self._hints()),
            s.processing(*rules),
            *shown,
        )

    def _hints(self) -> Iterator[str]:
        for hint in self.sheet.question.hints:
            content = self.made(self.rich.blocks(hint, self.sheet.places))
            yield self.dialect.element(
                "rubricBlock",
                # What it is for is said since 3.0.
                {
                    "class": "selfcheck-hint",
                    "view": "tutor",
                    "use": "instructions" if self.dialect.kebab else None,
                },
                self.dialect.content(content),
            )

    def _block(self, html: str) -> str:
        """Return what stands in a line as a block, which a feedback holds."""
        return self.made(html if texts.is_block(html) else f"<p>{html}</p>")

    def inline(self, text: str) -> str:
        """Return Markdown of one line as HTML of this version."""
        return self.made(self.rich.inline(text))

    def made(self, html: str) -> str:
        """Return HTML as this version has it, and note what it cannot say."""
        if said := texts.lost(html, self.dialect):
            self.note(f"{said}: left out, since QTI {self.dialect.version} does not say it")
        return texts.made(html, self.dialect)

    def address(self, picture: Picture) -> str:
        """Return the address of a picture, which goes along."""
        self.pictures[picture.name] = picture
        return escape(f"../{MEDIA}/{picture.name}")

    def note(self, reason: str) -> None:
        """Note what QTI cannot hold of this question."""
        self.notes.add(self.sheet.path, reason)


MAKERS: dict[type, Callable[[Item, Any], str]] = {
    Choice: choice,
    MultipleResponse: choice,
    Numeric: numeric,
    ShortText: short_text,
    Cloze: cloze,
    Order: order,
    Match: match,
    Categorize: categorize,
    Hotspot: hotspot,
}
