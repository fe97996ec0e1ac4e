"""Questions that are read together become one bank, or several where one file is too small."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from selfcheck import bank
from selfcheck.imports import assemble, bring, report


def brought(text: str, folder: Path, name: str = "sea") -> bring.Brought:
    path = folder / f"{name}.gift"
    path.write_text(text, encoding="utf-8")
    return bring.bring([path], folder / "content" / "questions" / f"{name}.yaml")


def many(count: int) -> str:
    return "\n\n".join(f"::Sum {n}:: {n} + 1 {{={n + 1} ~{n}}}" for n in range(count))


@pytest.mark.parametrize(("limit", "most"), [("MOST_BYTES", 2_000), ("MOST_VALUES", 100)])
def test_what_one_file_cannot_hold_stands_in_several(
    limit: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, limit, most)
    found = brought(many(40), tmp_path)
    assert found.counts == (40, 40, 0)
    assert len(found.drafts) > 2
    names = [draft.name for draft in found.drafts]
    assert names == ["sea", *(f"sea-{n}" for n in range(2, len(names) + 1))]
    ids = [each["id"] for draft in found.drafts for each in draft.data["questions"]]
    assert ids == [f"sum-{n}" for n in range(40)]
    assert all(len(draft.text) < 3_000 for draft in found.drafts)
    bring.write(found, force=False)
    assert bank.check(tmp_path / "content") == []
    assert sorted(bank.names(tmp_path / "content")) == sorted(names)


def test_names_that_are_alike_are_counted(tmp_path: Path) -> None:
    text = "::Tide:: One {=a ~b}\n\n::Tide:: Two {=a ~b}\n\n::TIDE!:: Three {=a ~b}\n"
    (draft,) = brought(text, tmp_path).drafts
    assert [each["id"] for each in draft.data["questions"]] == ["tide", "tide-2", "tide-3"]


def test_a_question_keeps_its_id_when_another_comes_before_it(tmp_path: Path) -> None:
    one, both = "::Ebb:: One {=a ~b}\n", "::Flood:: Two {=a ~b}\n\n::Ebb:: One {=a ~b}\n"
    first = brought(one, tmp_path).drafts[0].data["questions"][-1]
    again = brought(both, tmp_path).drafts[0].data["questions"][-1]
    assert first == again


def test_categories_are_objectives(tmp_path: Path) -> None:
    text = """
$CATEGORY: $course$/top/Default for Seas

{0}

$CATEGORY: Seas/North/Tides

{1}

$CATEGORY: Seas/South/Tides

{2}
"""
    for n in range(3):
        text = text.replace(f"{{{n}}}", f"::Q{n}:: What {n}? {{=a ~b}}")
    (draft,) = brought(text, tmp_path).drafts
    assert draft.data["objectives"] == {
        "seas": "Seas",
        "tides": "Tides",
        "tides-2": "South: Tides",
    }
    known = [each["objective"] for each in draft.data["questions"]]
    assert known == ["seas", "tides", "tides-2"]


def test_what_breaks_a_rule_of_banks_alone_is_named_with_it(tmp_path: Path) -> None:
    long = "a" * 200_000
    text = f"::Long:: {long} {{=a ~b}}\n\n::Short:: Is it? {{=a ~b}}\n"
    found = brought(text, tmp_path)
    assert found.counts == (2, 1, 1)
    (told,) = report.lines(found.reads)
    assert told.startswith(f"{tmp_path / 'sea.gift'}:1: “Long” is not brought: ")
    read = yaml.safe_load(found.drafts[0].text)
    assert [each["id"] for each in read["questions"]] == ["short"]
