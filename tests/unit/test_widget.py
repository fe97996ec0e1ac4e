"""`quiz(…)` in a notebook, in the second course."""

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from anywidget import AnyWidget

import selfcheck
from selfcheck import quiz
from selfcheck.finding import BankError
from selfcheck.log import place
from tests.support.moon import MOON
from tests.support.statements import THEN, statement

STATEMENT = statement()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a log that nobody has written to, on the moon."""
    monkeypatch.chdir(MOON / "notebooks")
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


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
    assert synced - {"_css"} == {"html", "course", "report", "answer", "types", "keeper"}


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


def test_attempts_are_those_of_the_questions_in_the_log() -> None:
    shown = quiz("moon", "which-light", "the-watcher")
    second, other = statement(at=THEN + 1), statement("moon/light-time")
    part = statement("moon/the-watcher/phase", THEN + 2)
    for each in (second, STATEMENT, other, part, statement(sitting="after"), STATEMENT):
        send(shown, {"type": "attempt", "statement": each})
    assert shown.attempts == [STATEMENT, second, part]
    again = quiz("moon", "which-light", sitting="after").attempts
    assert [each["context"]["extensions"]["urn:selfcheck:sitting"] for each in again] == ["after"]
    assert len(quiz("moon").attempts) == 4


def test_a_quiz_writes_nothing_before_a_page_has_an_attempt(home: Path) -> None:
    shown = quiz("moon")
    shown._repr_mimebundle_()
    send(shown, {"type": "open", "slots": ["moon/which-light"]})
    assert shown.attempts == []
    assert not home.exists()


def test_attempts_are_read_only() -> None:
    shown = quiz("moon")
    with pytest.raises(AttributeError):
        shown.attempts = []  # type: ignore[misc]
    send(shown, {"type": "attempt", "statement": STATEMENT})
    shown.attempts.clear()
    assert shown.attempts == [STATEMENT]


def test_every_view_hears_of_an_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(selfcheck.Quiz, "send", lambda _self, message: sent.append(message))
    shown = quiz("moon")
    send(shown, {"type": "open", "slots": ["moon/which-light"]})
    send(shown, {"type": "attempt", "statement": STATEMENT})
    assert [each["type"] for each in sent] == ["log", "kept", "news"]


def test_the_id_of_the_course_stands_beside_the_html() -> None:
    """Of which the extension for JupyterLab has it while no kernel runs."""
    shown = quiz("moon", "which-light")
    _, metadata = shown._repr_mimebundle_()
    assert metadata["text/html"] == {"selfcheck_course": shown.course}
    assert shown.course not in shown.html


def test_a_saved_notebook_holds_nothing_of_the_learner() -> None:
    shown = quiz("moon", "which-light")
    before, _ = shown._repr_mimebundle_()
    state = shown.get_state()
    send(shown, {"type": "draft", "slot": "moon/which-light", "draft": {"response": "earth"}})
    send(shown, {"type": "attempt", "statement": STATEMENT})
    assert shown.attempts
    assert shown._repr_mimebundle_()[0] == before
    # Which JupyterLab writes into the notebook, if told to.
    assert shown.get_state() == state


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


@pytest.mark.parametrize(
    "code", ["import selfcheck", "import selfcheck.widget", "import selfcheck.cli"]
)
def test_no_import_waits_for_the_log(code: str) -> None:
    """Of what the log needs, nothing is imported before it is used."""
    late = "{'sqlite3', 'platformdirs', 'selfcheck.log.store'}"
    check = f"{code}, sys\nassert not {late} & {{*sys.modules}}, {late} & {{*sys.modules}}"
    subprocess.run([sys.executable, "-c", check], check=True)
