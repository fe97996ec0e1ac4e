"""A question of Canvas that is asked with other numbers each time."""

from __future__ import annotations

import re
from typing import Any

from selfcheck.imports.html import marks
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import number
from selfcheck.imports.names import Ids
from selfcheck.imports.qti.question1 import Question
from selfcheck.numbers import short


def calculated(question: Question) -> dict[str, Any]:
    """Return a question of Canvas that is asked with other numbers each time."""
    inside = question.element.path("itemproc_extension", "calculated")
    assert inside is not None
    sets = inside.first("var_sets")
    rows = [
        (
            {each.get("name"): number(each.text) for each in one.all("var")},
            number(one.said("answer")),
        )
        for one in (sets.all("var_set") if sets else ())
    ]
    sound = [
        ({name: value for name, value in row.items() if value is not None}, answer)
        for row, answer in rows
        if answer is not None and None not in row.values()
    ]
    if len(sound) < 2:
        raise NotHeldError("there are fewer than two sets of numbers for it")
    ids = Ids()
    ids.taken.update(("id", "answer"))
    named = {name: _column(name, ids) for name in sound[0][0]}
    html = re.sub(
        r"\[([^\[\]<>]{1,60})\]",
        lambda found: marks.name(named[found[1]]) if found[1] in named else found[0],
        question.home.prompt_html,
    )
    said = inside.said("answer_tolerance")
    share = number(said.rstrip("% ")) or 0
    tolerance: object = f"{short(share)}%" if said.endswith("%") else short(share)
    return {
        "type": "numeric",
        "prompt": question.words.html(html),
        "variants": [
            {**{named[n]: short(v) for n, v in row.items() if n in named}, "answer": short(answer)}
            for row, answer in sound[:1_000]
        ],
        "answer": "answer",
        "tolerance": tolerance if share else None,
    }


def _column(name: str, ids: Ids) -> str:
    made_name = ids.new(name, "n")
    return made_name if re.search("[a-z]", made_name) else ids.new(f"n {made_name}")
