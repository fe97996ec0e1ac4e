"""jupyterquiz: a list of questions as JSON, whose texts are HTML with formulas between dollars."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from html import escape
from typing import Any, TypeGuard

from selfcheck.imports.file import File, Lines, unreadable
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.number import LARGEST, Value, around, numeric
from selfcheck.imports.make.options import Offer, choice
from selfcheck.imports.make.pairs import matched
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import Words, bare

NAME, TITLE = "jupyterquiz", "jupyterquiz JSON"

ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+);")
TICKS = re.compile(r"(?<![\\`])`([^`\n]+)`(?!`)")
SPACE = re.compile(r"[\s,]*")
# What holds the questions, where they are no list by themselves.
WITHIN = ("questions", "quiz", "items")
DEEPEST = 50
MOST_SPELLING = 3


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    listed = file.head.lstrip()[:1] in ("[", "{") and '"answers"' in file.head
    return listed or file.path.suffix.lower() == ".json"


def read(file: File, target: Target) -> Read:
    """Return the questions of *file*; raise `BankError` where it cannot be read."""
    found = Read()
    for line, data in _entries(file):
        said = data.get("question") if isinstance(data, dict) else None
        name = bare(said) if isinstance(said, str) else ""
        key = data.get("id") if isinstance(data, dict) else None
        key = key if isinstance(key, str) and key else name
        item = Item(name or f"question {len(found.items) + 1}", file.path, line, key)
        found.items.append(item)
        with trying(item):
            if not isinstance(data, dict) or not name:
                raise NotHeldError("it has no `question`")
            item.data = _Question(data, target.words(item, file.beside)).fields()
    return found


def _entries(file: File) -> Iterator[tuple[int, Any]]:
    """Yield the questions with their lines."""
    text = file.text
    decoder = json.JSONDecoder()
    lines = Lines(text)
    start = SPACE.match(text)
    at = start.end() if start else 0
    if text[at : at + 1] != "[":
        whole, _ = _decoded(decoder, text, at, file)
        held = next((whole[name] for name in WITHIN if isinstance(whole.get(name), list)), None)
        # One question alone, or a list of them within something.
        for each in [whole] if held is None else held:
            yield lines.of(at) if held is None else 0, each
        return
    found: list[tuple[int, Any]] = []
    at += 1
    while True:
        at = _skipped(text, at)
        if text[at : at + 1] == "]":
            break
        line = lines.of(at)
        data, at = _decoded(decoder, text, at, file)
        found.append((line, data))
        at = _skipped(text, at)
        if text[at : at + 1] not in (",", "]"):
            message = "this is no JSON: a comma or the end of the list should stand here"
            column = at - text.rfind("\n", 0, at)
            raise unreadable(file.path, message, lines.of(at), column)
        at += text[at : at + 1] == ","
    yield from found


def _skipped(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\n", "\t") and at < len(text):
        at += 1
    return at


def _decoded(decoder: json.JSONDecoder, text: str, at: int, file: File) -> tuple[Any, int]:
    try:
        found, end = decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg}; mend it here, or export it anew"
        raise unreadable(file.path, message, error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        line = text.count("\n", 0, at) + 1
        raise unreadable(file.path, "this JSON has what nobody can read; mend it", line) from None
    return found, end


class _Question:
    def __init__(self, data: dict[str, Any], words: Words) -> None:
        self.data = data
        self.words = words

    def fields(self) -> dict[str, Any]:
        """Return the fields of the question."""
        kind = self.data.get("type")
        make = {
            "many_choice": self._options,
            "multiple_choice": self._options,
            "numeric": self._numeric,
            "string": self._string,
            "match": self._match,
        }.get(kind if isinstance(kind, str) else "")
        if not make:
            raise NotHeldError(f"no type of question of a bank is like `{kind}`")
        prompt = self._text(self.data.get("question"), self.data.get("code"))
        hints = self.data.get("hints", self.data.get("hint"))
        hints = hints if isinstance(hints, list) else [hints]
        return ordered(
            {
                **make(),
                "prompt": prompt,
                "hints": [self._text(each) for each in hints if isinstance(each, str)],
                "explanation": self._text(self.data.get("explanation")),
            }
        )

    def _text(self, said: object, code: object = None, place: str = "text") -> str:
        html = said if isinstance(said, str) else "" if said is None else str(said)
        html = TICKS.sub(lambda found: f"<code>{_code(found[1])}</code>", html)
        if isinstance(code, str) and code.strip():
            html += f"<pre><code>{_code(code)}</code></pre>"
        return self.words.html(html, place)

    @property
    def _answers(self) -> list[dict[str, Any]]:
        answers = self.data.get("answers")
        found = answers if isinstance(answers, list) else []
        return [each for each in found if isinstance(each, dict)]

    def _options(self) -> dict[str, Any]:
        right = sum(each.get("correct") is True for each in self._answers)
        several = right > 1
        share = (1 / right, -1 / right) if several else (1.0, 0.0)
        if several and self.data["type"] == "multiple_choice":
            self.words.lose("that one of its right options is enough: here all are to be chosen")
        offers = [
            Offer(
                self._text(each.get("answer"), each.get("code")),
                share[each.get("correct") is not True],
                self._text(each.get("feedback")),
            )
            for each in self._answers
        ]
        return choice(offers, self.words, several=several)

    def _numeric(self) -> dict[str, Any]:
        precision = self.data.get("precision")
        values: list[Value] = []
        for each in self._answers:
            said = self._text(each.get("feedback"), place="line")
            share = 1.0 if each.get("correct") is True else 0.0
            value, ends = each.get("value"), each.get("range")
            if _is_number(value):
                values.append(around(float(value), _reach(float(value), precision), share, said))
            elif isinstance(ends, list) and len(ends) == 2 and all(map(_is_number, ends)):
                low, high = sorted(map(float, ends))
                values.append(Value(low, high, share, said))
                if share:
                    self.words.lose(f"that {high:g} itself, the end of its range, is wrong")
            elif said:
                self.words.lose(f"what is said to any other answer (“{said[:60]}”)")
        return numeric(values, self.words)

    def _string(self) -> dict[str, Any]:
        forms: list[Form] = []
        spelling = 0
        case = False
        for each in self._answers:
            text = each.get("answer")
            said = self._text(each.get("feedback"), place="line")
            if each.get("type") == "default" or not isinstance(text, str):
                if said:
                    self.words.lose(f"what is said to any other answer (“{said[:60]}”)")
                continue
            right = each.get("correct") is True
            forms.append(Form(" ".join(text.split()), float(right), said))
            case = case or (right and each.get("match_case") is True)
            fuzzy = each.get("fuzzy_threshold")
            if right and _is_number(fuzzy) and 0 < float(fuzzy) < 1:
                mistakes = math.floor((1 - float(fuzzy)) * len(text) + 1e-9)
                spelling = max(spelling, min(mistakes, MOST_SPELLING))
                self.words.lose(f"its own measure of a slip ({fuzzy}): letters are counted here")
        return short_text(forms, self.words, case=case, spelling=spelling)

    def _match(self) -> dict[str, Any]:
        listed = self.data.get("pairs")
        pairs = [
            {
                "left": self._text(each.get("label")),
                "right": self._text(each.get("answer"), place="menu"),
            }
            for each in (listed if isinstance(listed, list) else [])
            if isinstance(each, dict)
        ]
        options = self.data.get("options")
        offered = options if isinstance(options, list) else []
        return matched(
            [each for each in pairs if each["left"] and each["right"]],
            [self._text(each, place="menu") for each in offered],
        )


def _code(code: str) -> str:
    """Return code as HTML; some write its signs as HTML has them, and some as they are."""
    return code if ENTITY.search(code) else escape(code, quote=False)


def _is_number(value: object) -> TypeGuard[float]:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) <= LARGEST


def _reach(value: float, precision: Any) -> float:
    """Return how far from *value* a number may be that rounds to so many digits as it."""
    if not _is_number(precision) or not 1 <= precision <= 15 or not value:
        return 0
    # Half of the last of the digits that count.
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(value))) - int(precision) + 1)
