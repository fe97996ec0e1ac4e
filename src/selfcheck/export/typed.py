"""What other systems compare otherwise of what is typed: texts, and numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import UnsetType

from selfcheck.numbers import clean
from selfcheck.types.bare import Typed, bare
from selfcheck.types.numeric import Numeric, WrongNumber, absolute


def number(value: float) -> str:
    """Return *value* with a decimal point and without a power of ten, which not all read."""
    said = f"{Decimal(repr(float(value))):f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def reach(question: Numeric) -> float:
    """Return how far from its answer a number may be, in its unit."""
    return clean(absolute(question.tolerance, float(question.answer)))


def reach_of(wrong: WrongNumber, question: Numeric) -> float:
    """Return the same of a well-known wrong number."""
    own = question.tolerance if isinstance(wrong.tolerance, UnsetType) else wrong.tolerance
    return clean(absolute(own, float(wrong.near)))


def ends(value: float, reach: float) -> tuple[str, str]:
    """Return the least and the greatest number that is *value*, give or take *reach*."""
    return number(clean(value - reach)), number(clean(value + reach))


def bounds(question: Numeric) -> str:
    """Return the `minimum` and `maximum` of a question in words; nothing when it has none."""
    said = [
        f"{name} {number(bound)}"
        for name, bound in (("minimum", question.minimum), ("maximum", question.maximum))
        if isinstance(bound, float)
    ]
    return " and ".join(said)


def unforgiving(forms: Iterable[str], typed: Typed, *, capitals: bool = True) -> str:
    """Return what is forgiven here and not by a system that compares sign by sign.

    capitals: whether that system can take capitals and small letters for the same. Nothing when
    there is no difference.
    """
    found = list(_unforgiving(list(forms), typed, capitals))
    return f"{' and '.join(found)} count there and not here" if found else ""


def _unforgiving(forms: list[str], typed: Typed, capitals: bool) -> Iterator[str]:
    if typed.spelling:
        yield "mistakes of spelling"
    if not capitals and not typed.case_sensitive and any(_has_case(form) for form in forms):
        yield "capitals"
    if not typed.accent_sensitive and any(_has_accent(form) for form in forms):
        yield "accents"
    if any(len(bare(form, typed)) < len(_bones(form)) for form in forms):
        yield "hyphens and other signs"


def _has_case(form: str) -> bool:
    return form.lower() != form.upper()


def _has_accent(form: str) -> bool:
    return any(unicodedata.combining(sign) for sign in unicodedata.normalize("NFD", form))


def _bones(form: str) -> str:
    """Return *form* without its accents and its spaces, which nobody types otherwise."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFD", form)
        if not unicodedata.combining(sign) and not sign.isspace()
    )
