"""What the kernel answers to a page, with a real log."""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.session import json_packer

from selfcheck.log import place, talk
from selfcheck.log.erase import erase
from selfcheck.log.store import Log
from selfcheck.log.talk import Talk
from selfcheck.log.trouble import FULL, TroubleError
from tests.support.statements import COURSE, THEN, statement

SLOT = "moon/which-light"


def carry(heard: list[dict[str, Any]], message: dict[str, Any]) -> None:
    assert json_packer(message)
    heard.append(message)


class Page:
    """Says something to a widget, and has what it has heard, which a kernel must be able to say."""

    def __init__(self, course: str = COURSE) -> None:
        self.heard: list[dict[str, Any]] = []
        self.talk = Talk(course, partial(carry, self.heard))
        self.asked = 0

    def ask(self, kind: str, **members: Any) -> list[dict[str, Any]]:
        """Return what is answered, without the number of the question, which has to be there."""
        self.asked += 1
        before = len(self.heard)
        self.talk.hear({"type": kind, "nr": self.asked, **members})
        answers = [each for each in self.heard[before:] if "nr" in each]
        assert all(each.pop("nr") == self.asked for each in answers)
        return answers


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the log, of a kernel that has just started."""
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "home"))
    monkeypatch.setattr(talk, "_rooms", {})
    return tmp_path / "home"


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without room."""

    def fail(log: Log, *_: object, **__: object) -> None:
        raise TroubleError(FULL, log.path)

    monkeypatch.setattr(Log, "write", fail)


def log_of(page: Page, *slots: str, known: tuple[str, ...] = ()) -> dict[str, Any]:
    (answer,) = page.ask("open", slots=list(slots or [SLOT]), known=list(known))
    return answer


def test_nothing_is_written_before_the_first_attempt(page: Page, folder: Path) -> None:
    nothing = {"forgotten": None, "trouble": None}
    opened = {"statements": [], "kept": [], "drafts": {}, "touched": False}
    assert log_of(page) == {"type": "log", **opened, **nothing}
    assert page.ask("rows") == [{"type": "rows", "rows": [], **nothing}]
    (answer,) = page.ask("statements")
    assert (answer["part"], answer["of"], answer["statements"]) == (0, 1, [])
    page.ask("draft", slot=SLOT, draft={"v": 1, "at": THEN})
    assert not folder.exists()


def test_an_attempt_is_confirmed_when_it_is_kept(page: Page) -> None:
    made = statement()
    confirmed = {"type": "kept", "ids": [made["id"]], "forgotten": [], "trouble": None}
    assert page.ask("attempt", statement=made) == [confirmed]
    assert log_of(page)["statements"] == [made]
    # A view that is not sure whether a statement has arrived sends it again.
    assert page.ask("attempt", statement=made) == [confirmed]
    assert log_of(page)["statements"] == [made]


def test_half_a_sign_comes_back_as_a_mark(page: Page) -> None:
    """A text that is cut off within a sign; no message can hold the half."""
    other = Page()
    log_of(other)
    made = statement(response="\ud83c and \\ud83c")
    assert page.ask("attempt", statement=made)[0]["ids"] == [made["id"]]
    (found,) = log_of(page)["statements"]
    response = "urn:selfcheck:response"
    assert found["result"]["extensions"][response] == "\N{REPLACEMENT CHARACTER} and \\ud83c"
    assert page.ask("statements")[0]["statements"] == [found]
    page.ask("draft", slot=SLOT, draft={"v": 1, "response": "\udfff"})
    drafts = {SLOT: {"v": 1, "response": "\N{REPLACEMENT CHARACTER}"}}
    assert log_of(page)["drafts"] == log_of(other)["drafts"] == drafts


@pytest.mark.parametrize(
    "wrong", [statement(id="\ud83c"), statement("moon/\ud83c"), statement(sitting="\ud83c")]
)
def test_half_a_sign_is_no_name(page: Page, wrong: dict[str, Any]) -> None:
    """And keeps none of the others away."""
    made = statement()
    assert page.ask("attempt", statements=[wrong, made])[0]["ids"] == [made["id"]]
    page.ask("draft", slot="\ud83c", draft={"v": 1})
    opened = log_of(page, SLOT, "\ud83c", known=(made["id"], "\ud83c"))
    assert (opened["kept"], opened["drafts"]) == ([made["id"]], {})


