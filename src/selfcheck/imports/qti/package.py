"""A package of QTI: which of its files hold questions, in which order, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote

from selfcheck.imports.file import File, Package, unreadable
from selfcheck.imports.items import Read
from selfcheck.imports.qti import version1, version2
from selfcheck.imports.target import Target
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element, parse

MANIFEST = "imsmanifest.xml"
ENDINGS = (".xml", ".qti", ".dat")
QUESTIONS = re.compile(
    rb"<(?:[\w.-]+:)?(questestinterop|assessmentItem|qti-assessment-item|assessmentTest"
    rb"|qti-assessment-test)\b"
)
# Zip files that are no package of QTI, by a file in them.
ANKI = "an Anki deck; export the notes as text: File, Export, Notes in Plain Text"
STRANGERS = {
    **dict.fromkeys(("collection.anki2", "collection.anki21", "collection.anki21b"), ANKI),
    "moodle_backup.xml": "a backup of Moodle; export the questions as Moodle XML",
    "word/document.xml": "a document of Word; export the questions as QTI",
    "xl/workbook.xml": "a spreadsheet; save it as text with tabs, and read it --from anki",
}
MOODLE = "this holds Moodle XML; unpack it, and give that file"


@dataclass
class _Said:
    """What the manifest and the tests say of an item."""

    order: int
    topics: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list)
    objective: str = ""


def read(file: File, target: Target) -> Read:
    """Return the questions of a package; raise `BankError` where it cannot be read."""
    package = Package(file.path, file.data)
    names = {PurePosixPath(name).name for name in package.names} | set(package.names)
    for name, what in STRANGERS.items():
        if name in names:
            raise unreadable(file.path, f"this is no package of QTI, but {what}")
    found = Read()
    said: dict[str, _Said] = {}
    manifest = next((name for name in package.names if name.rpartition("/")[2] == MANIFEST), None)
    if manifest:
        root = parse(package.read(manifest), package.path / manifest)
        _manifest(root, manifest, said)
        found.title = _title(root)
    roots: dict[str, Element] = {}
    for name in package.names:
        if name.lower().endswith(ENDINGS) and name != manifest and not _is_copy(name, package):
            inner = package.file(name)
            if QUESTIONS.search(inner.data):
                roots[name] = version2.plain(parse(inner.data, inner.path))
    for name, root in roots.items():
        if root.tag == "assessmentTest":
            found.title = bare(root.get("title")) or found.title
            _test(root, name, said, len(said))
    for name in sorted(roots, key=lambda name: _order(name, said, package)):
        root, about = roots[name], said.get(name, _Said(0))
        before = len(found.items)
        if root.tag == "questestinterop":
            version1.read(root, package.file(name), target, found)
        elif root.tag == "assessmentItem":
            inner = File(package.path / name, b"", package)
            version2.read(root, inner, target, found, about.topics, about.tags)
        for item in found.items[before:]:
            if about.objective and item.labels.ours:
                text = escape(about.objective, quote=False)
                found.objectives.setdefault(item.labels.one("objective"), text)
    if not found.items and any(b"<quiz" in package.read(n)[:2000] for n in _xml(package)):
        raise unreadable(file.path, MOODLE)
    return found


def _xml(package: Package) -> Iterator[str]:
    yield from (name for name in package.names[:50] if name.lower().endswith(".xml"))


def _is_copy(name: str, package: Package) -> bool:
    """Return whether Canvas has written the same quiz another time, and more of it."""
    path = PurePosixPath(name)
    return (
        path.name == "assessment_qti.xml"
        and f"non_cc_assessments/{path.parent.name}.xml.qti" in package.names
    )


def _order(name: str, said: dict[str, _Said], package: Package) -> tuple[int, int]:
    known = said.get(name)
    return (known.order if known else len(said) + 1, package.names.index(name))


def _title(root: Element) -> str:
    for part in root.all("metadata"):
        for each in part.walk("title"):
            if text := bare(each.text):
                return text
    return ""


def _manifest(root: Element, name: str, said: dict[str, _Said]) -> None:
    """Note what the manifest lists, in its order."""
    folder = PurePosixPath(name).parent
    for resource in root.walk("resource"):
        about = _Said(len(said))
        for each in resource.walk("keyword"):
            if text := each.text.strip():
                about.tags.append(text)
        for each in resource.walk("classification"):
            if "educational objective" in each.text:
                about.objective = " ".join(each.said("description").split())
        for href in _hrefs(resource):
            said.setdefault(str(folder / href), about)


def _hrefs(resource: Element) -> list[str]:
    files = [each.get("href") for each in resource.all("file")]
    listed = [resource.get("href"), *(each for each in files if each.endswith(ENDINGS))]
    return [unquote(each) for each in dict.fromkeys(listed) if each]


def _test(root: Element, name: str, said: dict[str, _Said], first: int) -> None:
    """Note the order and the sections in which a test has its items."""
    folder = PurePosixPath(name).parent
    order = first

    def walk(node: Element, topics: tuple[str, ...]) -> None:
        nonlocal order
        for each in node.elements:
            title = bare(each.get("title"))
            if each.tag == "assessmentItemRef":
                path = _joined(folder, unquote(each.get("href")))
                about = said.setdefault(path, _Said(order))
                about.topics = topics
                order += 1
                about.order = order
            elif each.tag == "assessmentSection":
                walk(each, (*topics, title) if title else topics)
            elif each.tag in ("testPart", "assessmentTest"):
                walk(each, topics)

    walk(root, ())


def _joined(folder: PurePosixPath, href: str) -> str:
    parts: list[str] = []
    for part in (folder / href).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
