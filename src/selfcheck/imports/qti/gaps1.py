"""Texts with several fields, in QTI 1.2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.gaps import Gap, gapped
from selfcheck.imports.make.number import number
from selfcheck.imports.make.options import ALL_OR_NOTHING
from selfcheck.imports.make.typed import Form
from selfcheck.imports.names import Ids
from selfcheck.imports.qti.question1 import Question, labels_of
from selfcheck.imports.qti.rules1 import affirmed
from selfcheck.imports.qti.typed1 import forms_of
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element

NAME = re.compile(r"response[_-](.+)")
MOST_SPELLING = 3
HEXADECIMAL = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
BLANK = re.compile(r"\[([^\[\]<>]{1,100})\]")


def in_fields(question: Question) -> dict[str, Any]:
    """Return a text whose fields stand behind it, in their order."""
    gaps = []
    for response in question.responses:
        if response.tag == "response_lid":
            gaps.append(_menu(question, response))
        else:
            forms, _, case = forms_of(question, response)
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


def alike(response: Element) -> bool:
    """Return whether all that is listed is the same but for capitals: it is typed."""
    return len({" ".join(each.text.casefold().split()) for each in labels_of(response)}) == 1


def _menu(question: Question, response: Element) -> Gap:
    name = response.get("ident")
    forms = []
    for label in labels_of(response):
        score = question.rules.run({name: [label.get("ident")]}).score
        forms.append(Form(question.plain(label), 1.0 if score > 0 else 0.0))
    return Gap("menu", forms)


def blanks(question: Question, *, typed: bool) -> dict[str, Any]:
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
    labels = labels_of(response)
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