def test_widgets_are_made_while_a_page_speaks(page: Page) -> None:
    """JupyterLab lets a kernel hear messages in a thread of their own, while a cell runs."""
    log_of(page)
    more: list[Page] = []
    page.talk.send = lambda _: more.append(Page())
    page.talk.hear({"type": "draft", "slot": SLOT, "draft": {"v": 1}})
    page.talk.hear({"type": "attempt", "statement": statement()})
    assert len(more) == 3


def test_several_attempts_at_once(page: Page) -> None:
    made = [statement(at=THEN + n) for n in range(5)]
    (answer,) = page.ask("attempt", statements=made)
    assert answer["ids"] == [each["id"] for each in made]
    assert log_of(page)["statements"] == made


def test_what_a_page_has_is_not_sent_to_it_again(page: Page) -> None:
    one, other = statement(), statement(at=THEN + 1)
    page.ask("attempt", statements=[one, other])
    answer = log_of(page, known=(one["id"], "never seen"))
    assert answer["statements"] == [other]
    assert answer["kept"] == [one["id"]]


@pytest.mark.parametrize(
    "message",
    [
        None,
        "attempt",
        [],
        {},
        {"type": None},
        {"type": ["attempt"]},
        {"type": "something else", "statement": statement()},
        {"type": "attempt"},
        {"type": "attempt", "statement": None, "statements": 7},
        {"type": "attempt", "statement": [statement()]},
        {"type": "attempt", "statement": statement(course="mars")},
        {"type": "draft", "slot": 7, "draft": {}},
        {"type": "draft", "slot": SLOT, "draft": "x"},
    ],
)
def test_what_is_no_message_is_left_alone(page: Page, message: object, folder: Path) -> None:
    page.talk.hear(message)
    assert page.heard == []
    assert not folder.exists()


def test_an_opening_without_names_is_answered(page: Page) -> None:
    for slots in (None, 7, [None, 7]):
        (answer,) = page.ask("open", slots=slots, known=slots)
        assert answer["statements"] == []


def test_what_is_not_kept_is_not_confirmed(page: Page, full: None) -> None:
    made = statement()
    answer = {"type": "not-kept", "ids": [made["id"]], "trouble": "full"}
    assert page.ask("attempt", statement=made) == [answer]
    assert page.ask("add", statements=[made]) == [{"type": "not-added", "trouble": "full"}]
    assert page.ask("forget") == [{"type": "not-forgotten", "trouble": "full"}]
    assert log_of(page)["statements"] == []


def test_damage_is_said_once(page: Page, folder: Path) -> None:
    folder.mkdir()
    (folder / place.NAME).write_bytes(b"no log")
    assert log_of(page)["trouble"] == "damaged"
    assert log_of(page)["trouble"] is None
    assert page.ask("attempt", statement=statement())[0]["trouble"] is None


def test_views_hear_of_attempts_of_other_widgets() -> None:
    here, there, elsewhere, whole = Page(), Page(), Page(), Page()
    other_course = Page("mars")
    log_of(here)
    log_of(there, SLOT, "moon/light-time")
    log_of(elsewhere, "moon/light-time")
    whole.ask("rows")
    other_course.ask("rows")
    made = statement()
    for page in (here, there, elsewhere, whole, other_course):
        page.heard.clear()
    here.ask("attempt", statement=made)
    here.ask("attempt", statement=made)
    news = {"type": "news", "made": [(SLOT, made["id"])], "until": None}
    assert there.heard == whole.heard == [news]
    assert news in here.heard
    assert elsewhere.heard == other_course.heard == []


