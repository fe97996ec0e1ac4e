"""A choice that is a row of statements to be judged true or false."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named


def check(item: Item) -> Iterator[Problem]:
    """Yield a choice between true and false, or one that asks which statement is true."""
    if not item.words or not item.single:
        return
    options = item.single.options
    if all(item.words.yes_no.whole(each.text) for each in options):
        yield Problem(
            item.at("options"),
            f"the options are {' and '.join(named(each.text, 20) for each in options[:2])}, so "
            "that half of all guesses are right; ask what follows from the statement, or why it "
            "holds, with options of content",
        )
    elif found := item.words.truth.first(item.asked):
        yield Problem(
            item.at("prompt"),
            f"{named(found, 45)} asks to judge {len(options)} statements, each on its own; ask "
            "one thing that all options answer, or make it `multiple-response` or `categorize`",
        )


RULE = Rule(
    "true-false-in-disguise",
    "warning",
    "A true/false question in disguise",
    "“Which statement is true?” has no question of its own: each option is a true/false question, "
    "often on another thing, and none of them is wrong beyond doubt in the way that one is right. "
    "Ask one question, which can be answered with the options covered. Of multiple-response "
    "questions it is the nature to be such a row.",
    "Which is true of the Cold War? / NATO was a Soviet pact. / The Wall was built in 1961.",
    "When was the Berlin Wall built? / 1945 / 1953 / 1961 / 1989",
    ("nbme", "tarrant", "saquet"),
    item=check,
    words=True,
)
