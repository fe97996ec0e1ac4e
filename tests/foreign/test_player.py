"""QTI items in somebody else's player: answered right and wrong, they score as they do here."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from selfcheck import bank
from selfcheck.render import html
from tests.support.bare import scripts_alone
from tests.support.exporting import CONTENT, exported
from tests.support.player import Player

Answer = Callable[[Player], None]


def chosen(*names: str) -> Answer:
    return lambda player: [player.choose(name) for name in names] and None


def typed(text: str) -> Answer:
    return lambda player: player.type(text)


def filled(pan: str, what: str, minutes: str) -> Answer:
    def fill(player: Player) -> None:
        player.type(pan, "RESPONSE.pan")
        player.pick("RESPONSE.what", f"what.{what}")
        player.type(minutes, "RESPONSE.minutes")

    return fill


def ordered(*names: str) -> Answer:
    return lambda player: player.order(names)


def paired(**pairs: str) -> Answer:
    rows = {left.replace("_", "-"): f"to.{right}" for left, right in pairs.items()}
    return lambda player: player.pair(rows)


# The item, what is answered here, and the same there; and a piece of what is said.
ANSWERS: list[tuple[str, Any, Answer, str]] = [
    ("white-of-an-egg", "firm", chosen("firm"), "Yes: proteins unfold and tangle."),
    ("white-of-an-egg", "melts", chosen("melts"), "It does become firm."),
    ("white-of-an-egg", "3-parts", chosen("_3-parts"), "Two things happen:"),
    ("signs", "1-2-3-3a39", chosen("_1-2-3-3a39"), "50% & more: # is a sign, and \\ is another"),
    ("signs", "home-0eae", chosen("home-0eae"), "// Nothing {1:SHORTANSWER:=x} here."),
    (
        "what-sets",
        ["egg-white", "yolk", "custard"],
        chosen("egg-white", "yolk", "custard"),
        "Yes, by its eggs.",
    ),
    ("what-sets", ["yolk", "butter"], chosen("yolk", "butter"), "It melts."),
    ("what-sets", ["custard"], chosen("custard"), "It sets, a little later."),
    (
        "what-sets",
        ["custard", "egg-white", "sugar"],
        chosen("custard", "egg-white", "sugar"),
        "It melts, and browns.",
    ),
    ("litres", "0.625", typed("0.625"), "Yes:"),
    ("litres", "0.575", typed("0.575"), "Yes:"),
    ("litres", "0.675", typed("0.675"), "Yes:"),
    ("litres", "0.676", typed("0.676"), "is 0.625 L."),
    ("litres", "0.25", typed("0.25"), "That is one cup."),
    ("litres", "624.5", typed("624.5"), "That is in millilitres."),
    ("grains", "602200000000000000000000", typed("602200000000000000000000"), "6.022"),
    ("grains", "6022", typed("6022"), "6.022"),
    ("portions/few", "240", typed("240"), "3 × 80 g."),
    ("portions/many", "1275", typed("1275"), "That is 1,200 + 75."),
    ("french-for-egg", "œuf", typed("œuf"), "Oui."),
    ("french-for-egg", "Un Œuf", typed("Un Œuf"), "Oui."),
    ("french-for-egg", "une oie", typed("une oie"), "That is a goose."),
    ("french-for-egg", "pain", typed("pain"), "des œufs"),
    ("sign-for-product", "a*b", typed("a*b"), "A star says times."),
    ("sign-for-product", "A*b", typed("A*b"), "A star says times."),
    (
        "how-to-fry",
        {"pan": "Pan", "what": "egg", "minutes": "3"},
        filled("Pan", "egg", "3"),
        "The egg comes second.",
    ),
    (
        "how-to-fry",
        {"pan": "pot", "what": "egg", "minutes": "3"},
        filled("pot", "egg", "3"),
        "Three.",
    ),
    (
        "how-to-fry",
        {"pan": "pot", "what": "2-eggs", "minutes": "4"},
        filled("pot", "2-eggs", "4"),
        "So it is done.",
    ),
    (
        "boil-an-egg",
        ["fill-the-pot", "wait-one", "put-the-egg-in", "wait-two"],
        ordered("fill-the-pot", "wait-one", "put-the-egg-in", "wait-two"),
        "Six minutes.",
    ),
    (
        "boil-an-egg",
        ["fill-the-pot", "wait-two", "put-the-egg-in", "wait-one"],
        ordered("fill-the-pot", "wait-two", "put-the-egg-in", "wait-one"),
        "Wait twice.",
    ),
    (
        "boil-an-egg",
        ["put-the-egg-in", "wait-one", "fill-the-pot", "wait-two"],
        ordered("put-the-egg-in", "wait-one", "fill-the-pot", "wait-two"),
        "Wait twice.",
    ),
    (
        "where-from",
        {"hen": "small-too", "a-goose": "large-eggs", "a-duck": "small"},
        paired(hen="small", a_goose="large-eggs", a_duck="small"),
        "So 150 g.",
    ),
    (
        "where-from",
        {"hen": "large-eggs", "a-goose": "none-at-all", "a-duck": "small"},
        paired(hen="large-eggs", a_goose="none-at-all", a_duck="small"),
        "Size goes by the bird.",
    ),
    (
        "cold-or-not",
        {"milk": "in-the-fridge", "butter": "in-the-fridge", "salt": "on-the-shelf"},
        paired(milk="in-the-fridge", butter="in-the-fridge", salt="on-the-shelf"),
        "It sours.",
    ),
    (
        "cold-or-not",
        {"milk": "in-the-oven", "butter": "in-the-fridge", "salt": "in-the-fridge"},
        paired(milk="in-the-oven", butter="in-the-fridge", salt="in-the-fridge"),
        "Cold keeps.",
    ),
    ("the-small-plate", ["left"], chosen("left"), "Yes."),
    ("the-small-plate", ["top"], chosen("top"), "That is between the plates."),
    ("both-plates", ["left", "right"], chosen("left", "right"), "There are two."),
    ("both-plates", ["left"], chosen("left"), "There are two."),
    ("both-plates", ["left", "right", "top"], chosen("left", "right", "top"), "That is no plate."),
    ("a-burnt-pan/why", "it-stood-too-long", chosen("it-stood-too-long"), "Time burns."),
    ("a-burnt-pan/how-long", "29.5", typed("29.5"), "Half an hour."),
    ("a-burnt-pan/how-long", "31", typed("31"), "Half an hour."),
]


def here(asked: str, given: Any, page: Page) -> float:
    """Return what an answer scores here."""
    question, *variant = asked.split("/")
    loaded = bank.pick(bank.load("kitchen", CONTENT), question)
    text = html(loaded, bank.references(CONTENT), folder=CONTENT)
    found = {
        name.removeprefix("kitchen/"): split(json.loads(unescape(data)))
        for name, data in re.findall(r"data-question='([^']*)' data-q='([^']*)'", text)
    }
    data = found.get(asked) or found[question]
    for each in data.get("variants", []):
        if [each["id"]] == variant:
            data |= each
    script = "async ([q, r]) => (await import('/widget.js')).score(JSON.parse(q), JSON.parse(r))"
    got = page.evaluate(script, [json.dumps(data), json.dumps(given)])
    assert got["unanswered"] is False, got
    return float(got["score"])


def split(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a question as frontend/src/source.js reads them."""
    for name in ("ids", "to"):
        if name in data:
            data[name] = data[name].split()
    if "ids" in data and isinstance(data.get("key"), str):
        data["key"] = data["key"].split()
    data["gaps"] = [
        {**gap, "ids": gap["ids"].split()} if "ids" in gap else gap for gap in data.get("gaps", [])
    ]
    data["same"] = [each.split() for each in data.get("same", [])]
    return data


