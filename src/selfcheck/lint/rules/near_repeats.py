"""A question asks what another one asks, in this bank or another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from selfcheck.lint.alike import pairs
from selfcheck.lint.banks import Asking
from selfcheck.lint.item import Item
from selfcheck.lint.rule import Found, Problem, Rule

# How alike two questions are that are called one, and how many telling words they share; of fewer,
# by which short questions are alike by chance, nearly all have to be the same.
BOUND, SHARED = 0.45, 6
NEARLY_ALL, FEW = 0.7, 3


def check(banks: Sequence[Asking]) -> Iterator[Found]:
    """Yield each question that is like one before it, with the one that it is most like."""
    asked = [(n, item) for n, bank in enumerate(banks) for item in bank.items]
    best: dict[int, tuple[float, int]] = {}
    for pair in pairs([said(item) for _, item in asked], BOUND, FEW):
        if pair.alike < NEARLY_ALL and pair.shared < SHARED:
            continue
        one, other = asked[pair.first][1], asked[pair.second][1]
        # Parts of one case share its story, and two languages their names.
        if (one.case and one.case == other.case) or one.words is not other.words:
            continue
        best[pair.second] = max(best.get(pair.second, (0.0, 0)), (pair.alike, -pair.first))
    for second, (alike, first) in best.items():
        n, item = asked[second]
        yield Found(
            n,
            Problem(
                item.at("prompt"),
                f"this asks nearly what `{asked[-first][1].name}` asks ({alike:.0%} of the words, "
                "weighed by how rare they are); ask for something else, or take one out",
            ),
        )


def said(item: Item) -> frozenset[str]:
    """Return the telling words of what a question asks and of what is right in it."""
    return frozenset(word for text in _texts(item) for word in item.telling(text))


def _texts(item: Item) -> Iterable[str]:
    yield item.stem
    for offer in item.offers:
        yield from (option.text for option in offer.right)
    yield from (text for text, _ in item.steps)
    for pair in item.pairs:
        yield pair.one
        yield pair.other


RULE = Rule(
    "near-repeats",
    "warning",
    "Two questions are nearly one",
    "Who has answered the one has answered the other: it takes time and shows nothing new, and "
    "in a review it comes twice. Two drills of one skill may be alike on purpose; then waive "
    "the rule at the second and say so.",
    "Why does bread rise? … What makes bread rise?",
    "Why does bread rise? … A dough with no sugar rises too. Where does the gas come from?",
    course=check,
    words=True,
)
