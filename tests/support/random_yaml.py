"""Writes YAML in every style, for tests that must not depend on one."""

import json
from typing import Any, Protocol

from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError, YAMLWarning

# No "c", by which a comment is told from a text.
WORD = st.text("aAbB1ü日,:#[]{}'\"\\-?&*!|>%@`.", min_size=1, max_size=14)
TEXT = st.lists(WORD, min_size=1, max_size=7).map(" ".join)
TAME = st.lists(st.text("aAbBü", min_size=1, max_size=9), min_size=3, max_size=9).map(" ".join)

Where = tuple[str | int, ...]


class Form(Protocol):
    """A way to write a value behind *head*: a text, a list, a mapping, on a line or on several."""

    def __call__(self, head: str, outer: int, where: Where, depth: int) -> None: ...


class Writer:
    """A document, line by line.

    places: the paths of mappings and texts that are to get an id.
    kept: the lines that no id may change.
    """

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.places: list[Where] = []
        self.kept: list[str] = []
        self.comments = 0
        self.moves = False
        self.mapping("", -1, (), 3)

    # --- chance

    def one(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def place(self, where: Where) -> bool:
        if self.one(True, False) and where:
            self.places.append(where)
            return True
        return False

    def key(self, n: int) -> str:
        return str(self.one(f"k{n}", f'"k{n}"', f"'k{n}'"))

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}" + str(self.one("", " x: y", "  [", " \t-"))

    def end(self) -> str:
        """Return the end of a line, with a comment or without."""
        return self.one(" ", "   ") + self.comment() if self.one(True, False) else ""

    # --- lines

    def add(self, line: str, changes: bool = False) -> None:
        self.lines.append(line)
        if not changes and not self.moves:
            self.kept.append(line)
        self.moves = False

    def aside(self, column: int) -> None:
        """Write what may stand between the entries of a block."""
        if self.one(True, False, False):
            self.add(" " * self.one(0, column) + self.comment())
        if self.one(True, False, False, False):
            self.add("")

    # --- blocks; `head` is the key or the dash that stands in the line, in column `outer`

    def value(self, head: str, outer: int, where: Where, depth: int) -> None:
        forms: list[Form] = [self.scalar, self.scalar, self.literal, self.flow]
        if depth:
            forms += [self.mapping, self.sequence]
        self.one(*forms)(head, outer, where, depth)

    def mapping(self, head: str, outer: int, where: Where, depth: int) -> None:
        head, column = self.opened(head, outer, 1)
        moves = self.place(where)
        for n in range(self.one(1, 2, 3)):
            if n:
                self.aside(column)
                head = " " * column
            self.moves = self.moves or (moves and not n)
            self.value(f"{head}{self.key(n)}:", column, (*where, f"k{n}"), depth - 1)

    def sequence(self, head: str, outer: int, where: Where, depth: int) -> None:
        head, column = self.opened(head, outer, 1 if head.endswith("-") else 0)
        for n in range(self.one(1, 2, 3)):
            if n:
                self.aside(column)
                head = " " * column
            self.value(f"{head}-", column, (*where, n), depth - 1)

    def opened(self, head: str, outer: int, least: int) -> tuple[str, int]:
        """Return where the first entry of a block begins: behind a dash, or in a new line."""
        if head.endswith("-") and self.one(True, False):
            head += " " * self.one(1, 2, 3)
            return head, len(head)
        if head:
            self.add(head + self.end())
        column = outer + self.one(least, 2, 4) if head else 0
        self.aside(column)
        return " " * column, column

    # --- values

    def scalar(self, head: str, outer: int, where: Where, depth: int) -> None:
        first, *rest = self.quoted(outer) if self.one(True, False, False) else [self.line()]
        changes = self.place(where)
        self.add(self.behind(head, outer) + first + ("" if rest else self.end()), changes)
        for n, line in enumerate(rest, 1):
            self.add(line + (self.end() if n == len(rest) else ""), changes)

    def literal(self, head: str, outer: int, where: Where, depth: int) -> None:
        step = self.one(1, 2, 5)
        lines = self.draw(st.lists(TEXT, min_size=1, max_size=4))
        lines = [self.one("", " ", "") + line for line in lines]
        number = str(step) if lines[0].startswith(" ") or self.one(True, False) else ""
        header = f"{self.one('|', '>')}{self.one(f'{number}+', f'-{number}', number)}"
        changes = self.place(where)
        self.add(self.behind(head, outer) + header + self.end(), changes)
        for line in lines:
            self.add(" " * (outer + step) + line, changes)
            if self.one(True, False, False):
                self.add("")

    def flow(self, head: str, outer: int, where: Where, depth: int) -> None:
        known = len(self.places)
        text = self.collection(outer, where, depth)
        changes = len(self.places) > known
        first, *rest = text.split("\n")
        self.add(self.behind(head, outer) + first + ("" if rest else self.end()), changes)
        for line in rest:
            self.add(line, changes)

    def behind(self, head: str, outer: int) -> str:
        """Return *head* with what comes before a value, which may stand in a line of its own."""
        if self.one(True, False, False):
            self.add(head + self.end())
            return " " * (outer + self.one(1, 2, 4))
        return head + self.one(" ", "  ")

    # --- flow style

    def collection(self, outer: int, where: Where, depth: int) -> str:
        kind = self.one("[]", "{}")
        if kind == "{}":
            self.place(where)
        entries = []
        for n in range(self.one(1, 2, 3)):
            if kind == "[]":
                entries.append(self.entry(outer, (*where, n), depth))
            else:
                value = self.entry(outer, (*where, f"k{n}"), depth, lone=False)
                entries.append(f"{self.key(n)}: {value}")
        text = kind[0] + self.gap(outer, "")
        for n, entry in enumerate(entries):
            text += (self.gap(outer, ",") if n else "") + entry
        return text + self.gap(outer, self.one("", ",")) + kind[1]

    def entry(self, outer: int, where: Where, depth: int, lone: bool = True) -> str:
        form = self.one("scalar", "scalar", "lines", *(["collection", "pair"] if depth else []))
        if form == "collection":
            return self.collection(outer, where, depth - 1)
        if form == "pair" and lone:
            self.place(where)
            return f"{self.key(0)}: {self.entry(outer, (*where, 'k0'), depth - 1, lone=False)}"
        self.place(where)
        return (
            "\n".join(self.quoted(outer))
            if form == "lines"
            else self.line("[{0}, k: {0}, {{k: {0}}}]")
        )

    def gap(self, outer: int, sign: str) -> str:
        end = "\n" + " " * (outer + self.one(1, 3))
        return sign + str(self.one("", " ", "  ", end, f" {self.comment()}{end}"))

    # --- scalars

    def line(self, form: str = "- {0}\n- k: {0}") -> str:
        """Return a text in one line, without quotes where it can stand so in *form*."""
        text = str(self.draw(TEXT))
        if self.one(True, True, False) and _reads(form.format(text), text):
            return text
        return str(
            self.one("'" + text.replace("'", "''") + "'", json.dumps(text, ensure_ascii=False))
        )

    def quoted(self, outer: int) -> list[str]:
        """Return the lines of a text that has several."""
        mark = self.one("", "'", '"')
        first, *rest = str(self.draw(TAME)).split(" ")
        rest = [" " * (outer + self.one(1, 2, 6)) + word for word in rest]
        if self.one(True, False):
            rest.insert(1, "")
        lines = [f"{mark}{first} b, {{", *rest] if mark else [first, *rest]
        lines[-1] += mark
        return lines


def _reads(yaml: str, text: str) -> bool:
    try:
        first, *rest = YAML(typ="safe", pure=True).load(yaml)
    except (YAMLError, YAMLWarning, ValueError):
        return False
    return first == text and all(each == {"k": text} for each in rest)
