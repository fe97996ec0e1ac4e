"""hotspot: regions of a figure, of which one or several are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from selfcheck import figure, looks, markdown
from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given, is_id
from selfcheck.questions import Identified, Identifier, Plain, Question, Text
from selfcheck.shuffle import shuffled
from selfcheck.source import Here
from selfcheck.types.pieces import items, letters, named, optional
from selfcheck.types.row import Body, Context, Row


class Region(Identified, kw_only=True):
    """A region of a figure: `region` is the id of its element, `text` its name."""

    region: Plain
    text: Text
    feedback: Text | UnsetType = UNSET
    correct: bool = False


class Hotspot(Question, kw_only=True, tag="hotspot"):
    """Regions of a figure, of which one or several are right.

    `figure` is the name of an SVG file in the content folder's `figures`, without .svg.
    """

    figure: Identifier
    alt: Plain
    regions: Annotated[list[Region], Meta(min_length=2)]


def _listing(question: Hotspot) -> Listing:
    return Listing(
        [
            Choosable(("regions", n), region.text, given(region) or region.region)
            for n, region in enumerate(question.regions)
        ],
        seen=looks.marked,
    )


def _listings(question: Hotspot) -> list[Listing]:
    return [_listing(question)]


def _check(question: Hotspot, here: Here) -> Iterator[Finding]:
    if not any(region.correct for region in question.regions):
        message = "no region is correct; give the right one `correct: true`"
        yield here.finding(message, "regions")
    yield from _names(question, here)
    path = here.source.path.parents[1] / "figures" / f"{question.figure}.svg"
    try:
        known = figure.ids(figure.load(path))
    except figure.FigureError as error:
        yield here.finding(str(error), "figure")
        return
    for n, region in enumerate(question.regions):
        if region.region not in known:
            message = f"{path.name} has no element with the id `{region.region}`; it has "
            yield here.finding(f"{message}{', '.join(known) or 'none'}", "regions", n, "region")


def _names(question: Hotspot, here: Here) -> Iterator[Finding]:
    names, ids = [region.region for region in question.regions], _listing(question).ids
    for n, (name, region) in enumerate(zip(names, question.regions, strict=True)):
        # That two have the same id as well, the listing says.
        if name in names[:n] and ids[n] not in ids[:n]:
            yield here.finding(f"{name!r} stands twice; change one", "regions", n, "region")
        elif not given(region) and not is_id(name):
            message = f"{name!r} is no id, which has lower-case letters, digits and hyphens only"
            yield here.finding(f"{message}; give the region an `id`", "regions", n, "region")


def _body(question: Hotspot, name: str, context: Context) -> Body:
    """Return the figure and the names of its regions, out of the author's order."""
    ids = _listing(question).ids
    order = shuffled(name, ids)
    regions = [question.regions[index] for index in order]
    right = [index for index, region in enumerate(regions) if region.correct]
    key = [ids[order[index]] for index in right]
    root = figure.load(context.figures / f"{question.figure}.svg")
    names = {region.region: each for region, each in zip(question.regions, ids, strict=True)}
    return Body(
        {"ids": " ".join(ids[index] for index in order), "key": " ".join(key)},
        f"<figure class='sc-figure'>{figure.html(root, question.alt, names)}</figure>"
        + items((region.text for region in regions), "sc-options"),
        letters(right),
        optional((_feedback(region) for region in regions), "sc-feedback"),
        decides=sorted(key),
    )


def _feedback(region: Region) -> str:
    return markdown.inline(region.feedback) if isinstance(region.feedback, str) else ""


def _answers(question: Hotspot, _language: str) -> list[str]:
    return [
        named(markdown.inline(region.text), name)
        for region, name in zip(question.regions, _listing(question).ids, strict=True)
        if region.correct
    ]


HOTSPOT = Row(Hotspot, _check, _body, _answers, _listings)
