"""The keys of hotspot: a figure that can be used, and regions that are in it."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import figure
from selfcheck.finding import Finding
from selfcheck.keys.texts import twice
from selfcheck.questions import Hotspot
from selfcheck.source import Source, Where


def check(source: Source, question: Hotspot, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the figure and the regions."""
    here = (*where, "regions")
    if not any(region.correct for region in question.regions):
        message = "no region is correct; give the right one `correct: true`"
        yield source.finding(message, *here)
    yield from twice(source, [region.text for region in question.regions], here)
    yield from twice(source, [region.region for region in question.regions], here)
    path = source.path.parents[1] / "figures" / f"{question.figure}.svg"
    try:
        known = figure.ids(figure.load(path))
    except figure.FigureError as error:
        yield source.finding(str(error), *where, "figure")
        return
    for n, region in enumerate(question.regions):
        if region.region not in known:
            message = f"{path.name} has no element with the id `{region.region}`; it has "
            yield source.finding(f"{message}{', '.join(known) or 'none'}", *here, n, "region")
