"""The catalogues of the interface's words: complete, translated, and used."""

from __future__ import annotations

import re
from pathlib import Path

import babel
import pytest

import citations
from selfcheck import words

ROOT = Path(__file__).parents[2]
LANGUAGES = words.languages()
OTHERS = [language for language in LANGUAGES if language != "en"]
ENGLISH = words.catalogue("en")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Signs and not words.
SIGNS = {"thousands", "decimal"}


def forms(entry: str | dict[str, str]) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


def code() -> str:
    """Return all code that may say something, without the catalogues."""
    paths = [
        *(ROOT / "frontend" / "src").rglob("*.js"),
        *(ROOT / "frontend" / "src").rglob("*.d.ts"),
        *(ROOT / "src" / "selfcheck").rglob("*.py"),
    ]
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_there_are_the_languages_that_we_promise() -> None:
    assert {"en", "de", "es"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing_and_nothing_is_left_over(language: str) -> None:
    assert list(words.catalogue(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated(language: str) -> None:
    catalogue = words.catalogue(language)
    same = {key for key in ENGLISH if catalogue[key] == ENGLISH[key]}
    assert same - SIGNS == set()


@pytest.mark.parametrize("language", OTHERS)
def test_the_same_values_are_filled_in(language: str) -> None:
    for key, entry in words.catalogue(language).items():
        wanted = {name for form in forms(ENGLISH[key]) for name in PLACEHOLDER.findall(form)}
        for form in forms(entry):
            assert set(PLACEHOLDER.findall(form)) == wanted, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    wanted = {*babel.Locale(language).plural_form.tags, "other"}
    for key, entry in words.catalogue(language).items():
        assert isinstance(entry, dict) == isinstance(ENGLISH[key], dict), key
        if isinstance(entry, dict):
            assert set(entry) == wanted, key


def test_every_word_is_used() -> None:
    text = code()
    built = [re.escape(start) for start in re.findall(r"`([a-z-]+-)\$\{", text)]
    # What the store has to say of itself, by where it is said.
    assert "`${trouble}-${host}`" in text
    built += [r"(?:forgets|no-room)-(?:page|notebook)$"]
    unused = [
        key
        for key in ENGLISH
        if not re.search(rf"[\"'`]{key}[\"'`]", text)
        and not any(re.match(start, key) for start in built)
    ]
    assert unused == []


def test_python_says_only_what_the_catalogue_has() -> None:
    said = re.findall(r"say\([^\"']*?[\"']([a-z-]+)[\"']", code())
    assert said
    assert set(said) <= ENGLISH.keys()


@pytest.mark.parametrize(
    ("asked", "served"),
    [("de", "de"), ("de-AT", "de"), ("es-MX", "es"), ("en-GB", "en"), ("ar", "en"), ("eng", "en")],
)
def test_the_nearest_catalogue_serves(asked: str, served: str) -> None:
    assert words.nearest(asked) == served


def test_cards_and_quizzes_say_alike_what_is_not_confirmed() -> None:
    assert {status: words.say("en", status) for status in citations.NOTES} == citations.NOTES


def test_a_count_takes_its_form() -> None:
    assert words.say("en", "quiz", title="T", n=1) == "Quiz: T (1 question)"
    assert words.say("de", "quiz", title="T", n=2) == "Quiz: T (2 Fragen)"
