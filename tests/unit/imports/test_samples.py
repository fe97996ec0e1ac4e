"""Each sample comes to the bank and the messages that stand beside it.

To see both after a change on purpose: `pytest tests/unit/imports/test_samples.py
--rewrite-messages`, and then read the difference. How many questions a sample holds was counted by
hand.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selfcheck import bank
from selfcheck.imports import bring, formats, report
from tests.support.packed import packed

SAMPLES = Path(__file__).parent / "samples"
# How many questions each holds, and how many of them a bank can hold.
COUNTS = {
    "moodle/every-type.xml": (18, 14),
    "moodle/texts.xml": (2, 2),
    "gift/texts.gift": (1, 1),
    "jupyterquiz/texts.json": (1, 1),
    "mdbook-quiz/texts.toml": (1, 1),
    "mkdocs-quiz/texts.md": (1, 1),
    "anki/texts.tsv": (1, 1),
    "qti/texts.xml": (1, 1),
    "gift/every-kind.gift": (20, 14),
    "jupyterquiz/every-type.json": (10, 6),
    "mdbook-quiz/every-type.toml": (8, 5),
    "mkdocs-quiz/every-kind.md": (9, 6),
    "anki/with-head.tsv": (6, 3),
    "anki/bare.tsv": (3, 3),
    "anki/commas.csv": (2, 2),
    "qti/canvas.xml": (13, 10),
    "qti/others-1p2.xml": (8, 6),
    "qti/new-quizzes.xml": (12, 8),
    # Folders, which are packed first.
    "qti/package21": (19, 16),
    "qti/package30": (5, 5),
}
GOLDEN = (".yaml", ".txt")
PICTURE = ".gif"


def brought(name: str, folder: Path) -> bring.Brought:
    """Return what comes of a sample as a bank of the course in *folder*."""
    target = folder / "content" / "questions" / f"{Path(name).stem}.yaml"
    return bring.bring([sample(name, folder)], target)


def sample(name: str, folder: Path) -> Path:
    """Return the file of a sample; a folder is packed as a zip file."""
    if (SAMPLES / name).is_file():
        return SAMPLES / name
    path = folder / f"{Path(name).name}.zip"
    path.write_bytes(packed(SAMPLES / name))
    return path


def test_every_sample_is_counted() -> None:
    paths = [path for path in SAMPLES.glob("*/*") if path.suffix not in (*GOLDEN, PICTURE)]
    names = {path.relative_to(SAMPLES).as_posix() for path in paths}
    assert names == set(COUNTS)
    assert {name.partition("/")[0] for name in names} == set(formats.table())


@pytest.mark.parametrize("name", COUNTS)
def test_every_question_is_brought_or_named(name: str, tmp_path: Path) -> None:
    found = brought(name, tmp_path)
    wanted, held = COUNTS[name]
    assert found.counts == (wanted, held, wanted - held)
    # A question of a bank, or the parts of one.
    made = [group for draft in found.drafts for group in draft.items]
    assert sum(map(len, made)) == held
    assert len(made) == sum(len(draft.data["questions"]) for draft in found.drafts)
    named = [each for each in found.items if not each.held]
    told = report.lines(found.reads)
    for each in named:
        assert (
            sum(f"{report.shown(each)} is not brought: {each.reason}" in line for line in told) == 1
        )


@pytest.mark.parametrize("name", COUNTS)
def test_the_bank_and_the_messages_are_those_beside_it(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = brought(name, tmp_path)
    said = "\n".join(report.lines(found.reads)) + "\n"
    said = said.replace(f"{SAMPLES / Path(name).parent}/", "").replace(f"{tmp_path}/", "")
    (draft,) = found.drafts
    path = SAMPLES / name
    golden = {path.with_suffix(f"{path.suffix}.yaml"): draft.text}
    golden[path.with_suffix(f"{path.suffix}.txt")] = said
    for place, text in golden.items():
        if request.config.getoption("rewrite_messages"):
            place.write_text(text, encoding="utf-8")
        assert text == place.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COUNTS)
def test_what_is_written_passes_check_and_is_the_same_each_time(name: str, tmp_path: Path) -> None:
    found = brought(name, tmp_path)
    bring.write(found, force=False)
    content = tmp_path / "content"
    assert bank.check(content) == []
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    assert before == {path: data for path, data in found.files.items()}
    with pytest.raises(bring.TakenError):
        bring.write(brought(name, tmp_path), force=False)
    bring.write(brought(name, tmp_path), force=True)
    assert before == {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_several_files_are_one_bank(tmp_path: Path) -> None:
    names = ["moodle/every-type.xml", "gift/every-kind.gift"]
    target = tmp_path / "content" / "questions" / "both.yaml"
    found = bring.bring([SAMPLES / name for name in names], target)
    read = sum(COUNTS[name][0] for name in names)
    held = sum(COUNTS[name][1] for name in names)
    assert found.counts == (read, held, read - held)
    (draft,) = found.drafts
    ids = [each["id"] for each in draft.data["questions"]]
    assert len(ids) == len(set(ids)) == held


def test_a_file_that_is_read_stays_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "every-type.xml"
    shutil.copy(SAMPLES / "moodle" / "every-type.xml", copy)
    before = copy.read_bytes()
    target = tmp_path / "content" / "questions" / "one.yaml"
    bring.write(bring.bring([copy], target), force=False)
    assert copy.read_bytes() == before
