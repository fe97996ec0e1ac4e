"""What an item of QTI 1.2 offers."""

from __future__ import annotations

from selfcheck.imports.xml import Element


def labels_of(response: Element) -> list[Element]:
    """Return what is offered for a response, in the order in which it stands."""
    return [*response.walk("response_label")]
