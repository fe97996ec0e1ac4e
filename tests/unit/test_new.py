"""`selfcheck new`: what it writes, and what it refuses. tests/alone builds such a course."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from selfcheck import bank, new, types
from selfcheck.cli import app
from selfcheck.course import load
from selfcheck.new import engine_wheel
from selfcheck.new.error import NewError

TITLE = 'Tides: what *every* "sailor" should_know #1'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new course."""
    folder = tmp_path_factory.mktemp("new") / "tides"
    done = CliRunner().invoke(app, ["new", str(folder), "--title", TITLE, "--id", "tides"])
    assert done.exit_code == 0, done.output
    return folder


def test_it_has_a_question_of_each_type_and_nothing_to_mend(made: Path) -> None:
    done = CliRunner().invoke(app, ["check", str(made / "content")])
    assert (done.exit_code, done.stderr) == (0, "")
    questions = bank.load("compass", made / "content").questions
    kinds = {type(each).__struct_config__.tag for each in questions}
    assert kinds == set(types.TABLE)


def test_it_is_called_as_it_was_asked(made: Path) -> None:
    config = yaml.safe_load((made / "_config.yml").read_text("utf-8"))
    assert config["title"] == TITLE
    assert config["copyright"] == f"{date.today():%Y}"
    assert load(made / "content").id == "tides"
    for page in ("index.md", "README.md"):
        heading = (made / page).read_text("utf-8").splitlines()[0]
        assert heading == '# Tides: what \\*every\\* "sailor" should\\_know \\#1'


def test_nothing_is_left_to_fill_in(made: Path) -> None:
    for path in made.rglob("*"):
        if path.is_file() and path.suffix != ".whl":
            assert not new.PLACEHOLDER.search(path.read_text("utf-8")), path


def test_editors_know_its_fields(made: Path) -> None:
    settings = json.loads((made / ".vscode" / "settings.json").read_text("utf-8"))
    ((schema, banks),) = settings["yaml.schemas"].items()
    assert banks == "content/questions/*.yaml"
    assert json.loads((made / schema).read_text("utf-8"))["$defs"]
    first = (made / "content" / "questions" / "compass.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../bank.schema.json"


def test_it_carries_the_engine(made: Path) -> None:
    (path,) = (made / "engine").iterdir()
    assert f"./engine/{path.name}\n" in (made / "requirements.txt").read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        assert "selfcheck/static/page.js" in archive.namelist()
        assert "selfcheck/new/template/Makefile" in archive.namelist()


def test_the_files_that_are_told_are_there(made: Path) -> None:
    readme = (made / "README.md").read_text("utf-8")
    for name in ("index.md", "my-progress.md", "_toc.yml", ".gitignore"):
        assert (made / name).is_file()
    assert "make book" in readme
    toc = yaml.safe_load((made / "_toc.yml").read_text("utf-8"))
    for name in [toc["root"], *(each["file"] for each in toc["chapters"])]:
        assert list(made.glob(f"{name}.*")), name


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--title", "Tides", "--id", "The Tides"], "write such as --id tides-for-all"),
        (["--title", "  "], "write such as --title 'Tides'"),
        (["--title", "Ti\x07des"], "write such as --title 'Tides'"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(app, ["new", str(tmp_path / "course"), *arguments])
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "course").exists()


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    for folder in (tmp_path, mine):
        done = CliRunner().invoke(app, ["new", str(folder), "--title", "Tides"])
        assert done.exit_code == 1
        assert "name a folder that is new or empty" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert mine.read_text() == "mine"


def test_a_course_has_an_id_from_its_title(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["new", str(tmp_path / "a b"), "--title", "Tides"])
    assert done.exit_code == 0, done.output
    assert load(tmp_path / "a b" / "content").id == "tides"
    assert f"cd '{tmp_path}/a b'" in done.output


def test_nothing_is_left_where_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> Path:
        raise NewError("the engine is not installed")

    monkeypatch.setattr(new, "wheel", fail)
    done = CliRunner().invoke(app, ["new", str(tmp_path / "course"), "--title", "Tides"])
    assert done.exit_code == 1
    assert "the engine is not installed" in done.output
    assert list(tmp_path.iterdir()) == []


def test_an_installed_engine_is_packed_into_the_wheel_that_it_came_from(
    tmp_path: Path, made: Path
) -> None:
    """What pip has unpacked, here by hand: no index is asked."""
    (path,) = (made / "engine").iterdir()
    place, data = tmp_path / "place", tmp_path / "data"
    version = distribution(engine_wheel.NAME).version
    own = f"{engine_wheel.NAME}-{version}.data/data/"
    lines = []
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/RECORD")]
        before = {name: archive.read(name) for name in names}
        for name, content in before.items():
            inside = name.removeprefix(own)
            target = place / name if inside == name else data / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            lines.append(f"{name if inside == name else '../data/' + inside},,\n")
    info = place / f"{engine_wheel.NAME}-{version}.dist-info"
    (info / "INSTALLER").write_text("pip\n")
    lines += [f"{info.name}/INSTALLER,,\n", f"{info.name}/RECORD,,\n", "../bin/selfcheck,,\n"]
    (info / "RECORD").write_text("".join(lines))
    record = "".join(lines).replace("../data/share", "../share")
    (info / "RECORD").write_text(record)
    # Beside the folder of Python, as `share` is.
    (tmp_path / "data" / "share").rename(tmp_path / "share")
    (found,) = Distribution.discover(name=engine_wheel.NAME, path=[str(place)])
    packed = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        packed.append(engine_wheel._packed(found, folder))
    with zipfile.ZipFile(packed[0]) as archive:
        assert archive.testzip() is None
        after = {n: archive.read(n) for n in archive.namelist() if not n.endswith("/RECORD")}
    assert after == before
    assert packed[0].read_bytes() == packed[1].read_bytes()
