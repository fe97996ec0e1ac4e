"""Checks plain data against the structs and reports every mistake with its place.

msgspec stops at the first mistake. An author wants all of them at once, so this walks the
data along the structs and hands only single values to msgspec.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import cache
from itertools import islice
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from contentfiles import control
from contentfiles.scalars import CUT
from selfcheck import markdown, types
from selfcheck.convert import is_open
from selfcheck.finding import Finding
from selfcheck.markdown import limits
from selfcheck.numbers import advice
from selfcheck.questions import MARKDOWN
from selfcheck.source import Source, Where
from selfcheck.values import Odd

KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a mapping of fields",
    "null": "nothing",
}

UNIONS = (Union, UnionType)
SURROGATE = re.compile("[\ud800-\udfff]")
# What marks a field as a text that people read; an id or a key cannot be cut by a comment.
SAID = r"\S"
# Of one text, in characters: with Markdown, and as it stands. A page of print has 3,000.
MOST_CHARACTERS, MOST_PLAIN = limits.LONGEST, 2_000
# Of one list or mapping in a question; where each is compared with each, more would take long.
MOST_ENTRIES, MOST_ROWS = 200, 1_000
# Beyond, what is worked out from a number may be none.
LARGEST = 1e150
# A file that is something else altogether has as many mistakes as values.
MOST_FINDINGS = 1000
# What is meant for a name is compared with the known ones; more would take long.
LONGEST_NAME = 60


def check(source: Source, kind: Any) -> list[Finding]:
    """Return all that keeps the data of *source* from being a *kind*, up to a thousand findings."""
    return list(islice(_walk(source, kind, source.data, ()), MOST_FINDINGS))


def sound(source: Source, kind: Any, value: Any, *where: str | int) -> bool:
    """Return whether nothing keeps *value*, which stands at *where*, from being a *kind*."""
    return next(_walk(source, kind, value, where), None) is None


def _walk(source: Source, kind: Any, value: Any, where: Where) -> Iterator[Finding]:
    bounds = _arm(kind, value)
    kind = get_args(bounds)[0] if get_origin(bounds) is Annotated else bounds
    if is_open(kind):
        yield from _question(source, types.structs(kind), value, where)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct(source, kind, value, where)
    elif get_origin(kind) is list:
        yield from _list(source, get_args(kind)[0], bounds, value, where)
    elif get_origin(kind) is dict:
        yield from _dict(source, kind, bounds, value, where)
    else:
        yield from _leaf(source, bounds, value, where)


def _arm(kind: Any, value: Any) -> Any:
    """Return of a union what *value* seems to be meant for; else *kind*."""
    if get_origin(kind) not in UNIONS:
        return kind
    arms = [arm for arm in get_args(kind) if arm is not msgspec.UnsetType]
    structs = [arm for arm in arms if isinstance(arm, type) and issubclass(arm, msgspec.Struct)]
    lists = [arm for arm in arms if get_origin(arm) is list]
    if structs and isinstance(value, dict):
        return structs[0]
    if lists and isinstance(value, list):
        return lists[0]
    return Union[tuple(arm for arm in arms if arm not in structs)]  # noqa: UP007 (known only here)


def _question(
    source: Source, kinds: Mapping[str, type], value: Any, where: Where
) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield _wrong_kind(source, "a mapping of fields", value, where)
        return
    tag = value.get("type")
    if isinstance(tag, str) and tag in kinds:
        yield from _struct(source, kinds[tag], value, where)
    elif tag is None:
        yield source.finding(f"`type` is missing; write one of {_names(kinds)}", *where)
    elif not isinstance(tag, str):
        message = f"`type` must be text, not {_kind(tag)}; write one of {_names(kinds)}"
        yield source.finding(message, *where, "type")
    else:
        what = "question type" if tag not in types.TABLE else "type for a part of a case"
        message = f"`{tag}` is no {what}{_instead(str(tag), kinds)}"
        yield source.finding(message, *where, "type")


def _struct(source: Source, struct: Any, value: Any, where: Where) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield _wrong_kind(source, "a mapping of fields", value, where)
        return
    fields = _fields(struct)
    tag = struct.__struct_config__.tag_field
    for key in value:
        if key not in fields and key != tag:
            message = f"unknown field `{key}`{_instead(str(key), fields)}"
            yield source.finding(message, *where, key)
    for name, (kind, required) in fields.items():
        if name in value:
            yield from _walk(source, kind, value[name], (*where, name))
        elif required:
            yield source.finding(f"`{name}` is missing; add it", *where)


@cache
def _fields(struct: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each field of *struct*, and whether it must be there."""
    hints = get_type_hints(struct, include_extras=True)
    fields = msgspec.structs.fields(struct)
    return {field.name: (hints[field.name], field.required) for field in fields}


