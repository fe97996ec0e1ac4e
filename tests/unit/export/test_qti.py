"""QTI packages: names, references and regions."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from selfcheck import figure
from selfcheck.export.svg import shapes
from selfcheck.export.svg.path import points
from selfcheck.export.svg.transform import matrix, moved
from tests.support.exporting import exported

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
CHOICES = ("simplechoice", "simpleassociablechoice", "inlinechoice", "hotspotchoice")
SVG = "http://www.w3.org/2000/svg"


@pytest.fixture(scope="module", params=["qti21", "qti30"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    path = tmp_path_factory.mktemp(request.param) / "kitchen.zip"
    exported(request.param, path)
    return ZipFile(path)


def bare(element: ElementTree.Element) -> str:
    """Return the name of an element, the same in both versions."""
    return element.tag.rpartition("}")[2].removeprefix("qti-").replace("-", "").lower()


def items(package: ZipFile) -> dict[str, ElementTree.Element]:
    names = [name for name in package.namelist() if name.startswith("items/")]
    return {name: ElementTree.fromstring(package.read(name)) for name in names}


def test_the_manifest_lists_every_file(package: ZipFile) -> None:
    manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
    listed = {each.get("href") for each in manifest.iter() if bare(each) == "file"}
    assert listed == set(package.namelist()) - {"imsmanifest.xml"}
    names = [each.get("identifier") for each in manifest.iter() if bare(each) == "resource"]
    assert len(set(names)) == len(names)
    needed = {each.get("identifierref") for each in manifest.iter() if bare(each) == "dependency"}
    assert needed <= set(names)


def test_names_are_single_in_an_item_and_may_be_names(package: ZipFile) -> None:
    for path, item in items(package).items():
        declared = [
            each.get("identifier")
            for each in item.iter()
            if bare(each) in (*CHOICES, "responsedeclaration", "outcomedeclaration")
        ]
        assert len(set(declared)) == len(declared), path
        assert all(name and NAME.fullmatch(name) for name in declared), path


def test_what_is_right_is_among_what_is_offered(package: ZipFile) -> None:
    tried = 0
    for item in items(package).values():
        offered = {each.get("identifier") for each in item.iter() if bare(each) in CHOICES}
        for each in item.iter():
            kind = each.get("baseType") or each.get("base-type")
            if bare(each) == "responsedeclaration" and kind in ("identifier", "directedPair"):
                for value in (one for one in each.iter() if bare(one) == "value"):
                    assert set((value.text or "").split()) <= offered
                    tried += 1
    assert tried > 15


def test_of_variants_one_is_drawn_in_the_test(package: ZipFile) -> None:
    test = ElementTree.fromstring(package.read("kitchen.xml"))
    (section,) = (each for each in test.iter() if each.get("title") == "portions")
    assert [bare(each) for each in section] == ["selection", *["assessmentitemref"] * 2]
    assert section[0].get("select") == "1"


def test_a_formula_has_its_tex_with_it(package: ZipFile) -> None:
    text = package.read("items/kitchen.grains.xml").decode()
    assert '<annotation encoding="application/x-tex">6.022 \\times 10^{23}</annotation>' in text
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>' in text


def drawn(inside: str, box: str = "0 0 200 100") -> ElementTree.Element:
    return ElementTree.fromstring(f"<svg xmlns='{SVG}' viewBox='{box}'>{inside}</svg>")


@pytest.mark.parametrize(
    ("inside", "kind", "coords"),
    [
        ("<rect id='a' x='10' y='20' width='30' height='40'/>", "rect", "10,20,40,60"),
        ("<circle id='a' cx='50' cy='40' r='9.6'/>", "circle", "50,40,10"),
        (
            "<g transform='translate(5 5)'><circle id='a' cx='50' cy='40' r='9'/></g>",
            "circle",
            "55,45,9",
        ),
        ("<polygon id='a' points='0,0 50,0 50,50'/>", "poly", "0,0,50,0,50,50"),
        ("<path id='a' d='M0 0h50v50z'/>", "poly", "0,0,50,0,50,50"),
        # Turned by a right angle around a corner.
        (
            "<rect id='a' width='20' height='10' transform='rotate(90 0 0) translate(30 -60)'/>",
            "poly",
            "60,30,60,50,50,50,50,30",
        ),
        # Two parts: what a string around them would be.
        (
            "<g id='a'><rect width='10' height='10'/>"
            "<rect x='20' y='20' width='10' height='10'/></g>",
            "poly",
            "0,0,10,0,30,20,30,30,20,30,0,10",
        ),
        # A line has no area to click.
        ("<line id='a' x1='20' y1='20' x2='80' y2='20'/>", "rect", "14,14,86,26"),
    ],
)
def test_a_region_has_a_shape(inside: str, kind: str, coords: str) -> None:
    shape = shapes(drawn(inside), ["a"])["a"]
    assert (shape.kind, shape.coords) == (kind, coords)


def test_places_are_counted_from_where_the_figure_begins() -> None:
    found = shapes(drawn("<circle id='a' cx='0' cy='0' r='9'/>", "-50 -25 100 50"), ["a"])
    assert found["a"].coords == "50,25,9"


def test_a_region_has_a_hole_where_another_lies_in_it() -> None:
    inside = "<rect id='out' width='100' height='100'/>"
    inside += "<rect id='in' x='40' y='40' width='20' height='20'/>"
    found = shapes(drawn(inside), ["out", "in"])
    assert found["in"].kind == "rect"
    numbers = [float(each) for each in found["out"].coords.split(",")]
    outline = list(zip(numbers[::2], numbers[1::2], strict=True))
    assert crossed(outline, (10, 50)) % 2 == 1
    assert crossed(outline, (50, 50)) % 2 == 0


def crossed(outline: list[tuple[float, float]], point: tuple[float, float]) -> int:
    """Return how often a line from *point* to the right crosses an outline."""
    x, y = point[0], point[1] + 0.01
    ends = zip(outline, [*outline[1:], *outline[:1]], strict=True)
    return sum(
        (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
        for a, b in ends
    )


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("M10 10 L20 30", (20, 30)),
        ("m10 10 10 20", (20, 30)),
        ("M10 10H30V5", (30, 5)),
        ("M0 0C0 10 10 10 10 0S20 -10 20 0", (20, 0)),
        ("M0 0Q5 10 10 0T20 0", (20, 0)),
        ("M10 50a30 30 0 1 0 60 0", (70, 50)),
        # Flags without a space behind them.
        ("M10 50a30 30 0 1060 0", (70, 50)),
        ("M1e1-5.5.5 7", (0.5, 7)),
    ],
)
def test_a_path_ends_where_it_says(path: str, last: tuple[float, float]) -> None:
    (outline,) = points(path)
    assert outline[-1] == pytest.approx(last, abs=1e-6)


def test_an_arc_keeps_its_distance() -> None:
    (outline,) = points("M10 50A40 40 0 0 1 90 50")
    assert all(abs(((x - 50) ** 2 + (y - 50) ** 2) ** 0.5 - 40) < 1e-6 for x, y in outline)
    # Swept this way it goes over the top.
    assert min(y for _, y in outline) == pytest.approx(10, abs=0.1)


def test_transformations_follow_each_other() -> None:
    by = matrix("translate(10, 20) scale(2) rotate(90) skewX(0) matrix(1 0 0 1 1 0)")
    assert moved((1, 0), by) == pytest.approx((10, 24))


def test_the_course_has_a_shape_for_each_region() -> None:
    for path in (Path(__file__).parents[3] / "content" / "figures").glob("*.svg"):
        try:
            root = figure.load(path)
        except figure.FigureError:
            # One that is no figure of a question.
            continue
        names = figure.ids(root)
        assert shapes(root, names).keys() == set(names)
