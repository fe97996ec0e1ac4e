"""GIFT in somebody else's parser, gift-pegjs, in a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.exporting import exported

# In right sides this parser leaves what stood behind a backslash as a number.
CODED = re.compile("&&0*([0-9]+);?")


@pytest.fixture(scope="module")
def questions(
    browser: Browser, packages: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What the parser makes of the bank, by name."""
    path = tmp_path_factory.mktemp("gift") / "kitchen.gift"
    exported("gift", path)
    page = browser.new_page()
    page.add_script_tag(path=packages / "gift-pegjs" / "lib" / "gift-parser-globals.js")
    found: list[Any] = page.evaluate("text => giftParser.parse(text)", path.read_text("utf-8"))
    page.close()
    assert found[0] == {"type": "Category", "title": "$course$/top/In the kitchen // at the stove"}
    return {each["id"]: each for each in found[1:]}


def test_every_question_arrives(questions: dict[str, Any]) -> None:
    kinds = {name.removeprefix("kitchen/"): each["type"] for name, each in questions.items()}
    assert kinds == {
        "white-of-an-egg": "MC",
        "signs": "MC",
        "what-sets": "MC",
        "litres": "Numerical",
        "grains": "Numerical",
        "portions/few": "Numerical",
        "portions/many": "Numerical",
        "french-for-egg": "Short",
        "sign-for-product": "Short",
        "how-to-fry/pan": "Short",
        "how-to-fry/what": "MC",
        "how-to-fry/minutes": "Short",
        "boil-an-egg": "Matching",
        "where-from": "Matching",
        "cold-or-not": "Matching",
        "the-small-plate": "MC",
        "both-plates": "MC",
        "a-burnt-pan/why": "MC",
        "a-burnt-pan/how-long": "Numerical",
    }


def test_labels_are_tags(questions: dict[str, Any]) -> None:
    assert questions["kitchen/a-burnt-pan/how-long"]["tags"] == [
        *("objective:eggs", "level:apply", "source:egg2001", "case:a-burnt-pan")
    ]


def test_signs_of_its_own_come_through(questions: dict[str, Any]) -> None:
    asked = questions["kitchen/signs"]
    stem = "<p>Which is written {a} = ~b# : c \\ d, <code>&lt;b&gt;</code> &amp; "
    assert asked["stem"]["text"].startswith(stem)
    assert [
        (each["isCorrect"], each["text"]["text"], each["feedback"]["text"])
        for each in asked["choices"]
    ] == [
        (False, "=SUM(A1)", "{No} ~ = # : -&gt; -1"),
        (True, '-1 &lt; 2 &amp; "3"', "50% &amp; more: # is a sign, and \\ is another"),
        (False, "@home", "[html] // no comment"),
    ]
    assert asked["globalFeedback"]["text"] == "<p>// Nothing {1:SHORTANSWER:=x} here.</p>"


def test_several_right_options_have_their_weights(questions: dict[str, Any]) -> None:
    weights = [each["weight"] for each in questions["kitchen/what-sets"]["choices"]]
    assert weights == pytest.approx([33.33333] * 3 + [-33.33333] * 2)


def test_numbers_have_their_tolerance_and_wrong_ones_their_feedback(
    questions: dict[str, Any],
) -> None:
    found = [
        (each["weight"], each["text"]["number"], each["text"]["range"], each["feedback"]["text"])
        for each in questions["kitchen/litres"]["choices"]
    ]
    assert found == [
        (None, 0.625, 0.05, "Yes: \\(2.5 \\times 0.25 = 0.625\\)."),
        (0, 625, 1, "That is in millilitres."),
        (0, 0.25, 0, "That is one cup."),
    ]
    (mole,) = questions["kitchen/grains"]["choices"]
    assert (mole["text"]["number"], mole["text"]["range"]) == (6.022e23, 1e20)


def test_typed_forms_are_right_or_wrong(questions: dict[str, Any]) -> None:
    found = [
        (each["weight"], each["text"]["text"], each["feedback"]["text"])
        for each in questions["kitchen/french-for-egg"]["choices"]
    ]
    assert found == [
        (None, "œuf", "Oui."),
        (None, "un œuf", "Oui."),
        (0, "oie", "That is a goose."),
        (0, "une oie", "That is a goose."),
    ]
    # A star that stands for itself has a backslash in Moodle.
    stars = [each["text"]["text"] for each in questions["kitchen/sign-for-product"]["choices"]]
    assert stars == ["a\\*b", "a \\* b = ab"]


def test_a_gap_stands_in_its_text(questions: dict[str, Any]) -> None:
    asked = questions["kitchen/how-to-fry/what"]
    assert asked["hasEmbeddedAnswers"] is True
    assert "put in the _____ .</p>" in asked["stem"]["text"]
    assert [(each["isCorrect"], each["text"]["text"]) for each in asked["choices"]] == [
        (True, "egg"),
        (False, "shell &amp; all"),
        (False, "pan"),
    ]


def test_pairs_and_what_belongs_to_none(questions: dict[str, Any]) -> None:
    found = [
        (pair["subquestion"]["text"], CODED.sub(lambda sign: chr(int(sign[1])), pair["subanswer"]))
        for pair in questions["kitchen/where-from"]["matchPairs"]
    ]
    assert found == [
        ("A hen", "Small eggs"),
        ("A goose", "Large eggs"),
        ("A duck", "Small eggs"),
        ("", "None at all"),
    ]


def test_pictures_come_along(questions: dict[str, Any]) -> None:
    assert (
        '<img src="data:image/png;base64,' in questions["kitchen/white-of-an-egg"]["stem"]["text"]
    )
    assert (
        '<img src="data:image/svg+xml;base64,' in questions["kitchen/both-plates"]["stem"]["text"]
    )
