"""The HTML of a question that can be asked again with other numbers."""

import re

import msgspec

from selfcheck.questions import Bank
from selfcheck.render import html
from tests.unit.test_render import bank, data_of


def variants(**more: object) -> Bank:
    rows = [{"n": 4, "half": 2, "twice": 8}, {"n": 1600, "half": 800, "twice": 3200}]
    return bank(
        type="numeric",
        prompt="What is half of [[n]]?",
        explanation="Half of [[n]].",
        variants=rows,
        answer="half",
        tolerance="10%",
        wrong=[{"near": "twice", "feedback": "That is twice [[n]]."}],
        **more,
    )


def test_variants_say_what_changes_from_one_to_the_next() -> None:
    text = html(variants(), {})
    data = data_of(text)
    made = data["variants"]
    assert isinstance(made, list)
    assert len({row.pop("fp") for row in made}) == 2
    assert made == [
        {"id": made[0]["id"], "key": 2, "tol": 0.2, "near": [["twice", 8, 0.8]]},
        {"id": made[1]["id"], "key": 800, "tol": 80, "near": [["twice", 3200, 320]]},
    ]
    assert data["say"] == {
        "n": ["4", "1,600"],
        "~0": ["8", "3,200"],
        "=": ["2 (1.8 to 2.2 counts)", "800 (720 to 880 counts)"],
    }
    assert "What is half of <span data-v='n'>4</span>?" in text
    assert "<span data-v='='>2 (1.8 to 2.2 counts)</span>" in text
    assert "<b class='sc-near' data-v='~0'>8</b>" in text


def test_the_id_of_a_variant_is_no_column() -> None:
    made = variants()
    rows = [{"id": "small", "n": 4, "half": 2, "twice": 8}, {"n": 6, "half": 3, "twice": 12}]
    question = msgspec.structs.replace(made.questions[0], variants=rows, prompt="[[id]] [[n]]")
    text = html(msgspec.structs.replace(made, questions=[question]), {})
    (first, second) = data_of(text)["variants"]  # type: ignore[misc]
    assert first["id"] == "small"
    assert re.fullmatch(r"half-3-n-6-[0-9a-f]{4}", second["id"])
    assert "[[id]] <span data-v='n'>4</span>" in text


def test_a_column_that_looks_like_a_name_stays_text() -> None:
    made = variants()
    rows = [{"n": "[[half]]", "half": 2, "twice": 8}, {"n": "six", "half": 3, "twice": 12}]
    question = msgspec.structs.replace(made.questions[0], variants=rows)
    text = html(msgspec.structs.replace(made, questions=[question]), {})
    say = data_of(text)["say"]
    assert isinstance(say, dict)
    assert say["n"] == ["[[half]]", "six"]
