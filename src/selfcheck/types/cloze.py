"""cloze: gaps in a text, typed or chosen."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType, field

from selfcheck import looks, markdown
from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given, text_of
from selfcheck.questions import Entry, Identifier, Offered, Plain, Question, Text
from selfcheck.shuffle import shuffled
from selfcheck.source import Here
from selfcheck.types import typed
from selfcheck.types.brackets import NAME, filled, mistyped, shown, taken_apart
from selfcheck.types.checks import all_or_none
from selfcheck.types.pieces import feedback, named
from selfcheck.types.row import Body, Context, Row
from selfcheck.types.typed import Spelling


class Gap(Entry, kw_only=True):
    """A gap in a text: typed, or chosen from a menu when it has `distractors`.

    The first of `answers` is the one that is shown; a menu has one.
    """

    answers: Annotated[list[Plain | Offered], Meta(min_length=1)]
    case_sensitive: bool = False
    accent_sensitive: bool = False
    punctuation_sensitive: bool | UnsetType = UNSET
    spelling: Spelling = 0
    distractors: list[Plain | Offered] = field(default_factory=list)
    feedback: Text | UnsetType = UNSET

    @property
    def forms(self) -> list[str]:
        """The accepted forms."""
        return [text_of(answer) for answer in self.answers]


class Cloze(Question, kw_only=True, tag="cloze"):
    """A text with gaps: each name in double brackets is one."""

    text: Text
    gaps: Annotated[dict[Identifier, Gap], Meta(min_length=1)]


def _menu(name: str, gap: Gap) -> Listing:
    """Return what the menu of a gap offers: its answer, and after it the distractors."""
    where = ("gaps", name)
    return Listing(
        [
            Choosable((*where, "answers", 0), text_of(gap.answers[0]), given(gap.answers[0])),
            *(
                Choosable((*where, "distractors", n), text_of(each), given(each))
                for n, each in enumerate(gap.distractors)
            ),
        ],
        seen=looks.plain,
    )


def _listings(question: Cloze) -> list[Listing]:
    return [_menu(name, gap) for name, gap in question.gaps.items() if gap.distractors]


def _check(question: Cloze, here: Here) -> Iterator[Finding]:
    names = NAME.findall(question.text)
    for name in dict.fromkeys(names):
        if name not in question.gaps:
            message = f"`gaps` has no `{name}`, which stands in the text; add it"
            yield here.finding(message, "text")
        if names.count(name) > 1:
            message = f"the gap `{name}` stands in the text twice; give each its own name"
            yield here.finding(message, "text")
    yield from mistyped(question.text, question.gaps, here.at("text"))
    yield from taken_apart(question.text, here.at("text"))
    for name, gap in question.gaps.items():
        if name not in names:
            message = f"the gap `{name}` is not in the text; write [[{name}]] where it belongs"
            yield here.finding(message, "gaps", name)
        yield from _gap(gap, here.at("gaps", name))
    feedbacks = [gap.feedback for gap in question.gaps.values()]
    yield from all_or_none(here, feedbacks, [("gaps", name) for name in question.gaps])


def _gap(gap: Gap, here: Here) -> Iterator[Finding]:
    if gap.distractors:
        if len(gap.answers) > 1:
            message = "a gap with distractors is a menu and has one right answer; keep one"
            yield here.finding(message, "answers")
        return
    for n, answer in enumerate(gap.answers):
        if isinstance(answer, Offered):
            message = "a form that is typed has no `id`; write its text alone, or add distractors"
            yield here.finding(message, "answers", n)
    yield from typed.check(gap.forms, gap, here)


def _body(question: Cloze, name: str, _context: Context) -> Body:
    """Return the text with its gaps; a menu lists what it offers, out of order."""
    html = markdown.blocks(question.text)
    names = [each for each in shown(html) if each in question.gaps]
    data: list[dict[str, object]] = []
    decides: dict[str, object] = {}
    blanks = {}
    for each in names:
        gap = question.gaps[each]
        if gap.distractors:
            menu = _menu(each, gap)
            ids = menu.ids
            order = shuffled(f"{name}/{each}", ids)
            data.append({"ids": " ".join(ids[index] for index in order), "key": ids[0]})
            decides[each] = {"key": ids[0]}
            blanks[each] = _blank([menu.things[index].text for index in order])
        else:
            data.append(typed.accepted(gap.forms, gap))
            decides[each] = typed.decides(gap.forms, gap)
            blanks[each] = _blank([])
    text = filled(html, blanks)
    gaps = [question.gaps[each] for each in names]
    return Body(
        {"ids": " ".join(names), "gaps": data},
        f"<div class='sc-text'>{text}</div>",
        "; ".join(escape(gap.forms[0], quote=False) for gap in gaps),
        feedback((gap.feedback for gap in gaps), lettered=False),
        decides,
    )


def _blank(menu: list[str]) -> str:
    if not menu:
        return "<span class='sc-gap'>________</span>"
    offered = " / ".join(f"<i>{escape(each, quote=False)}</i>" for each in menu)
    return f"<span class='sc-gap'>({offered})</span>"


def _answers(question: Cloze, _language: str) -> list[str]:
    def answer(name: str, gap: Gap) -> str:
        known = f"{name}: {_menu(name, gap).ids[0]}" if gap.distractors else name
        return named(f"<strong>{escape(gap.forms[0], quote=False)}</strong>", known)

    said = {name: answer(name, gap) for name, gap in question.gaps.items()}
    return [filled(markdown.inline(question.text), said)]


CLOZE = Row(Cloze, _check, _body, _answers, _listings)
