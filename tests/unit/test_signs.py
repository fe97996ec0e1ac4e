"""Signs in accepted and in well-known wrong forms: what `check` says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.asked import complaints

START = "prompt: Which?\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        *(("O-", "O+"), ("O-", "O"), ("C++", "C#"), ("C++", "C"), ("/3", "*3"), ("x - 1", "x + 1")),
        *(("1/2", "12"), ("3:1", "31"), ("p < 0.05", "p > 0.05"), ("Na+", "Na"), ("10 %", "10")),
        *(("$5", "5"), ("me@home", "me home"), ("5'", "5"), ("5!", "5"), ("10^3", "103")),
    ],
)
def test_a_form_that_differs_in_a_sign_may_be_called_wrong(
    tmp_path: Path, right: str, wrong: str
) -> None:
    text = f'answers: ["{right}"]\nwrong: [{{answers: ["{wrong}"], feedback: No.}}]'
    assert complaints(tmp_path, "short-text", START + text) == []
    text = f'answers: ["{wrong}"]\nwrong: [{{answers: ["{right}"], feedback: No.}}]'
    assert complaints(tmp_path, "short-text", START + text) == []


def test_where_a_sign_does_not_count_the_finding_says_what_would_make_it(tmp_path: Path) -> None:
    text = "answers: [well-known]\nwrong: [{answers: [well known], feedback: No.}]"
    (said,) = complaints(tmp_path, "short-text", START + text)
    assert said.endswith(
        "'well known' is an accepted form as well; it cannot be wrong, unless all signs count:"
        " `punctuation_sensitive: true`"
    )
    text += "\npunctuation_sensitive: true"
    assert complaints(tmp_path, "short-text", START + text) == []


def test_where_letters_are_the_same_signs_are_no_help(tmp_path: Path) -> None:
    text = "answers: [well]\nwrong: [{answers: [WELL], feedback: No.}]"
    (said,) = complaints(tmp_path, "short-text", START + text)
    assert said.endswith("it cannot be wrong")


def test_no_sign_may_count(tmp_path: Path) -> None:
    text = "answers: [C++, C]\npunctuation_sensitive: false"
    (said,) = complaints(tmp_path, "short-text", START + text)
    assert "'C' counts as the same as 'C++'; keep one" in said


@pytest.mark.parametrize("form", ["()", "…", "?", ";", "“”"])
def test_a_form_of_signs_that_never_count(tmp_path: Path, form: str) -> None:
    (said,) = complaints(tmp_path, "short-text", f'{START}answers: ["{form}"]')
    assert "nothing that is compared" in said
    text = f'{START}answers: ["{form}"]\npunctuation_sensitive: true'
    assert complaints(tmp_path, "short-text", text) == []


@pytest.mark.parametrize("form", ["+", "<", "%", "→", "#", "-", "≠"])
def test_a_sign_alone_may_be_the_answer(tmp_path: Path, form: str) -> None:
    assert complaints(tmp_path, "short-text", f'{START}answers: ["{form}"]') == []


def test_a_form_has_room_in_the_field(tmp_path: Path) -> None:
    long = "a" * 251
    (said,) = complaints(tmp_path, "short-text", f"{START}answers: [a, {long}]")
    assert "has more than the 250 characters that a field takes; shorten it" in said
    text = f"answers: [b]\nwrong: [{{answers: [{long}], feedback: No.}}]"
    (said,) = complaints(tmp_path, "short-text", START + text)
    assert "has more than the 250 characters" in said
    assert complaints(tmp_path, "short-text", f"{START}answers: [a, {long[1:]}]") == []
