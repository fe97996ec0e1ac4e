"""`quiz(…)` in a notebook."""

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
