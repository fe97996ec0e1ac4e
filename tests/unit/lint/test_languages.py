"""What is known of each language: complete, and quick to be passed over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from selfcheck.lint import language
from selfcheck.lint.language import KNOWN, Language, Turn
from selfcheck.lint.text import words
from tests.support.lint_corpus import FOLDER

HINTED = ("exception", "negation", "absolute", "context", "combines", "all_of", "none_of")


def texts() -> Iterator[str]:
    """All that the tests of rules and the corpus say; a word with a hyphen is several."""
    for text in said():
        yield re.sub(r"(?<=\w)-(?=\w)", " ", text)


def said() -> Iterator[str]:
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value.removeprefix("= ")
    for path in sorted(FOLDER.rglob("*.yaml")):
        yield from path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("tag", KNOWN)
def test_a_language_has_all_that_is_asked_for(tag: str) -> None:
    known = language.load(tag)
    assert known
    assert known.tag == tag
    for field in fields(Language):
        assert getattr(known, field.name) is not None


def test_a_tag_with_a_region_is_its_language_and_an_unknown_one_is_none() -> None:
    assert language.load("de-AT") is language.load("de")
    assert language.load("fi") is None


@pytest.mark.parametrize("tag", KNOWN)
@pytest.mark.parametrize("name", HINTED)
def test_what_a_turn_finds_has_one_of_its_hints(tag: str, name: str) -> None:
    """Else a rule would pass over what it could find."""
    known = language.load(tag)
    turn = getattr(known, name)
    assert isinstance(turn, Turn)
    found = 0
    for text in texts():
        if name in ("combines", "all_of", "none_of"):
            if turn.whole(text):
                found += 1
                assert turn.may(words(text)[:1]), text
        elif turn.within(text):
            found += 1
            assert turn.may(words(text)), text
    assert found > 1


def test_words_have_one_form() -> None:
    known = language.load("en")
    assert known
    assert language.telling("The cells were substituted", known) == ("cell", "substitut")
    assert language.telling("a cell for substitution", known) == ("cell", "substitut")
