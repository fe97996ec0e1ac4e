"""The interactions of QTI 2 and 3, each with what makes a question of a bank of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Any

from selfcheck.imports.html import marks
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.gaps import BLANK, Gap, gapped, parted
from selfcheck.imports.make.number import Value, around, number, numeric
from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice
from selfcheck.imports.make.pairs import in_order, matched, sorted_out
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.names import Ids
from selfcheck.imports.qti import hotspot
from selfcheck.imports.qti.ids import kept
from selfcheck.imports.qti.question2 import INLINE, Question
from selfcheck.imports.qti.rules2 import Declared, tolerance
from selfcheck.imports.xml import Element
from selfcheck.numbers import short
from selfcheck.words import say

PERSON = "only a person can grade it"
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
NUMBERS = ("float", "integer")
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


def _response(question: Question, interaction: Element) -> Declared:
    name = interaction.get("responseIdentifier")
    if name not in question.responses:
        raise NotHeldError(f"its response `{name}` is not declared")
    return question.responses[name]


def _shuffled(interaction: Element) -> bool:
    return interaction.get("shuffle", "false").lower() in ("true", "1")


# Options.


def _choice(question: Question, interaction: Element, tag: str = "simpleChoice") -> dict[str, Any]:
    response = _response(question, interaction)
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
    return choice(offers, question.words, several=several, shuffle=_shuffled(interaction))


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
    data = _number(question, _response(question, interaction))
    low, high = (number(interaction.get(name)) for name in ("lowerBound", "upperBound"))
    bounds = {"minimum": low, "maximum": high}
    return {**data, **{name: short(each) for name, each in bounds.items() if each is not None}}


# Order and pairs.


def _order(question: Question, interaction: Element) -> dict[str, Any]:
    response = _response(question, interaction)
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
    response = _response(question, interaction)
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
    pairs = _pairs_of(_response(question, interaction))
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
    if len(asked) == 1 and asked[0].tag == "textEntryInteraction" and _alone(question, asked[0]):
        return _typed(question, asked[0])
    gaps = [_gap(question, each) for each in asked]

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


def _alone(question: Question, field: Element) -> bool:
    """Return whether a field stands on a line of its own, so that it asks for all of it."""
    response = _response(question, field)
    if response.kind in NUMBERS or question.labels.ours:
        return "selfcheck-text" not in question.html(question.body)
    for block in question.body.walk("p", "div", "li", "td", "itemBody"):
        if field in block.elements:
            words = "".join(each for each in block.children if isinstance(each, str))
            others = [each for each in block.elements if each is not field and each.tag != "br"]
            return not words.strip(" \n\t:.") and not others
    return False


def _typed(question: Question, field: Element) -> dict[str, Any]:
    response = _response(question, field)
    alone = question.labels.ours or (response.kind not in NUMBERS) or _ends(question, field)
    html = question.html(question.body, {} if alone else {id(field): BLANK})
    unit = re.search(r'<span class="selfcheck-unit">(.*?)</span>', html)
    if unit:
        html = html.replace(unit[0], "")
    prompt = question.home.prompt(re.sub(r"<p[^<>]*>\s*</p>", "", html))
    if response.kind in NUMBERS:
        data = _number(question, response)
        data["unit"] = unescape(unit[1]) if unit else ""
    else:
        data = _text(question, response)
    return {**data, "prompt": prompt}


def _ends(question: Question, field: Element) -> bool:
    """Return whether nothing is said behind a field."""
    marked = question.html(question.body, {id(field): marks.name("field")})
    return not re.sub(r"<[^<>]*>", "", marked.partition(marks.name("field"))[2]).strip(" \n.")


def _candidates(question: Question, response: Declared) -> Iterator[str]:
    """Yield the texts that rules compare a response with."""
    yield from response.correct
    yield from response.worth
    processing = question.rules.processing
    for each in processing.walk("baseValue") if processing else ():
        if each.get("baseType", "string") in ("string", *NUMBERS):
            yield " ".join(each.text.split())


def _text(question: Question, response: Declared) -> dict[str, Any]:
    """Return the fields of a text that is typed."""
    processing = question.rules.processing
    texts = list(dict.fromkeys(each for each in _candidates(question, response) if each))
    if not texts:
        raise NotHeldError(f"no right answer is given: {PERSON}")
    for each in processing.walk("patternMatch", "substring") if processing else ():
        raise NotHeldError(f"answers by a pattern (`{each.tag}`), which a bank cannot have")
    best = question.best({response.name: response.correct[:1] or texts[:1]})
    forms = []
    for text in texts:
        outcome = question.outcome({response.name: [text]})
        share = outcome.score / best if best > 0 else float(text in response.correct)
        said = question.feedback(outcome, "line" if share >= 0.999 else "text")
        forms.append(Form(text, round(share, 6), said))
    # What is only compared for a number of points is no answer.
    forms = [each for each in forms if each.share > 0 or each.feedback]
    capitals = any(
        each.get("caseSensitive").lower() == "true"
        for each in (processing.walk("stringMatch") if processing else ())
    )
    return short_text(forms, question.words, case=response.capitals or capitals)


def _number(question: Question, response: Declared) -> dict[str, Any]:
    """Return the fields of a number that is typed."""
    ranges = list(_ranges(question, response))
    correct = [value for each in response.correct if (value := number(each)) is not None]
    for value in correct:
        if not any(each.low <= value <= each.high for each in ranges):
            ranges.append(around(value, 0, 1))
    if not ranges:
        raise NotHeldError("no right number is given")
    best = question.best({response.name: response.correct[:1]})
    for each in ranges:
        near = [value for value in correct if each.low <= value <= each.high]
        middle = near[0] if near else (each.low + each.high) / 2
        outcome = question.outcome({response.name: [str(short(middle))]})
        each.share = round(outcome.score / best, 6) if best > 0 else float(bool(near))
        each.feedback = question.feedback(outcome, "line" if each.share >= 0.999 else "text")
        # A number that is called right stands in the middle of what counts.
        if near and abs((each.low + each.high) / 2 - near[0]) <= 1e-9 * max(1, abs(near[0])):
            each.middle, each.tolerance = near[0], None
    return numeric(ranges, question.words)


def _ranges(question: Question, response: Declared) -> Iterator[Value]:
    """Yield the numbers that rules tell apart."""
    for text in response.worth:
        if (value := number(text)) is not None:
            yield around(value, 0, 0)
    processing = question.rules.processing
    for each in processing.walk("equal", "equalRounded", "and") if processing else ():
        if each.tag == "and":
            low = _bound(each, ("gte", "gt"), response)
            high = _bound(each, ("lte", "lt"), response)
            if low is not None and high is not None and low <= high:
                yield Value(low, high, 0)
            continue
        for base in each.walk("baseValue", "correct"):
            values = response.correct if base.tag == "correct" else [base.text]
            for value in map(number, values):
                if value is not None and _of(each, response):
                    yield _around(each, value)


def _around(rule: Element, value: float) -> Value:
    if rule.tag == "equalRounded":
        figures = number(rule.get("figures")) or 0
        return around(value, 0.5 * 10.0**-figures, 0)
    low, high = tolerance(rule, value)
    made = Value(low, high, 0)
    if abs(high + low - 2 * value) <= 1e-9 * max(1, abs(value)):
        made.middle, made.tolerance = value, short((high - low) / 2)
    return made


def _of(rule: Element, response: Declared) -> bool:
    return any(each.get("identifier") == response.name for each in rule.walk("variable"))


def _bound(rule: Element, tags: tuple[str, ...], response: Declared) -> float | None:
    for each in rule.all(*tags):
        if _of(each, response) and (base := each.first("baseValue")) is not None:
            return number(base.text)
    return None


def _gap(question: Question, element: Element) -> Gap:
    response = _response(question, element)
    if element.tag == "inlineChoiceInteraction":
        choices = question.choices(element, "inlineChoice")
        right = response.correct or [key for key, worth in response.worth.items() if worth > 0]
        forms = [Form(question.plain(each), float(name in right)) for name, each in choices.items()]
        gap = Gap("menu", forms, shuffle=_shuffled(element))
    elif response.kind in NUMBERS:
        gap = Gap("number", values=_values(question, response))
    else:
        best = max(response.worth.values(), default=0)
        shares = {text: 1.0 for text in response.correct}
        for text, worth in response.worth.items():
            shares.setdefault(text, worth / best if best > 0 else 0.0)
        if not shares:
            raise NotHeldError("one of its gaps has no right answer")
        forms = [Form(text, share) for text, share in shares.items()]
        gap = Gap("typed", forms, case=response.capitals)
    if question.labels.ours:
        gap.name = response.name.removeprefix("RESPONSE.").removeprefix("_")
    return gap


def _values(question: Question, response: Declared) -> list[Value]:
    """Return the right numbers of one of several fields."""
    found = []
    ranges = list(_ranges(question, response))
    for value in (number(each) for each in response.correct):
        if value is not None:
            wide = [each for each in ranges if each.low <= value <= each.high]
            each = max(wide, key=lambda one: one.high - one.low, default=around(value, 0, 1))
            found.append(Value(each.low, each.high, 1, "", each.middle, each.tolerance))
    if not found:
        raise NotHeldError("one of its gaps has no right number")
    return found


def _gap_match(question: Question, interaction: Element) -> dict[str, Any]:
    """Return a text with a menu in each gap, of the words that are dragged there."""
    response = _response(question, interaction)
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
    response = _response(question, interaction)
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
