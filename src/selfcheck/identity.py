"""What the things are called that a learner can choose, place or type.

An id is given by the author, or derived from the text alone: never from the position, so that
nothing else in a list can change it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from selfcheck.finding import Finding
from selfcheck.questions import ID, Named
from selfcheck.source import Here, Where

LONGEST = 20
SLUG = 12
WORDS = re.compile(r"[A-Za-z0-9]+([ -][A-Za-z0-9]+)*")
# Before an id that is only a hash: YAML would read eight digits as a number.
BEFORE_HASH = "x"


def derive(text: str, longest: int = LONGEST, most: int = SLUG) -> str:
    """Return the id of what has this *text*.

    Plain words, *longest* characters at most, are their own id. Any other text gives its first
    words, *most* characters at most, and four digits of its hash, so that "C", "C#" and "C++"
    differ; a text without Latin letters gives its hash.
    """
    # A letter and its mark may be one character or two, which nobody sees.
    text = unicodedata.normalize("NFC", text.strip())
    if _lossless(text, longest):
        return text.lower().replace(" ", "-")
    digest = hashlib.sha256(text.encode()).hexdigest()
    slug = _slug(text, most)
    return f"{slug}-{digest[:4]}" if slug else f"{BEFORE_HASH}{digest[:8]}"


def _lossless(text: str, longest: int) -> bool:
    """Return whether *text* is all but the id that it becomes."""
    letters = "".join(sign for sign in text if sign.isalpha())
    return (
        len(text) <= longest
        and WORDS.fullmatch(text) is not None
        and letters[1:] == letters[1:].lower()
    )


def _slug(text: str, most: int) -> str:
    """Return the first words of *text* in ASCII, *most* characters at most."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )
    words = re.findall(r"[a-z0-9]+", bare.lower())
    slug = words[0][:most] if words else ""
    for word in words[1:]:
        if len(slug) + 1 + len(word) > most:
            break
        slug += f"-{word}"
    return slug


class Choosable(NamedTuple):
    """One thing that has an id: an option, an item, a side, a well-known wrong answer.

    where: its path in the question's data; it leads to a mapping, or to a text alone.
    text: what tells it from the others.
    given: its id, when the author has given one.
    twice: what is wrong when the same text has stood before it; when empty, that alone is fine.
    """

    where: Where
    text: str
    given: str = ""
    twice: str = "stands twice; change one"


class Listing(NamedTuple):
    """Things among which each id stands once.

    equal: whether things with the same text may be in it; they are then the same to a learner,
    and may change places. seen: what of a text a reader sees, as `selfcheck.looks` says it; None
    where learners do not choose by that.
    """

    things: Sequence[Choosable]
    equal: bool = False
    seen: Callable[[str], str] | None = None

    @property
    def ids(self) -> list[str]:
        """The id of each thing, given or derived.

        Where equal texts may be, the second gets "-2" after it, and so on.
        """
        taken: dict[str, set[str]] = {}
        for thing in self.things:
            taken.setdefault(thing.text, set()).add(thing.given)
        # How far each text has been counted: a thousand times the same takes no longer.
        counts = dict.fromkeys(taken, 1)
        return [self._id(thing, taken[thing.text], counts) for thing in self.things]

    def _id(self, thing: Choosable, taken: set[str], counts: dict[str, int]) -> str:
        if thing.given:
            return thing.given
        name = first = derive(thing.text)
        if counts[thing.text] > 1:
            name = f"{first}-{counts[thing.text]}"
        while self.equal and name in taken:
            counts[thing.text] += 1
            name = f"{first}-{counts[thing.text]}"
        taken.add(name)
        return name

    @property
    def alike(self) -> dict[str, str]:
        """For each id the one that stands for all things of the same text."""
        same: dict[str, list[str]] = {}
        for thing, name in zip(self.things, self.ids, strict=True):
            same.setdefault(thing.text, []).append(name)
        return {name: min(names) for names in same.values() for name in names}

    @property
    def same(self) -> list[str]:
        """The ids of things that have the same text, each time as one string with spaces."""
        alike = self.alike
        groups: dict[str, list[str]] = {}
        for name in self.ids:
            groups.setdefault(alike[name], []).append(name)
        return [" ".join(group) for group in groups.values() if len(group) > 1]

    def clashes(self, here: Here) -> Iterator[Finding]:
        """Yield what cannot be told apart; *here* is the question."""
        texts: set[str] = set()
        first: dict[str, Choosable] = {}
        looks: dict[str, Choosable] = {}
        for thing, name in zip(self.things, self.ids, strict=True):
            known = thing.text in texts
            texts.add(thing.text)
            before = first.setdefault(name, thing)
            like = looks.setdefault(self.seen(thing.text), thing) if self.seen else thing
            if thing.twice and known:
                yield here.finding(f"{thing.text!r} {thing.twice}", *thing.where)
            elif like.text != thing.text:
                line = here.place(*like.where).line
                message = f"{thing.text!r} looks the same as what stands at line {line}, and is "
                message += "another text; change one, or write both alike"
                yield here.finding(message, *thing.where)
            elif before is not thing:
                line = here.place(*before.where).line
                message = f"`{name}` is already the id of what stands at line {line}"
                message += "; give each an `id` of its own"
                where = (*thing.where, "id") if thing.given else thing.where
                yield here.finding(message, *where)

    def unnamed(self) -> Iterator[tuple[Where, str]]:
        """Yield the path of each thing that has no id of its own, and the one that it gets."""
        for thing, name in zip(self.things, self.ids, strict=True):
            if not thing.given:
                yield thing.where, name


def text_of(entry: str | Named) -> str:
    """Return the text of an entry that may be a text alone."""
    return entry.text if isinstance(entry, Named) else entry


def given(entry: object) -> str:
    """Return the id that the author has given to *entry*; nothing when there is none."""
    found = getattr(entry, "id", "")
    return found if isinstance(found, str) else ""


def is_id(text: object) -> bool:
    """Return whether *text* has the form of an id."""
    return isinstance(text, str) and re.fullmatch(ID, text) is not None


def fingerprint(kind: str, decides: object) -> str:
    """Return a short hash of what decides the score, and of nothing else."""
    return hashlib.sha256(msgspec.json.encode([kind, decides], order="sorted")).hexdigest()[:8]
