"""One question as rules look at it: its stem, what it offers, what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from selfcheck.identity import text_of
from selfcheck.lint import language
from selfcheck.lint.text import FENCED, plain, sentences, unquoted, words
from selfcheck.questions import Question
from selfcheck.source import Where
from selfcheck.types.categorize import Categorize
from selfcheck.types.cloze import Cloze
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.match import Match
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.types.order import Order

# Types that offer their options as a whole.
WHOLE = (Choice, MultipleResponse, Hotspot)


class Option(NamedTuple):
    """What a learner can choose: its words, whether it is right, where it stands."""

    text: str
    right: bool
    where: Where


class Offer(NamedTuple):
    """Options from which a learner chooses: of a question, or of one gap.

    shuffled: whether learners see them in an order of chance, and `fixable`, whether the author
    may have it otherwise.
    """

    options: tuple[Option, ...]
    shuffled: bool = True
    fixable: bool = False

    @property
    def right(self) -> list[Option]:
        """The right ones."""
        return [each for each in self.options if each.right]

    @property
    def wrong(self) -> list[Option]:
        """The wrong ones."""
        return [each for each in self.options if not each.right]

    @property
    def key(self) -> Option | None:
        """The right one, where there is one alone and something beside it."""
        right = self.right
        return right[0] if len(right) == 1 and len(self.options) > 1 else None


class Together(NamedTuple):
    """Two texts that belong together, as a left and a right side do, and where they stand."""

    one: str
    other: str
    where: Where


class Item:
    """A question of a bank.

    name: `bank/question`, or `bank/case/part`. where: its path in the bank's data. cites: whether
    questions of its course have sources. in_case: whether a vignette stands before it, in the
    case of that name. words: what is known of its language; None of an unknown one.

    stem: the prompt without code that stands apart. lead: what is asked, the sentence with the
    question mark, or the last one. asked: the same without what it quotes. offers: what a learner
    chooses from. single: the options of a question with one right answer; chosen: those of one
    that offers them as a whole. pairs: what belongs together, where that is asked. steps: what is
    to be put in order, and where it stands. texts: the stem, the options and the steps.
    """

    def __init__(
        self,
        question: Question,
        name: str,
        where: Where,
        tag: str,
        *,
        cites: bool = True,
        in_case: bool = False,
    ) -> None:
        """Take a question as it stands in a bank in the language *tag*."""
        self.question = question
        self.name = name
        self.where = where
        self.cites = cites
        self.in_case = in_case
        self.case = name.rpartition("/")[0] if in_case else ""
        self.words = language.load(tag)
        self.stem, self.lead = _stem(question.prompt)
        self.asked = unquoted(self.lead)
        self.offers = [*_offers(question, self.at)]
        self.single = self.offers[0] if isinstance(question, Choice) else None
        self.chosen = self.offers[0] if isinstance(question, WHOLE) else None
        self.pairs = _pairs(question, self.at)
        self.steps = _steps(question, self.at)
        options = [option.text for offer in self.offers for option in offer.options]
        self.texts = [self.stem, *options, *(text for text, _ in self.steps)]

    def at(self, *path: str | int) -> Where:
        """Return the path of what stands at *path* in the question."""
        return (*self.where, *path)

    def telling(self, text: str) -> tuple[str, ...]:
        """Return the words of *text* that say what it is about, without their endings."""
        return language.telling(text, self.words) if self.words else words(text)


def _stem(prompt: str) -> tuple[str, str]:
    """Return the words of a prompt, and of what in it is asked."""
    if "```" in prompt or "~~~" in prompt:
        prompt = FENCED.sub("\n\n", prompt)
    found = sentences(prompt)
    asking = [each for each in found if "?" in each]
    return plain(prompt), plain((asking or found or [""])[-1])


def _pairs(question: Question, at: Callable[..., Where]) -> list[Together]:
    if isinstance(question, Match):
        return [
            Together(plain(text_of(pair.left)), plain(text_of(pair.right)), at("pairs", n))
            for n, pair in enumerate(question.pairs)
        ]
    if isinstance(question, Categorize):
        return [
            Together(plain(item.text), plain(group.text), at("categories", n, "items", i))
            for n, group in enumerate(question.categories)
            for i, item in enumerate(group.items)
        ]
    return []


def _steps(question: Question, at: Callable[..., Where]) -> list[tuple[str, Where]]:
    if not isinstance(question, Order):
        return []
    return [(plain(item.text), at("items", n)) for n, item in enumerate(question.items)]


def _offers(question: Question, at: Callable[..., Where]) -> Iterator[Offer]:
    if isinstance(question, Choice | MultipleResponse):
        yield Offer(
            tuple(
                Option(plain(each.text), each.correct, at("options", n))
                for n, each in enumerate(question.options)
            ),
            question.shuffle,
            fixable=True,
        )
    elif isinstance(question, Hotspot):
        yield Offer(
            tuple(
                Option(plain(each.text), each.correct, at("regions", n))
                for n, each in enumerate(question.regions)
            )
        )
    elif isinstance(question, Cloze):
        for name, gap in question.gaps.items():
            if gap.distractors:
                where = at("gaps", name)
                yield Offer(
                    (
                        Option(text_of(gap.answers[0]), True, (*where, "answers", 0)),
                        *(
                            Option(text_of(each), False, (*where, "distractors", n))
                            for n, each in enumerate(gap.distractors)
                        ),
                    )
                )
