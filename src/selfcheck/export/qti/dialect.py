"""How QTI 2.1 and 3.0 spell the same: `choiceInteraction` is `qti-choice-interaction` in 3.0."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from selfcheck.export import xml

XSI = "http://www.w3.org/2001/XMLSchema-instance"
LOM = "http://ltsc.ieee.org/xsd/LOM"
CAPITAL = re.compile("[A-Z]")


class Dialect(NamedTuple):
    """A version of QTI: its namespaces, with the addresses of their schemas, and its names."""

    version: str
    items: str
    items_schema: str
    package: str
    package_schema: str
    schema: str
    schema_version: str
    item_type: str
    test_type: str

    @property
    def kebab(self) -> bool:
        """Whether names have hyphens, and elements of QTI the prefix `qti-`."""
        return self.version == "3.0"

    def name(self, said: str) -> str:
        """Return the name of an element of QTI."""
        return f"qti-{_hyphens(said)}" if self.kebab else said

    def attributes(self, said: Mapping[str, object]) -> Mapping[str, object]:
        """Return attributes of such an element."""
        if not self.kebab:
            return said
        keep = ("xml:", "xmlns", "xsi:")
        return {
            name if name.startswith(keep) else _hyphens(name): value for name, value in said.items()
        }

    def element(self, name: str, attributes: Mapping[str, object], *inside: str) -> str:
        """Return an element of QTI."""
        return xml.element(self.name(name), self.attributes(attributes), *inside)

    def lines(self, name: str, attributes: Mapping[str, object], *inside: str) -> str:
        """Return an element of QTI, with each of *inside* on a line of its own."""
        return xml.lines(self.name(name), self.attributes(attributes), *inside)

    def root(self) -> dict[str, object]:
        """Return the attributes that say what an item or a test is written in."""
        return {
            "xmlns": self.items,
            "xmlns:xsi": XSI,
            "xsi:schemaLocation": f"{self.items} {self.items_schema}",
        }

    def content(self, html: str) -> str:
        """Return what a feedback or a rubric holds."""
        return xml.element("qti-content-body", None, html) if self.kebab else html


def _hyphens(said: str) -> str:
    return CAPITAL.sub(lambda found: f"-{found[0].lower()}", said)


QTI21 = Dialect(
    version="2.1",
    items="http://www.imsglobal.org/xsd/imsqti_v2p1",
    items_schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    schema="QTIv2.1 Package",
    schema_version="1.0.0",
    item_type="imsqti_item_xmlv2p1",
    test_type="imsqti_test_xmlv2p1",
)
QTI30 = Dialect(
    version="3.0",
    items="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    items_schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema=(
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
    ),
    schema="QTI Package",
    schema_version="3.0.0",
    item_type="imsqti_item_xmlv3p0",
    test_type="imsqti_test_xmlv3p0",
)
