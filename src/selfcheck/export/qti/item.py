"""One question as an item of QTI."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from selfcheck import figure
from selfcheck.export import media, page, xml
from selfcheck.export.media import Picture
from selfcheck.export.pairs import grouped, matched
from selfcheck.export.qti import texts
from selfcheck.export.qti.dialect import Dialect
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti.scoring import (
    EXPLANATION,
    FEEDBACK,
    LEFT,
    RESPONSE,
    RIGHT,
    SCORE,
    Scoring,
)
from selfcheck.export.svg import shapes
from selfcheck.export.typed import bounds, ends, number, reach, reach_of, unforgiving
from selfcheck.shuffle import shuffled
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
    from selfcheck.export.material import Sheet
    from selfcheck.export.notes import Notes

# Groups and right sides have ids of their own, which may be those of items and left sides.
TO = "to"
MEDIA = "media"


class Item:
    """One question as an item; `pictures` are what it shows, once it is written."""

    def __init__(self, sheet: Sheet, dialect: Dialect, notes: Notes) -> None:
        self.sheet = sheet
        self.dialect = dialect
        self.notes = notes
        self.scoring = Scoring(dialect)
        self.pictures: dict[str, Picture] = {}
        self.rich = texts.rich(sheet.material, self._address)

    @property
    def name(self) -> str:
        """Its identifier."""
        return identifier(self.sheet.path)

    def xml(self) -> str:
        """Return the item; nothing, and a note, where QTI has none of its kind."""
        made = MAKERS.get(type(self.sheet.question))
        if made is None:
            self._note(f"left out, since QTI has no type `{self.sheet.kind}`")
            return ""
        if self.sheet.question.hints:
            self._note("hints are for tutors there: a player shows none of them to a learner")
        return made(self, self.sheet.question)

    def _choice(self, question: Choice | MultipleResponse) -> str:
        q, (names,) = self.dialect, self.sheet.ids
        single = isinstance(question, Choice)
        ids = [identifier(each) for each in names]
        options = list(zip(ids, question.options, strict=True))
        right = [each for each, option in options if option.correct]
        left = [each for each, o in options if isinstance(o.feedback_unchosen, str)]
        rows = [
            q.element(
                "simpleChoice",
                {"identifier": each},
                self._inline(option.text),
                self._beside(each, option.feedback),
                self._beside(each, option.feedback_unchosen, f"{LEFT}.{each}"),
            )
            for each, option in options
        ]
        said = {"responseIdentifier": RESPONSE, "shuffle": question.shuffle}
        most = {"maxChoices": int(single), "minChoices": 1}
        body = q.lines("choiceInteraction", {**said, **most}, *rows)
        return self._chosen(body, ids, right, {}, left, single=single)

    def _beside(self, name: str, feedback: object, variable: str = FEEDBACK) -> str:
        if not isinstance(feedback, str):
            return ""
        html = self.rich.inline(feedback)
        return self.scoring.beside(name, self._made(html), variable, block=_is_block(html))

    def _hotspot(self, question: Hotspot) -> str:
        q, (names,) = self.dialect, self.sheet.ids
        ids = [identifier(each) for each in names]
        right = [each for each, r in zip(ids, question.regions, strict=True) if r.correct]
        single = len(right) == 1
        root = figure.load(self.sheet.material.folder / "figures" / f"{question.figure}.svg")
        found = shapes(root, [region.region for region in question.regions])
        rows = {
            each: (
                found[region.region].area,
                q.element(
                    "hotspotChoice",
                    {
                        "identifier": each,
                        "shape": found[region.region].kind,
                        "coords": found[region.region].coords,
                        "hotspotLabel": self.rich.menu(region.text),
                    },
                ),
            )
            for each, region in zip(ids, question.regions, strict=True)
        }
        # Where two lie upon each other the first is the one that is meant: the smaller.
        ordered = [row for _, row in sorted(rows.values(), key=lambda row: row[0])]
        width, height = media.size(root.attrib["viewBox"])
        body = q.lines(
            "hotspotInteraction",
            {"responseIdentifier": RESPONSE, "maxChoices": int(single)},
            self._picture(question, width, height),
            *ordered,
        )
        feedback = {
            each: self.rich.said(r.feedback) for each, r in zip(ids, question.regions, strict=True)
        }
        return self._chosen(body, ids, right, feedback, [], single=single)

    def _picture(self, question: Hotspot, width: int, height: int) -> str:
        alt = " ".join(question.alt.split())
        drawn = media.drawing(question.figure, question.alt, self.sheet.material.folder)
        size = {"width": width, "height": height}
        if self.dialect.kebab:
            return xml.element("img", {"src": self._address(drawn), "alt": alt, **size})
        data = {"type": drawn.kind, "data": self._address(drawn), **size}
        return xml.element("object", data, xml.text(alt))

    def _chosen(
        self,
        body: str,
        ids: Sequence[str],
        right: Sequence[str],
        feedback: Mapping[str, str],
        left: Sequence[str],
        *,
        single: bool,
    ) -> str:
        """Return an item in which some of *ids* are chosen.

        feedback: what is said of each that is chosen, where it does not stand beside it. left:
        those of which something is said when they are not chosen. single: one is chosen and no
        more.
        """
        s = self.scoring
        share = 1 / len(right)
        worth = {each: share if each in right else -share for each in ids}
        kind = "single" if single else "multiple"
        declared = s.response(
            RESPONSE, kind, "identifier", right, None if single else worth, bounded=True
        )
        if single:
            correct = self.dialect.element("correct", {"identifier": RESPONSE})
            score = s.when(
                s.same(s.variable(RESPONSE), correct),
                s.set(SCORE, s.base("float", "1")),
                otherwise=[s.set(SCORE, s.base("float", "0"))],
            )
        else:
            score = s.set(SCORE, s.mapped())
        rules = [score, s.set(FEEDBACK, s.variable(RESPONSE))]
        for each in left:
            rules.append(s.when(self._left(each, single), s.show(each, f"{LEFT}.{each}")))
        return self._item([declared], body, rules, feedback, kind=kind, left=left)

    def _left(self, name: str, single: bool) -> str:
        q, s = self.dialect, self.scoring
        one = s.base("identifier", name)
        chosen = s.same(s.variable(RESPONSE), one)
        if not single:
            chosen = q.element("member", {}, one, s.variable(RESPONSE))
        return q.element("not", {}, chosen)

    def _numeric(self, question: Numeric) -> str:
        s = self.scoring
        if limits := bounds(question):
            self._note(f"{limits}: left out, since QTI grades every number")
        if question.units:
            self._note(
                f"units {', '.join(question.units)}: left out, since QTI reads a number alone"
            )
        answer = number(float(question.answer))
        body = self._line(question.unit if isinstance(question.unit, str) else "")
        shown = s.show(RIGHT) if isinstance(question.feedback, str) else ""
        near = [
            (
                name,
                s.near(*ends(float(wrong.near), reach_of(wrong, question))),
                wrong.feedback,
            )
            for name, wrong in zip(self.sheet.ids[0], question.wrong, strict=True)
        ]
        right = s.near(*ends(float(question.answer), reach(question)))
        rules, said = self._judged(right, shown, near), self._said(question.feedback, near)
        declared = s.response(RESPONSE, "single", "float", [answer])
        return self._item([declared], body, rules, said)

    def _short_text(self, question: ShortText) -> str:
        s, capitals = self.scoring, question.case_sensitive
        if said := unforgiving(question.answers, question):
            self._note(f"{said}, since QTI compares sign by sign")
        worth = dict.fromkeys(question.answers, 1.0)
        declared = s.response(
            RESPONSE, "single", "string", question.answers[:1], worth, capitals=capitals
        )
        right = s.either(s.typed(form, capitals) for form in question.answers)
        shown = s.show(RIGHT) if isinstance(question.feedback, str) else ""
        near = [
            (
                name,
                s.either(s.typed(form, capitals) for form in wrong.answers),
                wrong.feedback,
            )
            for name, wrong in zip(self.sheet.ids[0], question.wrong, strict=True)
        ]
        rules = self._judged(right, shown, near)
        return self._item([declared], self._line(""), rules, self._said(question.feedback, near))

    def _judged(self, right: str, shown: str, near: Sequence[tuple[str, str, str]]) -> list[str]:
        """Return the rules for something typed, which is *right* or one of *near*."""
        s = self.scoring
        one, none = (s.set(SCORE, s.base("float", value)) for value in "10")
        rules = [s.when(right, one, *filter(None, [shown]), otherwise=[none])]
        return rules + [s.when(condition, s.show(identifier(name))) for name, condition, _ in near]

    def _said(self, right: object, near: Sequence[tuple[str, str, str]]) -> dict[str, str]:
        places = self.sheet.places
        said = {RIGHT: self.rich.inline(right, places)} if isinstance(right, str) else {}
        for name, _, feedback in near:
            said[identifier(name)] = self.rich.inline(feedback, places)
        return said

    def _line(self, unit: str) -> str:
        """Return the line in which something is typed."""
        field = self.dialect.element("textEntryInteraction", {"responseIdentifier": RESPONSE})
        after = f' <span class="selfcheck-unit">{xml.text(unit)}</span>' if unit else ""
        return f'<p class="selfcheck-answer">{field}{after}</p>'

    def _cloze(self, question: Cloze) -> str:
        s = self.scoring
        menus, fields, declared = self.sheet.menus(), {}, []
        for name, gap in question.gaps.items():
            if name in menus:
                key = identifier(name, menus[name][0][0])
                fields[name] = self._menu(name, menus[name])
                declared.append(
                    s.response(_response(name), "single", "identifier", [key], {key: 1.0})
                )
            else:
                fields[name] = self._field(name, gap)
                declared.append(
                    s.response(
                        _response(name),
                        "single",
                        "string",
                        gap.forms[:1],
                        dict.fromkeys(gap.forms, 1.0),
                        capitals=gap.case_sensitive,
                    )
                )
        rules = [s.set(SCORE, s.base("float", "0"))]
        for name in map(_response, question.gaps):
            rules.append(s.given(name, s.more(s.mapped(name))))
        rules.append(s.shared(len(question.gaps)))
        # What is in brackets stands in words; there is no tag in a gap's name.
        html = self._made(self.rich.blocks(question.text))
        body = f'<div class="selfcheck-text">{filled(html, fields)}</div>'
        return self._item(declared, body, rules, {}, parts=True, several=True)

    def _menu(self, gap: str, offered: Sequence[tuple[str, str]]) -> str:
        q = self.dialect
        order = shuffled(f"{self.sheet.path}/{gap}", [name for name, _ in offered])
        rows = (
            q.element(
                "inlineChoice",
                {"identifier": identifier(gap, offered[n][0])},
                xml.text(offered[n][1]),
            )
            for n in order
        )
        attributes = {"responseIdentifier": _response(gap), "shuffle": True}
        return q.element("inlineChoiceInteraction", attributes, *rows)

    def _field(self, name: str, gap: Gap) -> str:
        if said := unforgiving(gap.forms, gap):
            self._note(f"gap `{name}`: {said}, since QTI compares sign by sign")
        return self.dialect.element("textEntryInteraction", {"responseIdentifier": _response(name)})

    def _order(self, question: Order) -> str:
        q, s, (names,) = self.dialect, self.scoring, self.sheet.ids
        (alike,) = self.sheet.alike
        ids = [identifier(each) for each in names]
        # Never in their right order, should a player not shuffle them.
        order = shuffled(self.sheet.path, names, unlike=[alike[each] for each in names])
        rows = [
            q.element("simpleChoice", {"identifier": ids[n]}, self._inline(question.items[n].text))
            for n in order
        ]
        body = q.lines("orderInteraction", {"responseIdentifier": RESPONSE, "shuffle": True}, *rows)
        more = s.more(s.base("float", "1"))
        rules = [s.set(SCORE, s.base("float", "0"))]
        for n, name in enumerate(names, 1):
            here = q.element("index", {"n": n}, s.variable(RESPONSE))
            same = [each for each in names if alike[each] == alike[name]]
            right = (s.same(here, s.base("identifier", identifier(each))) for each in same)
            rules.append(s.when(s.either(right), more))
        rules.append(s.shared(len(ids)))
        declared = s.response(RESPONSE, "ordered", "identifier", ids)
        return self._item([declared], body, rules, {}, parts=True)

    def _match(self, question: Match) -> str:
        return self._pairs(*matched(self.sheet, question))

    def _categorize(self, question: Categorize) -> str:
        return self._pairs(*grouped(self.sheet, question))

    def _pairs(self, rows: Sequence[tuple[str, str, str]], sides: Mapping[str, str]) -> str:
        """Return an item in which each of *rows*, with its right partner, is given a side."""
        q, s = self.dialect, self.scoring
        left = [
            q.element(
                "simpleAssociableChoice",
                {"identifier": identifier(name), "matchMax": 1},
                self._inline(said),
            )
            for name, said, _ in rows
        ]
        right = [
            q.element(
                "simpleAssociableChoice",
                {"identifier": identifier(TO, name), "matchMax": 0},
                self._inline(said),
            )
            for name, said in sides.items()
        ]
        attributes = {
            "responseIdentifier": RESPONSE,
            "shuffle": True,
            "maxAssociations": len(rows),
        }
        body = q.lines(
            "matchInteraction",
            attributes,
            q.lines("simpleMatchSet", {}, *left),
            q.lines("simpleMatchSet", {}, *right),
        )
        pairs = [f"{identifier(name)} {identifier(TO, side)}" for name, _, side in rows]
        worth = dict.fromkeys(pairs, 1 / len(pairs))
        declared = s.response(RESPONSE, "multiple", "directedPair", pairs, worth, bounded=True)
        rules = [s.set(SCORE, s.mapped())]
        return self._item([declared], body, rules, {}, parts=True)

    def _item(
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
        prompt = self._made(page.before(sheet, self.rich))
        shown = [s.feedback(name, self._block(html)) for name, html in said.items() if html]
        rules = list(rules)
        if why:
            rules.append(s.show(EXPLANATION, EXPLANATION))
            shown.append(s.feedback(EXPLANATION, self._made(why), EXPLANATION))
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
            content = self._made(self.rich.blocks(hint, self.sheet.places))
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
        return self._made(html if _is_block(html) else f"<p>{html}</p>")

    def _inline(self, text: str) -> str:
        return self._made(self.rich.inline(text))

    def _made(self, html: str) -> str:
        if said := texts.lost(html, self.dialect):
            self._note(f"{said}: left out, since QTI {self.dialect.version} does not say it")
        return texts.made(html, self.dialect)

    def _address(self, picture: Picture) -> str:
        self.pictures[picture.name] = picture
        return escape(f"../{MEDIA}/{picture.name}")

    def _note(self, reason: str) -> None:
        self.notes.add(self.sheet.path, reason)


def _response(gap: str) -> str:
    """Return the variable of a gap; of its name alone QTI may have one, such as `duration`."""
    return f"{RESPONSE}.{gap}"


def _is_block(html: str) -> bool:
    return re.match("<(p|ul|ol|table|pre|blockquote|h4|hr)[ >]", html) is not None


MAKERS: dict[type, Callable[[Item, Any], str]] = {
    Choice: Item._choice,
    MultipleResponse: Item._choice,
    Numeric: Item._numeric,
    ShortText: Item._short_text,
    Cloze: Item._cloze,
    Order: Item._order,
    Match: Item._match,
    Categorize: Item._categorize,
    Hotspot: Item._hotspot,
}
