"""A package of QTI: items, a test for each bank, pictures, and the manifest that lists them.

Items are written one by one; the tests and the manifest, which only name them, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import IO, TYPE_CHECKING, NamedTuple

from selfcheck.export import xml
from selfcheck.export.qti.dialect import LOM, XSI, Dialect
from selfcheck.export.qti.item import MEDIA, Item
from selfcheck.export.qti.names import identifier
from selfcheck.export.zips import Zip

if TYPE_CHECKING:
    from selfcheck.export.job import Job
    from selfcheck.export.material import Material, Sheet

LOM_SCHEMA = "http://www.imsglobal.org/xsd/imsmd_loose_v1p3p2.xsd"


class _Entry(NamedTuple):
    """An item in the package, and what the manifest says of it."""

    name: str
    title: str
    labels: Sequence[tuple[str, str]]
    pictures: Sequence[str]
    # The section of the test that it stands in, when it is one of several.
    section: str
    drawn: bool

    @property
    def file(self) -> str:
        return f"items/{self.name}.xml"


def write(job: Job, file: IO[bytes], dialect: Dialect) -> None:
    """Write the banks of *job* as a package."""
    pictures: set[str] = set()
    resources: list[str] = []
    with Zip(file) as made:
        for material in job.materials():
            entries = []
            for sheet in material.sheets():
                item = Item(sheet, dialect, job.notes)
                if not (content := item.xml()):
                    continue
                entry = _entry(sheet, item)
                made.add(entry.file, content)
                for picture in item.pictures.values():
                    if picture.name not in pictures:
                        pictures.add(picture.name)
                        made.add(f"{MEDIA}/{picture.name}", picture.data)
                entries.append(entry)
                job.wrote(sheet)
            made.add(f"{material.bank.id}.xml", _test(material, entries, dialect))
            resources += _resources(material, entries, dialect)
        made.add("imsmanifest.xml", _manifest(job, resources, dialect))


def _entry(sheet: Sheet, item: Item) -> _Entry:
    # The type that importers cannot see: a match and a sorting are one interaction.
    own = sheet.kind if sheet.kind == "categorize" else ""
    section = sheet.variants or (sheet.case.id if sheet.case else "")
    return _Entry(
        item.name,
        sheet.name,
        sheet.labels(own),
        sorted(item.pictures),
        section,
        bool(sheet.variants),
    )


def _test(material: Material, entries: Iterable[_Entry], dialect: Dialect) -> str:
    """Return the test of a bank: all its questions, and of variants one that is drawn."""
    q, bank = dialect, material.bank
    title = {"title": bank.title}
    section = q.lines(
        "assessmentSection",
        {"identifier": "questions", **title, "visible": True},
        *_sections(entries, q),
    )
    control = q.element("itemSessionControl", {"maxAttempts": 0, "showFeedback": True})
    part = q.lines(
        "testPart",
        {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"},
        control,
        section,
    )
    score = q.element(
        "outcomeDeclaration", {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    )
    scores = q.element("testVariables", {"variableIdentifier": "SCORE"})
    total = q.element("setOutcomeValue", {"identifier": "SCORE"}, q.element("sum", {}, scores))
    return xml.HEAD + q.lines(
        "assessmentTest",
        {**q.root(), "identifier": identifier(bank.id), **title},
        score,
        part,
        q.element("outcomeProcessing", {}, total),
    )


def _sections(entries: Iterable[_Entry], q: Dialect) -> Iterator[str]:
    for name, group in groupby(entries, key=lambda entry: entry.section):
        rows = list(group)
        refs = [
            q.element("assessmentItemRef", {"identifier": each.name, "href": each.file})
            for each in rows
        ]
        if not name:
            yield from refs
            continue
        drawn = q.element("selection", {"select": 1}) if rows[0].drawn else ""
        attributes = {"identifier": f"questions.{name}", "title": name, "visible": not drawn}
        yield q.lines("assessmentSection", attributes, drawn, *refs)


def _resources(material: Material, entries: Sequence[_Entry], dialect: Dialect) -> Iterator[str]:
    bank = material.bank
    said = dict(material.objectives())
    test = f"{bank.id}.xml"
    yield xml.lines(
        "resource",
        {"identifier": identifier(bank.id), "type": dialect.test_type, "href": test},
        xml.element("file", {"href": test}),
        *(xml.element("dependency", {"identifierref": each.name}) for each in entries),
    )
    for each in entries:
        yield xml.lines(
            "resource",
            {"identifier": each.name, "type": dialect.item_type, "href": each.file},
            xml.element("metadata", None, _lom(each, said, bank.language)),
            xml.element("file", {"href": each.file}),
            *(xml.element("file", {"href": f"{MEDIA}/{name}"}) for name in each.pictures),
        )


def _lom(entry: _Entry, objectives: dict[str, str], language: str) -> str:
    """Return what is said of an item: its title, its labels, its objective in words."""
    labels = (_string("keyword", f"{name}:{value}", None) for name, value in entry.labels)
    objective = objectives[dict(entry.labels)["objective"]]
    value = xml.element("value", None, "educational objective")
    purpose = xml.element("purpose", None, xml.element("source", None, "LOMv1.0"), value)
    said = _string("description", " ".join(objective.split()), language)
    return xml.element(
        "lom",
        {"xmlns": LOM},
        xml.element("general", None, _string("title", entry.title, None), *labels),
        xml.element("classification", None, purpose, said),
    )


def _string(name: str, said: str, language: str | None) -> str:
    return xml.element(name, None, xml.element("string", {"language": language}, xml.text(said)))


def _manifest(job: Job, resources: Iterable[str], dialect: Dialect) -> str:
    schemas = f"{dialect.package} {dialect.package_schema} {LOM} {LOM_SCHEMA}"
    return xml.HEAD + xml.lines(
        "manifest",
        {
            "xmlns": dialect.package,
            "xmlns:xsi": XSI,
            "xsi:schemaLocation": schemas,
            "identifier": identifier("selfcheck", *job.names),
        },
        xml.element(
            "metadata",
            None,
            xml.element("schema", None, dialect.schema),
            xml.element("schemaversion", None, dialect.schema_version),
        ),
        "<organizations/>",
        xml.lines("resources", None, *resources),
    )
