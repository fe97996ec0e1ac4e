"""A file to be read: its bytes, within limits, and the files beside it."""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from selfcheck.finding import BankError, Finding, Place
from selfcheck.markdown.pictures import KINDS, LARGEST

# Of one file, and of all that is read of a package, unpacked; and how many files that may have.
MOST_BYTES = 32_000_000
MOST_UNPACKED = 128_000_000
MOST_FILES = 20_000
ZIP = b"PK"
# By which a format is told, in bytes.
HEAD = 200_000


def unreadable(path: Path, message: str, line: int = 1, column: int = 1) -> BankError:
    """Return an error that says why the file *path* cannot be read, and how to mend it."""
    return BankError([Finding(path, Place(line, column), message)])


@dataclass
class File:
    """A file, by the name that messages have for it, and what is in it.

    folder: where files beside it are; of a file in a package, the package has them.
    """

    path: Path
    data: bytes
    package: Package | None = None

    @property
    def head(self) -> str:
        """How it begins, as far as that can be told before it is read."""
        begin = self.data[:HEAD]
        utf16 = begin.startswith((b"\xff\xfe", b"\xfe\xff"))
        return begin.decode("utf-16" if utf16 else "utf-8", "replace").lstrip("\ufeff")

    @property
    def text(self) -> str:
        """What it holds, as text; raises `BankError` where it is none."""
        return decoded(self.data, self.path)

    def other(self, address: str) -> File | None:
        """Return the file of the same package at *address*, seen from this one, if it is there."""
        if not self.package:
            return None
        inner = PurePosixPath(self.path.relative_to(self.package.path).as_posix())
        name = self.package.named(str(inner.parent / unquote(address)))
        return self.package.file(name) if name else None

    def beside(self, address: str) -> bytes | None:
        """Return the picture at *address*, seen from this file; None where there is none."""
        name = unquote(address).split("?")[0].split("#")[0].replace("\\", "/")
        if not name or PurePosixPath(name).suffix.lower() not in KINDS:
            return None
        if self.package:
            inner = PurePosixPath(str(self.path.relative_to(self.package.path).as_posix()))
            return self.package.find(str(inner.parent / name), name)
        return _beside(self.path, name)


def _beside(path: Path, name: str) -> bytes | None:
    """Return a picture in the folder of *path*, or in the working directory around it.

    A question says which; so no other file may leave its place that way.
    """
    try:
        folder = path.parent.resolve()
        here = Path.cwd().resolve()
        whole = (folder / name.lstrip("/")).resolve()
        roots = [folder, here] if folder.is_relative_to(here) else [folder]
        if not any(whole.is_relative_to(root) for root in roots) or not whole.is_file():
            return None
        # One byte more than a page shows: it is told as too large.
        with whole.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None


def read(path: Path) -> File:
    """Return the file at *path*; raise `BankError` when it cannot be read or is too large."""
    try:
        if path.is_dir():
            raise unreadable(path, "this is a folder; name the files in it")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = f"this cannot be read: {why}; look whether it is there, and yours"
        raise unreadable(path, message) from None
    if len(data) > MOST_BYTES:
        message = f"this has more than {MOST_BYTES // 1_000_000} MB; export fewer questions at once"
        raise unreadable(path, message)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise unreadable(path, "this is empty; export it anew")
    return File(path, data)


class Lines:
    """The lines of a text, by the places of characters in it."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def of(self, index: int) -> int:
        """Return the line, counted from 1, of the character at *index*."""
        return bisect_left(self._ends, index) + 1


def decoded(data: bytes, path: Path) -> str:
    """Return *data* as text with line feeds; raise `BankError` with the place where it is none."""
    from contentfiles.text import CONTROL, MARKS, place

    for mark, name in MARKS:
        if data.startswith(mark):
            raise unreadable(path, f"this is {name}; save the file as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        line, column = place(before, len(before))
        raise unreadable(path, "this is not UTF-8; save the file as UTF-8", line, column) from None
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    )
    if odd := CONTROL.search(text):
        line, column = place(text, odd.start())
        message = f"this holds the control character U+{ord(odd[0]):04X}; take it out"
        raise unreadable(path, message, line, column)
    return text


@dataclass
class Package:
    """A zip file, of which no more is read than fits, and nothing is unpacked to the disk."""

    path: Path
    data: bytes
    names: list[str] = field(default_factory=list)
    left: int = MOST_UNPACKED
    _read: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the list of files; raise `BankError` when it is none, or leads elsewhere."""
        import io

        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.data))
            entries = self._zip.infolist()
        # What is broken raises whatever reads it there.
        except Exception as error:
            message = f"this is a broken zip file ({_why(error)}); export it anew"
            raise unreadable(self.path, message) from None
        if len(entries) > MOST_FILES:
            message = f"this has {len(entries):,} files, and {MOST_FILES:,} is the most"
            raise unreadable(self.path, f"{message}; export fewer questions at once")
        for entry in entries:
            if _leads_out(entry.filename):
                message = f"the file `{entry.filename[:80]}` in it leads out of it; pack it anew"
                raise unreadable(self.path, message)
            if entry.flag_bits & 1:
                raise unreadable(self.path, "this has a password; pack it without one")
        self.names = [entry.filename for entry in entries if not entry.is_dir()]
        self._lower = {name.lower(): name for name in self.names}

    def read(self, name: str, most: int = MOST_BYTES) -> bytes:
        """Return the file *name*; raise `BankError` when it is broken, or larger than is read."""
        if name in self._read:
            return self._read[name]
        try:
            with self._zip.open(name) as file:
                data = file.read(min(most, self.left) + 1)
        except Exception as error:
            message = f"this is broken ({_why(error)}); export the package anew"
            raise unreadable(self.path / name, message) from None
        if len(data) > min(most, self.left):
            message = "this is larger than is read of a package: "
            message += f"{most // 1_000_000} MB of one file, {MOST_UNPACKED // 1_000_000} MB of all"
            raise unreadable(self.path / name, f"{message}; export fewer questions at once")
        self.left -= len(data)
        self._read[name] = data
        return data

    def file(self, name: str) -> File:
        """Return the file *name* as one to be read."""
        return File(self.path / name, self.read(name), self)

    def named(self, address: str) -> str | None:
        """Return the name of the file at *address* as it is written; None where there is none."""
        parts: list[str] = []
        for part in address.split("/"):
            if part == "..":
                parts = parts[:-1]
            elif part not in ("", "."):
                parts.append(part)
        return self._lower.get("/".join(parts).lower())

    def find(self, *addresses: str) -> bytes | None:
        """Return the picture at the first of *addresses* that is there; None where none is."""
        for address in addresses:
            if name := self.named(address):
                try:
                    return self.read(name)
                except BankError:
                    return None
        return None


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


def _why(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
