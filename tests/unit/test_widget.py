"""`quiz(…)` in a notebook."""

from fractions import Fraction

import pytest

import selfcheck
from selfcheck import bank, quiz


def test_bundle_holds_the_widget_and_the_plain_html_and_no_address() -> None:
    first = bank.load("biology").questions[0].id
    shown = quiz("biology", first)
    data, _ = shown._repr_mimebundle_()
    assert set(data) == {
        "text/plain",
        "text/html",
        "application/vnd.jupyter.widget-view+json",
    }
    assert data["text/html"] == shown.html
    assert data["text/plain"] == repr(shown) == "Quiz: Stem cell biology (1 question)"


def test_the_same_quiz_is_the_same_bytes() -> None:
    assert quiz("biology").html == quiz("biology").html


def test_questions_come_in_the_order_asked_for() -> None:
    ids = [question.id for question in bank.load("biology").questions[:3]][::-1]
    html = quiz("biology", *ids).html
    places = [html.index(f'data-question="biology/{name}"') for name in ids]
    assert places == sorted(places)


def test_a_wrong_bank_says_which_there_are() -> None:
    with pytest.raises(LookupError, match=r"'biologie'; similar names: biology"):
        quiz("biologie")


def test_a_wrong_question_says_which_there_are() -> None:
    real = bank.load("biology").questions[0].id
    with pytest.raises(LookupError, match=f"similar names: .*{real}"):
        quiz("biology", f"{real}s")


def test_attempts_of_the_page_are_collected() -> None:
    shown = quiz("biology")
    shown._handle_custom_msg({"type": "attempt", "statement": {"id": "1"}}, [])
    shown._handle_custom_msg({"type": "something else"}, [])
    assert shown.attempts == [{"id": "1"}]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="quizz"):
        selfcheck.quizz  # noqa: B018


def test_a_number_from_code_reaches_the_page_and_not_the_saved_html() -> None:
    shown = quiz("risks", "upper-limit", answer=Fraction(1, 4))
    assert shown.answer == 0.25
    assert shown.html == quiz("risks", "upper-limit").html
    assert quiz("risks", "upper-limit", answer=None).answer is None


@pytest.mark.parametrize("answer", ["0.5", True, [1], object(), 10**400])
def test_an_answer_that_is_no_number_says_so(answer: object) -> None:
    with pytest.raises(TypeError, match="it must be a number"):
        quiz("risks", "upper-limit", answer=answer)  # type: ignore[arg-type]


def test_an_infinite_answer_says_so() -> None:
    with pytest.raises(ValueError, match="answer is inf; it must be a finite number"):
        quiz("risks", "upper-limit", answer=float("inf"))


@pytest.mark.parametrize("ids", [(), ("upper-limit", "zero-of-150"), ("three-lost-sight",)])
def test_an_answer_needs_one_numeric_question(ids: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="exactly one question, a numeric one"):
        quiz("risks", *ids, answer=1)


def test_an_answer_and_variants_do_not_go_together() -> None:
    with pytest.raises(ValueError, match="without variants"):
        quiz("risks", "none-seen-in-a-year", answer=1)


def test_marks_need_confidence() -> None:
    with pytest.raises(ValueError, match="confidence=True"):
        quiz("risks", marks=True)


def test_settings_stand_on_the_element() -> None:
    html = quiz("risks", one_at_a_time=True, confidence=True, marks=True).html
    head = html.partition("\n")[0]
    assert head.endswith('data-quiz="risks" data-confidence data-marks data-one-at-a-time>')
