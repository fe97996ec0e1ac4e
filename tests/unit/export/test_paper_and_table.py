"""A paper in several versions with its key, and the rows of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from selfcheck.export.table import safe
from tests.support.exporting import exported


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """The versions A, B and C of the paper, and their keys."""
    path = tmp_path_factory.mktemp("print") / "kitchen.html"
    exported("print", path, "--versions", "A,B,C")
    files = (path, path.with_name("kitchen-key.html"))
    paper, key = (file.read_text("utf-8").split('<section class="version')[1:] for file in files)
    return paper, key


def answers(key: str) -> dict[str, str]:
    """Return the answers of a key, by question."""
    rows = re.findall(
        r"<tr><td>\d+</td><td><b>(.*?)</b></td>.*?<code>([^<]*)</code></td></tr>", key
    )
    return {name: answer for answer, name in rows}


def test_each_version_is_named_and_so_is_its_key(printed: tuple[list[str], list[str]]) -> None:
    paper, key = printed
    assert len(paper) == len(key) == 3
    for name, version, of_key in zip("ABC", paper, key, strict=True):
        assert f"<b>Version {name}</b>" in version
        assert f"<h2>Key, version {name}</h2>" in of_key


def test_the_paper_does_not_give_the_answers_away(printed: tuple[list[str], list[str]]) -> None:
    for version in printed[0]:
        for said in (
            "proteins unfold and tangle",
            "It is no longer clear",
            "frying pan",
            "correct",
        ):
            assert said not in version


def test_versions_are_in_orders_of_their_own(printed: tuple[list[str], list[str]]) -> None:
    keys = [answers(key) for key in printed[1]]
    assert len({tuple(each) for each in keys}) == 3
    assert len({key["kitchen/what-sets"] for key in keys}) > 1
    # Where their order must stay, it does.
    assert {key["kitchen/signs"] for key in keys} == {"B"}


def test_a_case_stays_together(printed: tuple[list[str], list[str]]) -> None:
    for key in printed[1]:
        names = list(answers(key))
        assert (
            names.index("kitchen/a-burnt-pan/how-long")
            == names.index("kitchen/a-burnt-pan/why") + 1
        )


def test_a_version_has_another_variant(printed: tuple[list[str], list[str]]) -> None:
    found = [
        [(name, answer) for name, answer in answers(key).items() if "portions" in name]
        for key in printed[1]
    ]
    few, many = ("kitchen/portions/few", "240 g"), ("kitchen/portions/many", "90,000 g")
    assert found == [[few], [many], [few]]
    assert "3 guests eat 80 g" in printed[0][0]
    assert "1,200 guests eat 75 g" in printed[0][1]


def test_the_letters_of_the_key_are_those_of_the_paper(
    printed: tuple[list[str], list[str]],
) -> None:
    for version, key in zip(*printed, strict=True):
        asked = version.split("What sets by heat?")[1].split('<div class="question">')[0]
        shown = dict(re.findall(r"</b>([A-E]) ([\w ]+)</li>", asked))
        right = {shown[letter] for letter in answers(key)["kitchen/what-sets"].split(", ")}
        assert right == {"Egg white", "Yolk", "Custard"}


def test_another_seed_is_another_order(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        exported("print", tmp_path / f"{seed}.html", "--seed", seed)
    assert (tmp_path / "1.html").read_bytes() != (tmp_path / "2.html").read_bytes()


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    path = tmp_path_factory.mktemp("csv") / "kitchen.csv"
    exported("csv", path)
    data = path.read_bytes()
    # By this Excel knows that it is UTF-8.
    assert data.startswith(b"\xef\xbb\xbf")
    found = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return {row["question"]: row for row in found}


def test_a_row_says_all_of_a_question(rows: dict[str, dict[str, str]]) -> None:
    assert len(rows) == 17
    row = rows["litres"]
    assert (row["answer"], row["tolerance"], row["unit"]) == ("0.625", "0.05", "L")
    assert row["wrong"] == "625: That is in millilitres.\n0.25: That is one cup."
    row = rows["where-from"]
    assert row["answer"] == "hen -> small\na-goose -> large-eggs\na-duck -> small-too"
    assert rows["portions/many"]["prompt"].startswith("1,200 guests eat 75 g of rice each")
    assert rows["a-burnt-pan/why"]["vignette"].startswith("Bo has burnt a pan.")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1 234", "'+1 234"),
        ("-2+3", "'-2+3"),
        ("@home", "'@home"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("-0.25", "-0.25"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_nothing_is_a_formula(said: str, written: str) -> None:
    assert safe(said) == written
