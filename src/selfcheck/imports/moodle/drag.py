"""Words that are dragged or chosen into a text, and words that are typed into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.gaps import Gap, gapped
from selfcheck.imports.make.typed import Form
from selfcheck.imports.moodle.question import Question

PLACE = re.compile(r"\[\[(\d+)\]\]")
LONGEST = 200


def words_into_text(question: Question) -> dict[str, Any]:
    """Return a text with a menu in each place, of the words of one group."""
    boxes = question.element.all("dragbox", "selectoption")
    words = [(question.plain(each, markup=True), each.said("group") or "1") for each in boxes]
    source = question.home.prompt_html
    gaps = []
    for found in PLACE.finditer(source):
        number = int(found[1])
        if not 1 <= number <= len(words):
            raise NotHeldError(f"the place [[{number}]] has no word")
        right, group = words[number - 1]
        others = [text for text, of in words if of == group and text != right]
        # A menu of one word would ask for it to be typed.
        others = others or [text for text, _ in words if text != right]
        forms = [Form(right, 1), *(Form(text, 0) for text in dict.fromkeys(others))]
        gaps.append(Gap("menu" if others else "typed", forms))
    if not gaps:
        raise NotHeldError("there is no place such as [[1]] in its text")
    question.lose_combined("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")

    def text(places: Sequence[str]) -> str:
        left = iter(places)
        return question.words.html(PLACE.sub(lambda _: next(left), source))

    return gapped(gaps, text, question.words, question.language)


def gapfill(question: Question) -> dict[str, Any]:
    """Return a text in which words in brackets are gaps; `|` parts the forms that are accepted."""
    signs = question.element.said("delimitchars") or "[]"
    if len(signs) != 2:
        raise NotHeldError(f"its gaps stand between `{signs[:20]}`, which are not two signs")
    begin, end = map(re.escape, signs)
    place = re.compile(f"{begin}([^{begin}{end}]{{1,{LONGEST}}}){end}")
    source = question.home.prompt_html
    right = [question.words.plain(found[1]) for found in place.finditer(source)]
    wrong = [question.plain(each, markup=True) for each in question.element.all("answer")]
    others = [each for each in wrong if each and each not in right]
    typed = question.element.said("answerdisplay") in ("", "gapfill")
    gaps = []
    for each in right:
        forms = [Form(form.strip(), 1) for form in each.split("|") if form.strip()]
        if typed:
            gaps.append(Gap("typed", forms, case=question.flag("casesensitive", False)))
        else:
            offered = [text for text in [*right, *others] if text != each]
            gaps.append(Gap("menu", [Form(each, 1), *(Form(text, 0) for text in offered)]))

    def text(places: Sequence[str]) -> str:
        left = iter(places)
        return question.words.html(place.sub(lambda _: next(left), source))

    return gapped(gaps, text, question.words, question.language)
