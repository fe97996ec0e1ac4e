"""What item-writing rules know of a language: its words and turns, as data.

Each language has a module in `selfcheck.lint.languages`. Patterns are matched without regard to
capitals, against words without Markdown.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

Pattern = re.Pattern[str]
KNOWN = ("en", "de", "es")


def pattern(*alternatives: str) -> Pattern:
    """Return what finds one of *alternatives*."""
    return re.compile("|".join(f"(?:{each})" for each in alternatives), re.IGNORECASE)


def listed(words: str) -> str:
    """Return the part of a pattern that finds one of *words*, which have spaces between."""
    return rf"\b(?:{'|'.join(words.split())})\b"


@dataclass(frozen=True)
class Language:
    """The words of a language.

    common: words that say nothing of what a question is about.
    endings: what is taken off a word, the longest first, so that its forms become one.
    joins: what joins the elements of an option, the loosest first.
    exception: a question that asks for what does not fit.
    directed: words that say which of two things comes first, so that their order counts.
    negation: a word that denies.
    break_: where a clause ends, so that two words that deny do not meet.
    absolute: a word that leaves no exception. absolute_start: the same at the beginning.
    all_of, none_of: an option that speaks of the other options, as a whole text.
    counts: a question whose answer is a count.
    combines: an option that names others by letter or number, as a whole text.
    enumerates: a stem that numbers statements.
    yes_no: an option that is a verdict alone, as a whole text.
    truth: a question that asks which of several statements is true.
    generic: words of a stem that could stand in any.
    verb: a verb that a stem may have. dangling: how a stem ends that its options complete.
    articles: by what the stem ends in, a pattern that the options have to begin with.
    many, one: a stem that wants several things, or one; plural: an option that names several.
    sequence: words that betray the place of a step.
    context: words that mean something only beside something else. carries: what a prompt may
    bring along, so that they do.
    verdict: feedback that only says right or wrong, as a whole text.
    measure: a question for a quantity that has a unit. unit: a stem that says in which unit.
    synonyms: a word for each of the words that mean the same.
    """

    tag: str
    common: frozenset[str]
    endings: tuple[str, ...]
    joins: tuple[Pattern, ...]
    exception: Pattern
    directed: frozenset[str]
    negation: Pattern
    break_: Pattern
    absolute: Pattern
    absolute_start: Pattern
    all_of: Pattern
    none_of: Pattern
    counts: Pattern
    combines: Pattern
    enumerates: Pattern
    yes_no: Pattern
    truth: Pattern
    generic: frozenset[str]
    verb: Pattern
    dangling: Pattern
    articles: Mapping[str, Pattern]
    many: Pattern
    one: Pattern
    plural: Pattern
    sequence: Pattern
    context: Pattern
    carries: Pattern
    verdict: Pattern
    measure: Pattern
    unit: Pattern
    synonyms: Mapping[str, str]


def load(tag: str) -> Language | None:
    """Return what is known of the language of *tag* (BCP 47); None of an unknown one."""
    base = re.split("[-_]", tag)[0].lower()
    return _load(base) if base in KNOWN else None


@cache
def _load(base: str) -> Language:
    found: Language = importlib.import_module(f"selfcheck.lint.languages.{base}").LANGUAGE
    return found


def speaks_of_others(text: str, words: Language) -> bool:
    """Return whether an option has nothing to say but of the other options."""
    bare = text.rstrip(" .!").lower()
    return any(
        each.fullmatch(bare) is not None for each in (words.all_of, words.none_of, words.combines)
    )


@lru_cache(maxsize=16384)
def stem(word: str, endings: tuple[str, ...]) -> str:
    """Return *word* without one of *endings*, if four letters are left, or three and no digit."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def same(groups: str) -> dict[str, str]:
    """Return for each word of *groups*, a line of words each, the first of its line."""
    return {
        word: line.split()[0] for line in groups.strip().splitlines() for word in line.split()
    }
