"""A question as rules look at it: its stem, its lead, what it offers."""

from __future__ import annotations

import pytest

from tests.support.linted import ask, choice

OPTIONS = ("= Gas", "Salt")


@pytest.mark.parametrize(
    ("prompt", "lead"),
    [
        ("What lifts dough?", "What lifts dough?"),
        ("Bread is old. What lifts dough? Choose one.", "What lifts dough?"),
        ("Mr. Ito bakes. What lifts his *dough*?", "What lifts his dough?"),
        ("Dough is lifted by", "Dough is lifted by"),
        ("It is warm.\nDough is lifted by", "Dough is lifted by"),
        ("Look.\n\n```python\nwhat?\n```\n\nWhat is printed?", "What is printed?"),
        ("Brot ist alt. Was hebt den Teig?", "Was hebt den Teig?"),
        ("El pan es viejo. ¿Qué levanta la masa?", "¿Qué levanta la masa?"),
        ("It costs 3.50 euros in 2 shops. Why?", "Why?"),
    ],
)
def test_the_lead_is_what_is_asked(prompt: str, lead: str) -> None:
    assert ask(choice(prompt, *OPTIONS)).lead == lead


def test_what_is_quoted_is_somebody_elses() -> None:
    item = ask(
        choice("What does \"not in the table above\" mean, and 'no' in Mr Lee's text?", *OPTIONS)
    )
    assert item.asked == "What does … mean, and … in Mr Lee's text?"


def test_a_menu_of_a_gap_is_an_offer() -> None:
    gaps = {
        "a": {"answers": ["gas"], "distractors": ["salt", {"id": "fat", "text": "fat"}]},
        "b": {"answers": ["oven"]},
    }
    text = "It is [[a]] in the [[b]]."
    (offer,) = ask({"type": "cloze", "prompt": "Fill in.", "text": text, "gaps": gaps}).offers
    assert [each.text for each in offer.options] == ["gas", "salt", "fat"]
    assert offer.key
    assert offer.key.text == "gas"


def test_regions_are_an_offer() -> None:
    regions = [
        {"region": "a", "text": "The ring", "correct": True, "feedback": "Yes."},
        {"region": "b", "text": "The core", "feedback": "No."},
    ]
    figure = {
        "type": "hotspot",
        "prompt": "Where?",
        "figure": "f",
        "alt": "A ring",
        "regions": regions,
    }
    item = ask(figure)
    assert item.chosen
    assert [each.text for each in item.chosen.options] == ["The ring", "The core"]


def test_several_right_options_make_no_key() -> None:
    item = ask(choice("Which?", "= Gas", "= Heat", "Salt", type="multiple-response"))
    assert item.offers[0].key is None
    assert item.single is None
