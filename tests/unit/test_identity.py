"""What a learner chooses has an id that nothing else in its list can change."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck import bank, convert, types
from selfcheck.identity import Choosable, Listing, derive, is_id
from selfcheck.questions import Asked, Question
from selfcheck.source import Source

ROOT = Path(__file__).parents[2]
CONTENT = (ROOT / "content", ROOT / "tests" / "moon" / "content")

TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Short plain words say themselves.
        ("C", "c"),
        ("Bone marrow", "bone-marrow"),
        ("adipose-derived", "adipose-derived"),
        ("3D printing", "3d-printing"),
        ("twenty characters ok", "twenty-characters-ok"),
        ("  Bone marrow\n", "bone-marrow"),
        ("14", "14"),
        # What they do not say, the hash does.
        ("C#", "c-0402"),
        ("C++", "c-f1de"),
        ("-5", "5-37aa"),
        ("0.8", "0-8-1e9d"),
        ("MSC", "msc-cb93"),
        ("bone  marrow", "bone-marrow-6b46"),
        ("twenty characters yes", "twenty-683b"),
        # At most twelve letters, whole words where one fits.
        ("From the bone marrow, by a needle", "from-the-1d5c"),
        ("Internationalisation of it all", "internationa-a576"),
        ("Über die Zelle", "uber-die-04d7"),
        ("U\u0308ber die Zelle", "uber-die-04d7"),
        # No Latin letter: the hash alone, with a letter before it that keeps it text in YAML.
        ("干细胞", "x6d91bb3a"),
        ("幹細胞", "x23b86cb3"),
        ("…", "xb4935894"),
    ],
)
def test_a_text_gives_its_id_for_ever(text: str, name: str) -> None:
    assert derive(text) == name
    assert is_id(name)


@given(TEXTS)
def test_every_text_has_a_short_id(text: str) -> None:
    name = derive(text)
    assert is_id(name)
    assert len(name) <= 20
    assert derive(f" {text}\n") == name
    plain = re.fullmatch(r"[A-Za-z0-9]+([ -][A-Za-z0-9]+)*", text.strip())
    if not plain:
        assert re.search(r"(-[0-9a-f]{4}|^x[0-9a-f]{8})$", name)


@given(st.lists(TEXTS, min_size=2, max_size=8, unique_by=str.strip), st.randoms())
def test_neither_order_nor_company_changes_an_id(texts: list[str], random: Any) -> None:
    def ids(texts: list[str], equal: bool) -> dict[str, str]:
        things = [Choosable(("options", n), text) for n, text in enumerate(texts)]
        return dict(zip(texts, Listing(things, equal=equal).ids, strict=True))

    for equal in (False, True):
        all_of_them = ids(texts, equal)
        mixed = random.sample(texts, len(texts))
        assert ids(mixed, equal) == all_of_them
        assert ids(mixed[:-1], equal).items() <= all_of_them.items()


@settings(max_examples=50)
@given(st.lists(TEXTS, min_size=2, max_size=6, unique_by=str.strip), st.randoms())
def test_a_question_keeps_its_ids_when_its_options_move(texts: list[str], random: Any) -> None:
    def ids(texts: list[str]) -> dict[str, str]:
        options = [{"text": text, "feedback": "So.", "correct": text == texts[0]} for text in texts]
        asked = convert.question({**COMMON, "type": "multiple-response", "options": options})
        assert isinstance(asked, Question)
        (listing,) = types.row(asked).listings(asked)
        return dict(zip(texts, listing.ids, strict=True))

    assert ids(random.sample(texts, len(texts))) == ids(texts)


def test_equal_texts_are_counted_and_ids_that_are_given_stay() -> None:
    def ids(*things: tuple[str, str]) -> list[str]:
        listed = [Choosable(("items", n), *thing) for n, thing in enumerate(things)]
        return Listing(listed, equal=True).ids

    assert ids(("Wash", ""), ("Spin", ""), ("Wash", ""), ("Wash", "")) == [
        *("wash", "spin", "wash-2", "wash-3")
    ]
    # What is pinned is never given twice.
    assert ids(("Wash", ""), ("Wash", "wash")) == ["wash-2", "wash"]
    assert ids(("Wash", "first"), ("Wash", "")) == ["first", "wash"]


def test_equal_texts_are_one_thing() -> None:
    names = ("Wash", "Spin", "Wash")
    listing = Listing([Choosable(("items", n), text) for n, text in enumerate(names)], equal=True)
    assert listing.alike == {"wash": "wash", "wash-2": "wash", "spin": "spin"}
    assert listing.same == ["wash wash-2"]


COMMON: dict[str, Any] = {
    "id": "one",
    "objective": "o",
    "level": "apply",
    "prompt": "Which?",
    "explanation": "So.",
    "sources": [],
}
UNNAMED: list[tuple[dict[str, Any], list[tuple[tuple[str | int, ...], str]]]] = [
    (
        {
            "type": "choice",
            "options": [
                {"text": "This", "feedback": "Yes.", "correct": True},
                {"id": "that", "text": "That one", "feedback": "No."},
            ],
        },
        [(("options", 0), "this")],
    ),
    (
        {"type": "order", "items": [{"text": "a"}, {"text": "b"}, {"text": "a"}]},
        [(("items", 0), "a"), (("items", 1), "b"), (("items", 2), "a-2")],
    ),
    (
        {
            "type": "match",
            "pairs": [
                {"left": "Blood", "right": {"id": "hsc", "text": "HSC"}},
                {"left": {"id": "skin", "text": "Skin"}, "right": "epidermal"},
            ],
            "distractors": ["neither"],
        },
        [
            (("pairs", 0, "left"), "blood"),
            (("pairs", 1, "right"), "epidermal"),
            (("distractors", 0), "neither"),
        ],
    ),
    (
        {
            "type": "categorize",
            "categories": [
                {"text": "Cells", "items": [{"text": "skin"}, {"id": "b", "text": "blood"}]},
                {"id": "rest", "text": "Rest", "items": []},
            ],
        },
        [(("categories", 0), "cells"), (("categories", 0, "items", 0), "skin")],
    ),
    (
        {
            "type": "cloze",
            "text": "[[a]] [[b]]",
            "gaps": {
                "a": {"answers": ["typed"]},
                "b": {"answers": ["one"], "distractors": ["two", {"id": "c", "text": "three"}]},
            },
        },
        [(("gaps", "b", "answers", 0), "one"), (("gaps", "b", "distractors", 0), "two")],
    ),
    (
        {
            "type": "short-text",
            "answers": ["pluri"],
            "wrong": [{"answers": ["multi", "many"], "feedback": "No."}],
        },
        [(("wrong", 0), "multi")],
    ),
    (
        {
            "type": "hotspot",
            "figure": "f",
            "alt": "F",
            "regions": [
                {"region": "left", "text": "Left", "feedback": "Yes.", "correct": True},
                {"id": "r", "region": "Right", "text": "Right", "feedback": "No."},
            ],
        },
        [],
    ),
    (
        {
            "type": "numeric",
            "answer": "half",
            "variants": [{"id": "small", "n": 4, "half": 2}, {"n": 6, "half": 3}],
            "wrong": [{"near": "n", "feedback": "No."}, {"near": 1.5, "feedback": "No."}],
        },
        [
            (("wrong", 0), "n"),
            (("wrong", 1), derive("1.5")),
            (("variants", 1), derive('{"half": 3, "n": 6}')),
        ],
    ),
    (
        {"type": "numeric", "answer": "half", "variants": "some_module:rows"},
        [],
    ),
    (
        {
            "type": "case",
            "parts": [
                # What a part has from its case need not stand in it.
                {
                    **{"id": "p", "type": "short-text", "prompt": "What?", "explanation": "So."},
                    **{"answers": ["x"], "wrong": [{"answers": ["yes"], "feedback": "No."}]},
                },
                {**COMMON, "id": "q", "type": "numeric", "answer": 1},
            ],
        },
        [(("parts", 0, "wrong", 0), "yes")],
    ),
]


@pytest.mark.parametrize(("more", "places"), UNNAMED, ids=lambda each: str(each)[:30])
def test_what_could_be_given_an_id_is_found(more: dict[str, Any], places: object) -> None:
    data = {**COMMON, **more}
    if more["type"] == "case":
        del data["explanation"]
    assert list(convert.unnamed(data)) == places


def test_each_type_says_what_could_be_given_an_id() -> None:
    assert {more["type"] for more, _ in UNNAMED} == {*types.TABLE} - {"multiple-response"}


def put(data: Any, where: tuple[str | int, ...], name: str) -> None:
    """Give what stands in *data* at a path the id *name*, as an author would."""
    *path, last = where
    for key in path:
        data = data[key]
    if isinstance(data[last], dict):
        data[last]["id"] = name
    else:
        data[last] = {"id": name, "text": data[last]}


PATHS = sorted((CONTENT[1] / "questions").glob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_pinning_changes_no_quiz(path: Path) -> None:
    from selfcheck.render import html

    folder = path.parents[1]
    references = bank.references(folder)
    made = bank.load(path.stem, folder)
    before = html(made, references, folder=folder)
    data = Source(path).data
    count = 0
    for n, question in enumerate(data["questions"]):
        for where, name in list(convert.unnamed(question)):
            put(question, where, name)
            count += 1
        assert list(convert.unnamed(question)) == [], n
    assert count, "this bank shows nothing: all its ids are given"
    # What expanding adds is no matter of ids.
    pinned = [
        convert.question(_whole(asked, question))
        for asked, question in zip(made.questions, data["questions"], strict=True)
    ]
    after = html(type(made)(**{**_fields(made), "questions": pinned}), references, folder=folder)
    assert after == before


def _whole(asked: Asked, data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* with what expanding a bank adds to it, taken from the question *asked*."""
    whole = dict(data)
    if isinstance(whole.get("variants"), str):
        whole["variants"] = asked.variants  # type: ignore[attr-defined]
    if "parts" in whole:
        whole["parts"] = [
            _whole(part, {**each, **convert.inherited(data, each)})
            for (_, part), each in zip(asked.answered(), whole["parts"], strict=True)
        ]
    return whole


def _fields(struct: Any) -> dict[str, Any]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


def test_texts_in_other_forms_of_unicode_have_the_same_words_in_their_ids() -> None:
    composed, apart = (unicodedata.normalize(form, "Zürich, 2019") for form in ("NFC", "NFD"))
    assert derive(composed).startswith("zurich-2019-")
    assert derive(apart).startswith("zurich-2019-")
