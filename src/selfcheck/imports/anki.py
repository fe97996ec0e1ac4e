"""Anki: notes as text, a row each, with what they are in lines that begin with `#`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from selfcheck.imports.file import File, unreadable
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.labels import Labels
from selfcheck.imports.make import meta
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.gaps import Gap, gapped
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import Words, bare
from selfcheck.words import say

NAME, TITLE = "anki", "Anki text"

HEAD = re.compile(r"#(?P<name>[a-z][a-z ]*):(?P<value>.*)")
SEPARATORS = {
    **{"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"},
    **{"\\t": "\t"},
}
CLOZE = re.compile(r"\{\{c(?P<n>\d+)::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)
SOUND = re.compile(r"\[sound:[^\]]*\]|\[anki:tts[^\]]*\].*?\[/anki:tts\]", re.DOTALL)
FORMULAS = (
    (re.compile(r"\[\$\$\](.*?)\[/\$\$\]", re.DOTALL), r"\\[\1\\]"),
    (re.compile(r"\[\$\](.*?)\[/\$\]", re.DOTALL), r"\\(\1\\)"),
    (re.compile(r"\[latex\]\s*\$?(.*?)\$?\s*\[/latex\]", re.DOTALL), r"\\(\1\\)"),
)
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")
TYPED = re.compile(r"type|tipo|eintipp|eingeb", re.IGNORECASE)
# More than that nobody types as it stands.
MOST_WORDS, MOST_SIGNS = 6, 60
LONGEST_FIELD = 1_000_000


@dataclass
class _Head:
    """What the lines at the top say: how rows are parted, and what stands in which column."""

    separator: str = ""
    html: bool | None = None
    deck: str = ""
    notetype: str = ""
    tags: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    lines: int = 0


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    if file.head.startswith(("#separator:", "#html:", "#notetype")):
        return True
    if file.path.suffix.lower() in (".tsv", ".csv"):
        return True
    rows = [line for line in file.head[:4000].split("\n")[:-1] if line.strip()]
    return bool(rows) and all("\t" in line.strip("\n") for line in rows)


def read(file: File, target: Target) -> Read:
    """Return the notes of *file*; raise `BankError` where it cannot be read."""
    lines = file.text.split("\n")
    head = _head(lines)
    found = Read(title=head.deck.rpartition("::")[2])
    for line, row in _rows(file, lines, head):
        note = _Note(row, head)
        name = bare(CLOZE.sub(r"[\g<answer>]", note.front))[:80]
        topics = tuple(part for part in note.deck.split("::") if part)
        item = Item(
            name or f"note {len(found.items) + 1}", file.path, line, note.guid or name, topics
        )
        # Anki's tags have two colons where a label has one.
        item.labels, others = Labels.of(re.sub("::", ":", each) for each in note.tags)
        found.items.append(item)
        with trying(item):
            words = target.words(item, file.beside)
            made = note.fields(words, target.language or "en")
            meta.lose(others, words)
            item.data = ordered({**made, **meta.told(item.labels, target, words)})
    return found


def _head(lines: Sequence[str]) -> _Head:
    head = _Head()
    for line in lines:
        found = HEAD.fullmatch(line.strip()) if line.startswith("#") else None
        if not found:
            break
        head.lines += 1
        name, value = found["name"].strip(), found["value"].strip()
        if name == "separator":
            head.separator = SEPARATORS.get(value.lower(), value[:1] or "\t")
        elif name == "html":
            head.html = value.lower() == "true"
        elif name in ("deck", "notetype", "tags"):
            setattr(head, name, value)
        elif name.endswith(" column") and value.isdecimal():
            head.columns[name.removesuffix(" column")] = int(value) - 1
    return head


def _rows(file: File, lines: Sequence[str], head: _Head) -> Iterator[tuple[int, list[str]]]:
    rest = lines[head.lines :]
    first = next((line for line in rest if line.strip()), "")
    separator = head.separator or next((sign for sign in "\t;," if sign in first), "\t")
    limit = csv.field_size_limit(LONGEST_FIELD)
    try:
        reader = csv.reader((f"{line}\n" for line in rest), delimiter=separator, strict=False)
        start = 0
        for row in reader:
            line = head.lines + start + 1
            start = reader.line_num
            # Anki takes such a line for a comment.
            if any(each.strip() for each in row) and not row[0].startswith("#"):
                yield line, row
    except csv.Error as error:
        message = f"this row cannot be read: {error}; mend it, or export the notes anew"
        raise unreadable(file.path, message, head.lines + start + 1) from None
    finally:
        csv.field_size_limit(limit)


class _Note:
    """A row, as what it says of the note, and its fields."""

    def __init__(self, row: list[str], head: _Head) -> None:
        self.head = head

        def column(name: str, otherwise: str = "") -> str:
            index = head.columns.get(name, -1)
            return row[index].strip() if 0 <= index < len(row) else otherwise

        self.deck = column("deck", head.deck)
        self.kind = column("notetype", head.notetype)
        self.tags = f"{column('tags')} {head.tags}".split()
        self.guid = column("guid")
        taken = set(head.columns.values())
        self.rest = [text for index, text in enumerate(row) if index not in taken]
        self.front = self.rest[0] if self.rest else ""

    def fields(self, words: Words, language: str) -> dict[str, Any]:
        """Return the fields of a question."""
        cloze = next((n for n, text in enumerate(self.rest) if CLOZE.search(text)), None)
        if cloze is not None:
            return self._cloze(cloze, words, language)
        if not self.front.strip():
            raise NotHeldError("its front is empty")
        back = self.rest[1] if len(self.rest) > 1 else ""
        prompt = words.html(self._html(self.front, words))
        if not prompt:
            raise NotHeldError("its front has no words")
        if not back.strip():
            raise NotHeldError("its back is empty")
        text = words.plain(self._html(back, words))
        lines = len(re.findall(r"<br\b|<(?:p|div|li|tr)\b", back)) > 1
        few = len(text.split()) <= MOST_WORDS and len(text) <= MOST_SIGNS and not lines
        if not few and not TYPED.search(self.kind):
            raise NotHeldError(
                "its back is more than somebody types word for word; make a choice or gaps of it"
            )
        data = short_text([Form(text, 1)], words)
        return {**data, "prompt": prompt, "explanation": self._more(2, words)}

    def _cloze(self, index: int, words: Words, language: str) -> dict[str, Any]:
        source = self._html(self.rest[index], words)
        found = list(CLOZE.finditer(source))
        gaps = [Gap("typed", [Form(words.plain(each["answer"]), 1)]) for each in found]
        if len({each["n"] for each in found}) > 1:
            words.lose("that each of its gaps is a card of its own")
        hints = [
            f"{say(language, 'brought-gap', n=n)}: {words.html(each['hint'])}"
            for n, each in enumerate(found, 1)
            if each["hint"]
        ]

        def text(places: Sequence[str]) -> str:
            left = iter(places)
            return words.html(CLOZE.sub(lambda _: next(left), source))

        data = gapped(gaps, text, words, language)
        return {**data, "hints": hints, "explanation": self._more(index + 1, words)}

    def _more(self, start: int, words: Words) -> str:
        """Return the field after those that are asked, as an explanation; note the others."""
        more = [each for each in self.rest[start:] if each.strip()]
        if len(more) > 1:
            shown = "; ".join(bare(each)[:30] for each in more[1:])
            words.lose(f"its further fields ({shown})")
        return words.html(self._html(more[0], words)) if more else ""

    def _html(self, text: str, words: Words) -> str:
        """Return a field as HTML."""
        if SOUND.search(text):
            words.lose("a sound")
            text = SOUND.sub("", text)
        for pattern, to in FORMULAS:
            text = pattern.sub(to, text)
        if self.head.html is False or (self.head.html is None and not MARKUP.search(text)):
            escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            return escaped.replace("\n", "<br>")
        return text
