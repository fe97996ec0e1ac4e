"""Checks plain data against the structs and reports every mistake with its place.

msgspec stops at the first mistake. An author wants all of them at once, so this walks the data
along the structs. What msgspec does not pass as a whole is handed to it again, value by value.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Generator, Iterable, Iterator, Mapping, Sized
from itertools import islice
from typing import Any, get_args

import msgspec

from contentfiles import unfit
from selfcheck import looks, markdown, mends, types
from selfcheck.demands import Demand, demand, fields
from selfcheck.finding import Finding
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

# Of one text as it stands, in characters; `markdown.limits` has that of Markdown.
MOST_PLAIN = 2_000
# Of one list or mapping in a question; where each is compared with each, more would take long.
MOST_ENTRIES, MOST_ROWS = 200, 1_000
# Beyond, what is worked out from a number may be none.
LARGEST = 1e150
BLANK = "has only spaces and characters that nobody sees; write what it is to say"
# A file that is something else altogether has as many mistakes as values.
MOST_FINDINGS = 1000
# What is meant for a name is compared with the known ones; more would take long.
LONGEST_NAME = 60


def check(source: Source, kind: Any) -> list[Finding]:
    """Return all that keeps the data of *source* from being a *kind*, up to a thousand findings."""
    return list(islice(_Walk(source).walk(demand(kind), source.data, ()), MOST_FINDINGS))


def sound(source: Source, kind: Any, value: Any, *where: str | int) -> bool:
    """Return whether nothing keeps *value*, which stands at *where*, from being a *kind*."""
    return next(_Walk(source).walk(demand(kind), value, where), None) is None


class _Walk:
    """Goes through data. kinds: whether msgspec has already passed the kinds of all values."""

    def __init__(self, source: Source, *, kinds: bool = False) -> None:
        self.source = source
        self.kinds = kinds

    def walk(self, wanted: Demand, value: Any, where: Where) -> Iterator[Finding]:
        """Yield what keeps *value* from being what is *wanted*."""
        wanted = wanted.of(value)
        if wanted.open:
            return self._question(types.structs(wanted.open), value, where)
        if wanted.struct:
            return self._struct(wanted.struct, value, where)
        if wanted.entries:
            return self._list(wanted.entries, wanted.least, value, where)
        if wanted.named:
            return self._dict(*wanted.named, wanted.least, value, where)
        return self._value(wanted, value, where)

    def _question(self, kinds: Mapping[str, type], value: Any, where: Where) -> Iterator[Finding]:
        finding = self.source.finding
        if not isinstance(value, dict):
            yield self._wrong_kind("a mapping of fields", value, where)
            return
        tag = value.get("type")
        if isinstance(tag, str) and tag in kinds:
            inside = _Walk(self.source, kinds=_passes(value, kinds[tag]))
            yield from inside._struct(kinds[tag], value, where)
        elif tag is None:
            like = next((key for key in value if looks.plain(key).lower() == "type"), None)
            if like is not None:
                yield finding(f"unknown field `{like}`; did you mean `type`?", *where, like)
            else:
                yield finding(f"`type` is missing; write one of {_names(kinds)}", *where)
        elif not isinstance(tag, str):
            message = f"`type` must be text, not {_kind(tag)}; write one of {_names(kinds)}"
            yield finding(message, *where, "type")
        else:
            what = "question type" if tag not in types.TABLE else "type for a part of a case"
            yield finding(f"`{tag}` is no {what}{_instead(tag, kinds)}", *where, "type")

    def _struct(self, struct: Any, value: Any, where: Where) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield self._wrong_kind("a mapping of fields", value, where)
            return
        known = fields(struct)
        tag = struct.__struct_config__.tag_field
        for key in value:
            if key not in known and key != tag:
                message = f"unknown field `{key}`{_instead(str(key), known)}"
                yield self.source.finding(message, *where, key)
        for name, (wanted, required) in known.items():
            if name in value:
                yield from self.walk(wanted, value[name], (*where, name))
            elif required:
                yield self.source.finding(f"`{name}` is missing; add it", *where)

    def _list(self, entry: Demand, least: int, value: Any, where: Where) -> Iterator[Finding]:
        if (yield from self._fits(list, "a list", least, value, where)):
            for index, item in enumerate(value):
                yield from self.walk(entry, item, (*where, index))

    def _dict(
        self, name: Demand, entry: Demand, least: int, value: Any, where: Where
    ) -> Iterator[Finding]:
        if (yield from self._fits(dict, "a mapping of fields", least, value, where)):
            for key, item in value.items():
                for found in self._value(name, key, (*where, key)):
                    yield found._replace(message=f"the name `{key}`: {found.message}")
                yield from self.walk(entry, item, (*where, key))

    def _fits(
        self, kind: type[Sized], words: str, least: int, value: Any, where: Where
    ) -> Generator[Finding, None, bool]:
        """Yield what is wrong with kind and length; return whether to look at the entries."""
        if not isinstance(value, kind):
            yield self._wrong_kind(words, value, where)
            return False
        yield from self._too_short(least, value, where)
        if most := _too_long(value, where):
            yield self.source.finding(most, *where)
            return False
        return True

    def _too_short(self, least: int, value: Sized, where: Where) -> Iterator[Finding]:
        if len(value) < least:
            message = f"`{where[-1]}` needs {least} or more entries and has {len(value)}; add some"
            yield self.source.finding(message, *where)

    def _value(self, wanted: Demand, value: Any, where: Where) -> Iterator[Finding]:
        source = self.source
        plain = wanted.said and not wanted.markdown
        if unreadable := _unreadable(value, where, MOST_PLAIN if plain else 0):
            yield source.finding(unreadable, *where)
            return
        if wanted.said and (lost := source.lost(*where)):
            yield source.finding(lost, *where)
        if wrong := self._wrong(wanted, value):
            yield source.finding(_plainly(wrong, wanted.kind, value, where), *where)
        elif wanted.said and isinstance(value, str) and looks.is_blank(value, wanted.markdown):
            yield source.finding(f"{_name(where)} {BLANK}", *where)
        if wanted.markdown and isinstance(value, str):
            for problem in markdown.problems(value, source.path.parent, wanted.markdown):
                yield source.finding(problem, *where)

    def _wrong(self, wanted: Demand, value: Any) -> str:
        """Return what msgspec says of *value*; nothing when it is what is *wanted*."""
        try:
            if not self.kinds:
                msgspec.convert(value, wanted.kind)
        except msgspec.ValidationError as error:
            return str(error)
        # A `$` in a pattern lets the end of a line pass.
        ends = wanted.whole and isinstance(value, str) and value.endswith("\n")
        return "regex" if ends else ""

    def _wrong_kind(self, wanted: str, value: Any, where: Where) -> Finding:
        message = f"{_name(where)} must be {wanted}, not {_kind(value)}"
        if not isinstance(value, Odd):
            message += mends.of_kind(wanted, value, where)
        return self.source.finding(message, *where)


def _passes(value: Any, struct: type) -> bool:
    """Return whether *value* is a *struct* to msgspec, which tells one mistake, and quickly."""
    try:
        msgspec.convert(value, struct)
    # The name of a field may hold half of a character.
    except (msgspec.ValidationError, UnicodeEncodeError):
        return False
    return True


def _too_long(value: Sized, where: Where) -> str:
    """Return what is wrong with the length of what stands in a question, or nothing."""
    # What a bank itself lists may be as long as a file can be.
    if len(where) < 2:
        return ""
    most = MOST_ROWS if where[-1] == "variants" else MOST_ENTRIES
    if len(value) <= most:
        return ""
    return f"{_name(where)} has {len(value):,} entries; {most:,} is the most; take some out"


def _unreadable(value: Any, where: Where, most: int) -> str:
    """Return what keeps *value* from being looked at more closely, or nothing.

    most: how many characters a text may have, where it is not said otherwise.
    """
    said = ""
    if isinstance(value, str):
        said = unfit(value)
        if not said and most and len(value) > most:
            said = f"has {len(value):,} characters; {most:,} is the most; take some out"
    elif isinstance(value, float) and not math.isfinite(value):
        said = "must be a finite number; write it in digits"
    elif isinstance(value, int | float) and abs(value) > LARGEST:
        said = f"is too large for a number here; {LARGEST:g} is the most; write it in a larger unit"
    return f"{_name(where)} {said}" if said else ""


def _plainly(error: str, kind: Any, value: Any, where: Where) -> str:
    name = _name(where)
    if "Invalid enum value" in error:
        return f"{name} cannot be {value!r}; it may be one of {_names(get_args(kind))}"
    if "regex" in error and name == "`id`":
        return f"`id` {value!r} must be lower-case letters and digits, with single hyphens between"
    if "regex" in error and isinstance(value, str) and value.strip():
        how = mends.of_form(error, value, where)
        return f"{value!r} does not have the form that {name} takes; {how}"
    if "length >= 1" in error or "regex" in error:
        return f"{name} is empty; write it, or leave the field out if it is optional"
    if "`float` > 0.0" in error:
        return f"{name} must be greater than 0"
    if error.startswith(("Expected `int` >= 0", "Expected `float` >= 0")):
        return f"{name} must be 0 or more"
    if error.startswith("Expected `int` <= "):
        return f"{name} must be {error.removeprefix('Expected `int` <= ')} or less"
    if error.startswith("Expected") and ", got " in error:
        wanted = error.removeprefix("Expected `").split("`")[0]
        names = dict.fromkeys(KINDS.get(k, k) for k in wanted.split(" | "))
        # A number may be a whole one.
        kinds = " or ".join(k for k in names if k != KINDS["int"] or KINDS["float"] not in names)
        mend = "" if isinstance(value, Odd) else mends.of_kind(kinds, value, where)
        return f"{name} must be {kinds}, not {_kind(value)}{mend}"
    return f"{name}: {error[0].lower()}{error[1:]}"


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
