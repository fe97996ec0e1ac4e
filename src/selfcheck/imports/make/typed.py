"""short-text, from forms that are right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET, UnsetType

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.words import Words
from selfcheck.types.typed import LONGEST, bare


@dataclass
class Form:
    """Something that may be typed, what of the score it is worth, and what is said to it."""

    text: str
    share: float
    feedback: str = ""


@dataclass
class Compared:
    """How strictly forms are compared; each next try lets more tell them apart."""

    case_sensitive: bool = False
    accent_sensitive: bool = False
    punctuation_sensitive: bool | UnsetType = UNSET
    spelling: int = 0

    def fields(self) -> dict[str, Any]:
        """Return what a question says of it."""
        said = {
            "case_sensitive": self.case_sensitive,
            "accent_sensitive": self.accent_sensitive,
            "punctuation_sensitive": self.punctuation_sensitive is True,
        }
        return {name: True for name, value in said.items() if value} | (
            {"spelling": self.spelling} if self.spelling else {}
        )


def _tries(case: bool, spelling: int) -> list[Compared]:
    return [
        Compared(case, False, UNSET, spelling),
        Compared(case, False, True, spelling),
        Compared(case, True, True, spelling),
        Compared(True, True, True, spelling),
    ]


@dataclass
class Accepted:
    """Forms that are accepted, how they are compared, and the wrong ones that are told apart."""

    forms: list[str]
    compared: Compared
    wrong: list[Form] = field(default_factory=list)


def accepted(
    forms: Sequence[Form], words: Words, *, case: bool = False, spelling: int = 0
) -> Accepted:
    """Return which of *forms* are accepted, and how a bank is to compare them.

    Raises `NotHeldError` where none is, or where none can be typed.
    """
    right = _typed([each for each in forms if each.share >= 0.999], words)
    if not right:
        raise NotHeldError("no answer is right that somebody can type")
    for each in forms:
        if 0 < each.share < 0.999:
            share = f"{round(each.share * 100, 2):g} %"
            words.lose(f"the part of the score for `{each.text[:40]}` ({share}): it is wrong here")
    # A form that is right as well is wrong for nobody: the first that fits decides.
    said = {each.text for each in right}
    wrong = [each for each in forms if each.share < 0.999 and each.text not in said]
    wrong = [each for each in _typed(wrong, words) if each.feedback]
    compared = next(
        (each for each in _tries(case, spelling) if _tell_apart(right, wrong, each)),
        _tries(case, spelling)[-1],
    )
    kept: dict[str, str] = {}
    for each in right:
        if compared_form := bare(each.text, compared):
            kept.setdefault(compared_form, each.text)
    if not kept:
        raise NotHeldError("its answer has no letter, digit or sign that is compared")
    told = [each for each in wrong if bare(each.text, compared) not in kept]
    for each in wrong:
        if each not in told:
            words.lose(f"what is said to `{each.text[:40]}`, which counts as right here")
    return Accepted(list(kept.values()), compared, told)


def _tell_apart(right: Sequence[Form], wrong: Sequence[Form], compared: Compared) -> bool:
    forms = {bare(each.text, compared) for each in right}
    return "" not in forms and not any(bare(each.text, compared) in forms for each in wrong)


def _typed(forms: Sequence[Form], words: Words) -> list[Form]:
    """Return the forms that somebody can type."""
    kept = []
    for each in forms:
        if len(each.text.encode("utf-16-le")) > 2 * LONGEST:
            words.lose(f"the answer `{each.text[:40]}…`, of more than {LONGEST} characters")
        elif each.text:
            kept.append(each)
    return kept


def short_text(
    forms: Sequence[Form], words: Words, *, case: bool = False, spelling: int = 0
) -> dict[str, Any]:
    """Return the fields of a question whose answer is typed."""
    found = accepted(forms, words, case=case, spelling=spelling)
    right = [each for each in forms if each.share >= 0.999 and each.feedback]
    said = list(dict.fromkeys(each.feedback for each in right))
    if len(said) > 1:
        words.lose("what is said to the other right answers; that to the first is there")
    wrong: dict[str, list[str]] = {}
    for each in found.wrong:
        wrong.setdefault(each.feedback, []).append(each.text)
    return {
        "type": "short-text",
        "answers": found.forms,
        **found.compared.fields(),
        "feedback": said[0] if said else "",
        "wrong": [{"answers": _once(texts), "feedback": text} for text, texts in wrong.items()],
    }


def _once(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(texts))
