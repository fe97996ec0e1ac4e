"""Embedded answers: `{1:SHORTANSWER:=Paris~%50%Lyon#Nearly}` in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.gaps import Gap, gapped
from selfcheck.imports.make.number import around, number
from selfcheck.imports.make.typed import Form
from selfcheck.imports.make.wild import wild
from selfcheck.imports.moodle.question import Question
from selfcheck.imports.words import Words

KINDS = (
    "SHORTANSWER_C|SAC|MWC|SHORTANSWER|SA|MW|NUMERICAL|NM|MULTICHOICE_(?:VS|HS|V|H|S)|MCVS|MCHS|MCV|MCH"
    "|MCS|MULTICHOICE|MC|MULTIRESPONSE_(?:HS|H|S)|MRHS|MRH|MRS|MULTIRESPONSE|MR"
)
FIELD = re.compile(
    rf"(?<!\\)\{{\s*(?P<weight>\d*)\s*:\s*(?P<kind>{KINDS})\s*:(?P<answers>(?:\\.|[^\\}}]){{0,8000}})\}}",
    re.DOTALL,
)
ANSWER = re.compile(r"(?P<mark>=|%(?P<share>-?\d+(?:\.\d+)?)%)?\s*(?P<text>.*)", re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ESCAPED = re.compile(r"\\([}#~/\"\\=%{:])")


def multianswer(question: Question) -> dict[str, Any]:
    """Return a text with gaps."""
    element = question.element.first("questiontext")
    markup = element is None or element.get("format") != "markdown"
    inner = element.first("text") if element else None
    source = question.home.text_html or question.home.prompt_html
    source = source if markup else (inner.text if inner else "")
    gaps = [_gap(found, question.words) for found in FIELD.finditer(source)]
    if not gaps:
        raise NotHeldError("there is no embedded answer in its text")

    def text(places: Sequence[str]) -> str:
        left = iter(places)
        filled = FIELD.sub(lambda _: next(left), source)
        # A brace that was meant as one.
        filled = filled.replace("\\{", "{").replace("\\}", "}")
        return question.words.html(filled) if markup else question.words.markdown(filled)

    data = gapped(gaps, text, question.words, question.language)
    if question.home.text_html and question.prompt and data["type"] == "cloze":
        data["prompt"] = question.prompt
    return data


def _gap(found: re.Match[str], words: Words) -> Gap:
    kind = found["kind"]
    weight = float(found["weight"] or 1)
    menu = kind.startswith(("MULTI", "MC", "MR"))
    parts = [each for each in _parts(found["answers"], "~") if each.strip()]
    answers = [_answer(each, words, menu=menu) for each in parts]
    typed = kind.startswith(("SHORTANSWER", "SA", "MW"))
    said = {each.feedback for each in answers}
    # What is said whatever the answer is said of the gap.
    always = len(said) == 1 and (menu or (typed and any(each.text == "*" for each in answers)))
    if always and typed:
        answers = [Form(each.text, each.share) for each in answers]
    gap = _of_kind(kind, answers, weight, words)
    gap.said = said.pop() if always and gap.kind in ("typed", "menu") else ""
    return gap


def _of_kind(kind: str, answers: list[Form], weight: float, words: Words) -> Gap:
    if kind in ("NUMERICAL", "NM"):
        gap = Gap("number", weight=weight)
        for each in answers:
            middle, _, reach = each.text.partition(":")
            value = number(middle)
            if value is not None:
                gap.values.append(around(value, number(reach) or 0, each.share, each.feedback))
            elif each.share >= 0.999:
                raise NotHeldError(f"`{each.text[:40]}` is a right answer, and no number")
            elif each.feedback:
                words.lose(f"what is said to any other answer (“{each.feedback[:60]}”)")
        return gap
    if kind.startswith(("MULTIRESPONSE", "MR")):
        return Gap("several", _even(answers), shuffle=kind.endswith("S"), weight=weight)
    if kind.startswith(("MULTICHOICE", "MC")):
        return Gap("menu", answers, shuffle=kind.endswith("S"), weight=weight)
    forms = [form for each in answers for form in wild(each, words)]
    return Gap("typed", forms, case=kind in ("SHORTANSWER_C", "SAC", "MWC"), weight=weight)


def _even(answers: list[Form]) -> list[Form]:
    """Return answers of which several are to be chosen: there 100 % says that one is right."""
    right = sum(each.share > 0 for each in answers)
    if right and all(each.share in (0, 1) for each in answers):
        shares = (1 / right, -1 / right)
        return [Form(each.text, shares[each.share < 1], each.feedback) for each in answers]
    return answers


def _answer(source: str, words: Words, *, menu: bool) -> Form:
    found = ANSWER.fullmatch(source.strip())
    assert found
    text, _, said = _parted(found["text"], "#")
    share = 1.0 if found["mark"] == "=" else float(found["share"] or 0) / 100
    # Moodle takes entities away once before it looks: in a menu what is left is HTML.
    inside = ESCAPED.sub(r"\1", text)
    if menu:
        plain = words.plain(unescape(inside))
    else:
        plain = words.plain(inside) if TAG.search(inside) else " ".join(unescape(inside).split())
    return Form(plain, share, words.html(unescape(ESCAPED.sub(r"\1", said)), "line"))


def _parts(source: str, sign: str) -> list[str]:
    return re.split(rf"(?<!\\){sign}", source)


def _parted(source: str, sign: str) -> tuple[str, str, str]:
    # An entity such as `&#39;` begins no feedback.
    found = re.search(rf"(?<![\\&]){sign}", source)
    if not found:
        return source, "", ""
    return source[: found.start()], sign, source[found.end() :]
