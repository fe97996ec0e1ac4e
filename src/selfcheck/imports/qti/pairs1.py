"""What is sorted into groups, or matched side by side, in QTI 1.2."""

from __future__ import annotations

import re
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import number
from selfcheck.imports.make.pairs import in_order, matched, sorted_out, text_of
from selfcheck.imports.names import Ids
from selfcheck.imports.qti.ids import kept
from selfcheck.imports.qti.question1 import Question, labels_of
from selfcheck.imports.qti.rules1 import affirmed
from selfcheck.imports.words import bare

NAME = re.compile(r"response[_-](.+)")


def sorting(question: Question) -> dict[str, Any]:
    """Return groups, each with a list of what may belong to it."""
    groups = {
        each.get("ident"): question.text(each.first("material", "flow"), "menu")
        for each in question.responses
    }
    belongs: dict[str, str] = {}
    for condition, _ in question.rules.scoring():
        for each in affirmed(condition):
            name = each.get("respident")
            known = each.tag == "varequal" and name in groups
            if known and belongs.setdefault(each.text.strip(), name) != name:
                raise NotHeldError("one of its items belongs to several groups")
    if not all(groups.values()):
        raise NotHeldError("one of its groups has no name")
    pairs = []
    for name, label in {
        e.get("ident"): e for r in question.responses for e in labels_of(r)
    }.items():
        text = question.text(label)
        if name in belongs:
            pairs.append({"left": text, "right": groups[belongs[name]]})
        else:
            question.words.lose(
                f"`{bare(question.html(label))[:40]}`, which is in none of its groups"
            )
    if not pairs:
        raise NotHeldError("nothing belongs to any of its groups")
    return sorted_out(pairs, list(groups.values()))


def matching(question: Question) -> dict[str, Any]:
    """Return left sides, each with a menu of the same right sides."""
    pairs: list[dict[str, Any]] = []
    offered: dict[str, str] = {}
    ids, rights = Ids(), Ids()
    for response in question.responses:
        name, labels = response.get("ident"), labels_of(response)
        scores = [question.rules.run({name: [each.get("ident")]}).score for each in labels]
        if not labels or max(scores) <= 0:
            raise NotHeldError("one of its left sides has no right one")
        for each in labels:
            offered.setdefault(each.get("ident"), question.text(each, "menu"))
        right = labels[scores.index(max(scores))].get("ident")
        left = question.text(response.first("material") or response.first("flow"))
        known = NAME.fullmatch(name)
        pairs.append(
            {
                "left": _sided(known[1] if known else name, left, ids, question),
                "right": _sided(right, offered[right], rights, question),
            }
        )
    sides = [_sided(name, text, rights, question) for name, text in offered.items()]
    used = {text_of(each["right"]) for each in pairs}
    kind = question.labels.one("type")
    if kind == "order":
        placed = sorted(pairs, key=lambda each: number(text_of(each["right"])) or 0)
        return in_order([_item(each["left"]) for each in placed])
    if kind == "categorize":
        return sorted_out(pairs, sides)
    return matched(pairs, [each for each in sides if text_of(each) not in used])


def _sided(identifier: str, text: str, taken: Ids, question: Question) -> Any:
    if not text:
        raise NotHeldError("a side of it has no words")
    if not question.labels.ours:
        return text
    known = kept(identifier, text, Ids(), ours=True)
    return {"id": known, "text": text} if known else text


def _item(side: Any) -> dict[str, Any]:
    return dict(side) if isinstance(side, dict) else {"text": side}