def _list(source: Source, kind: Any, bounds: Any, value: Any, where: Where) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield _wrong_kind(source, "a list", value, where)
        return
    yield from _too_short(source, bounds, value, where)
    if most := _too_long(value, where):
        yield source.finding(most, *where)
        return
    for index, item in enumerate(value):
        yield from _walk(source, kind, item, (*where, index))


def _dict(source: Source, kind: Any, bounds: Any, value: Any, where: Where) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield _wrong_kind(source, "a mapping of fields", value, where)
        return
    yield from _too_short(source, bounds, value, where)
    if most := _too_long(value, where):
        yield source.finding(most, *where)
        return
    key_kind, value_kind = get_args(kind)
    for key, item in value.items():
        for found in _leaf(source, key_kind, key, (*where, key)):
            yield found._replace(message=f"the name `{key}`: {found.message}")
        yield from _walk(source, value_kind, item, (*where, key))


def _too_short(source: Source, bounds: Any, value: Any, where: Where) -> Iterator[Finding]:
    for meta in getattr(bounds, "__metadata__", ()):
        if meta.min_length is not None and len(value) < meta.min_length:
            message = f"`{where[-1]}` needs {meta.min_length} or more entries and has {len(value)}"
            yield source.finding(message, *where)


def _too_long(value: Sized, where: Where) -> str:
    """Return what is wrong with the length of what stands in a question, or nothing."""
    # What a bank itself lists may be as long as a file can be.
    if len(where) < 2:
        return ""
    most = MOST_ROWS if where[-1] == "variants" else MOST_ENTRIES
    if len(value) <= most:
        return ""
    return f"{_name(where)} has {len(value):,} entries; {most:,} is the most"


def _leaf(source: Source, kind: Any, value: Any, where: Where) -> Iterator[Finding]:
    said = any(meta.pattern == SAID for meta in _metas(kind))
    most = MOST_CHARACTERS if _markdown(kind) else MOST_PLAIN if said else 0
    unreadable = _unreadable(value, where, most)
    if unreadable:
        yield source.finding(unreadable, *where)
        return
    if said and source.cut(*where):
        yield source.finding(CUT, *where)
    wrong = ""
    try:
        msgspec.convert(value, kind)
        # A `$` in a pattern lets the end of a line pass.
        if isinstance(value, str) and value.endswith("\n") and _whole(kind):
            wrong = "regex"
    except msgspec.ValidationError as error:
        wrong = str(error)
    if wrong:
        yield source.finding(_plainly(wrong, kind, value, where), *where)
    if isinstance(value, str) and (mark := _markdown(kind)):
        for problem in markdown.problems(value, source.path.parent, mark):
            yield source.finding(problem, *where)


def _unreadable(value: Any, where: Where, most: int) -> str:
    """Return what keeps *value* from being looked at more closely, or nothing.

    most: how many characters a text may have, where it is not said otherwise.
    """
    name = _name(where)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if isinstance(value, float) and not math.isfinite(value):
            return f"{name} must be a finite number"
        if abs(value) > LARGEST:
            return f"{name} is too large for a number here; {LARGEST:g} is the most"
    if not isinstance(value, str):
        return ""
    # YAML can write half of a character by its number, which no file can hold.
    if not value.isascii() and SURROGATE.search(value):
        return f"{name} holds half of a character (a surrogate); write the whole one"
    if said := control(value):
        return f"{name} {said}"
    if most and len(value) > most:
        return f"{name} has {len(value):,} characters; {most:,} is the most"
    return ""


