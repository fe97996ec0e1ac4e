"""The HTML of a quiz holds what docs/quiz-html.md promises."""

import json
import re
from html import unescape
from pathlib import Path

import msgspec
import pytest

from citations import Reference
from selfcheck import convert, markdown
from selfcheck.bank import load
from selfcheck.numbers import written
from selfcheck.questions import Bank
from selfcheck.render import Settings, html
from selfcheck.render.key import answer_key
from selfcheck.render.quiz import VERSION
from selfcheck.shuffle import shuffled
from selfcheck.types.brackets import filled
from selfcheck.types.numeric import absolute
from selfcheck.types.pieces import letter


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
    return convert.bank(data)


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
    found = re.search(rf"class='{name}'[^>]*>(.*?)</[ou]l>", text)
    assert found
    return found[1].split("<li>")[1:]


def split(data: dict[str, object], name: str) -> list[str]:
    ids = data[name]
    assert isinstance(ids, str)
    return ids.split(" ")


@pytest.mark.parametrize("kind", ["choice", "multiple-response"])
def test_key_names_the_right_options(kind: str) -> None:
    right = (0,) if kind == "choice" else (0, 2)
    text = html(bank(type=kind, options=options("a", "b", "c", "d", right=right)), {})
    data = data_of(text)
    # The id of so short a text is the text.
    assert split(data, "ids") == entries(text, "sc-options") != list("abcd")
    assert set(split(data, "key")) == {"abcd"[index] for index in right}
    assert entries(text, "sc-feedback") == [f"About {name}." for name in split(data, "ids")]


def test_options_that_must_stay_do_and_the_page_hears_of_it() -> None:
    text = html(bank(type="choice", options=options("a", "b", "c", "d"), shuffle=False), {})
    assert entries(text, "sc-options") == list("abcd")
    assert data_of(text)["shuffle"] is False


def test_order_is_shown_out_of_order_and_the_key_restores_it() -> None:
    items = [{"text": letter, "feedback": f"{letter}!"} for letter in "abcde"]
    text = html(bank(type="order", items=items), {})
    data = data_of(text)
    assert split(data, "ids") == entries(text, "sc-items") != list("abcde")
    assert split(data, "key") == list("abcde")
    assert entries(text, "sc-feedback") == [f"{name}!" for name in split(data, "ids")]
    assert "same" not in data


def test_equal_items_are_told_apart_by_id_and_said_to_be_the_same() -> None:
    items = [{"text": name} for name in ("Spin", "Wash", "Count", "Wash")]
    text = html(bank(type="order", items=items), {})
    data = data_of(text)
    assert split(data, "key") == ["spin", "wash", "count", "wash-2"]
    assert data["same"] == ["wash wash-2"] or data["same"] == ["wash-2 wash"]
    assert entries(text, "sc-items") != ["Spin", "Wash", "Count", "Wash"]


def test_match_key_gives_each_left_side_its_right_side() -> None:
    pairs = [{"left": f"left {n}", "right": f"right {n}"} for n in range(4)]
    text = html(bank(type="match", pairs=pairs, distractors=["nobody's"]), {})
    data = data_of(text)
    assert split(data, "ids") == [f"left-{n}" for n in range(4)]
    assert split(data, "key") == [f"right-{n}" for n in range(4)]
    rights = dict(zip(split(data, "to"), entries(text, "sc-right"), strict=True))
    assert [rights[f"right-{n}"] for n in range(4)] == [f"right {n}" for n in range(4)]
    assert "nobody's" in rights.values()


def test_two_pairs_may_have_the_same_right_side() -> None:
    pairs = [
        {"left": "Blood", "right": {"id": "hsc", "text": "HSC"}},
        {"left": "Marrow", "right": {"id": "the-same", "text": "HSC"}},
        {"left": "Skin", "right": "Epidermal"},
    ]
    data = data_of(html(bank(type="match", pairs=pairs), {}))
    assert split(data, "key") == ["hsc", "the-same", "epidermal"]
    (same,) = data["same"]  # type: ignore[misc]
    assert set(same.split()) == {"hsc", "the-same"}


