"""cloze: gaps in a text, typed or chosen."""

from __future__ import annotations

from html import escape

from selfcheck import markdown
from selfcheck.questions import Cloze, Gap
from selfcheck.render.parts import Body, Context, feedback
from selfcheck.render.short_text import accepted
from selfcheck.render.shuffle import shuffled
from selfcheck.variants import PLACE


def body(question: Cloze, name: str, _context: Context) -> Body:
    """Return the text with its gaps, counted as they come in it; a menu lists what it offers."""
    names = PLACE.findall(question.text)
    gaps = [question.gaps[each] for each in names]
    menus = [_menu(gap, f"{name}/{each}") for each, gap in zip(names, gaps, strict=True)]
    key = [
        {"key": menu.index(gap.answers[0])} if menu else accepted(gap)
        for gap, menu in zip(gaps, menus, strict=True)
    ]
    blanks = iter(menus)
    text = PLACE.sub(lambda _: _blank(next(blanks)), markdown.blocks(question.text))
    said = "; ".join(escape(gap.answers[0], quote=False) for gap in gaps)
    return Body(
        {"key": key},
        f'<div class="sc-text">{text}</div>',
        said,
        feedback((gap.feedback for gap in gaps), lettered=False),
    )


def _menu(gap: Gap, name: str) -> list[str]:
    if not gap.distractors:
        return []
    offered = [gap.answers[0], *gap.distractors]
    return [offered[index] for index in shuffled(name, len(offered))]


def _blank(menu: list[str]) -> str:
    if not menu:
        return '<span class="sc-gap">________</span>'
    offered = " / ".join(f"<i>{escape(each, quote=False)}</i>" for each in menu)
    return f'<span class="sc-gap">({offered})</span>'
