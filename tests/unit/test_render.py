"""The HTML of a quiz holds what docs/quiz-html.md promises."""

import json
import re
from html import unescape

import msgspec
import pytest

from citations import Reference
from selfcheck import markdown
from selfcheck.questions import Bank, absolute
from selfcheck.render import Settings, html
from selfcheck.render.key import answer_key
from selfcheck.render.numeric import number
from selfcheck.render.parts import letter
from selfcheck.render.shuffle import shuffled


def bank(**question: object) -> Bank:
    common = {"id": "one", "objective": "cells", "level": "apply", "sources": []}
    texts = {"prompt": "Which?", "explanation": "Because."}
    data = {
        "schema": 1,
        "id": "try",
        "title": "Try",
        "objectives": {"cells": "Cells"},
        "questions": [{**common, **texts, **question}],
    }
    return msgspec.convert(data, Bank)


def options(*texts: str, right: tuple[int, ...] = (0,)) -> list[dict[str, object]]:
    return [
        {"text": text, "feedback": f"About {text}.", "correct": n in right}
        for n, text in enumerate(texts)
    ]


def data_of(text: str) -> dict[str, object]:
    found = re.search(r"data-q='([^']*)'", text)
    assert found
    data = json.loads(unescape(found[1]))
    assert isinstance(data, dict)
    return data


def entries(text: str, name: str) -> list[str]:
    found = re.search(rf'class="{name}"[^>]*>(.*?)</[ou]l>', text)
    assert found
    return re.findall(r"<li>(.*?)</li>", found[1])


@pytest.mark.parametrize("kind", ["choice", "multiple-response"])
def test_key_points_at_the_right_options(kind: str) -> None:
    right = (0,) if kind == "choice" else (0, 2)
    text = html(bank(type=kind, options=options("a", "b", "c", "d", right=right)), {})
    shown = entries(text, "sc-options")
    key = data_of(text)["key"]
    assert isinstance(key, list)
    assert {shown[index] for index in key} == {"abcd"[index] for index in right}
    assert entries(text, "sc-feedback") == [f"About {option}." for option in shown]


def test_order_is_shown_out_of_order_and_the_key_restores_it() -> None:
    items = [{"text": letter, "feedback": f"{letter}!"} for letter in "abcde"]
    text = html(bank(type="order", items=items), {})
    shown = entries(text, "sc-items")
    key = data_of(text)["key"]
    assert isinstance(key, list)
    assert shown != list("abcde")
    assert [shown[index] for index in key] == list("abcde")
    assert entries(text, "sc-feedback") == [f"{item}!" for item in shown]


def test_match_key_gives_each_left_side_its_right_side() -> None:
    pairs = [{"left": str(n), "right": f"right {n}"} for n in range(4)]
    text = html(bank(type="match", pairs=pairs, distractors=["nobody's"]), {})
    rights = entries(text, "sc-right")
    key = data_of(text)["key"]
    assert isinstance(key, list)
    assert [rights[index] for index in key] == [f"right {n}" for n in range(4)]
    assert "nobody's" in rights


def test_numeric_says_what_counts() -> None:
    text = html(bank(type="numeric", answer=82718, tolerance="1%", unit="cells"), {})
    assert data_of(text) == {
        "type": "numeric",
        "hash": data_of(text)["hash"],
        "key": 82718,
        "tol": 827.18,
        "unit": "cells",
    }
    assert "82,718 cells (81,890.82 to 83,545.18 counts)" in text


@pytest.mark.parametrize(
    ("value", "written"),
    [(82718.0, "82,718"), (0.00005, "0.00005"), (1e6, "1,000,000"), (3.20, "3.2"), (-0.5, "-0.5")],
)
def test_numbers_are_written_as_people_write_them(value: float, written: str) -> None:
    assert number(value) == written


def test_hash_changes_with_the_key_and_not_with_a_text() -> None:
    def hash_of(right: int, prompt: str) -> object:
        made = bank(type="choice", prompt=prompt, options=options("a", "b", "c", right=(right,)))
        return data_of(html(made, {}))["hash"]

    assert hash_of(0, "Which?") == hash_of(0, "Which one?")
    assert hash_of(0, "Which?") != hash_of(1, "Which?")


def test_sources_are_links_where_there_is_one() -> None:
    made = bank(type="choice", options=options("a", "b"))
    question = msgspec.structs.replace(made.questions[0], sources=["x", "y"])
    made = msgspec.structs.replace(made, questions=[question])
    reference = Reference(
        key="x",
        short_authors=("Doe & Sons",),
        year=2020,
        title="T",
        container="C",
        doi="10.1/x",
        status="confirmed",
    )
    bare = msgspec.structs.replace(reference, key="y", short_authors=("Roe",), doi="")
    text = html(made, {"x": reference, "y": bare})
    assert "<a href='https://doi.org/10.1/x'>Doe &amp; Sons 2020</a>; Roe 2020</p>" in text