def test_categorize_key_gives_each_item_its_group() -> None:
    categories = [
        {"text": "Cells", "items": [{"text": "skin"}, {"text": "blood"}]},
        {"id": "none", "text": "Neither", "items": [{"text": "bone"}]},
    ]
    text = html(bank(type="categorize", categories=categories), {})
    data = data_of(text)
    assert split(data, "ids") == entries(text, "sc-items")
    assert split(data, "to") == ["cells", "none"]
    groups = dict(zip(split(data, "ids"), split(data, "key"), strict=True))
    assert groups == {"skin": "cells", "blood": "cells", "bone": "none"}


def test_gaps_are_typed_or_offer_a_menu() -> None:
    gaps = {
        "place": {"answers": [{"id": "dish", "text": "a dish"}], "distractors": ["a bone"]},
        "cell": {"answers": ["one", "two"], "spelling": 1},
    }
    text = html(bank(type="cloze", text="A [[cell]] in [[place]].", gaps=gaps), {})
    data = data_of(text)
    typed, menu = data["gaps"]  # type: ignore[misc]
    assert split(data, "ids") == ["cell", "place"]
    assert typed == {"key": ["one", "two"], "spelling": 1}
    assert menu["key"] == "dish"
    names = {"dish": "a dish", "a-bone": "a bone"}
    offered = [names[name] for name in menu["ids"].split(" ")]
    assert f"({' / '.join(f'<i>{each}</i>' for each in offered)})" in text


def test_typed_answers_and_what_is_known_of_wrong_ones() -> None:
    wrong = [{"answers": ["multi", "many"], "feedback": "No."}]
    made = bank(type="short-text", answers=["pluri"], case_sensitive=True, wrong=wrong)
    data = data_of(html(made, {}))
    assert (data["key"], data["case"]) == (["pluri"], True)
    assert data["near"] == [["multi", "multi", "many"]]


def test_a_drawn_region_has_the_id_that_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"/><g id="b"/></svg>'
    (tmp_path / "figures" / "two.svg").write_text(drawn, encoding="utf-8")
    regions = [
        {"region": "a", "text": "Left", "feedback": "No."},
        {"id": "right", "region": "b", "text": "Right", "feedback": "Yes.", "correct": True},
    ]
    made = bank(type="hotspot", figure="two", alt="Two", regions=regions)
    text = html(made, {}, folder=tmp_path)
    data = data_of(text)
    names = {"a": "Left", "right": "Right"}
    assert [names[name] for name in split(data, "ids")] == entries(text, "sc-options")
    assert data["key"] == "right"
    assert "<g data-region='a'></g><g data-region='right'></g>" in text


def test_numeric_says_what_counts() -> None:
    text = html(bank(type="numeric", answer=82718, tolerance="1%", unit="cells"), {})
    assert data_of(text) == {
        "type": "numeric",
        "fp": data_of(text)["fp"],
        "key": 82718,
        "tol": 827.18,
        "unit": "cells",
    }
    assert "82,718 cells (81,890.82 to 83,545.18 counts)" in text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (82718.0, "82,718"),
        (0.00005, "0.00005"),
        (1e6, "1,000,000"),
        (3.20, "3.2"),
        (-0.5, "-0.5"),
        (-0.0, "0"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float, said: str) -> None:
    assert written(value) == said


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


def test_nothing_of_our_own_costs_a_notebook_a_second_sign() -> None:
    folder = Path(__file__).parents[1] / "moon" / "content"
    made = load("moon", folder)
    text = html(made, {}, Settings(draw=1, summary=True, sitting="after"), folder)
    markup = re.sub(r"data-q='[^']*'|(?<=>)[^<]*(?=<)", "", text)
    assert '"' not in markup
    assert re.search(r"<ol class='sc-options' type='A'>(<li>[^<]*)+</ol>", text)
    formula = markdown.blocks("A line\nand $x^2$ in it.")
    assert formula == "<p>A line and <math><msup><mi>x</mi><mn>2</mn></msup></math> in it.</p>"


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


def test_names_in_brackets_are_filled_in_words_and_never_in_a_tag() -> None:
    html_ = "<img alt=\"a > [[n]]\" src='[[n]]'> [[n]] <code>[[n]]</code> [[other]]"
    assert filled(html_, {"n": "<b>1</b>"}) == (
        "<img alt=\"a > [[n]]\" src='[[n]]'> <b>1</b> <code><b>1</b></code> [[other]]"
    )


