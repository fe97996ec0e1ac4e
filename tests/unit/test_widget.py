"""`quiz(…)` in a notebook, in the second course."""

import os
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest
import traitlets
from anywidget import AnyWidget

import selfcheck
from selfcheck import quiz
from selfcheck.finding import BankError
from tests.support.moon import MOON

STATEMENT = {"id": "0f7e", "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"}}


@pytest.fixture(autouse=True)
def _on_the_moon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MOON / "notebooks")


def send(shown: selfcheck.Quiz, message: Any) -> None:
    """Let the page send *message*."""
    shown._handle_custom_msg(message, [])


def test_bundle_holds_the_widget_and_the_plain_html_and_no_address() -> None:
    shown = quiz("moon", "which-light")
    data, _ = shown._repr_mimebundle_()
    assert set(data) == {
        "text/plain",
        "text/html",
        "application/vnd.jupyter.widget-view+json",
    }
    assert data["text/html"] == shown.html
    assert data["text/plain"] == repr(shown) == "Quiz: The Moon (1 question)"


def test_the_same_quiz_is_the_same_bytes() -> None:
    assert quiz("moon").html == quiz("moon").html


def test_questions_come_in_the_order_asked_for() -> None:
    ids = ["light-time", "which-eclipse", "which-light"]
    html = quiz("moon", *ids).html
    places = [html.index(f"moon/{name}") for name in ids]
    assert places == sorted(places)


def test_a_wrong_bank_says_which_there_are() -> None:
    with pytest.raises(LookupError, match=r"'moons'; similar names: moon"):
        quiz("moons")


def test_a_wrong_question_says_which_there_are() -> None:
    with pytest.raises(LookupError, match=r"similar names: .*which-light"):
        quiz("moon", "which-lights")


def test_the_page_gets_the_course_and_where_to_report() -> None:
    shown = quiz("moon")
    assert shown.course == "the-moon"
    assert shown.report.startswith("https://example.org/moon/course/issues/new?")
    assert "the-moon" not in shown.html


def test_the_page_gets_what_it_may_change_and_no_more() -> None:
    synced = {*quiz("moon").get_state()} - {*AnyWidget().get_state()}
    assert synced - {"_css"} == {"html", "course", "report", "answer", "types", "drafts", "log"}


def test_types_of_the_engine_bring_no_script() -> None:
    assert quiz("moon").types == []


def test_an_impossible_id_of_the_course_is_told_with_its_line(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content" / "questions").mkdir(parents=True)
    (tmp_path / "_config.yml").write_text("sphinx: {config: {selfcheck_course: The Moon}}")
    monkeypatch.chdir(tmp_path)
    for name in ("mond", "moon"):
        bank = (MOON / "content" / "questions" / f"{name}.yaml").read_text("utf-8")
        (tmp_path / "content" / "questions" / f"{name}.yaml").write_text(bank, "utf-8")
    with pytest.raises(BankError, match=r"_config\.yml:1:19: `selfcheck_course` must be"):
        quiz("mond")


def test_attempts_of_the_page_are_collected_once_each() -> None:
    shown = quiz("moon")
    second = {**STATEMENT, "id": "1f7e"}
    for statement in (STATEMENT, second, {**STATEMENT, "result": {}}):
        send(shown, {"type": "attempt", "statement": statement})
    assert shown.attempts == shown.log == [STATEMENT, second]


@pytest.mark.parametrize(
    "message",
    [
        {"type": "something else", "statement": STATEMENT},
        {"type": "attempt"},
        {"type": "attempt", "statement": None},
        {"type": "attempt", "statement": [STATEMENT]},
        {"type": "attempt", "statement": {"verb": {}}},
        {"type": "attempt", "statement": {"id": 7}},
        {"type": "attempt", "statement": {"id": ""}},
        {"type": "attempt", "statement": "0f7e"},
        "attempt",
        None,
    ],
)
def test_what_is_no_statement_is_ignored(message: object) -> None:
    shown = quiz("moon")
    send(shown, message)
    assert shown.log == []


def test_attempts_are_read_only() -> None:
    shown = quiz("moon")
    with pytest.raises(AttributeError):
        shown.attempts = []  # type: ignore[misc]
    send(shown, {"type": "attempt", "statement": STATEMENT})
    shown.attempts.clear()
    assert shown.log == [STATEMENT]


def test_every_view_hears_of_an_attempt() -> None:
    shown = quiz("moon")
    heard: list[traitlets.Bunch] = []
    shown.observe(heard.append, "log")
    send(shown, {"type": "attempt", "statement": STATEMENT})
    assert [change.new for change in heard] == [[STATEMENT]]


def test_the_id_of_the_course_stands_beside_the_html() -> None:
    """Of which the extension for JupyterLab has it while no kernel runs."""
    shown = quiz("moon", "which-light")
    _, metadata = shown._repr_mimebundle_()
    assert metadata["text/html"] == {"selfcheck_course": shown.course}
    assert shown.course not in shown.html


def test_a_saved_notebook_holds_nothing_of_the_learner() -> None:
    shown = quiz("moon", "which-light")
    before, _ = shown._repr_mimebundle_()
    shown.drafts = {"moon/which-light": {"response": "from-the-sun"}}
    send(shown, {"type": "attempt", "statement": STATEMENT})
    assert shown._repr_mimebundle_()[0] == before
    assert STATEMENT["id"] not in str(before)


def test_a_quiz_that_is_run_again_is_saved_as_before() -> None:
    """Apart from the number of the widget, which no saved notebook of ours keeps."""
    code = (
        "from selfcheck import quiz; data, _ = quiz('moon')._repr_mimebundle_()\n"
        "view = data['application/vnd.jupyter.widget-view+json']; del view['model_id']; print(data)"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="quizz"):
        selfcheck.quizz  # noqa: B018


def test_a_number_from_code_reaches_the_page_and_not_the_saved_html() -> None:
    shown = quiz("moon", "light-time", answer=Fraction(1, 4))
    assert shown.answer == 0.25
    assert shown.html == quiz("moon", "light-time").html
    assert quiz("moon", "light-time", answer=None).answer is None


@pytest.mark.parametrize("answer", ["0.5", True, [1], object(), 10**400])
def test_an_answer_that_is_no_number_says_so(answer: object) -> None:
    with pytest.raises(TypeError, match="it must be a number"):
        quiz("moon", "light-time", answer=answer)  # type: ignore[arg-type]


def test_an_infinite_answer_says_so() -> None:
    with pytest.raises(ValueError, match="answer is inf; it must be a finite number"):
        quiz("moon", "light-time", answer=float("inf"))


@pytest.mark.parametrize("ids", [(), ("light-time", "how-often"), ("which-light",)])
def test_an_answer_needs_one_numeric_question(ids: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="exactly one question, a numeric one"):
        quiz("moon", *ids, answer=1)


def test_an_answer_and_variants_do_not_go_together() -> None:
    with pytest.raises(ValueError, match="without variants"):
        quiz("moon", "how-often", answer=1)


def test_marks_need_confidence() -> None:
    with pytest.raises(ValueError, match="confidence=True"):
        quiz("moon", marks=True)


def test_settings_stand_on_the_element() -> None:
    head = quiz("moon", one_at_a_time=True, confidence=True, marks=True).html.partition("\n")[0]
    for setting in ("one-at-a-time", "confidence", "marks"):
        assert f" data-{setting}" in head
