"""The kinds of item of QTI 1.2: told by what they are made of, where their names say nothing."""

from __future__ import annotations

import re
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import number
from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice
from selfcheck.imports.make.pairs import in_order
from selfcheck.imports.names import Ids
from selfcheck.imports.qti.calculated1 import calculated
from selfcheck.imports.qti.gaps1 import alike, blanks, in_fields
from selfcheck.imports.qti.ids import kept
from selfcheck.imports.qti.pairs1 import matching, sorting
from selfcheck.imports.qti.question1 import Question, labels_of
from selfcheck.imports.qti.rules1 import affirmed
from selfcheck.imports.qti.typed1 import PERSON, in_numbers, typed
from selfcheck.imports.xml import Element

UNHELD = (
    (re.compile(r"essay|long_?answer|extended|short response", re.I), f"an essay: {PERSON}"),
    (re.compile(r"file_?upload|file response", re.I), f"a file to hand in: {PERSON}"),
    (re.compile(r"text_?only|stimulus|description", re.I), "a text that asks nothing"),
    (re.compile(r"hot_?spot", re.I), "places on a picture, which a bank has for drawings alone"),
    (
        re.compile(r"opinion|likert|survey", re.I),
        "a question about opinions, without a right answer",
    ),
)
TRUTH = re.compile(r"true_?/?_?false|either/or", re.IGNORECASE)


def made(question: Question) -> dict[str, Any]:
    """Return the fields of the type of a question; raise `NotHeldError` where no bank has it."""
    kind = question.kind
    for pattern, reason in UNHELD:
        if pattern.search(kind):
            raise NotHeldError(reason)
    if question.element.path("itemproc_extension", "calculated") is not None:
        return calculated(question)
    responses = question.responses
    if not responses:
        raise NotHeldError("a text that asks nothing: it has no field and no options")
    if any(each.tag in ("response_xy", "response_grp") for each in responses) or any(
        next(each.walk("render_hotspot"), None) for each in responses
    ):
        raise NotHeldError("places on a picture, which a bank has for drawings alone")
    if question.is_gapped:
        return blanks(question, typed="blanks" in kind or all(map(alike, responses)))
    if "matching" in kind and len(responses) == 1:
        raise NotHeldError("it has 1 pair, and 2 are needed")
    if len(responses) > 1:
        if all(each.get("rcardinality").lower() == "multiple" for each in responses):
            return sorting(question)
        if all(each.tag == "response_lid" for each in responses):
            return matching(question)
        return in_fields(question)
    only = responses[0]
    if only.tag == "response_lid":
        if only.get("rcardinality").lower() == "ordered":
            return _ordering(question, only)
        return _options(question, only)
    if only.tag == "response_num" or _is_number(only, kind):
        return in_numbers(question, only)
    return typed(question, only)


def _is_number(response: Element, kind: str) -> bool:
    field = next(response.walk("render_fib"), None)
    fib = field.get("fibtype").lower() if field else ""
    return fib in ("decimal", "integer", "scientific") or "numeric" in kind.lower()


def _options(question: Question, response: Element) -> dict[str, Any]:
    name, labels = response.get("ident"), labels_of(response)
    if not labels:
        raise NotHeldError("it has no options")
    several = response.get("rcardinality").lower() == "multiple"
    ids = [each.get("ident") for each in labels]
    outcomes = [question.outcome({name: [each]}) for each in ids]
    general = question.general(outcomes)
    shares = [each.score for each in outcomes]
    if several:
        shares = _weighed(question, name, ids, shares)
    taken = Ids()
    offers = []
    for label, share, outcome in zip(labels, shares, outcomes, strict=True):
        text = question.text(label)
        known = kept(label.get("ident"), text, taken, ours=question.labels.ours)
        said = question.feedback(outcome, general)
        offers.append(Offer(text, round(share, 6), said, known))
    fixed = bool(TRUTH.search(question.kind)) or _fixed(response)
    data = choice(offers, question.words, several=several, shuffle=not fixed)
    return {**data, "general": general}


def _fixed(response: Element) -> bool:
    """Return whether the options are said to stay in their order."""
    render = next(response.walk("render_choice"), None)
    said = render.get("shuffle").lower() if render else ""
    labels = labels_of(response)
    fixed = bool(labels) and all(each.get("rshuffle").lower() == "no" for each in labels)
    return said == "no" or (not said and fixed)


def _weighed(question: Question, name: str, ids: list[str], alone: list[float]) -> list[float]:
    """Return what each option is worth, of which several are to be chosen.

    Where only a wholly right answer scores, the rule for it says which are right.
    """
    if any(share > 0 for share in alone) and sum(max(each, 0) for each in alone) <= 1 + 1e-6:
        right = [each for each, share in zip(ids, alone, strict=True) if share > 0]
        if len(right) > 1 or question.outcome({name: right}).score >= 0.999:
            return alone
    best: tuple[float, list[str]] = (0, [])
    for condition, points in question.rules.scoring():
        wanted = [each.text.strip() for each in affirmed(condition) if each.tag == "varequal"]
        chosen = [each for each in ids if each in wanted]
        if chosen and points > best[0]:
            best = points, chosen
    right = best[1]
    if not right:
        raise NotHeldError("no option is right")
    if not question.kind.startswith("multiple_answers"):
        question.words.lose(ALL_OR_NOTHING)
    return [1 / len(right) if each in right else -1 / len(right) for each in ids]


def _ordering(question: Question, response: Element) -> dict[str, Any]:
    labels = {each.get("ident"): each for each in labels_of(response)}
    for condition, _ in question.rules.scoring():
        wanted = [each for each in affirmed(condition) if each.tag == "varequal"]
        placed = sorted(wanted, key=lambda each: number(each.get("index")) or 0)
        ids = [each.text.strip() for each in placed]
        if len(ids) == 1 and "," in ids[0]:
            ids = [each.strip() for each in ids[0].split(",")]
        if len(ids) == len(labels) and set(ids) == set(labels):
            return in_order([{"text": question.text(labels[each])} for each in ids])
    raise NotHeldError("its right order is not said")
