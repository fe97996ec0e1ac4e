"""The question types of Moodle, each with what makes a question of a bank of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice, true_or_false
from selfcheck.imports.make.pairs import grouped, in_order, matched
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.make.wild import wild
from selfcheck.imports.moodle import calculated, cloze, drag, numerical
from selfcheck.imports.moodle.question import Question
from selfcheck.imports.moodle.shares import share

PERSON = "only a person can grade it"
UNHELD = {
    "essay": f"an essay: {PERSON}",
    "essayautograde": f"an essay: {PERSON}",
    "essaywiris": f"an essay: {PERSON}",
    "recordrtc": f"a recording: {PERSON}",
    "poodllrecording": f"a recording: {PERSON}",
    "description": "a text that asks nothing",
    "random": "a question drawn by Moodle from a category",
    "randomsamatch": "a question made by Moodle from others of its category",
    "calculatedmulti": "options that are worked out from numbers, which a bank cannot have",
    "regexp": "answers by a regular expression, which a bank cannot have",
    "pmatch": "answers by a pattern, which a bank cannot have",
    "stack": "formulas that a computer algebra system grades",
    "formulas": "answers that formulas grade",
    "coderunner": "a program that has to run",
    "vplquestion": "a program that has to run",
    "ddimageortext": "places on a picture to which words are dragged, which a bank cannot have",
    "ddmarker": "places on a picture to which marks are dragged, which a bank cannot have",
    "kprime": "a table of true and false, graded as a whole",
    "mtf": "a table of true and false, graded by rows",
    "missingtype": "a question of which Moodle itself did not know the type",
}


def multichoice(question: Question) -> dict[str, Any]:
    """Return options, of which one or several are right."""
    answers = question.element.all("answer")
    offers = [
        Offer(question.text(each), share(each), question.text(each.first("feedback")))
        for each in answers
    ]
    single = question.element.said("single").lower()
    several = single in ("false", "0") or (
        not single
        and all(each.share < 0.999 for each in offers)
        and sum(each.share > 0 for each in offers) > 1
    )
    if several:
        question.lose_combined("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    else:
        _combine(question, offers)
    shuffle = question.flag("shuffleanswers", True)
    return choice(offers, question.words, several=several, shuffle=shuffle)


def _combine(question: Question, offers: list[Offer]) -> None:
    """Give options what is said to any right and to any wrong answer: it follows on their own."""
    right, wrong = question.combined("correctfeedback"), question.combined("incorrectfeedback")
    for each in offers:
        more = right if each.share >= 0.999 else wrong
        if more and more != each.feedback:
            each.feedback = f"{each.feedback}\n\n{more}".strip()
    question.lose_combined("partiallycorrectfeedback")


def all_or_nothing(question: Question) -> dict[str, Any]:
    """Return options of which all right ones, and no other, are to be chosen."""
    offers = [
        Offer(question.text(each), share(each), question.text(each.first("feedback")))
        for each in question.element.all("answer")
    ]
    right = sum(each.share > 0 for each in offers)
    for each in offers:
        each.share = 1 / right if each.share > 0 else -1 / (right or 1)
    question.words.lose(ALL_OR_NOTHING)
    question.lose_combined("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    shuffle = question.flag("shuffleanswers", True)
    return choice(offers, question.words, several=True, shuffle=shuffle)


def truefalse(question: Question) -> dict[str, Any]:
    """Return true and false as options, in this order."""
    return true_or_false(
        {
            question.plain(each).lower() in ("true", "1"): (
                share(each),
                question.text(each.first("feedback")),
            )
            for each in question.element.all("answer")
        },
        question.words,
        question.language,
    )


def shortanswer(question: Question) -> dict[str, Any]:
    """Return a text that is typed."""
    forms = []
    for each in question.element.all("answer"):
        text, said = question.plain(each), question.text(each.first("feedback"), "line")
        forms += wild(Form(text, share(each), said), question.words)
    return short_text(forms, question.words, case=question.flag("usecase", False))


def matching(question: Question) -> dict[str, Any]:
    """Return left sides with their right sides; by its tag, items with their groups."""
    pairs, distractors = [], []
    for each in question.element.all("subquestion"):
        left = question.text(each)
        answer = each.first("answer")
        markup = answer is not None and answer.get("format") == "html"
        right = (
            question.text(answer, "menu")
            if markup
            else question.words.typed(question.plain(answer), "menu")
        )
        if left:
            pairs.append({"left": left, "right": right})
        elif right:
            distractors.append(right)
    question.lose_combined("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    if not question.flag("shuffleanswers", True):
        question.words.lose("that its right sides stay in their order")
    if question.item.labels.one("type") == "categorize":
        return grouped(pairs, distractors)
    return matched(pairs, distractors)


def ordering(question: Question) -> dict[str, Any]:
    """Return items in their right order, which is that of their fractions."""
    answers = question.element.all("answer")
    fractions = [share(each) for each in answers]
    if len(set(fractions)) == len(answers):
        answers = [each for _, each in sorted(zip(fractions, answers, strict=True), key=_first)]
    items = [{"text": text} for each in answers if (text := question.text(each))]
    if question.element.said("selecttype") not in ("", "0", "ALL"):
        question.words.lose("that only some of its items are asked")
    question.lose_combined("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    return in_order(items)


def _first(pair: tuple[float, object]) -> float:
    return pair[0]


TYPES: dict[str, Callable[[Question], dict[str, Any]]] = {
    "multichoice": multichoice,
    "multichoiceset": all_or_nothing,
    "oumultiresponse": all_or_nothing,
    "truefalse": truefalse,
    "shortanswer": shortanswer,
    "numerical": numerical.numerical,
    "matching": matching,
    "match": matching,
    "ddmatch": matching,
    "ordering": ordering,
    "cloze": cloze.multianswer,
    "multianswer": cloze.multianswer,
    "gapselect": drag.words_into_text,
    "ddwtos": drag.words_into_text,
    "gapfill": drag.gapfill,
    "calculated": calculated.calculated,
    "calculatedsimple": calculated.calculated,
}
