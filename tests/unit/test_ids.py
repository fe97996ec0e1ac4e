"""`selfcheck ids`: what it writes, what it leaves alone, and what it says."""

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck import bank, convert
from selfcheck.cli import app
from selfcheck.identity import derive
from selfcheck.pin import pinned
from selfcheck.pin.layout import WIDTH
from selfcheck.pin.verify import nodes, plain
from selfcheck.source import Source

DOCS = Path(__file__).parents[2] / "docs" / "ids.md"
MOON = Path(__file__).parents[1] / "moon"
BANK = """\
schema: 1
id: {name}
title: Moons
objectives: {{moons: Know moons}}
questions:
  - id: nearest
    type: match
    objective: moons
    level: remember
    prompt: Which belong together?
    pairs:
      - left: Earth   # the third planet
        right: Moon
      - {{left: Mars, right: {{id: p, text: Phobos}}}}
    distractors: ["Io"]
    explanation: …
    sources: []
"""
PINNED = BANK
for before, after in (
    ("left: Earth ", "left: {{id: earth, text: Earth}} "),
    ("right: Moon\n", "right: {{id: moon, text: Moon}}\n"),
    ("left: Mars,", "left: {{id: mars, text: Mars}},"),
    ('["Io"]', '[{{id: io, text: "Io"}}]'),
):
    assert PINNED.count(before) == 1
    PINNED = PINNED.replace(before, after)


def run(*words: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["ids", *map(str, words)])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with the banks `one` and `two`."""
    folder = tmp_path / "content"
    (folder / "questions").mkdir(parents=True)
    for name in ("one", "two"):
        write(folder, name, BANK.format(name=name))
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "questions" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def texts(folder: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (folder / "questions").iterdir()}


def test_writes_ids_once(folder: Path) -> None:
    path = folder / "questions"
    assert run(folder) == (
        0,
        f"{path / 'one.yaml'}: 4 ids written\n{path / 'two.yaml'}: 4 ids written\n"
        "2 banks, 8 ids written\n",
        "",
    )
    written = {name: PINNED.format(name=name).encode() for name in ("one", "two")}
    assert texts(folder) == written
    assert run(folder) == (0, "2 banks, no id missing\n", "")
    assert texts(folder) == written
    assert bank.check(folder) == []


def test_keeps_how_lines_end(folder: Path) -> None:
    write(folder, "one", "\ufeff" + BANK.format(name="one").replace("\n", "\r\n"))
    assert run(folder)[0] == 0
    wanted = "\ufeff" + PINNED.format(name="one").replace("\n", "\r\n")
    assert texts(folder)["one"].decode() == wanted


def test_check_says_where_ids_are_missing_and_writes_nothing(folder: Path) -> None:
    write(folder, "two", PINNED.format(name="two"))
    before = texts(folder)
    path = folder / "questions" / "one.yaml"
    said = "no id; `selfcheck ids` writes the id"
    assert run(folder, "--check") == (
        1,
        "",
        f"{path}:12:9: {said} `earth` here\n{path}:13:9: {said} `moon` here\n"
        f"{path}:14:10: {said} `mars` here\n{path}:15:19: {said} `io` here\n4 without an id\n",
    )
    assert texts(folder) == before
    write(folder, "one", PINNED.format(name="one"))
    assert run(folder, "--check") == (0, "2 banks, no id missing\n", "")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            BANK.replace("left: Earth ", "lefd: Earth "),
            "12:9: unknown field `lefd`; did you mean `left`?",
        ),
        (BANK.replace("Phobos}}}}", "Phobos"), "15:16: not YAML: expected"),
        (
            BANK.replace("left: Earth", "left: &e Earth").replace('["Io"]', "[*e]"),
            "15:19: `*e` repeats what stands at `&e`, and can have no id of its own; "
            "write it out here, or give the ids at `&e` by hand",
        ),
    ],
)
def test_leaves_a_bank_with_mistakes_alone(folder: Path, wrong: str, said: str) -> None:
    path = write(folder, "one", wrong.format(name="one"))
    before = path.read_bytes()
    code, out, err = run(folder)
    assert code == 1
    assert path.read_bytes() == before
    assert f"{path}:{said}" in err
    assert err.endswith("\n1 to mend\n") or "2 to mend" in err
    assert texts(folder)["two"].decode() == PINNED.format(name="two")
    assert out == f"{folder / 'questions' / 'two.yaml'}: 4 ids written\n"


def test_check_tells_mistakes_and_missing_ids(folder: Path) -> None:
    write(folder, "one", BANK.format(name="one").replace("level: remember", "level: guess"))
    code, out, err = run(folder, "--check")
    assert (code, out) == (1, "")
    assert "\n4 without an id\n" in err
    assert err.endswith("\n1 to mend\n")


def test_says_that_a_file_is_read_only(folder: Path) -> None:
    path = folder / "questions" / "one.yaml"
    path.chmod(0o444)
    code, _, err = run(folder)
    assert code == 1
    assert err == (
        f"{path}:1:1: ids cannot be written: the file is read-only; mend that and run this again\n"
        "1 to mend\n"
    )
    assert path.read_text(encoding="utf-8") == BANK.format(name="one")


@pytest.mark.parametrize("words", [["--chekc"], ["nowhere"], ["a", "b"]])
def test_wrong_usage(words: list[str], tmp_path: Path) -> None:
    code, out, err = run(*(tmp_path / word if word == "nowhere" else word for word in words))
    assert (code, out) == (2, "")
    assert err


def test_finds_every_type_and_leaves_what_a_function_makes(tmp_path: Path) -> None:
    course = shutil.copytree(MOON, tmp_path / "moon")
    folder = course / "content"
    assert run(folder)[0] == 0
    assert run(folder, "--check")[0] == 0
    assert bank.check(folder) == []
    for path in (MOON / "content" / "questions").iterdir():
        before, after = Source(path).data, Source(folder / "questions" / path.name).data
        assert without_ids(after) == without_ids(before)


def test_the_docs_show_what_it_writes() -> None:
    page = DOCS.read_text(encoding="utf-8")
    before, after = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (question,) = plain(nodes(before))
    places = [((0, *where), name) for where, name in convert.unnamed(question)]
    assert pinned(before, places) == after
    derived = re.findall(r'`([a-z0-9-]+)` from "(.+?)"', page)
    assert len(derived) == 2
    assert [derive(text) for _, text in derived] == [name for name, _ in derived]
    assert f"longer than {WIDTH} characters" in page


def without_ids(value: object) -> object:
    """Return *value* without ids, and with texts that stand alone in it as such."""
    if isinstance(value, dict):
        rest = {key: without_ids(each) for key, each in value.items() if key != "id"}
        return rest["text"] if [*rest] == ["text"] else rest
    return [without_ids(each) for each in value] if isinstance(value, list) else value