def _metas(kind: Any) -> Iterator[msgspec.Meta]:
    """Yield what is demanded of a *kind*, or of what it is a union of."""
    for each in get_args(kind) if get_origin(kind) in UNIONS else [kind]:
        yield from getattr(each, "__metadata__", ())


def _whole(kind: Any) -> bool:
    return any((meta.pattern or "").endswith("$") for meta in _metas(kind))


def _markdown(kind: Any) -> str:
    """Return what kind of Markdown a text is; nothing for plain text."""
    extras = (meta.extra or {} for meta in _metas(kind))
    return next((extra[MARKDOWN] for extra in extras if MARKDOWN in extra), "")


def _plainly(error: str, kind: Any, value: Any, where: Where) -> str:
    name = _name(where)
    if "Invalid enum value" in error:
        return f"{name} cannot be {value!r}; it may be one of {_names(get_args(kind))}"
    if "regex" in error and name == "`id`":
        return f"`id` {value!r} must be lower-case letters and digits, with single hyphens between"
    if "regex" in error and isinstance(value, str) and value.strip():
        how = advice(value) or "see docs/question-format.md"
        return f"{value!r} does not have the form that {name} takes; {how}"
    if "length >= 1" in error or "regex" in error:
        return f"{name} is empty; write it, or leave the field out if it is optional"
    if "`float` > 0.0" in error:
        return f"{name} must be greater than 0"
    if error.startswith("Expected `int` <= "):
        return f"{name} must be {error.removeprefix('Expected `int` <= ')} or less"
    if error.startswith("Expected") and ", got " in error:
        wanted = error.removeprefix("Expected `").split("`")[0]
        kinds = " or ".join(dict.fromkeys(KINDS.get(k, k) for k in wanted.split(" | ")))
        mend = _quotes(wanted, value) or _how(kinds, value, where)
        return f"{name} must be {kinds}, not {_kind(value)}{mend}"
    return f"{name}: {error[0].lower()}{error[1:]}"


def _quotes(wanted: str, value: Any) -> str:
    if wanted != "str":
        return ""
    if isinstance(value, dict):
        if value.keys() == {"id", "text"}:
            return "; only what is chosen has an `id`, so write the text alone"
        return "; text with a colon in it needs quotes"
    if value is None:
        return "; write it, in quotes where it begins with #"
    return "; put it in quotes" if isinstance(value, bool | int | float) else ""


def _how(kinds: str, value: Any, where: Where) -> str:
    """Return how a number is written, where one was meant."""
    if "a number" not in kinds:
        return ""
    if value is None and where and str(where[-1]).isdigit():
        return "; a comma parts entries here: a number is written with a point"
    how = advice(value) if isinstance(value, str) else ""
    return f": {how}" if how else ""


def _wrong_kind(source: Source, wanted: str, value: Any, where: Where) -> Finding:
    name = _name(where)
    return source.finding(f"{name} must be {wanted}, not {_kind(value)}", *where)


def _name(where: Where) -> str:
    if not where:
        return "the file"
    if isinstance(where[-1], int):
        return f"entry {where[-1] + 1} of `{where[-2]}`"
    return f"`{where[-1]}`"


def _kind(value: Any) -> str:
    if value is None:
        return "nothing"
    for kind, words in (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "text"),
        (list, "a list"),
        (dict, "a mapping of fields"),
    ):
        if isinstance(value, kind):
            return words
    if isinstance(value, Odd):
        return value.what
    return f"a {type(value).__name__}; put it in quotes"


def _instead(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name[:LONGEST_NAME], list(known), n=1)
    return f"; did you mean `{close[0]}`?" if close else f"; it may be one of {_names(known)}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
