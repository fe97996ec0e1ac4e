"""`progress()` and `review()` in a notebook, in the second course."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from selfcheck import Study, progress, review
from selfcheck.log import keeper
from selfcheck.outline import outline, views
from tests.support.course_log import term
from tests.support.moon import MOON


@pytest.fixture(autouse=True)
def _on_the_moon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MOON / "notebooks")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What widgets send to their pages."""
    sent: list[Any] = []
    monkeypatch.setattr(Study, "send", lambda _widget, content: sent.append(content))
    return sent


def ask(shown: Study, message: Any) -> None:
    """Let the page ask for something."""
    shown._handle_custom_msg(message, [])


@pytest.mark.parametrize(("made", "name"), [(progress, "progress"), (review, "review")])
def test_an_output_holds_words_and_no_history(made: Any, name: str) -> None:
    shown = made()
    ask(shown, {"type": "add", "nr": "1", "statements": term(3, ["which-light"])})
    data, _ = shown._repr_mimebundle_()
    assert data["text/html"] == views.html(name, "en")
    assert data["text/plain"] == repr(shown) == views.words(name, "en")
    assert {key for key in shown.keys if not key.startswith("_")} - {
        "comm",
        "layout",
        "tabbable",
        "tooltip",
    } == {"view", "course", "language", "base", "keeper"}
    assert (shown.view, shown.course, shown.base) == (name, "the-moon", "../")


def test_the_page_gets_the_outline(said: list[Any]) -> None:
    ask(progress(), {"type": "outline", "nr": "a"})
    assert said == [{"type": "outline", "nr": "a", "outline": outline(MOON / "content")}]


def test_a_cell_may_go_to_another_folder(
    said: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELFCHECK_CONTENT", "../content")
    shown = progress()
    assert shown.base == "../"
    monkeypatch.chdir(tmp_path)
    ask(shown, {"type": "outline", "nr": "a"})
    assert said[0]["outline"]["pages"]


def test_the_page_gets_the_questions_of_a_bank(said: list[Any]) -> None:
    ask(review(), {"type": "bank", "name": "moon", "nr": "b"})
    (answer,) = said
    assert (answer["type"], answer["nr"]) == ("bank", "b")
    assert answer["open"].startswith("<div class='selfcheck'")
    assert answer["questions"]["which-light"].startswith("<section class='sc-question'")
    # The Moon has no types of its own.
    assert answer["scripts"] == []


@pytest.mark.parametrize(
    "name", ["no-such-bank", "../questions/moon", "x" * 5000, None, 7, ["moon"]]
)
def test_of_a_bank_that_is_none_it_gets_nothing(said: list[Any], name: object) -> None:
    ask(review(), {"type": "bank", "name": name, "nr": "b"})
    assert said == [{"type": "bank", "nr": "b"}]


def test_a_file_that_is_brought_in_comes_out_again(said: list[Any]) -> None:
    made = term(20, ["which-light", "which-eclipse"])
    shown = progress()
    ask(shown, {"type": "forget", "nr": "0"})
    ask(shown, {"type": "add", "nr": "1", "statements": made})
    ask(shown, {"type": "statements", "nr": "2"})
    ask(shown, {"type": "add", "nr": "3", "statements": made})
    by_nr = {each.get("nr"): each for each in said}
    # What was there before *forget* stays away, unless somebody brings it in.
    assert by_nr["1"]["added"] == 20
    assert by_nr["2"]["statements"] == made
    assert (by_nr["3"]["added"], by_nr["3"]["known"]) == (0, 20)


def test_where_the_browser_keeps_the_answers_the_kernel_has_none(
    said: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert progress().keeper == keeper.KERNEL
    monkeypatch.setenv(keeper.VARIABLE, keeper.BROWSER)
    shown = progress()
    assert shown.keeper == keeper.BROWSER
    for kind in ("rows", "statements", "add", "forget", "open"):
        ask(shown, {"type": kind, "nr": kind, "statements": term(1, ["which-light"])})
    ask(shown, {"type": "outline", "nr": "a"})
    assert [each["type"] for each in said] == ["outline"]


@pytest.mark.parametrize("message", [None, 7, [], {}, {"type": 3}, {"type": "else"}])
def test_what_is_no_message_is_left_alone(said: list[Any], message: object) -> None:
    ask(progress(), message)
    assert said == []


def test_outside_of_a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError):
        progress()
