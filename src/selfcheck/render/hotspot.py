"""hotspot: regions of a figure, of which one or several are right."""

from __future__ import annotations

from selfcheck import figure
from selfcheck.questions import Hotspot
from selfcheck.render.parts import Body, Context, items, letters
from selfcheck.render.shuffle import shuffled


def body(question: Hotspot, name: str, context: Context) -> Body:
    """Return the figure and the names of its regions, out of the author's order."""
    regions = [question.regions[i] for i in shuffled(name, len(question.regions))]
    right = [index for index, region in enumerate(regions) if region.correct]
    root = figure.load(context.figures / f"{question.figure}.svg")
    drawn = figure.html(root, question.alt, [region.region for region in regions])
    return Body(
        {"key": right},
        f'<figure class="sc-figure">{drawn}</figure>'
        + items((region.text for region in regions), "sc-options"),
        letters(right),
        items((region.feedback for region in regions), "sc-feedback"),
    )
