"""The numbers of studies: the course's file, and what an author reads when one is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import citations
from stemcourse import studies as package
from stemcourse.evidence import EvidenceError
from stemcourse.studies import cite, load, measured, measured_range, of_source, studies
from stemcourse.studies.entries import Studies

FOLDER = Path(__file__).parents[2] / "content" / "evidence"
REFERENCES = "@book{smith2020, author = {Smith, Ann}, title = {One}, year = {2020}}\n"
FILE = """\
did_well:
  - {name: Foot ulcer, treated: 92.5, control: 62, references: [smith2020]}
less_pain:
  - who: Cells
    against: a gap
    gain: 13.2
    low: 3.2
    high: 23.3
    trials: 7
    people: 256
    references: [smith2020]
contradictions:
  - {found: none, trials: 5, gain: -0.4, references: [smith2020]}
heart_reviews:
  - {year: 2014, trials: 23, people: 1255, references: [smith2020]}
heart_ratios:
  - {outcome: death, ratio: 0.4, low: 0.2, high: 0.9, references: [smith2020]}
donors:
  - {name: cord blood, people: 333, alive: 44, alive_error: 3, references: [smith2020]}
nobody_harmed:
  - {name: cells, people: 7, other_events: true, references: [smith2020]}
harms:
  - {name: teratoma, first: 2, last: 2, harmed: 1 person, references: [smith2020]}
values:
  - {id: cells, unit: per mL, value: 35.2e+6, references: [smith2020]}
ranges:
  - {id: share, unit: none, low: 1.0e-5, high: 1.0e-4, references: [smith2020]}
"""


HARM = next(line for line in FILE.splitlines(keepends=True) if "teratoma" in line)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a folder of evidence; give the path of its studies."""

    def write(text: str) -> Path:
        (tmp_path / "references.bib").write_text(REFERENCES, encoding="utf-8")
        path = tmp_path / "studies.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_number_of_the_course_has_a_source_of_the_bibliography() -> None:
    known = citations.load(FOLDER / "references.bib")
    found = load(FOLDER / "studies.yaml")
    entries = [each for name in found.__struct_fields__ for each in getattr(found, name)]
    assert len(entries) >= 40
    assert all(each.references and set(each.references) <= known.keys() for each in entries)


def test_numbers_are_as_they_are_written(write: Callable[[str], Path]) -> None:
    found = load(write(FILE))
    (share,), (cells,), (ends,) = found.did_well, found.values, found.ranges
    assert (share.treated, share.control, share.p, share.gap) == (92.5, 62, None, 30.5)
    assert isinstance(share.control, int), "a chart would write 62.0"
    assert cells.value == 35.2e6
    assert (ends.low, ends.high) == (1e-5, 1e-4)
    assert found.contradictions[0].gain == -0.4
    assert found.donors[0].died is None
    assert found.nobody_harmed[0].other_events


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("treated: 92.5", "treatd: 92.5", "2:24", "unknown key 'treatd'; did you mean treated or"),
        ("treated: 92.5, ", "", "2:5", "Foot ulcer has no treated; add it"),
        ("92.5", "many", "2:33", "treated must be a number, as 12 or 3.5"),
        ("92.5", '"92.5"', "2:33", "treated must be a number, as 12 or 3.5"),
        ("92.5", ".nan", "2:33", "treated must be a number, as 12 or 3.5"),
        ("92.5", "[92.5]", "2:33", "treated must be a number, as 12 or 3.5"),
        ("people: 256", "people: 25.6", "10:13", "people must be a whole number, as 12"),
        ("low: 3.2", "low: 32", "7:10", "low must be lower than high"),
        ("low: 1.0e-5", "low: 1.0e-3", "27:34", "low must be lower than high"),
        ("id: share", "id: cells", "27:10", "the id 'cells' is used on line 25 already"),
        ("other_events: true", "other_events: yes", "21:44", "other_events must be true"),
        ("trials: 5, gain: -0.4, references: [smith2020]", "trials: 5, gain: -0.4", "13:5", "none"),
        (
            "gain: -0.4, references: [smith2020]",
            "gain: -0.4, references: []",
            "13:54",
            "references is empty; name at least one source",
        ),
        (
            "gain: -0.4, references: [smith2020]",
            "gain: -0.4, references: [smith2002]",
            "13:55",
            "the reference 'smith2002' is not in references.bib; did you mean smith2020?",
        ),
        (FILE[: FILE.index("less_pain")], "", "1:1", "the file has no did_well; add it"),
        (FILE[: FILE.index("less_pain")], "did_well: []\n", "1:11", "did_well must be a list"),
        (FILE[: FILE.index("less_pain")], "did_well: [one]\n", "1:12", "must have keys; begin it"),
        ("values:", "value:", "24:1", "unknown key 'value'; did you mean values?"),
        (FILE, "- one", "1:1", "this must have the keys did_well, less_pain,"),
        ("92.5", "9: 2", "2:", "not YAML"),
    ],
)
def test_an_error_names_the_place_and_the_mend(
    write: Callable[[str], Path], old: str, new: str, place: str, words: str
) -> None:
    assert old in FILE
    path = write(FILE.replace(old, new))
    with pytest.raises(EvidenceError) as error:
        load(path)
    assert f"{path}:{place}" in str(error.value)
    assert words in str(error.value)


def test_all_errors_are_reported_at_once(write: Callable[[str], Path]) -> None:
    with pytest.raises(EvidenceError) as error:
        load(write(FILE.replace("smith2020", "nobody").replace("people: 7", "people: few")))
    assert len(error.value.problems) == FILE.count("smith2020") + 1


def test_a_changed_file_is_read_again(write: Callable[[str], Path]) -> None:
    assert load(write(FILE)).donors[0].alive == 44
    assert load(write(FILE.replace("alive: 44", "alive: 145"))).donors[0].alive == 145


def test_a_source_is_called_as_the_bibliography_calls_it() -> None:
    known = citations.load(FOLDER / "references.bib")
    assert cite("han2010") == known["han2010"].label == "Han et al. 2010"
    assert cite("fisher2014", "zucker1969") == "Fisher et al. 2014, Zucker & Cassen 1969"
    with pytest.raises(LookupError, match=r"references\.bib has no nobody2020; add it there"):
        cite("han2010", "nobody2020")


def test_what_is_not_in_the_file_is_named(
    monkeypatch: pytest.MonkeyPatch, write: Callable[[str], Path]
) -> None:
    found: Studies = load(write(FILE.replace("values:\n", HARM + "values:\n")))
    monkeypatch.setattr(package, "load", lambda _path: found)
    assert measured("cells").value == 35.2e6
    assert measured_range("share").high == 1e-4
    assert of_source("smith2020", studies().did_well).name == "Foot ulcer"
    for ask in (measured, measured_range):
        with pytest.raises(LookupError, match=r"studies\.yaml has no 'nothing' among"):
            ask("nothing")
    with pytest.raises(LookupError, match="has 2 such entries of smith2020, and not one"):
        of_source("smith2020", studies().harms)
    with pytest.raises(LookupError, match="has 0 such entries of jones2021"):
        of_source("jones2021", studies().harms)
