"""One question as rules look at it: its stem, what it offers, what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
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

    def at(self, *path: str | int) -> Where:
        """Return the path of what stands at *path* in the question."""
        return (*self.where, *path)

    @cached_property
    def stem(self) -> str:
        """The prompt without code that stands apart."""
        return plain(FENCED.sub(" ", self.question.prompt))

    @cached_property
    def lead(self) -> str:
        """What is asked: the sentence with the question mark, or the last one."""
        found = sentences(FENCED.sub("\n\n", self.question.prompt))
        asking = [each for each in found if "?" in each]
        return plain((asking or found or [""])[-1])

    @cached_property
    def asked(self) -> str:
        """The same without what it quotes."""
        return unquoted(self.lead)

    @cached_property
    def offers(self) -> list[Offer]:
        """What a learner chooses from, where there is something to choose."""
        return [*_offers(self.question, self.at)]

    @cached_property
    def single(self) -> Offer | None:
        """The options of a question with one right answer."""
        return self.offers[0] if isinstance(self.question, Choice) else None

    @cached_property
    def chosen(self) -> Offer | None:
        """The options or regions of a question that offers them as a whole."""
        kinds = Choice | MultipleResponse | Hotspot
        return self.offers[0] if isinstance(self.question, kinds) else None

    @cached_property
    def pairs(self) -> list[Together]:
        """What belongs together in a question that asks for that."""
        question = self.question
        if isinstance(question, Match):
            return [
                Together(plain(text_of(pair.left)), plain(text_of(pair.right)), self.at("pairs", n))
                for n, pair in enumerate(question.pairs)
            ]
        if isinstance(question, Categorize):
            return [
                Together(plain(item.text), plain(group.text), self.at("categories", n, "items", i))
                for n, group in enumerate(question.categories)
                for i, item in enumerate(group.items)
            ]
        return []

    @cached_property
    def steps(self) -> list[tuple[str, Where]]:
        """What is to be put in order, and where it stands."""
        if not isinstance(self.question, Order):
            return []
        return [(plain(it.text), self.at("items", n)) for n, it in enumerate(self.question.items)]

    @cached_property
    def texts(self) -> list[str]:
        """The stem, the options and the steps, a line each."""
        options = [option.text for offer in self.offers for option in offer.options]
        return [self.stem, *options, *(text for text, _ in self.steps)]

    def telling(self, text: str) -> tuple[str, ...]:
        """Return the words of *text* that say what it is about, without their endings."""
        return language.telling(text, self.words) if self.words else words(text)


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
