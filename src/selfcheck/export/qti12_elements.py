"""What a question of QTI 1.2 is made of: its elements, as Canvas writes and reads them."""

from __future__ import annotations

from collections.abc import Sequence

from selfcheck.export import xml

RESPONSE, WHOLE = "response1", 100.0


def metadata(fields: Sequence[tuple[str, str]]) -> str:
    """Return what is said of a question beside what is asked, by name."""
    rows = (
        xml.element(
            "qtimetadatafield",
            None,
            xml.element("fieldlabel", None, name),
            xml.element("fieldentry", None, xml.text(value)),
        )
        for name, value in fields
    )
    return xml.lines("qtimetadata", None, *rows)


def material(html: str, kind: str = "text/html") -> str:
    """Return a text."""
    return xml.element("material", None, xml.element("mattext", {"texttype": kind}, xml.text(html)))


def choices(
    name: str,
    labels: Sequence[tuple[str, str]],
    cardinality: str | None,
    before: str = "",
    *,
    plain: bool = False,
) -> str:
    """Return what may be chosen, each with its id."""
    kind = "text/plain" if plain else "text/html"
    rows = (
        xml.element(
            "response_label",
            {"ident": each},
            # What is plain is escaped once, and HTML, which is text in this file, once more.
            xml.element("material", None, xml.element("mattext", {"texttype": kind}, said))
            if plain
            else material(said),
        )
        for each, said in labels
    )
    return xml.lines(
        "response_lid",
        {"ident": name, "rcardinality": cardinality},
        material(before) if before else "",
        xml.lines("render_choice", None, *rows),
    )


def blank(name: str, offered: Sequence[tuple[str, str]]) -> str:
    """Return a gap, and the forms that are right in it."""
    labels = [(each, xml.text(said)) for each, said in offered]
    return choices(f"response_{name}", labels, None, name, plain=True)


def equal(response: str, value: str) -> str:
    """Return what holds when *response* is *value*."""
    return xml.element("varequal", {"respident": response}, xml.text(value))


def compare(how: str, value: str) -> str:
    """Return what holds when the response is to *value* as *how* says."""
    return xml.element(how, {"respident": RESPONSE}, xml.text(value))


def condition(
    condition: str, points: float | None = None, *, shows: str = "", ends: bool = False
) -> str:
    """Return a rule: what gives *points*, shows a feedback, and may be the last to be looked at."""
    whole = points == WHOLE
    score = ""
    if points is not None:
        action = {"action": "Set" if whole else "Add", "varname": "SCORE"}
        score = xml.element("setvar", action, "100" if whole else f"{points:.2f}")
    feedback = {"feedbacktype": "Response", "linkrefid": shows}
    return xml.element(
        "respcondition",
        {"continue": "No" if ends else "Yes"},
        xml.element("conditionvar", None, condition),
        score,
        xml.element("displayfeedback", feedback) if shows else "",
    )


def feedback(name: str, html: str) -> str:
    """Return a feedback that rules show by its *name*."""
    flow = xml.element("flow_mat", None, material(html))
    return xml.element("itemfeedback", {"ident": name}, flow)
