"""The text of a file: UTF-8, of a size that can be read, without control characters."""

from __future__ import annotations

import re
from pathlib import Path

from contentfiles.problems import Problem, UnreadableError

MOST_BYTES = 4_000_000
# As the other marks that begin a file: which encoding it is in, and what editors call it.
MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
# What YAML lets no file hold. A page shows none of them either.
CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What double quotes may write by a letter or a number, and no page shows.
WRITTEN = re.compile("[^\t\n\x20-\x7e\xa0-\ufffd\U00010000-\U0010ffff]")
# What turns the order of all behind it round, so that a page shows other than what is written.
TURNING = re.compile("[\u202a-\u202e]")
# What sets a part apart with a direction of its own, and ends that; as a pair they do no harm.
APART, END = re.compile("[\u2066-\u2069]"), "\u2069"
REPLACED = "\N{REPLACEMENT CHARACTER}"
SURROGATE = re.compile("[\ud800-\udfff]")
LETTERS = dict(zip("\0\a\b\v\f\r\x1b\x85", "0abvfreN", strict=True))


def unfit(value: str) -> str:
    """Return what is wrong with a *value* that no page can show; nothing when one can."""
    if value.isascii() and value.isprintable():
        return ""
    # YAML can write half of a character by its number, which no file can hold.
    if SURROGATE.search(value):
        return "holds half of a character (a surrogate); write the whole one"
    if turning := TURNING.search(value):
        return (
            f"holds the direction mark U+{ord(turning[0]):04X}, which turns round what follows; "
            "take it out, or set the part apart by U+2068 before and U+2069 behind it"
        )
    if REPLACED in value:
        return (
            "holds U+FFFD, which stands where a character was lost when the file was read in "
            "a wrong encoding; write that character anew"
        )
    if not all(map(_paired, value.split("\n"))):
        return (
            "holds a direction mark (U+2066 to U+2069) without its other half; close each by U+2069"
        )
    odd = WRITTEN.search(value)
    if not odd:
        return ""
    sign = odd[0]
    by = f", which `\\{LETTERS[sign]}` is in double quotes" if sign in LETTERS else ""
    return (
        f"holds the control character U+{ord(sign):04X}{by}; take it out, or write a backslash "
        "twice to show it"
    )


def _paired(line: str) -> bool:
    """Return whether each part of *line* that is set apart is begun first, and ended."""
    depth = 0
    for mark in APART.findall(line):
        depth += -1 if mark == END else 1
        if depth < 0:
            return False
    return not depth


def text(path: Path, kind: str = "YAML", most: int = MOST_BYTES) -> str:
    """Return what the file *path* holds, each line ended by a line feed.

    kind: what the file is, for messages. most: how many bytes it may have. Raises
    `UnreadableError` for what is no file, cannot be opened, is larger, is not UTF-8, or holds a
    control character.
    """
    found = _decoded(_bytes(path, most)).replace("\r\n", "\n").replace("\r", "\n")
    if odd := CONTROL.search(found):
        message = f"{kind} takes no character U+{ord(odd[0]):04X}; take it out"
        raise UnreadableError(Problem(*place(found, odd.start()), message))
    return found


def place(text: str, index: int) -> tuple[int, int]:
    """Return line and column of the character at *index*."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _bytes(path: Path, most: int) -> bytes:
    try:
        if path.is_dir():
            raise _at_top("this is a folder; put a file here, or give the folder another name")
        if path.exists() and not path.is_file():
            raise _at_top("this is no file that can be read; put a file here")
        with path.open("rb") as file:
            found = file.read(most + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise _at_top(f"this cannot be read: {why}; look whether it is there, and yours") from None
    if len(found) > most:
        raise _at_top(f"this is larger than {most // 1_000_000} MB; take some out of it")
    return found


def _decoded(data: bytes) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            raise _at_top(f"this is {name}; save the file as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Where a mark begins the file, places are counted behind it.
        before = error.object[: error.start].decode("utf-8")
        message = "this is not UTF-8; save the file as UTF-8"
        raise UnreadableError(Problem(*place(before, len(before)), message)) from None


def _at_top(message: str) -> UnreadableError:
    return UnreadableError(Problem(1, 1, message))
