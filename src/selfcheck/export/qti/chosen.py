"""What is chosen, among options or on a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from selfcheck import figure
from selfcheck.export import media, xml
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti.scoring import (
    FEEDBACK,
    LEFT,
    RESPONSE,
    SCORE,
)
from selfcheck.export.qti.texts import is_block
from selfcheck.export.svg import shapes
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.options import Choice, MultipleResponse

if TYPE_CHECKING:
    from selfcheck.export.qti.item import Item


def choice(item: Item, question: Choice | MultipleResponse) -> str:
    """Return an item with options."""
    q, (names,) = item.dialect, item.sheet.ids
    single = isinstance(question, Choice)
    ids = [identifier(each) for each in names]
    options = list(zip(ids, question.options, strict=True))
    right = [each for each, option in options if option.correct]
    left = [each for each, o in options if isinstance(o.feedback_unchosen, str)]
    rows = [
        q.element(
            "simpleChoice",
            {"identifier": each},
            item.inline(option.text),
            _beside(item, each, option.feedback),
            _beside(item, each, option.feedback_unchosen, f"{LEFT}.{each}"),
        )
        for each, option in options
    ]
    said = {"responseIdentifier": RESPONSE, "shuffle": question.shuffle}
    most = {"maxChoices": int(single), "minChoices": 1}
    body = q.lines("choiceInteraction", {**said, **most}, *rows)
    return _chosen(item, body, ids, right, {}, left, single=single)


def _beside(item: Item, name: str, feedback: object, variable: str = FEEDBACK) -> str:
    if not isinstance(feedback, str):
        return ""
    html = item.rich.inline(feedback)
    return item.scoring.beside(name, item.made(html), variable, block=is_block(html))


def hotspot(item: Item, question: Hotspot) -> str:
    """Return an item with a picture, on which regions are chosen."""
    q, (names,) = item.dialect, item.sheet.ids
    ids = [identifier(each) for each in names]
    right = [each for each, r in zip(ids, question.regions, strict=True) if r.correct]
    single = len(right) == 1
    root = figure.load(item.sheet.material.folder / "figures" / f"{question.figure}.svg")
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
                    "hotspotLabel": item.rich.menu(region.text),
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
        _picture(item, question, width, height),
        *ordered,
    )
    feedback = {
        each: item.rich.said(r.feedback) for each, r in zip(ids, question.regions, strict=True)
    }
    return _chosen(item, body, ids, right, feedback, [], single=single)


def _picture(item: Item, question: Hotspot, width: int, height: int) -> str:
    alt = " ".join(question.alt.split())
    drawn = media.drawing(question.figure, question.alt, item.sheet.material.folder)
    size = {"width": width, "height": height}
    if item.dialect.kebab:
        return xml.element("img", {"src": item.address(drawn), "alt": alt, **size})
    data = {"type": drawn.kind, "data": item.address(drawn), **size}
    return xml.element("object", data, xml.text(alt))


def _chosen(
    item: Item,
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
    s = item.scoring
    share = 1 / len(right)
    worth = {each: share if each in right else -share for each in ids}
    kind = "single" if single else "multiple"
    declared = s.response(
        RESPONSE, kind, "identifier", right, None if single else worth, bounded=True
    )
    if single:
        correct = item.dialect.element("correct", {"identifier": RESPONSE})
        score = s.when(
            s.same(s.variable(RESPONSE), correct),
            s.set(SCORE, s.base("float", "1")),
            otherwise=[s.set(SCORE, s.base("float", "0"))],
        )
    else:
        score = s.set(SCORE, s.mapped())
    rules = [score, s.set(FEEDBACK, s.variable(RESPONSE))]
    for each in left:
        rules.append(s.when(_left(item, each, single), s.show(each, f"{LEFT}.{each}")))
    return item.written([declared], body, rules, feedback, kind=kind, left=left)


def _left(item: Item, name: str, single: bool) -> str:
    q, s = item.dialect, item.scoring
    one = s.base("identifier", name)
    chosen = s.same(s.variable(RESPONSE), one)
    if not single:
        chosen = q.element("member", {}, one, s.variable(RESPONSE))
    return q.element("not", {}, chosen)
