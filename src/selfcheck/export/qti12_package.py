"""The package around quizzes of QTI 1.2, and what Canvas keeps beside each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from selfcheck.export import xml
from selfcheck.export.qti.names import identifier

if TYPE_CHECKING:
    from selfcheck.export.job import Job
    from selfcheck.export.material import Material

CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
QUIZ = "imsqti_xmlv1p2"
BESIDE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def meta(material: Material, points: int) -> str:
    """Return what Canvas keeps beside a quiz: that its answers are shuffled, and its points."""
    bank = material.bank
    head = {"identifier": identifier(bank.id), "xmlns": CANVAS, "xmlns:xsi": XSI}
    said = {
        "title": xml.text(bank.title),
        "description": "",
        "shuffle_answers": "true",
        "scoring_policy": "keep_highest",
        "quiz_type": "practice_quiz",
        "points_possible": f"{points:.1f}",
        "show_correct_answers": "true",
        "allowed_attempts": "-1",
        "available": "false",
    }
    location = {"xsi:schemaLocation": f"{CANVAS} https://canvas.instructure.com/xsd/cccv1p0.xsd"}
    rows = (xml.element(name, None, value) for name, value in said.items())
    return xml.HEAD + xml.lines("quiz", {**head, **location}, *rows)


def resources(name: str, path: str, beside: str) -> Iterator[str]:
    """Yield what the manifest says of a quiz at *path*, and of what is kept *beside* it."""
    quiz, more = identifier(name), f"{identifier(name)}.meta"
    yield xml.lines(
        "resource",
        {"identifier": quiz, "type": QUIZ},
        xml.element("file", {"href": path}),
        xml.element("dependency", {"identifierref": more}),
    )
    yield resource(more, BESIDE, beside)


def resource(name: str, kind: str, path: str) -> str:
    """Return what the manifest says of a file."""
    return xml.element(
        "resource",
        {"identifier": re.sub("^(?=[0-9])", "_", name), "type": kind, "href": path},
        xml.element("file", {"href": path}),
    )


def manifest(job: Job, resources: Sequence[str]) -> str:
    """Return the list of what is in the package."""
    location = f"{PACKAGE} http://www.imsglobal.org/xsd/imscp_v1p1.xsd"
    return xml.HEAD + xml.lines(
        "manifest",
        {
            "identifier": identifier("selfcheck", *job.names),
            "xmlns": PACKAGE,
            "xmlns:xsi": XSI,
            "xsi:schemaLocation": location,
        },
        xml.element(
            "metadata",
            None,
            xml.element("schema", None, "IMS Content"),
            xml.element("schemaversion", None, "1.1.3"),
        ),
        "<organizations/>",
        xml.lines("resources", None, *resources),
    )
