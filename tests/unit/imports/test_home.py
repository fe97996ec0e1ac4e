"""What `selfcheck export` wrote comes home: what had to stand elsewhere is where it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from selfcheck.imports import bring

HOME = Path(__file__).parent / "home"


def brought(name: str, folder: Path) -> list[dict[str, Any]]:
    found = bring.bring([HOME / name], folder / "content" / "questions" / "tides.yaml")
    assert found.counts.named == 0
    (draft,) = found.drafts
    assert draft.data["objectives"] == wanted()["objectives"]
    assert draft.data["title"] == "Tides"
    questions: list[dict[str, Any]] = draft.data["questions"]
    return [bare(each) for each in questions]


def wanted() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((HOME / "tides.yaml").read_text(encoding="utf-8"))
    return read


def bare(value: Any) -> Any:
    """Return *value* with texts alone as they may be written in short."""
    if isinstance(value, dict):
        found = {key: bare(each) for key, each in value.items()}
        return found["text"] if set(found) == {"text"} else found
    return [*map(bare, value)] if isinstance(value, list) else value


def test_from_moodle_all_of_it(tmp_path: Path) -> None:
    assert brought("tides.xml", tmp_path) == bare(wanted()["questions"])


def test_from_gift_all_but_hints_and_gaps_together(tmp_path: Path) -> None:
    first, *others, fill = bare(wanted()["questions"])
    del first["hints"]
    found = brought("tides.gift", tmp_path)
    assert found[:-2] == [first, *others]
    # Each gap is a question there; what another says of it stays what it was.
    assert [each["id"] for each in found[-2:]] == ["fill-gap-1", "fill-gap-2"]
    assert [each["explanation"] for each in found[-2:]] == [fill["explanation"]] * 2


def test_of_a_case_that_is_torn_apart_each_part_has_the_vignette(tmp_path: Path) -> None:
    torn = tmp_path / "torn.xml"
    text = (HOME / "tides.xml").read_text(encoding="utf-8")
    torn.write_text(text.replace("case:aurora", "case:other", 1), encoding="utf-8")
    found = bring.bring([torn], tmp_path / "questions" / "tides.yaml")
    questions = found.drafts[0].data["questions"]
    told = [each["prompt"].startswith("The ship *Aurora* lies") for each in questions]
    assert [each["type"] for each in questions][1:3] == ["numeric", "short-text"]
    assert told == [False, True, True, False, False]
