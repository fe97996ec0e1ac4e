"""How a value is written that is of another kind, or of another form, than its field takes."""

from __future__ import annotations

from typing import Any

from selfcheck.numbers import advice
from selfcheck.questions import ID
from selfcheck.source import Where

NAME = "write lower-case letters from a to z and digits, with single hyphens between"
# By the field: what its form is.
FORMS = {
    "language": "write a language's tag, such as en, de or pt-BR",
    "notebook": "write a file's name without .ipynb or .md, with its folder where it has one",
    "tolerance": 'write a number, or a part of the answer such as "5%"',
}
ENTRIES = "; begin each entry with `- ` on a line of its own, or write all of them in [ ]"
ROWS = "; write rows, each as `- {column: value, …}`, or `module:function`"
FIELDS = "; write each field as `name: …` on a line of its own"


def of_form(error: str, value: str, where: Where) -> str:
    """Return how *value*, of which msgspec has an *error*, is written in the field at *where*."""
    if ID in error:
        return NAME
    return advice(value) or FORMS.get(str(where[-1]), "see docs/question-format.md")


def of_kind(wanted: str, value: Any, where: Where) -> str:
    """Return how what is *wanted*, in words, is written in place of *value*; nothing if unknown."""
    if wanted == "a list":
        return ENTRIES
    if wanted == "a mapping of fields":
        return FIELDS if where else "; begin it with `schema: 1`, and see docs/question-format.md"
    if wanted == "text":
        return _text(value)
    if wanted == "true or false":
        return "; write true or false, without quotes"
    if "number" in wanted:
        return _number(wanted, value, where)
    return ROWS if where[-1:] == ("variants",) else "; see docs/question-format.md"


def _text(value: Any) -> str:
    if isinstance(value, dict):
        if value.keys() == {"id", "text"}:
            return "; only what is chosen has an `id`, so write the text alone"
        return "; text with a colon in it needs quotes"
    if value is None:
        return "; write it, in quotes where it begins with #"
    return "; put it in quotes" if isinstance(value, bool | int | float | list) else ""


def _number(wanted: str, value: Any, where: Where) -> str:
    """Return how a number is written, where one was meant."""
    if value is None and where and str(where[-1]).isdigit():
        return "; a comma parts entries here: a number is written with a point"
    how = advice(value) if isinstance(value, str) else ""
    if how:
        return f": {how}"
    if not wanted.startswith("a whole number"):
        return "; write it in digits, such as 1.5"
    return "; write it without a point" if isinstance(value, float) else "; write it in digits"
