"""The catalogues of the interface's words: complete, translated, and used."""

from __future__ import annotations

import re
from pathlib import Path

import babel
import pytest

import citations
from selfcheck import scripts, words

ROOT = Path(__file__).parents[2]
LANGUAGES = words.languages()
OTHERS = [language for language in LANGUAGES if language != "en"]
ENGLISH = words.catalogue("en")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Signs and not words.
SIGNS = {"thousands", "decimal"}
# Scripts that say nothing.
SILENT = {"log"}
# What stands in a script and is no word of the interface: the name of an element, of an activity,
# of a keyboard.
NO_WORDS = {
    ("page", "summary"),
    ("page", "question"),
    ("progress", "summary"),
    ("progress", "question"),
    ("types/numeric", "decimal"),
}


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
    built += [r"(?:forgets|no-room)-(?:page|notebook)$", r"(?:lost|kernel-[a-z-]+)-notebook$"]
    unused = [
        key
        for key in ENGLISH
        if not re.search(rf"[\"'`]{key}[\"'`]", text)
        and not any(re.match(start, key) for start in built)
    ]
    assert unused == []


def built() -> dict[str, str]:
    """Return the built scripts of a page, by name."""
    notebook = (scripts.NOTEBOOK, scripts.STUDY)
    paths = [path for path in scripts.STATIC.rglob("*.js") if path.stem not in notebook]
    return {
        path.relative_to(scripts.STATIC).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in paths
    }


def says(script: str, key: str) -> bool:
    """Return whether a built script has the word, or the beginning that it puts together."""
    start, dash, _ = key.partition("-")
    return bool(re.search(rf"[\"'`]{key}[\"'`]", script)) or f"`{start}{dash}${{" in script


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_section_for_each_script_and_for_python(language: str) -> None:
    sections = list(words.sections(language))
    assert sections == list(words.sections("en"))
    assert set(sections) == {words.PYTHON, words.NOTEBOOK, *built()} - SILENT


def test_a_script_has_the_words_that_it_says() -> None:
    for name, script in built().items():
        brought = {**words.sections("en").get(name, {}), **words.sections("en")["page"]}
        others = (key for key in ENGLISH if key not in brought and (name, key) not in NO_WORDS)
        assert [key for key in others if says(script, key)] == [], name


def test_no_script_has_words_that_others_say() -> None:
    """Those of `page` may be said by two of the others."""
    texts = built()
    for section, entries in words.sections("en").items():
        for key in entries:
            saying = {name for name in texts if says(texts[name], key)}
            saying -= {name for name, no_word in NO_WORDS if no_word == key}
            if section in (words.PYTHON, words.NOTEBOOK):
                assert not saying, key
            elif section == "page":
                # Some words are put together of what is only known when they are said.
                together = key.startswith(("forgets-", "no-room-"))
                assert together or "page" in saying or len(saying) > 1, key
            else:
                assert saying == {section}, key


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
    assert words.say("en", "unconfirmed") == citations.UNCONFIRMED


def test_a_count_takes_its_form() -> None:
    assert words.say("en", "quiz", title="T", n=1) == "Quiz: T (1 question)"
    assert words.say("de", "quiz", title="T", n=2) == "Quiz: T (2 Fragen)"
    # A title may have names in braces too, as formulas have.
    assert words.say("en", "quiz", title="$x_{n}$", n=1) == "Quiz: $x_{n}$ (1 question)"