HOSTILE = [
    "<script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 1'>",
    "[click](javascript:window.pwned=1)",
    "<svg><script>window.pwned = 1</script></svg>",
    "<a href='data:text/html,<script>1</script>'>x</a>",
    "![x](javascript:1)",
    '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_of_an_author_never_gets_through(text: str) -> None:
    made = markdown.blocks(text)
    assert not re.search(r"<(script|img|svg|iframe)|<a [^>]*href=.(javascript|data)", made, re.I)
    assert markdown.problems(text)


def test_math_becomes_mathml_and_money_stays() -> None:
    assert "<math" in markdown.blocks(r"Now $\frac{1}{3}$ of it.")
    assert "<math" not in markdown.blocks(r"It costs \$5 or \$6.")


def test_shuffling_depends_on_the_name_alone() -> None:
    assert shuffled("a/b", 6) == shuffled("a/b", 6)
    assert {tuple(shuffled(f"a/{n}", 6)) for n in range(50)} != {tuple(range(6))}
    assert all(shuffled(f"a/{n}", 3, never_sorted=True) != [0, 1, 2] for n in range(100))


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_tolerance_is_absolute_or_relative() -> None:
    assert absolute(2, 50) == 2
    assert absolute("10%", -50) == 5
    assert absolute("10 %", 0) == 0


def test_the_answer_key_says_each_answer_in_words() -> None:
    pairs = [{"left": "Blood", "right": "HSC"}, {"left": "Skin", "right": "Epidermal cell"}]
    items = [{"text": name} for name in ("egg", "blastocyst", "cell line")]
    assert "Answer:</strong> b<" in answer_key(
        bank(type="choice", options=options("a", "b", right=(1,)))
    )
    assert "<li>Blood → HSC</li>" in answer_key(bank(type="match", pairs=pairs))
    assert "<ol><li>egg</li><li>blastocyst</li>" in answer_key(bank(type="order", items=items))
    assert "0.5 %" in answer_key(bank(type="numeric", answer=0.5, unit="%"))


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
    assert data["variants"] == [
        {"key": 2, "tol": 0.2, "near": [[8, 0.8]]},
        {"key": 800, "tol": 80, "near": [[3200, 320]]},
    ]
    assert data["say"] == {
        "n": ["4", "1,600"],
        "~0": ["8", "3,200"],
        "=": ["2 (1.8 to 2.2 counts)", "800 (720 to 880 counts)"],
    }
    assert 'What is half of <span data-v="n">4</span>?' in text
    assert '<span data-v="=">2 (1.8 to 2.2 counts)</span>' in text
    assert '<b class="sc-near" data-v="~0">8</b>' in text


def test_naming_a_column_once_more_keeps_answers() -> None:
    hinted = variants(hints=["Think of [[twice]]."])
    assert data_of(html(variants(), {}))["hash"] == data_of(html(hinted, {}))["hash"]


def test_a_column_that_looks_like_a_name_stays_text() -> None:
    made = variants()
    rows = [{"n": "[[half]]", "half": 2, "twice": 8}, {"n": "six", "half": 3, "twice": 12}]
    question = msgspec.structs.replace(made.questions[0], variants=rows)
    text = html(msgspec.structs.replace(made, questions=[question]), {})
    say = data_of(text)["say"]
    assert isinstance(say, dict)
    assert say["n"] == ["[[half]]", "six"]


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", 'data-quiz="try">'),
        ("de", 'data-quiz="try" lang="de">'),
        ("de-AT", 'data-quiz="try" lang="de-AT" data-numbers="de">'),
        ("it", 'data-quiz="try" lang="it" data-numbers="en">'),
    ],
)
def test_a_bank_says_its_language_and_that_of_its_numbers(language: str, head: str) -> None:
    made = msgspec.structs.replace(
        bank(type="numeric", answer=1234.5, unit="km"), language=language
    )
    text = html(made, {})
    assert text.startswith(f'<div class="selfcheck" {head}')
    assert ("1.234,5 km" if language.startswith("de") else "1,234.5 km") in text


def test_the_summary_names_objectives_that_only_parts_serve() -> None:
    part = {"type": "choice", "prompt": "Which?", "explanation": "So.", "sources": []}
    parts = [
        {**part, "id": n, "objective": o, "level": "apply", "options": options("a", "b")}
        for n, o in (("one", "cells"), ("two", "tissues"))
    ]
    case = {"id": "c", "type": "case", "objective": "cells", "level": "apply", "sources": []}
    data = {
        "schema": 1,
        "id": "try",
        "title": "Try",
        "objectives": {"cells": "Cells", "tissues": "Tissues", "organs": "Organs"},
        "questions": [{**case, "prompt": "A case.", "parts": parts}],
    }
    text = html(msgspec.convert(data, Bank), {}, Settings(summary=True))
    assert re.findall(r'data-objective="(\w+)"', text) == ["cells", "tissues"]
