"""Regulators' decisions: the file, its errors, and the table that students see."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import stemcourse
from citations import Reference
from stemcourse import regulation
from stemcourse.evidence import EvidenceError
from stemcourse.regulation import REGIONS, STATUSES, Decision, Decisions, RegulationTable
from stemcourse.regulation.dates import spell

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "evidence"

REFERENCES = """
@misc{smith2020,
  author = {Smith, Ann}, title = {One}, year = {2020}, url = {https://e.org/1}, status = {confirmed}
}
"""
FILE = """\
compiled: "2026-01-31"
note: Look again.
products:
  - product: Cellorine
    maker_of_decision: FDA
    source_of_cells: Donor's cells
    indication: Gout
    region: US
    date: "2020-02"
    status: licensed
    references: [smith2020]
"""


@pytest.fixture
def write(tmp_path):
    """Writes a folder of evidence and gives the path of its decisions."""

    def write(decisions: str, references: str = REFERENCES) -> Path:
        (tmp_path / "references.bib").write_text(references, encoding="utf-8")
        path = tmp_path / "regulation.yaml"
        path.write_text(decisions, encoding="utf-8")
        return path

    return write


def decision(**fields) -> Decision:
    values = {
        "product": "Cellorine",
        "maker_of_decision": "FDA",
        "source_of_cells": "Donor's cells",
        "indication": "Gout",
        "region": "US",
        "date": "2020-02-03",
        "status": "licensed",
        "references": ("smith2020",),
    }
    return Decision(**{**values, **fields})


def table(*products: Decision, **fields) -> RegulationTable:
    values = {"key": "smith2020", "title": "One", "short_authors": ("Smith",), "year": 2020}
    reference = Reference(**{"status": "confirmed", **values, **fields})
    decisions = Decisions(compiled="2026-01-31", note="Look again.", products=products)
    return RegulationTable(decisions, {"smith2020": reference})


class Page(HTMLParser):
    """What a reader of the table meets: its cells line by line, its links, its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._inside.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        while self._inside.pop() != tag:
            pass

    def handle_data(self, data):
        if {"th", "td"} & set(self._inside):
            self.rows[-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


# --------------------------------------------------------------------------- the course's decisions


def test_the_course_has_its_decisions():
    decisions = regulation.load(FOLDER / "regulation.yaml")
    assert len(decisions.products) >= 30
    assert {each.region for each in decisions.products} == set(REGIONS)
    assert {each.status for each in decisions.products} <= set(STATUSES)
    days = [each.date for each in decisions.products]
    assert max(days) <= decisions.compiled


def test_decisions_on_one_product_stand_in_the_order_of_time():
    dates: dict[tuple[str, str], list[str]] = {}
    for each in regulation.load(FOLDER / "regulation.yaml").products:
        dates.setdefault((each.region, each.product), []).append(each.date)
    assert all(several == sorted(several) for several in dates.values())


def test_a_student_asks_for_the_table(monkeypatch):
    monkeypatch.delenv("SELFCHECK_CONTENT", raising=False)
    monkeypatch.chdir(FOLDER)
    shown = stemcourse.regulation_table()
    rows = Page(shown.html).rows
    assert rows[0] == ["Product", "Cells", "Use", "Decision", "Sources"]
    assert [row for row in rows if len(row) == 1] == [[words] for words in REGIONS.values()]
    (row,) = [row for row in rows if row[0] == "Ryoncil"]
    assert row[3].startswith("Licensed, 18 December 2024, FDA")
    assert "HealthDay 2024" in row[4]


# ---------------------------------------------------------------------------------------- the table


def test_a_row_says_all_of_a_decision():
    page = Page(table(decision(note="Only once.")).html)
    assert page.rows[-1] == [
        "Cellorine",
        "Donor's cells",
        "Gout",
        "Licensed, 3 February 2020, FDAOnly once.",
        "Smith 2020",
    ]
    assert page.all("time") == [{"datetime": "2020-02-03"}]


def test_the_caption_has_the_day_and_the_note():
    html = table(decision()).html
    assert "compiled on 31 January 2026.</b> Look again.</caption>" in html


def test_the_table_is_folded_and_says_what_is_in_it():
    html = table(decision(date="2012"), decision(date="2020-02-03")).html
    assert "<details><summary>Open the list: decisions on stem cell products, 2012 to 2020<" in html
    assert html.index("</table>") < html.index("</details>")


def test_each_cell_is_headed():
    page = Page(table(decision(), decision(region="JP")).html)
    scopes = [each["scope"] for each in page.all("th")]
    assert scopes == ["col"] * 5 + ["rowgroup", "row"] * 2
    labels = [each["data-column"] for each in page.all("td")]
    assert labels == page.rows[0][1:] * 2


def test_a_region_without_decisions_is_left_out():
    rows = Page(table(decision(region="JP")).html).rows
    assert [row for row in rows if len(row) == 1] == [["Japan"]]


def test_the_words_that_are_used_are_explained():
    html = table(decision(status="conditional"), decision(status="withdrawn")).html
    for name in ("conditional", "withdrawn"):
        assert f"{STATUSES[name].words}</strong>: {STATUSES[name].meaning}" in html
    assert STATUSES["narrowed"].meaning not in html


def test_sources_are_links_and_a_missing_one_is_said():
    html = table(decision(), decision(references=(), note="None."), url="https://e.org/1").html
    page = Page(html)
    assert page.all("a") == [{"href": "https://e.org/1"}]
    assert page.rows[-1][-1] == "none yet"
    assert "confirmed" not in html


def test_a_source_that_is_not_confirmed_is_named():
    html = table(decision(), decision(), status="unconfirmed").html
    assert html.count("Smith 2020 (unconfirmed)") == 2


def test_text_of_an_author_is_never_markup():
    attack = '<script>alert("1")</script>'
    hostile = decision(
        product=attack,
        source_of_cells=attack,
        indication=attack,
        note=attack,
        maker_of_decision=attack,
    )
    shown = table(hostile)
    shown.decisions = Decisions(compiled="2026-01-31", note=attack, products=(hostile,))
    assert Page(shown.html).all("script") == []
    assert shown.html.count("&lt;script&gt;") == 6


def test_a_table_has_no_ids_and_asks_nothing_of_other_hosts():
    page = Page(table(decision()).html)
    assert not [attributes for _, attributes in page.elements if "id" in attributes]
    assert "url(" not in table(decision()).html


def test_a_place_without_html_shows_a_line():
    shown = table(decision())
    assert shown._repr_mimebundle_() == {
        "text/html": shown._repr_html_(),
        "text/plain": "Regulation table: decisions on stem cell products",
    }
    assert repr(shown) == shown._repr_mimebundle_()["text/plain"]


def test_the_table_is_the_same_each_time():
    one, other = regulation.table(FOLDER), regulation.table(FOLDER)
    assert one._repr_mimebundle_() == other._repr_mimebundle_()
    assert not re.search("0x[0-9a-f]{6}", one.html)


# -------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("written", "words"),
    [("2020", "2020"), ("2020-02", "February 2020"), ("2020-12-09", "9 December 2020")],
)
def test_a_date_is_said_as_far_as_it_is_known(written, words):
    assert spell(written) == words


@pytest.mark.parametrize("written", ["2020-13", "2021-02-29", "20-02-03", "2020-2-3", "soon", ""])
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError, match=r"write|no such day"):
        spell(written)