def test_gaps_stand_in_words_and_in_code() -> None:
    gaps = {"a": {"answers": ["x"]}, "b": {"answers": ["y"]}}
    text = html(bank(type="cloze", text="`f([[b]])` and [[a]], no [[c]]", gaps=gaps), {})
    blank = "<span class='sc-gap'>________</span>"
    assert f"<code>f({blank})</code> and {blank}, no [[c]]" in text
    assert data_of(text)["ids"] == "b a"


def test_shuffling_depends_on_names_alone() -> None:
    ids = list("abcdef")
    one = [ids[index] for index in shuffled("a/b", ids)]
    other = [ids[::-1][index] for index in shuffled("a/b", ids[::-1])]
    assert one == other
    orders = {tuple(shuffled(f"a/{n}", ids)) for n in range(50)}
    assert len(orders) > 40
    firsts = {order[0] for order in orders}
    assert firsts == set(range(6))


def test_what_has_a_right_order_is_never_shown_in_it() -> None:
    drawn = [shuffled(f"a/{n}", list("abc")) for n in range(100)]
    assert [0, 1, 2] in drawn
    kept = [shuffled(f"a/{n}", list("abc"), unlike="xyz") for n in range(100)]
    assert [0, 1, 2] not in kept
    # Two that look the same may change places, and it would still be the right order.
    alike = [shuffled(f"a/{n}", list("abc"), unlike="xxy") for n in range(100)]
    assert [0, 1, 2] not in alike
    assert [1, 0, 2] not in alike


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_tolerance_is_absolute_or_relative() -> None:
    assert absolute(2, 50) == 2
    assert absolute("10%", -50) == 5
    assert absolute("10 %", 0) == 0


def test_the_answer_key_says_each_answer_in_words_and_its_id() -> None:
    pairs = [{"left": "Blood", "right": "HSC"}, {"left": "Skin", "right": "Epidermal cell"}]
    items = [{"text": name} for name in ("egg", "blastocyst", "cell line")]

    def name(text: str, known: str) -> str:
        return f"{text} <small><code>{known}</code></small>"

    chosen = bank(type="choice", options=options("a", "b", right=(1,)))
    assert f"Answer:</strong> {name('b', 'b')}</p>" in answer_key(chosen)
    blood, hsc = name("Blood", "blood"), name("HSC", "hsc-c250")
    assert f"<li>{blood} → {hsc}</li>" in answer_key(bank(type="match", pairs=pairs))
    egg = name("egg", "egg")
    assert f"<ol><li>{egg}</li>" in answer_key(bank(type="order", items=items))
    assert "0.5 %" in answer_key(bank(type="numeric", answer=0.5, unit="%"))
    groups = [{"text": "Cells", "items": items}, {"text": "Rest", "items": []}]
    said = f"<li>{egg} → {name('Cells', 'cells')}</li>"
    assert said in answer_key(bank(type="categorize", categories=groups))
    gaps = {"a": {"answers": ["one"], "distractors": ["two"]}, "b": {"answers": ["three"]}}
    said = f"{name('<strong>one</strong>', 'a: one')} {name('<strong>three</strong>', 'b')}"
    assert said in answer_key(bank(type="cloze", text="[[a]] [[b]]", gaps=gaps))
    forms = bank(type="short-text", answers=["one", "two"])
    assert "Answer:</strong> one / two<" in answer_key(forms)


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "data-quiz='try'>"),
        ("de", "data-quiz='try' lang='de'>"),
        ("de-AT", "data-quiz='try' lang='de-AT' data-numbers='de'>"),
        ("it", "data-quiz='try' lang='it' data-numbers='en'>"),
    ],
)
def test_a_bank_says_its_language_and_that_of_its_numbers(language: str, head: str) -> None:
    made = msgspec.structs.replace(
        bank(type="numeric", answer=1234.5, unit="km"), language=language
    )
    text = html(made, {})
    assert text.startswith(f"<div class='selfcheck' data-version='{VERSION}' {head}")
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
    text = html(convert.bank(data), {}, Settings(summary=True))
    assert re.findall(r"data-objective='(\w+)'", text) == ["cells", "tissues"]
