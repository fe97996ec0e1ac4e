"""The events of a YAML text.

ruamel says best what is wrong, and takes a second for 20 KB; libyaml reads a thousand times as
much in that time. So ruamel reads what is small, and PyYAML what is large.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from contentfiles.comments import why
from contentfiles.problems import Problem, UnreadableError
from contentfiles.text import place

QUOTES = "not YAML: a text in quotes begins here and does not end; put the same sign behind it"
BRACKETS = "not YAML: what stands in brackets begins here and does not end; put ] or } behind it"
SECOND_COLON = (
    "not YAML: a second colon stands in this line; put what is behind the first in quotes"
)
# A line up to its second colon: a name and what stands behind it, in no quotes or brackets.
NAMED = re.compile(r"\s*(- +)*[\w-]+: +[^\s\"'\[{|>&*!].*")
# What looks like a space, a colon or nothing, and is a letter to YAML.
LIKE = re.compile("[\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff\uff1a]")
# In characters.
SMALL = 64_000


def events(text: str) -> Iterator[Any]:
    """Yield the events of *text*, as ruamel and PyYAML have them.

    Raises `UnreadableError` where it is not YAML.
    """
    import ruamel.yaml
    import yaml

    wrong: tuple[type[Exception], ...] = (ruamel.yaml.error.YAMLError, yaml.YAMLError)
    last = None
    try:
        for event in _parsed(text):
            last = event
            yield event
    except wrong as error:
        raise UnreadableError(_problem(error, text, last)) from None
    # ruamel makes characters of numbers that none has, and ends in Python's own words for that.
    except (ValueError, OverflowError) as error:
        line, column = _escape(text) or _after(last)
        message = f"not YAML: {error}; look for a `\\` in double quotes, and write it twice"
        raise UnreadableError(Problem(line, column, message)) from None


def loader() -> Any:
    """Return PyYAML's loader: libyaml's, or where there is none its own, a tenth as quick."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _parsed(text: str) -> Iterator[Any]:
    if len(text) > SMALL:
        from yaml import parse

        return iter(parse(text, Loader=loader()))
    from ruamel.yaml import YAML

    return iter(YAML(typ="safe", pure=True).parse(text))


def _problem(error: Any, text: str, last: Any) -> Problem:
    begun: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or begun
    context = str(getattr(error, "context", ""))
    line, column = (mark.line + 1, mark.column + 1) if mark else _after(last)
    problem = getattr(error, "problem", None) or getattr(error, "context", None)
    if begun and (what := _open(context)) and not text[mark.index :].strip("\0 \n"):
        # The file ends in it, and what is to be mended stands where it begins.
        begun = last.start_mark if begun.index == mark.index and last else begun
        line, column, said = begun.line + 1, begun.column + 1, what
    elif (mark and text[mark.index : mark.index + 1] == "\t") or _names_tab(str(problem)):
        return Problem(line, column, "a tab cannot indent YAML; use spaces")
    elif "mapping values" in str(problem) and NAMED.match(_line_before(text, mark.index)):
        said = SECOND_COLON
    else:
        said = f"not YAML: {problem or 'it cannot be read'}; check quotes, colons and indentation"
    if mark and "quoted" not in context:
        start, end = (last.start_mark.index, last.end_mark.index) if last else (0, 0)
        within = min(end, begun.index) if begun and "flow" in context else end
        # The line on which the last value begins may be what makes it no YAML.
        start = text.rfind("\n", 0, start) + 1
        said += why(text, within, mark.index) or _like(text, start, mark.index)
    return Problem(line, column, said)


def _open(context: str) -> str:
    """Return what has not ended where a *context* has, in ruamel's and libyaml's words."""
    return QUOTES if "quoted" in context else BRACKETS if "flow" in context else ""


def _line_before(text: str, end: int) -> str:
    """Return what stands before *end* in its line."""
    return text[text.rfind("\n", 0, end) + 1 : end]


def _like(text: str, start: int, end: int) -> str:
    """Return which sign between *start* and *end* may only look like one of YAML; or nothing."""
    if not (found := LIKE.search(text, start, end)):
        return ""
    line, column = place(text, found.start())
    return f"; line {line} holds U+{ord(found[0]):04X} in column {column}, so type that sign anew"


def _escape(text: str) -> tuple[int, int] | None:
    """Return where the first number of a character stands that none has."""
    for found in re.finditer(r"\\U([0-9A-Fa-f]{8})", text):
        if int(found[1], 16) > sys.maxunicode:
            return place(text, found.start())
    return None


def _after(last: Any) -> tuple[int, int]:
    return (last.end_mark.line + 1, last.end_mark.column + 1) if last else (1, 1)


def _names_tab(problem: str) -> bool:
    return bool(re.search(r"\\t|\btabs?\b", problem.lower()))
