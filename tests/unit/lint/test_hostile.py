"""Whatever a text holds, each rule comes to an end, and soon."""

from __future__ import annotations

import random

import pytest

from selfcheck.lint import registry
from selfcheck.lint.language import KNOWN
from tests.support.lint_corpus import SAID
from tests.support.linted import ask

# As many characters as a text may have.
MOST = 4_900
# What patterns begin with, again and again: where two ways lead through it, there are 2^n in all.
AGAIN = [
    *("which ", "not ", "a, ", "is ", "no, ", "correct, ", "all of the ", "a and ", "1 to ", "1,"),
    *("the table ", "as we saw ", '"', "'", "how ", "at all ", "(", "1.000 ", "every ", "- ", "z"),
    *("which of the following statements about ", "between 1 and ", "*", "`", "[", "![](", "_"),
]
ODD = "aZé \n\"'*_`$[](){}.,;:?!0123-%/…¿«»İß\u200b"


@pytest.mark.parametrize("language", KNOWN)
@pytest.mark.parametrize("again", AGAIN)
def test_what_comes_again_and_again_holds_no_rule_up(language: str, again: str) -> None:
    """A pattern that tries each way through such a text would never end."""
    text = again * (MOST // len(again))
    for end in ("x", "?", " !"):
        options = [
            {"text": f"{text}{end}", "correct": True, "feedback": text},
            {"text": f"{text}{end}y", "feedback": f"{text}{end}"},
            {"text": "z", "feedback": SAID},
        ]
        said = ask({"prompt": f"{text}{end}", "options": options}, language)
        steps = ask(
            {"type": "order", "prompt": text, "items": [f"{text}{end}", "b", "c"]}, language
        )
        for rule in registry.OWN:
            if rule.item:
                assert len([*rule.item(said), *rule.item(steps)]) < 9


@pytest.mark.parametrize("seed", range(40))
def test_odd_signs_make_no_rule_fail(seed: int) -> None:
    chance = random.Random(seed)

    def text() -> str:
        return chance.choice("?.x") + "".join(chance.choices(ODD, k=chance.randint(0, 12)))

    for language in (*KNOWN, "fi"):
        options = [{"text": text(), "feedback": text(), "correct": not n} for n in range(4)]
        number = {"type": "numeric", "prompt": text(), "answer": 1.5, "tolerance": "9%"}
        for said in ({"prompt": text(), "options": options}, number):
            for rule in registry.OWN:
                if rule.item:
                    assert all(each.message for each in rule.item(ask(said, language)))
