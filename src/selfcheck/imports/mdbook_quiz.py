"""mdbook-quiz: questions as TOML, whose texts are Markdown."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from selfcheck.imports.file import File, unreadable
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice
from selfcheck.imports.make.program import traced
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import Words, bare

NAME, TITLE = "mdbook-quiz", "mdbook-quiz TOML"

HEAD = re.compile(r"^\s*\[\[\s*questions\s*\]\]", re.MULTILINE)
PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
FENCE = "```"


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    return bool(HEAD.search(file.head))


def read(file: File, target: Target) -> Read:
    """Return the questions of *file*; raise `BankError` where it cannot be read."""
    data = _data(file)
    listed = data.get("questions")
    shared = data.get("multipart")
    if not isinstance(listed, list):
        message = "there is no [[questions]] in this; is it a quiz of mdbook-quiz?"
        raise unreadable(file.path, message)
    heads = [file.text.count("\n", 0, each.end()) + 1 for each in HEAD.finditer(file.text)]
    # One may stand in a text, and then nobody knows which.
    lines = heads if len(heads) == len(listed) else [0] * len(listed)
    found = Read()
    for n, (entry, line) in enumerate(zip(listed, lines, strict=True), 1):
        said = entry if isinstance(entry, dict) else {}
        prompt = _within(said, "prompt", "prompt") or _within(said, "prompt", "program")
        name = bare(str(prompt))[:80] if prompt else f"question {n}"
        item = Item(name, file.path, line, str(said.get("id") or name))
        found.items.append(item)
        with trying(item):
            words = target.words(item, file.beside)
            context = shared if isinstance(shared, dict) else {}
            item.data = _Question(said, context, words, target.language or "en").fields()
    return found


def _data(file: File) -> dict[str, Any]:
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = PLACE.search(said)
        line, column = (int(place[1]), int(place[2])) if place else (file.text.count("\n") + 1, 1)
        what = PLACE.sub("", said).strip().removesuffix("(at end of document)").strip()
        message = f"this is no TOML: {what}; mend it here"
        raise unreadable(file.path, message, line, column) from None
    except RecursionError:
        raise unreadable(file.path, "its lists stand too deep in each other; mend it") from None


def _within(data: dict[str, Any], *names: str) -> Any:
    found: Any = data
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found


class _Question:
    def __init__(
        self, data: dict[str, Any], shared: dict[str, Any], words: Words, language: str
    ) -> None:
        self.data = data
        self.shared = shared
        self.words = words
        self.language = language

    def fields(self) -> dict[str, Any]:
        """Return the fields of the question."""
        kind = self.data.get("type")
        if self.data.get("promptExplanation"):
            self.words.lose("that a reason is asked for")
        explanation = self._text(self.data.get("context"))
        if kind == "Tracing":
            return self._tracing(explanation)
        if kind == "MultipleChoice":
            data = self._options()
        elif kind == "ShortAnswer":
            data = self._short()
        else:
            raise NotHeldError(f"no type of question of a bank is like `{kind}`")
        return ordered({**data, "prompt": self._prompt(), "explanation": explanation})

    def _prompt(self) -> str:
        """Return what is asked, after what several questions share."""
        asked = _within(self.data, "prompt", "prompt")
        if not isinstance(asked, str) or not asked.strip():
            raise NotHeldError("it has no `prompt.prompt`")
        return self._text(f"{self._shared()}{asked}")

    def _shared(self) -> str:
        name = self.data.get("multipart")
        said = self.shared.get(name) if isinstance(name, str) else None
        return f"{said.strip()}\n\n" if isinstance(said, str) else ""

    def _text(self, said: object) -> str:
        return self.words.markdown(said) if isinstance(said, str) else ""

    def _options(self) -> dict[str, Any]:
        answer = _within(self.data, "answer", "answer")
        several = isinstance(answer, list)
        right = [str(each) for each in (answer if isinstance(answer, list) else [answer])]
        wrong = _within(self.data, "prompt", "distractors")
        others = [str(each) for each in wrong] if isinstance(wrong, list) else []
        if answer is None or not right:
            raise NotHeldError("it has no `answer.answer`")
        texts = [*right, *others]
        place = _within(self.data, "prompt", "answerIndex")
        fixed = isinstance(place, int)
        if isinstance(place, int):
            texts = [*others[:place], *right, *others[place:]]
        elif _within(self.data, "prompt", "sortAnswers"):
            texts, fixed = sorted(texts), True
        worth = 1 / len(right) if several else 1.0
        if len(right) > 1:
            self.words.lose(ALL_OR_NOTHING)
        offers = [
            Offer(self._text(text), worth if text in right else (-worth if several else 0))
            for text in texts
        ]
        return choice(offers, self.words, several=several, shuffle=not fixed)

    def _short(self) -> dict[str, Any]:
        answer = _within(self.data, "answer", "answer")
        more = _within(self.data, "answer", "alternatives")
        if not isinstance(answer, str):
            raise NotHeldError("it has no `answer.answer`")
        if "\n" in answer.strip():
            raise NotHeldError("its answer has several lines, and a field takes one")
        texts = [answer, *(more if isinstance(more, list) else [])]
        forms = [Form(" ".join(each.split()), 1) for each in texts if isinstance(each, str)]
        return short_text(forms, self.words)

    def _tracing(self, explanation: str) -> dict[str, Any]:
        program = _within(self.data, "prompt", "program")
        compiles = _within(self.data, "answer", "doesCompile")
        if not isinstance(program, str) or not isinstance(compiles, bool):
            raise NotHeldError("it has no `prompt.program` or no `answer.doesCompile`")
        fence = FENCE
        while fence in program:
            fence += "`"
        shown = f"{self._shared()}{fence}rust\n{program.strip()}\n{fence}"
        prints, line = (_within(self.data, "answer", name) for name in ("stdout", "lineNumber"))
        parts = traced(
            compiles,
            prints if isinstance(prints, str) else "",
            line if isinstance(line, int) else None,
            self.words,
            self.language,
        )
        parts[-1]["explanation"] = explanation
        return ordered(
            {
                "type": "case",
                "prompt": self._text(shown),
                "parts": [ordered(part) for part in parts],
            }
        )
