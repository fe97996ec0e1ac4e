"""The interactions of QTI 2 and 3, each with what makes a question of a bank of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.gaps import Gap, gapped, parted
from selfcheck.imports.make.number import number
from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice
from selfcheck.imports.make.pairs import in_order, matched, sorted_out
from selfcheck.imports.make.typed import Form
from selfcheck.imports.names import Ids
from selfcheck.imports.qti import hotspot
from selfcheck.imports.qti.ids import kept
from selfcheck.imports.qti.question2 import INLINE, Question
from selfcheck.imports.qti.rules2 import Declared
from selfcheck.imports.qti.typed2 import (
    PERSON,
    gap_of,
    numeric_of,
    response_of,
    shuffled,
    stands_alone,
    typed,
)
from selfcheck.imports.xml import Element
from selfcheck.numbers import short
from selfcheck.words import say

PLACES = "places on a picture, which a bank has for drawings alone"
UNHELD = {
    "extendedTextInteraction": f"an essay: {PERSON}",
    "uploadInteraction": f"a file to hand in: {PERSON}",
    "drawingInteraction": f"a drawing: {PERSON}",
    "mediaInteraction": "a sound or a video to play",
    "customInteraction": "an interaction of a program's own",
    "portableCustomInteraction": "an interaction of a program's own",
    "selectPointInteraction": PLACES,
    "positionObjectInteraction": PLACES,
    "graphicOrderInteraction": PLACES,
    "graphicAssociateInteraction": PLACES,
    "graphicGapMatchInteraction": PLACES,
}
ASKED = ("textEntryInteraction", "choiceInteraction", "orderInteraction", "matchInteraction")
TO = "to."


def made(question: Question) -> dict[str, Any]:
    """Return the fields of the type of a question; raise `NotHeldError` where no bank has it."""
    asked = [each for each in question.interactions if each.tag != "endAttemptInteraction"]
    if not asked:
        raise NotHeldError("a text that asks nothing: it has no interaction")
    for each in asked:
        if each.tag in UNHELD:
            raise NotHeldError(UNHELD[each.tag])
        if each.tag not in MAKERS and each.tag not in INLINE:
            raise NotHeldError(f"no type of question of a bank is like `{each.tag}`")
    if all(each.tag in INLINE for each in asked):
        return _inline(question, asked)
    if len(asked) > 1:
        return _case(question, asked)
    (only,) = asked
    data = MAKERS[only.tag](question, only)
    prompt = data.pop("prompt", None) or question.home.prompt(question.asked(only))
    return {**data, "prompt": prompt}


# Options.


def _choice(question: Question, interaction: Element, tag: str = "simpleChoice") -> dict[str, Any]:
    response = response_of(question, interaction)
    choices = question.choices(interaction, tag)
    several = response.cardinality == "multiple"
    shares = _shares(question, response, list(choices), several)
    taken = Ids()
    offers = []
    for name, element in choices.items():
        text = question.text(element)
        said, unchosen = _said(question, response, name, element)
        known = kept(name, text, taken, ours=question.labels.ours)
        offers.append(Offer(text, round(shares[name], 6), said, known, unchosen))
    return choice(offers, question.words, several=several, shuffle=shuffled(interaction))


def _shares(
    question: Question, response: Declared, names: list[str], several: bool
) -> dict[str, float]:
    """Return what of the whole score each choice is worth."""
    alone = {name: question.outcome({response.name: [name]}).score for name in names}
    right = [name for name in response.correct if name in names]
    if not right:
        right = [name for name in names if alone[name] > 0]
    if not right:
        raise NotHeldError("no answer is right")
    if not several:
        best = max(alone.values())
        if best <= 0:
            # Rules that are not for points: what is called right is.
            return {name: float(name in right) for name in names}
        return {name: score / best for name, score in alone.items()}
    best = question.best({response.name: right})
    if best > 0 and sum(max(each, 0) for each in alone.values()) > 1e-9:
        # What a wrong one takes away shows beside a right answer.
        with_one = {name: question.outcome({response.name: [*right, name]}).score for name in names}
        return {
            name: alone[name] / best
            if name in right
            else min(alone[name], with_one[name] - best) / best
            for name in names
        }
    question.words.lose(ALL_OR_NOTHING)
    return {name: (1 if name in right else -1) / len(right) for name in names}


def _said(question: Question, response: Declared, name: str, element: Element) -> tuple[str, str]:
    """Return what is said of a choice: when it is chosen, and when it is not."""
    inside = [*element.walk("feedbackInline", "feedbackBlock")]
    left = [each for each in inside if each.get("outcomeIdentifier") == f"LEFT.{name}"]
    own = [each for each in inside if each not in left and each.get("showHide", "show") == "show"]
    chosen = [each for each in own if each.get("identifier") == name] or own
    said = question.words.html("".join(map(question.tell, chosen)))
    if not said:
        said = question.feedback(question.outcome({response.name: [name]}))
        said = said or (question.named(name) if not question.rules.template else "")
        if not said and question.rules.template:
            said = question.named(name)
    unchosen = question.words.html("".join(map(question.tell, left)))
    return said, unchosen


def _hottext(question: Question, interaction: Element) -> dict[str, Any]:
    """Return words of a text as options: which of them is meant is asked about it."""
    data = _choice(question, interaction, "hottext")
    prompt = interaction.first("prompt")
    html = question.asked() + question.html(interaction)
    html += f"<div>{question.html(prompt)}</div>" if prompt else ""
    return {**data, "shuffle": False, "prompt": question.home.prompt(html)}


def _slider(question: Question, interaction: Element) -> dict[str, Any]:
    data = numeric_of(question, response_of(question, interaction))
    low, high = (number(interaction.get(name)) for name in ("lowerBound", "upperBound"))
    bounds = {"minimum": low, "maximum": high}
    return {**data, **{name: short(each) for name, each in bounds.items() if each is not None}}


# Order and pairs.


def _order(question: Question, interaction: Element) -> dict[str, Any]:
    response = response_of(question, interaction)
    choices = question.choices(interaction, "simpleChoice")
    names = [name for name in response.correct if name in choices]
    if len(names) != len(choices):
        raise NotHeldError("its right order is not said of all items")
    taken = Ids()
    items = [_thing(question, name, choices[name], taken) for name in names]
    return in_order([each if isinstance(each, dict) else {"text": each} for each in items])


def _thing(question: Question, name: str, element: Element, taken: Ids, place: str = "text") -> Any:
    """Return a side or an item, with its id where it has one."""
    text = question.text(element, place)
    if not text:
        raise NotHeldError("one of its sides or items has no words")
    known = kept(name.removeprefix(TO), text, taken, ours=question.labels.ours)
    return {"id": known, "text": text} if known else text


def _pairs_of(response: Declared) -> list[tuple[str, str]]:
    """Return the pairs that are right."""
    listed = response.correct or [key for key, worth in response.worth.items() if worth > 0]
    pairs = [each.split(" ") for each in listed]
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]


def _match(question: Question, interaction: Element) -> dict[str, Any]:
    response = response_of(question, interaction)
    sets = interaction.all("simpleMatchSet")
    if len(sets) != 2:
        raise NotHeldError("it has no two sets of sides")
    lefts, rights = (question.choices(each, "simpleAssociableChoice") for each in sets)
    pairs = [(one, other) if one in lefts else (other, one) for one, other in _pairs_of(response)]
    pairs = [pair for pair in pairs if pair[0] in lefts and pair[1] in rights]
    if len({left for left, _ in pairs}) < len(pairs):
        # A table in which a row has several: turned round it may be a sorting.
        if len({right for _, right in pairs}) == len(pairs):
            lefts, rights = rights, lefts
            pairs = [(right, left) for left, right in pairs]
        else:
            raise NotHeldError("one of its sides belongs to several others")
    return _paired(question, pairs, lefts, rights)


def _paired(
    question: Question,
    pairs: list[tuple[str, str]],
    lefts: dict[str, Element],
    rights: dict[str, Element],
) -> dict[str, Any]:
    given = dict(pairs)
    without = [name for name in lefts if name not in given]
    if without:
        shown = question.plain(lefts[without[0]])
        raise NotHeldError(f"`{shown[:40]}` on its left belongs to nothing on its right")
    taken, taken_right = Ids(), Ids()
    right = {
        name: _thing(question, name, element, taken_right, "menu")
        for name, element in rights.items()
    }
    rows = [
        {"left": _thing(question, name, element, taken), "right": right[given[name]]}
        for name, element in lefts.items()
    ]
    left_over = [right[name] for name in rights if name not in given.values()]
    sorting = question.labels.one("type") == "categorize"
    if sorting or (not question.labels.ours and len(set(given.values())) < len(given)):
        return sorted_out(rows, list(right.values()))
    return matched(rows, left_over)


def _associate(question: Question, interaction: Element) -> dict[str, Any]:
    choices = question.choices(interaction, "simpleAssociableChoice")
    pairs = _pairs_of(response_of(question, interaction))
    pairs = [(one, other) for one, other in pairs if one in choices and other in choices]
    ends = [name for pair in pairs for name in pair]
    if len(set(ends)) < len(ends):
        raise NotHeldError("one of its sides belongs to several others")
    question.words.lose("that any two may be paired: one of each pair stands on the left here")
    lefts = {one: choices[one] for one, _ in pairs}
    rights = {name: element for name, element in choices.items() if name not in lefts}
    return _paired(question, pairs, lefts, rights)


# What is typed, and gaps.


def _inline(question: Question, asked: Sequence[Element]) -> dict[str, Any]:
    if (
        len(asked) == 1
        and asked[0].tag == "textEntryInteraction"
        and stands_alone(question, asked[0])
    ):
        return typed(question, asked[0])
    gaps = [gap_of(question, each) for each in asked]

    def text(places: Sequence[str]) -> str:
        by_element = {id(each): place for each, place in zip(asked, places, strict=True)}
        return question.home.prompt(question.html(question.body, by_element))

    def text_at_home(places: Sequence[str]) -> str:
        text(places)
        return question.words.html(question.home.text_html)

    if question.labels.ours:
        data = gapped(gaps, text_at_home, question.words, question.language)
        return {**data, "prompt": question.home.prompt(question.html(question.body))}
    return gapped(gaps, text, question.words, question.language)


def _gap_match(question: Question, interaction: Element) -> dict[str, Any]:
    """Return a text with a menu in each gap, of the words that are dragged there."""
    response = response_of(question, interaction)
    if any(True for _ in interaction.walk("gapImg")):
        raise NotHeldError("pictures that are dragged into a text, which a bank cannot have")
    words = {each.get("identifier"): question.plain(each) for each in interaction.walk("gapText")}
    given: dict[str, str] = {}
    for one, other in _pairs_of(response):
        word, place = (one, other) if one in words else (other, one)
        if word in words:
            if place in given:
                raise NotHeldError("several words fit into one of its gaps")
            given[place] = word
    places = [each for each in interaction.walk("gap")]
    missing = [each for each in places if each.get("identifier") not in given]
    if missing:
        raise NotHeldError("one of its gaps stays empty, and a bank has none that does")
    gaps = []
    for each in places:
        right = words[given[each.get("identifier")]]
        others = [text for text in dict.fromkeys(words.values()) if text != right]
        gaps.append(Gap("menu", [Form(right, 1), *(Form(text, 0) for text in others)]))
    prompt = interaction.first("prompt")
    above = question.asked() + (question.html(prompt) if prompt else "")

    def text(found: Sequence[str]) -> str:
        by_element = {id(each): place for each, place in zip(places, found, strict=True)}
        inside = Element("div", {}, 0, [e for e in interaction.children if not _is_word(e)])
        return question.words.html(question.html(inside, by_element))

    data = gapped(gaps, text, question.words, question.language)
    asked = question.home.prompt(above)
    if asked and data["type"] == "cloze":
        before, rest = parted(data["text"])
        return {**data, "prompt": "\n\n".join(filter(None, (asked, before))), "text": rest}
    return {**data, "prompt": "\n\n".join(filter(None, (asked, data["prompt"])))}


def _is_word(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag in ("gapText", "gapImg", "prompt")


def _hotspot(question: Question, interaction: Element) -> dict[str, Any]:
    response = response_of(question, interaction)
    names = [each.get("identifier") for each in interaction.walk("hotspotChoice")]
    shares = _shares(question, response, names, response.cardinality == "multiple")
    said = {name: question.feedback(question.outcome({response.name: [name]})) for name in names}
    return hotspot.made(question, interaction, shares, said)


def _case(question: Question, asked: Sequence[Element]) -> dict[str, Any]:
    """Return a case: the body, and each interaction as a question about it."""
    if any(each.tag in INLINE for each in asked):
        raise NotHeldError("gaps in a text and other questions in one, which a bank cannot have")
    parts = []
    for n, each in enumerate(asked, 1):
        data = MAKERS[each.tag](question, each)
        prompt = question.text(each.first("prompt")) if each.first("prompt") else ""
        own = data.pop("prompt", "") or prompt or say(question.language, "brought-gap", n=n)
        parts.append(ordered({**data, "id": f"part-{n}", "prompt": own}))
    vignette = question.home.prompt(question.asked())
    if not vignette:
        raise NotHeldError("it has several questions, and no text that they are about")
    return {"type": "case", "prompt": vignette, "reveal": False, "parts": parts}


MAKERS: dict[str, Callable[[Question, Element], dict[str, Any]]] = {
    "choiceInteraction": _choice,
    "hottextInteraction": _hottext,
    "orderInteraction": _order,
    "matchInteraction": _match,
    "associateInteraction": _associate,
    "gapMatchInteraction": _gap_match,
    "hotspotInteraction": _hotspot,
    "sliderInteraction": _slider,
}
