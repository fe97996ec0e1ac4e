"""What item-writing rules know of a language: its words and turns, as data.

Each language has a module in `selfcheck.lint.languages`.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from selfcheck.lint.text import words

KNOWN = ("en", "de", "es")


class Turn:
    """A turn of phrase: a pattern for texts whose capitals do not matter.

    hints: words of which a text has one that the pattern finds, so that most need not be searched.
    """

    def __init__(self, *alternatives: str, hints: str = "") -> None:
        """Find one of *alternatives*, patterns in small letters, in each line of a text."""
        # To forget of capitals takes the search several times as long.
        self.pattern = re.compile("|".join(f"(?:{each})" for each in alternatives), re.MULTILINE)
        self.hints = some(hints)

    def may(self, vocabulary: Iterable[str]) -> bool:
        """Return whether this can be found in a text that has such words."""
        return not self.hints.isdisjoint(vocabulary)

    def within(self, text: str) -> bool:
        """Return whether *text* has this somewhere."""
        return self.pattern.search(text.lower()) is not None

    def first(self, text: str) -> str:
        """Return where *text* has this first, as it stands there; nothing where it has not."""
        return next(self.each(text), "")

    def each(self, text: str) -> Iterator[str]:
        """Yield each place where *text* has this, as it stands there."""
        for found in self.pattern.finditer(text.lower()):
            yield text[found.start() : found.end()].strip()

    def whole(self, text: str) -> bool:
        """Return whether *text* is this and nothing else, but for what ends a sentence."""
        return self.pattern.fullmatch(text.rstrip(" .!").lower()) is not None

    def begins(self, text: str) -> bool:
        """Return whether *text* begins with this."""
        return self.pattern.match(text.lower()) is not None

    def parts(self, text: str) -> list[str]:
        """Return what of *text* stands between those places, in small letters."""
        return self.pattern.split(text.lower())


def cased(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern for texts in which the capitals of some words matter, in `(?-i:…)`."""
    return re.compile("|".join(f"(?:{each})" for each in alternatives), re.IGNORECASE)


def some(words: str) -> frozenset[str]:
    """Return *words*, which have spaces between."""
    return frozenset(words.split())


def listed(words: str) -> str:
    """Return the part of a pattern that finds one of *words*, which have spaces between."""
    return rf"\b(?:{'|'.join(words.split())})\b"


@dataclass(frozen=True, eq=False)
class Language:
    """The words of a language.

    common: words that say nothing of what a question is about.
    light: those of them that change nothing in what two texts mean.
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
    light: frozenset[str]
    endings: tuple[str, ...]
    joins: tuple[Turn, ...]
    exception: Turn
    directed: frozenset[str]
    negation: Turn
    break_: Turn
    absolute: Turn
    absolute_start: Turn
    all_of: Turn
    none_of: Turn
    counts: Turn
    combines: Turn
    enumerates: Turn
    yes_no: Turn
    truth: Turn
    generic: frozenset[str]
    verb: Turn
    dangling: Turn
    articles: Mapping[str, Turn]
    many: Turn
    one: Turn
    plural: Turn
    sequence: Turn
    context: Turn
    carries: Turn
    verdict: Turn
    measure: Turn
    unit: re.Pattern[str]
    synonyms: Mapping[str, str]


def load(tag: str) -> Language | None:
    """Return what is known of the language of *tag* (BCP 47); None of an unknown one."""
    base = re.split("[-_]", tag)[0].lower()
    return _load(base) if base in KNOWN else None


@cache
def _load(base: str) -> Language:
    found: Language = importlib.import_module(f"selfcheck.lint.languages.{base}").LANGUAGE
    return found


def speaks_of_others(text: str, known: Language) -> bool:
    """Return whether an option has nothing to say but of the other options."""
    begun = words(text)[:1]
    return any(
        each.may(begun) and each.whole(text)
        for each in (known.all_of, known.none_of, known.combines)
    )


@lru_cache(maxsize=16384)
def stem(word: str, endings: tuple[str, ...]) -> str:
    """Return *word* without one of *endings*, if four letters are left, or three and no digit."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=16384)
def telling(text: str, known: Language) -> tuple[str, ...]:
    """Return the words of *text* that say what it is about, without their endings."""
    return tuple(
        stem(part, known.endings)
        for word in words(text)
        for part in ((word,) if "-" not in word else word.split("-"))
        if part not in known.common and (len(part) > 2 or part[0].isdigit())
    )


def same(groups: str) -> dict[str, str]:
    """Return for each word of *groups*, a line of words each, the first of its line."""
    return {word: line.split()[0] for line in groups.strip().splitlines() for word in line.split()}