def test_drafts_last_as_long_as_the_kernel(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Page()
    log_of(other)
    other.heard.clear()
    draft = {"v": 1, "at": THEN, "response": "earth"}
    page.ask("draft", slot=SLOT, draft=draft)
    assert log_of(page)["drafts"] == {SLOT: draft}
    assert [log_of(each)["touched"] for each in (page, other)] == [True, False]
    other.heard.pop()
    assert other.heard == [{"type": "draft", "slot": SLOT, "draft": draft}]
    page.ask("draft", slot=SLOT, draft=None)
    assert log_of(page)["drafts"] == {}
    page.ask("draft", slot=SLOT, draft=draft)
    page.ask("attempt", statement=statement())
    assert log_of(page)["drafts"] == {}
    page.ask("draft", slot=SLOT, draft=draft)
    monkeypatch.setattr(talk, "_rooms", {})
    assert log_of(Page())["drafts"] == {}


def test_rows_and_statements_of_the_course(page: Page) -> None:
    made = [statement(f"moon/q{n}", THEN + n, response="☾" * 4000) for n in range(400)]
    page.ask("attempt", statements=made)
    page.ask("attempt", statement=statement(course="mars"))
    (answer,) = page.ask("rows")
    assert [row[0] for row in answer["rows"]] == [each["id"] for each in made]
    assert list(answer["rows"][0]) == [made[0]["id"], "moon/q0", THEN, "0123abcd", 1.0, 1, 0, None]
    parts = page.ask("statements")
    assert len(parts) > 1
    assert [each["part"] for each in parts] == list(range(parts[0]["of"]))
    assert [one for part in parts for one in part["statements"]] == made


def test_statements_are_added_in_parts_all_or_nothing(page: Page) -> None:
    one, two, three = (statement(at=THEN + n) for n in range(3))
    page.ask("attempt", statement=two)
    page.talk.hear({"type": "add", "nr": "a", "part": 0, "of": 2, "statements": [one, two]})
    assert len(page.ask("rows")[0]["rows"]) == 1
    page.talk.hear({"type": "add", "nr": "a", "part": 1, "of": 2, "statements": [three]})
    (answer,) = (each for each in page.heard if each["type"] == "added")
    assert (answer["added"], answer["known"]) == (2, 1)
    assert log_of(page)["statements"] == [one, two, three]
    wrong = page.ask("add", statements=[statement(), statement(course="mars")])
    assert wrong == [{"type": "not-added", "trouble": "invalid"}]
    assert len(page.ask("rows")[0]["rows"]) == 3


@pytest.mark.parametrize("wrong", [None, "2", [], -1, 1.5, True])
def test_a_collection_in_no_number_of_parts_is_one(page: Page, wrong: object) -> None:
    assert page.ask("add", statements=[statement()], of=wrong)[0]["added"] == 1


def test_what_is_forgotten_does_not_come_back_by_itself(page: Page) -> None:
    other = Page()
    made = statement()
    page.ask("attempt", statement=made)
    page.ask("draft", slot=SLOT, draft={"v": 1})
    (answer,) = page.ask("forget")
    assert answer["type"] == "forgotten"
    assert other.heard[-1] == {"type": "forgotten", "at": answer["at"]}
    assert page.ask("attempt", statement=made) == [
        {"type": "kept", "ids": [], "forgotten": [made["id"]], "trouble": None}
    ]
    opened = log_of(page)
    assert (opened["statements"], opened["drafts"]) == ([], {})
    assert opened["forgotten"] == answer["at"]
    # What a learner brings in from elsewhere is wanted.
    assert page.ask("add", statements=[made])[0]["added"] == 1
    assert log_of(page)["statements"] == [made]
    assert page.ask("attempt", statement=made)[0]["ids"] == [made["id"]]


def test_all_hear_with_the_next_attempt_what_another_process_has_forgotten(page: Page) -> None:
    other = Page()
    log_of(other, "moon/light-time")
    page.ask("attempt", statement=statement())
    at = erase(Log()).at
    other.heard.clear()
    for n in range(2):
        (answer,) = page.ask("attempt", statement=statement(at=at + 1 + n))
        assert answer["forgotten"] == []
        # Once.
        assert other.heard == [{"type": "news", "made": [], "until": at}]


def test_what_is_deleted_in_part_is_not_said_to_be_deleted(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    page.ask("attempt", statement=statement())
    with monkeypatch.context() as patch:
        patch.setattr("selfcheck.log.erase._write_anew", fail)
        assert page.ask("forget") == [{"type": "not-forgotten", "trouble": "full"}]
    assert log_of(page)["statements"] == []
    assert page.ask("forget")[0]["type"] == "forgotten"


def test_a_python_without_sqlite_keeps_nothing(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "selfcheck.log.store", None)
    assert page.ask("attempt", statement=statement())[0]["trouble"] == "failed"
    assert log_of(page)["trouble"] == "failed"


def test_a_widget_that_is_gone_hears_nothing(page: Page) -> None:
    gone = Page()
    log_of(gone)
    heard = gone.heard
    heard.clear()
    del gone
    page.ask("attempt", statement=statement())
    assert heard == []