# ------------------------------------------------------------------------------ errors of an author


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("    status:", "    statos:", "10:5", "unknown key 'statos'; did you mean status?"),
        ("note: Look", "nota: Look", "2:1", "unknown key 'nota'; did you mean note?"),
        ("note: Look again.\n", "", "1:1", "the file has no note; add it"),
        ("    indication: Gout\n", "", "4:5", "Cellorine has no indication; add it"),
        ("product: Cellorine\n    ", "", "4:5", "this decision has no product; add it"),
        ("licensed", "licenced", "10:13", "unknown status 'licenced'; did you mean licensed?"),
        ("region: US", "region: Mars", "8:13", "unknown region 'Mars'; use one of US, EU, JP"),
        ("smith2020", "smith2002", "11:18", "not in references.bib; did you mean smith2020?"),
        ("[smith2020]", "smith2020", "11:17", "references must be a list"),
        ("[smith2020]", "[]", "11:17", "Cellorine has no reference; say why in its note"),
        ('"2020-02"', "2020", "9:11", "date must be text; put it in quotes"),
        ('"2020-02"', '"2020-02-30"', "9:11", "cannot be '2020-02-30'; there is no such day"),
        ('"2020-02"', '"Feb 2020"', "9:11", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ('"2026-01-31"', '"2026-01"', "1:11", "compiled must be a day; write YYYY-MM-DD"),
        ("Gout", '" "', "7:17", "indication is empty; write it"),
        ("    region", "    date: x\n    region", "10:5", "'date' stands twice in one decision"),
        ("    region: US", "    region: U: S", "8:", "not YAML"),
        (FILE[FILE.index("  - ") :], "", "4:1", "products must be a list of decisions"),
        (FILE[FILE.index("  - ") :], "  - one\n", "4:5", "a decision must have keys"),
        (FILE, "- just a list", "1:1", "this must have the keys compiled, note and products"),
    ],
)
def test_an_error_names_the_place_and_the_mend(write, old, new, place, words):
    assert old in FILE
    path = write(FILE.replace(old, new, 1))
    with pytest.raises(EvidenceError) as error:
        regulation.load(path)
    assert f"{path}:{place}" in str(error.value)
    assert words in str(error.value)


def test_all_errors_are_reported_at_once_and_in_order(write):
    wrong = FILE.replace("smith2020", "nobody").replace("status: licensed", "status: maybe")
    path = write(wrong.replace('"2026-01-31"', '"soon"'), REFERENCES.replace("{2020}", "{soon}"))
    with pytest.raises(EvidenceError) as error:
        regulation.load(path)
    places = [problem.rsplit("/", 1)[-1].split(":")[:2] for problem in error.value.problems]
    assert [name for name, _ in places] == ["references.bib", *["regulation.yaml"] * 2]
    assert [line for _, line in places[1:]] == ["1", "10"]
    path = write(wrong)
    with pytest.raises(EvidenceError, match=r":10:.*\n.*:11:.*'nobody' is not in"):
        regulation.load(path)


def test_a_sound_file_is_read(write):
    decisions = regulation.load(write(FILE.replace("    status", "    note: Once.\n    status")))
    assert decisions == Decisions(
        compiled="2026-01-31",
        note="Look again.",
        products=(decision(date="2020-02", note="Once."),),
    )
