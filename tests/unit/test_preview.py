"""`selfcheck preview`: what its pages hold, and to whom it answers. tests/browser edits banks."""

from __future__ import annotations

import http.client
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

from selfcheck import bank, types
from selfcheck.cli import app
from selfcheck.preview.draft import Draft, draft, said_of
from selfcheck.preview.server import Preview
from tests.support.moon import MOON

NAMES = [each.id for each in bank.load("moon", MOON / "content").questions]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content folder of a copy of the second course."""
    course = tmp_path / "moon"
    shutil.copytree(MOON, course)
    return course / "content"


@contextmanager
def running(folder: Path, only: str | None = None) -> Iterator[Preview]:
    """Yield a preview of *folder* that answers."""
    with Preview(folder, 0, only) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def got(server: Preview, path: str, **headers: str) -> tuple[int, str]:
    """Return the status and the text of the answer to a request for *path*."""
    address = urlsplit(server.address)
    assert address.hostname
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def edited(folder: Path, before: str, after: str, name: str = "moon") -> Draft:
    """Return the draft of a bank in which *before* has become *after*."""
    path = folder / "questions" / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return draft(name, folder, said_of(folder))


def test_a_sound_bank_is_shown_whole(folder: Path) -> None:
    made = draft("moon", folder, said_of(folder))
    assert made.to_mend == 0
    assert [each.name for each in made.pieces] == NAMES
    for each in made.pieces:
        assert f"data-question='moon/{each.name}'" in each.html
    kinds = {types.tag(type(each.question)) for each in made.pieces if each.question}
    assert kinds == set(types.TABLE)


@pytest.mark.parametrize(
    ("before", "after", "hidden", "said"),
    [
        # A field that there is not; the question cannot be made.
        ("    explanation: The Sun lights", "    explaining: The Sun lights", True, "explaining"),
        # A source that there is not; the question can be shown.
        ("    sources: []", "    sources: [nobody2020]", False, "nobody2020"),
    ],
)
def test_a_mistake_stands_at_its_question(
    folder: Path, before: str, after: str, hidden: bool, said: str
) -> None:
    made = edited(folder, before, after)
    assert [each.name for each in made.pieces] == NAMES
    first, *others = made.pieces
    assert any(said in each.finding.message for each in first.said)
    assert (first.html == "") == hidden
    assert all(each.html and not each.said for each in others)
    assert made.said == []


def test_a_rule_about_wording_speaks_at_its_question(folder: Path) -> None:
    made = edited(folder, "Where does moonlight come from?", "Which is not a source of moonlight?")
    (said,) = made.pieces[0].said
    assert (said.rule.id, made.to_mend) == ("negated-stem", 1)
    with running(folder) as server:
        _, text = got(server, "/bank/moon")
    # Of many questions one that is to mend is found from the top.
    assert "<strong>1 to mend</strong>: <a href='#which-light'>" in text
    assert "<em>warning:</em>" in text
    assert "<code>negated-stem</code>" in text


def test_a_mistake_of_the_bank_stands_above_its_questions(folder: Path) -> None:
    made = edited(folder, "title: The Moon", "titel: The Moon")
    assert made.title == "moon"
    assert {each.finding.place.line for each in made.said} <= {1, 2, 3}
    assert all(each.html and not each.said for each in made.pieces)


def test_what_comes_after_the_questions_is_none_of_theirs(folder: Path) -> None:
    path = folder / "questions" / "moon.yaml"
    path.write_text(path.read_text("utf-8") + "\nmore: of it\n", "utf-8")
    made = draft("moon", folder, said_of(folder))
    assert any("more" in each.finding.message for each in made.said)
    assert not any(each.said for each in made.pieces)


def test_a_file_that_is_no_yaml_is_told_with_its_line(folder: Path) -> None:
    made = edited(folder, "title: The Moon", "title: [The Moon")
    assert made.pieces == []
    assert made.said
    with running(folder) as server:
        status, text = got(server, "/bank/moon")
    assert status == 200
    assert f"<code>moon.yaml:{made.said[0].finding.place.line}:" in text


@pytest.mark.parametrize(
    "content", ["", "- 1\n", "questions: none\n", "questions: [1, {}, null]\n"]
)
def test_whatever_a_file_holds_it_is_shown(folder: Path, content: str) -> None:
    (folder / "questions" / "moon.yaml").write_text(content, "utf-8")
    with running(folder) as server:
        status, text = got(server, "/bank/moon")
    assert status == 200
    assert "to mend" in text


def test_the_first_page_lists_all_banks(folder: Path) -> None:
    with running(folder) as server:
        status, text = got(server, "/")
    assert status == 200
    for name in bank.names(folder):
        assert f"href='/bank/{name}'" in text


def test_of_one_bank_its_page_is_the_first(folder: Path) -> None:
    with running(folder, only="moon") as server:
        assert got(server, "/")[1].count("<article") == len(NAMES)
        assert got(server, "/bank/mond")[0] == 404


def test_a_bank_that_is_not_there_may_come_back(folder: Path) -> None:
    """Some editors take a file away for a moment when they save it."""
    path = folder / "questions" / "moon.yaml"
    path.rename(folder / "moon.yaml")
    with running(folder) as server:
        status, text = got(server, "/bank/moon")
        assert status == 404
        assert "<a href='/'>" in text
        assert "preview.js" in text
        (folder / "moon.yaml").rename(path)
        assert got(server, "/bank/moon")[0] == 200


def test_a_text_is_no_markup(folder: Path) -> None:
    edited(folder, "title: The Moon", "title: <script>alert(1)</script>")
    with running(folder) as server:
        for path in ("/", "/bank/moon"):
            assert "<script>alert" not in got(server, path)[1]


def test_it_answers_this_machine_alone(folder: Path) -> None:
    with running(folder) as server:
        assert got(server, "/", Host="evil.example")[0] == 403
        assert got(server, "/", Host=f"localhost:{server.server_address[1]}")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/preview/server.py",
        "/preview/../cli.py",
        "/scripts/../../etc/passwd",
        "/nothing",
        "/bank/x",
    ],
)
def test_it_gives_no_other_file(folder: Path, path: str) -> None:
    with running(folder) as server:
        assert got(server, path)[0] == 404


def test_scripts_lie_nowhere_when_it_has_ended(folder: Path) -> None:
    with running(folder) as server:
        _, text = got(server, "/bank/mond")
        assert "/scripts/de/page.js" in text
        assert got(server, "/scripts/de/page.js")[0] == 200
        (kept,) = {server.scripts(draft("mond", folder, [])).folder}
        assert kept.is_dir()
    assert not kept.exists()


def test_a_save_is_noticed(folder: Path) -> None:
    with running(folder) as server:
        before = server.watch.state
        edited(folder, "Where does moonlight come from?", "From where does moonlight come?")
        assert server.watch.other_than(before, timeout=60) != before
        # What an editor leaves beside it is no change.
        same = server.watch.state
        (folder / "questions" / ".moon.yaml.swp").write_text("x")
        assert server.watch.other_than(same, timeout=1) == same


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "there is no folder nowhere"),
        (["--port", "65536"], "65535"),
        (["loose.yaml"], "a bank lies in the folder content/questions"),
    ],
)
def test_what_cannot_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loose.yaml").write_text("schema: 1\n")
    done = CliRunner().invoke(app, ["preview", "--no-open", *arguments])
    assert done.exit_code == 2
    assert said in done.output


def test_a_port_that_is_taken(folder: Path) -> None:
    with running(folder) as server:
        port = str(server.server_address[1])
        done = CliRunner().invoke(app, ["preview", "--no-open", "--port", port, str(folder)])
    assert done.exit_code == 1
    assert f"take another: --port {int(port) + 1}" in done.output
