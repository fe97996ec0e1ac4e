"""Places on a drawing: an SVG, upon which the places are laid as shapes that have names."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

from selfcheck import figure
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.names import Ids, slug
from selfcheck.imports.qti.question2 import Question
from selfcheck.imports.xml import Element

RASTER = "places on a picture, which a bank has for drawings (SVG) alone"
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


def made(
    question: Question, interaction: Element, shares: dict[str, float], said: dict[str, str]
) -> dict[str, Any]:
    """Return the fields of a hotspot; raise `NotHeldError` where its picture is no drawing."""
    shown = interaction.first("object", "img", "picture")
    source = (shown.get("data") or shown.get("src")) if shown is not None else ""
    alt = " ".join((shown.get("alt") or shown.text).split()) if shown is not None else ""
    data = question.file.beside(source)
    if not source.lower().endswith(".svg") or data is None:
        raise NotHeldError(RASTER)
    root = _drawing(data)
    ids = Ids()
    regions = []
    for each in interaction.walk("hotspotChoice"):
        name = each.get("identifier")
        label = each.get("hotspotLabel") or each.get("label") or name
        known = ids.new(name.removeprefix("_") if question.labels.ours else name, "place")
        root.append(_shape(each, known))
        region = {"region": known, "text": question.words.typed(label), "feedback": said[name]}
        if shares[name] > 0:
            region["correct"] = True  # type: ignore[assignment]
        regions.append({key: value for key, value in region.items() if value})
    stem = slug(source.rsplit("/", 1)[-1].removesuffix(".svg")) or "figure"
    name = f"{question.target.shelf.folder.rsplit('/', 1)[-1]}-{stem}"
    text = ElementTree.tostring(root, encoding="unicode")
    drawn = text.encode()
    if question.target.figures.get(name, drawn) != drawn:
        # The same drawing with other places on it.
        name = f"{name}-{sha256(drawn).hexdigest()[:4]}"
    question.target.figures[name] = drawn
    if not alt:
        question.words.lose("words for its figure, of which there are none: its name is there")
    return {"type": "hotspot", "figure": name, "alt": alt or stem, "regions": regions}


def _drawing(data: bytes) -> ElementTree.Element:
    """Return a drawing with what a figure may hold, and nothing else."""
    try:
        text = data.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise NotHeldError("its figure has a document type")
        ElementTree.register_namespace("", figure.SVG.strip("{}"))
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError):
        raise NotHeldError("its figure is no SVG") from None
    if root.tag != f"{figure.SVG}svg":
        raise NotHeldError("its figure is no SVG")
    if "viewBox" not in root.attrib:
        sizes = [LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
        if not all(sizes):
            raise NotHeldError("its figure does not say how large it is")
        width, height = (each[1] for each in sizes if each)
        root.set("viewBox", f"0 0 {width} {height}")
    for each in root.iter():
        for name in [*each.attrib]:
            if name not in figure.ATTRIBUTES or (each is root and name in ("width", "height")):
                del each.attrib[name]
    return root


def _shape(choice: Element, name: str) -> ElementTree.Element:
    """Return the place of a choice as a shape that nobody sees."""
    kind = choice.get("shape")
    numbers = [float(each) for each in NUMBERS.findall(choice.get("coords"))]
    if kind == "rect" and len(numbers) == 4:
        left, top, right, bottom = numbers
        said = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        tag, given = "rect", {key: f"{value:g}" for key, value in said.items()}
    elif kind == "circle" and len(numbers) == 3:
        tag = "circle"
        given = dict(zip(("cx", "cy", "r"), (f"{each:g}" for each in numbers), strict=True))
    elif kind == "ellipse" and len(numbers) == 4:
        names = ("cx", "cy", "rx", "ry")
        tag = "ellipse"
        given = dict(zip(names, (f"{each:g}" for each in numbers), strict=True))
    elif kind == "poly" and len(numbers) >= 6:
        tag, given = "polygon", {"points": " ".join(f"{each:g}" for each in numbers)}
    else:
        raise NotHeldError(f"a place of the shape `{kind}`, which no figure has")
    made_shape = ElementTree.Element(f"{figure.SVG}{tag}", given)
    made_shape.set("id", name)
    made_shape.set("fill-opacity", "0")
    return made_shape
