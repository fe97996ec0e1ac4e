"""The kinds of item of QTI 1.2: told by what they are made of, where their names say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from selfcheck.imports.html import marks
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.gaps import Gap, gapped
from selfcheck.imports.make.number import Value, around, number, numeric
from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice
from selfcheck.imports.make.pairs import in_order, matched, sorted_out, text_of
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.names import Ids
from selfcheck.imports.qti.ids import kept
from selfcheck.imports.qti.question1 import Question
from selfcheck.imports.qti.rules1 import Outcome, affirmed
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element
from selfcheck.numbers import short

PERSON = "only a person can grade it"
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
NAME = re.compile(r"response[_-](.+)")
MOST_SPELLING = 3
HEXADECIMAL = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
BLANK = re.compile(r"\[([^\[\]<>]{1,100})\]")


def made(question: Question) -> dict[str, Any]:
    """Return the fields of the type of a question; raise `NotHeldError` where no bank has it."""
    kind = question.kind
    for pattern, reason in UNHELD:
        if pattern.search(kind):
            raise NotHeldError(reason)
    if question.element.path("itemproc_extension", "calculated") is not None:
        return _calculated(question)
    responses = question.responses
    if not responses:
        raise NotHeldError("a text that asks nothing: it has no field and no options")
    if any(each.tag in ("response_xy", "response_grp") for each in responses) or any(
        next(each.walk("render_hotspot"), None) for each in responses
    ):
        raise NotHeldError("places on a picture, which a bank has for drawings alone")
    if question.is_gapped:
        return _blanks(question, typed="blanks" in kind or all(map(_alike, responses)))
    if "matching" in kind and len(responses) == 1:
        raise NotHeldError("it has 1 pair, and 2 are needed")
    if len(responses) > 1:
        if all(each.get("rcardinality").lower() == "multiple" for each in responses):
            return _sorting(question)
        if all(each.tag == "response_lid" for each in responses):
            return _matching(question)
        return _several(question)
    only = responses[0]
    if only.tag == "response_lid":
        if only.get("rcardinality").lower() == "ordered":
            return _ordering(question, only)
        return _options(question, only)
    if only.tag == "response_num" or _is_number(only, kind):
        return _number(question, only)
    return _typed(question, only)


def _is_number(response: Element, kind: str) -> bool:
    field = next(response.walk("render_fib"), None)
    fib = field.get("fibtype").lower() if field else ""
    return fib in ("decimal", "integer", "scientific") or "numeric" in kind.lower()


def _labels(response: Element) -> list[Element]:
    return [*response.walk("response_label")]


def _options(question: Question, response: Element) -> dict[str, Any]:
    name, labels = response.get("ident"), _labels(response)
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
    labels = _labels(response)
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
    labels = {each.get("ident"): each for each in _labels(response)}
    for condition, _ in question.rules.scoring():
        wanted = [each for each in affirmed(condition) if each.tag == "varequal"]
        placed = sorted(wanted, key=lambda each: number(each.get("index")) or 0)
        ids = [each.text.strip() for each in placed]
        if len(ids) == 1 and "," in ids[0]:
            ids = [each.strip() for each in ids[0].split(",")]
        if len(ids) == len(labels) and set(ids) == set(labels):
            return in_order([{"text": question.text(labels[each])} for each in ids])
    raise NotHeldError("its right order is not said")


def _forms(question: Question, response: Element) -> tuple[list[Form], set[str], bool]:
    """Return the texts that rules ask for, with what they score; and whether capitals count."""
    name = response.get("ident")
    texts: dict[str, None] = {}
    case = False
    for condition in question.rules.conditions:
        variable = condition.first("conditionvar")
        for each in affirmed(variable) if variable else ():
            if each.tag == "varequal" and each.get("respident") == name and each.text.strip():
                texts[" ".join(each.text.split())] = None
                case = case or each.get("case").lower() == "yes"
            elif each.tag == "varsubstring":
                question.words.lose(f"any text around `{each.text.strip()[:40]}`")
                texts[" ".join(each.text.split())] = None
    outcomes = {text: question.outcome({name: [text]}) for text in texts}
    general = question.general([*outcomes.values(), question.outcome({name: ["\0"]})])
    forms = [
        Form(text, round(each.score, 6), question.feedback(each, general, "line"))
        for text, each in outcomes.items()
    ]
    return forms, general, case


def _typed(question: Question, response: Element) -> dict[str, Any]:
    forms, general, case = _forms(question, response)
    if not forms:
        raise NotHeldError(f"no right answer is given: {PERSON}")
    field = next(response.walk("render_fib"), None)
    lines = number(field.get("rows")) if field else None
    if lines and lines > 1 and not any(each.share > 0 for each in forms):
        raise NotHeldError(f"an essay: {PERSON}")
    data = short_text(forms, question.words, case=case)
    return {**data, "general": general}


def _number(question: Question, response: Element) -> dict[str, Any]:
    name = response.get("ident")
    values: list[Value] = []
    outcomes: list[Outcome] = []
    for condition in question.rules.conditions:
        variable = condition.first("conditionvar")
        for value in _ranges(variable) if variable else ():
            middle = value.middle if value.middle is not None else (value.low + value.high) / 2
            outcome = question.outcome({name: [repr(middle)]})
            outcomes.append(outcome)
            value.share = round(outcome.score, 6)
            value.feedback = ""
            values.append(value)
    nothing = question.outcome({name: ["none"]})
    general = question.general([*outcomes, nothing])
    for value, outcome in zip(values, outcomes, strict=True):
        value.feedback = question.feedback(outcome, general, "line")
    return {**numeric(_once(values), question.words), "general": general}


def _ranges(node: Element) -> list[Value]:
    """Return the numbers that a condition is for: single ones, and those between two."""
    found: list[Value] = []
    for each in node.elements:
        if each.tag == "or":
            found += _ranges(each)
        elif each.tag == "varequal":
            value = number(each.text)
            if value is not None:
                found.append(around(value, 0, 0))
    low = [number(e.text) for e in node.elements if e.tag in ("vargt", "vargte")]
    high = [number(e.text) for e in node.elements if e.tag in ("varlt", "varlte")]
    if low and high and low[0] is not None and high[0] is not None:
        found.append(Value(low[0], high[0], 0))
    for each in node.elements:
        if each.tag == "and":
            found += _ranges(each)
    return found


def _once(values: list[Value]) -> list[Value]:
    """Return ranges with the number that stands in the middle of them, and that alone no more."""
    points = [each for each in values if each.low == each.high]
    wide = [each for each in values if each.low != each.high]
    for each in wide:
        near = [
            point
            for point in points
            if abs(point.low - (each.low + each.high) / 2) <= 1e-9 * max(1, abs(point.low))
        ]
        if near:
            each.middle, each.tolerance = near[0].low, (each.high - each.low) / 2
            points = [point for point in points if point not in near]
    return [*wide, *points]


def _several(question: Question) -> dict[str, Any]:
    """Return a text whose fields stand behind it, in their order."""
    gaps = []
    for response in question.responses:
        if response.tag == "response_lid":
            gaps.append(_menu(question, response))
        else:
            forms, _, case = _forms(question, response)
            if not any(each.share > 0 for each in forms):
                forms = _together(question, response)
            best = max(each.share for each in forms)
            right = [Form(each.text, 1.0 if each.share >= best - 1e-6 else 0.0) for each in forms]
            gaps.append(Gap("typed", right, case=case))
    html = question.home.prompt_html

    def text(places: Sequence[str]) -> str:
        if question.runs_on:
            by_response = zip(question.responses, places, strict=True)
            return question.words.html(question.running({id(r): p for r, p in by_response}))
        rows = "".join(f"<li>{place}</li>" for place in places)
        return question.words.html(
            f"{html}<ol>{rows}</ol>" if len(places) > 1 else html + places[0]
        )

    return gapped(gaps, text, question.words, question.language)


def _together(question: Question, response: Element) -> list[Form]:
    """Return the forms of a field that score when all other fields are right, too."""
    texts = [
        " ".join(each.text.split())
        for condition, _ in question.rules.scoring()
        for each in affirmed(condition)
        if each.tag == "varequal" and each.get("respident") == response.get("ident")
    ]
    if not any(texts):
        raise NotHeldError("one of its fields has no right answer")
    question.words.lose(ALL_OR_NOTHING)
    return [Form(text, 1) for text in dict.fromkeys(texts) if text]


def _alike(response: Element) -> bool:
    """Return whether all that is listed is the same but for capitals: it is typed."""
    return len({" ".join(each.text.casefold().split()) for each in _labels(response)}) == 1


def _menu(question: Question, response: Element) -> Gap:
    name = response.get("ident")
    forms = []
    for label in _labels(response):
        score = question.rules.run({name: [label.get("ident")]}).score
        forms.append(Form(question.plain(label), 1.0 if score > 0 else 0.0))
    return Gap("menu", forms)


def _blanks(question: Question, *, typed: bool) -> dict[str, Any]:
    """Return a text of Canvas with names in brackets, each with what fits there."""
    gaps: dict[str, Gap] = {}
    ids = Ids()
    source = question.home.text_html or question.home.prompt_html
    named = {bare(each[1]) for each in BLANK.finditer(source)}
    for n, response in enumerate(question.responses, 1):
        found = NAME.fullmatch(response.get("ident"))
        own = found[1] if found else response.get("ident")
        said = bare(question.html(response.first("material")))
        name = own if own in named and said not in named else said or own
        gap = _blank(question, response) if typed else _menu(question, response)
        called = own if question.labels.ours else name
        gap.name = ids.new(f"gap {n}" if HEXADECIMAL.fullmatch(called) else called, "gap")
        gaps[name] = gap
    placed: list[Gap] = []

    def text(places: Sequence[str]) -> str:
        left = iter(places)
        return question.words.html(_filled(source, gaps, lambda _: next(left)))

    def note(name: str) -> str:
        placed.append(gaps[name])
        return ""

    _filled(source, gaps, note)
    missing = [name for name, gap in gaps.items() if gap not in placed]
    if missing:
        raise NotHeldError(f"its text has no place for [{missing[0]}]")
    data = gapped(placed, text, question.words, question.language)
    if question.home.text_html:
        data["prompt"] = question.prompt or data["prompt"]
    return data


def _blank(question: Question, response: Element) -> Gap:
    """Return a gap in which all forms that are listed are right; the rules name one of them."""
    labels = _labels(response)
    kinds = {each.get("answer_type").lower() for each in labels}
    if kinds & {"dropdown", "wordbank"}:
        return _menu(question, response)
    capitals = next(iter(question.about.get("case_sensitive", ())), "").lower() == "true"
    gap = Gap("typed", [Form(question.plain(each), 1) for each in labels], case=capitals)
    for label in labels:
        how, text = label.get("scoring_algorithm"), question.plain(label)[:40]
        if how == "TextRegex":
            raise NotHeldError(f"one of its gaps has a regular expression (`{text}`)")
        if how == "TextContainsAnswer":
            question.words.lose(f"any text around `{text}`")
        elif how == "TextCloseEnough":
            slips = number(label.get("levenshtein_distance")) or 1
            gap.spelling = max(gap.spelling, min(int(slips), MOST_SPELLING))
        gap.case = gap.case or label.get("ignore_case").lower() == "false"
    return gap


def _filled(html: str, gaps: dict[str, Gap], place: Any) -> str:
    """Return *html* with what *place* returns for the first bracket of each name."""
    seen: set[str] = set()

    def fill(found: re.Match[str]) -> str:
        name = bare(found[1])
        if name not in gaps or name in seen:
            return found[0]
        seen.add(name)
        return str(place(name))

    return BLANK.sub(fill, html)


def _sorting(question: Question) -> dict[str, Any]:
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
    for name, label in {e.get("ident"): e for r in question.responses for e in _labels(r)}.items():
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


def _matching(question: Question) -> dict[str, Any]:
    """Return left sides, each with a menu of the same right sides."""
    pairs: list[dict[str, Any]] = []
    offered: dict[str, str] = {}
    ids, rights = Ids(), Ids()
    for response in question.responses:
        name, labels = response.get("ident"), _labels(response)
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


def _calculated(question: Question) -> dict[str, Any]:
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
