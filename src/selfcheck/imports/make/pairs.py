"""match, categorize and order, from sides that belong together and items that follow each other."""

from __future__ import annotations

from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.fields import all_or_none


def matched(pairs: list[dict[str, Any]], distractors: list[Any]) -> dict[str, Any]:
    """Return the fields of a match question."""
    if len(pairs) < 2:
        raise NotHeldError(
            f"it has {len(pairs)} pair{'' if len(pairs) == 1 else 's'}, and 2 are needed"
        )
    all_or_none(pairs)
    seen: set[str] = set()
    for each in pairs:
        right = each["right"]
        if isinstance(right, dict) and right["id"] in seen:
            # The same right side once more: its text alone, for an id stands once.
            each["right"] = right["text"]
        elif isinstance(right, dict):
            seen.add(right["id"])
    used = {text_of(each["right"]) for each in pairs}
    others = {text_of(each): each for each in distractors if text_of(each) not in used}
    return {"type": "match", "pairs": pairs, "distractors": [*others.values()]}


def text_of(side: Any) -> str:
    """Return the text of a side, which may have an id."""
    return str(side["text"]) if isinstance(side, dict) else str(side)


def grouped(pairs: list[dict[str, Any]], empty: list[str]) -> dict[str, Any]:
    """Return the fields of a question that sorts left sides into right sides."""
    if not all(each["left"] and each["right"] for each in pairs):
        raise NotHeldError("a side of it has no words")
    groups: dict[str, list[dict[str, Any]]] = {}
    for each in pairs:
        item = {"text": each["left"], "feedback": each.get("feedback", "")}
        groups.setdefault(each["right"], []).append({k: v for k, v in item.items() if v})
    for name in empty:
        groups.setdefault(name, [])
    all_or_none([item for items in groups.values() for item in items])
    categories = [{"text": name, "items": items} for name, items in groups.items()]
    return {"type": "categorize", "categories": categories}


def sorted_out(rows: list[dict[str, Any]], groups: list[Any]) -> dict[str, Any]:
    """Return the fields of a question that sorts, with its groups in their order."""
    bare = [each if isinstance(each, str) else each["text"] for each in groups]
    texts = [{"left": e["left"], "right": text_of(e["right"])} for e in rows]
    data = grouped([{**e, "left": text_of(e["left"])} for e in texts], bare)
    known = {text_of(e["left"]): e["left"]["id"] for e in rows if isinstance(e["left"], dict)}
    names = {text_of(each): each["id"] for each in groups if isinstance(each, dict)}
    data["categories"].sort(key=lambda each: bare.index(each["text"]))
    for n, each in enumerate(data["categories"]):
        each["items"] = [
            {"id": known[i["text"]], **i} if i["text"] in known else i for i in each["items"]
        ]
        if each["text"] in names:
            data["categories"][n] = {"id": names[each["text"]], **each}
    return data


def in_order(items: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the fields of a question that asks for an order."""
    if len(items) < 3:
        raise NotHeldError(
            f"it has {len(items)} item{'' if len(items) == 1 else 's'}, and 3 are needed"
        )
    return {"type": "order", "items": items}
