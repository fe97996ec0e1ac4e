"""QTI: packages of Canvas, Blackboard, TAO and others, and single files, of 1.2, 2.x and 3.0."""

from __future__ import annotations

import re

from selfcheck.imports.file import ZIP, File, unreadable
from selfcheck.imports.items import Read
from selfcheck.imports.qti import package, version1, version2
from selfcheck.imports.target import Target
from selfcheck.imports.xml import parse

NAME, TITLE = "qti", "QTI"

ROOTS = re.compile(
    r"<(?:[\w.-]+:)?(?:questestinterop|assessmentItem|assessmentTest|qti-assessment-item)\b"
)


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    return file.data.startswith(ZIP) or bool(ROOTS.search(file.head))


def read(file: File, target: Target) -> Read:
    """Return the questions of *file*; raise `BankError` where it cannot be read."""
    if file.data.startswith(ZIP):
        return package.read(file, target)
    root = version2.plain(parse(file.data, file.path))
    found = Read()
    if root.tag in ("questestinterop", "item", "assessment", "section"):
        version1.read(root, file, target, found)
    elif root.tag == "assessmentItem":
        version2.read(root, file, target, found)
    else:
        message = f"this is no QTI with questions in it: it begins with <{root.tag}>"
        raise unreadable(file.path, f"{message}; give the whole package, a zip file", root.line)
    return found
