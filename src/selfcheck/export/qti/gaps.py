"""A text with gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfcheck.export import xml
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti.scoring import (
    RESPONSE,
    SCORE,
)
from selfcheck.export.typed import unforgiving
from selfcheck.shuffle import shuffled
from selfcheck.types.brackets import filled
from selfcheck.types.cloze import Cloze, Gap

if TYPE_CHECKING:
    from selfcheck.export.qti.item import Item


def cloze(item: Item, question: Cloze) -> str:
    """Return an item with a text whose gaps are filled in."""
    s = item.scoring
    menus, fields, declared = item.sheet.menus(), {}, []
    for name, gap in question.gaps.items():
        if name in menus:
            key = identifier(name, menus[name][0][0])
            fields[name] = _menu(item, name, menus[name])
            declared.append(s.response(_response(name), "single", "identifier", [key], {key: 1.0}))
        else:
            fields[name] = _field(item, name, gap)
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
    html = item.made(item.rich.blocks(question.text))
    body = f'<div class="selfcheck-text">{filled(html, fields)}</div>'
    return item.written(declared, body, rules, {}, parts=True, several=True)


def _menu(item: Item, gap: str, offered: Sequence[tuple[str, str]]) -> str:
    q = item.dialect
    order = shuffled(f"{item.sheet.path}/{gap}", [name for name, _ in offered])
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


def _field(item: Item, name: str, gap: Gap) -> str:
    if said := unforgiving(gap.forms, gap):
        item.note(f"gap `{name}`: {said}, since QTI compares sign by sign")
    return item.dialect.element("textEntryInteraction", {"responseIdentifier": _response(name)})


def _response(gap: str) -> str:
    """Return the variable of a gap; of its name alone QTI may have one, such as `duration`."""
    return f"{RESPONSE}.{gap}"