@pytest.fixture(scope="module")
def scorer(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts_alone(browser, tmp_path_factory.mktemp("scorer")) as page:
        yield page


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    path = tmp_path_factory.mktemp("package") / "kitchen.zip"
    exported("qti30", path)
    return ZipFile(path)


@pytest.fixture(scope="module")
def player(one_tab: tuple[Page, list[str]], packages: Path, package: ZipFile) -> Player:
    """The player, in one tab for all answers."""
    page, _ = one_tab
    return Player(page, packages, package)


@pytest.mark.parametrize(
    ("asked", "given", "answer", "said"),
    ANSWERS,
    ids=[f"{asked}-{json.dumps(given)}" for asked, given, *_ in ANSWERS],
)
def test_a_player_scores_as_we_do(
    player: Player,
    one_tab: tuple[Page, list[str]],
    scorer: Page,
    asked: str,
    given: Any,
    answer: Answer,
    said: str,
) -> None:
    player.show(f"items/kitchen.{asked.replace('/', '.')}.xml")
    answer(player)
    assert player.score() == pytest.approx(here(asked, given, scorer), abs=0.001)
    assert any(said in each for each in player.said()), player.said()
    assert player.lacking == []
    assert one_tab[1] == []


def test_nothing_is_said_to_whoever_has_not_answered(player: Player) -> None:
    for name in ("white-of-an-egg", "litres", "french-for-egg", "boil-an-egg", "both-plates"):
        player.show(f"items/kitchen.{name}.xml")
        assert player.score() == 0
        assert player.said() == []


def test_every_kind_of_question_is_answered_right_and_wrong() -> None:
    asked = {name.split("/")[0] for name, *_ in ANSWERS}
    loaded = bank.load("kitchen", CONTENT)
    assert asked == {question.id for question in loaded.questions}
