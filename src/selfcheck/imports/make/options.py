"""choice and multiple-response, from options that are worth something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.words import Words
from selfcheck.words import say

# Shares come as per cent with few digits: 33.333.
NEAR = 0.001
ALL_OR_NOTHING = "that only a wholly right answer scores: here a part of it does"
MANY_WEIGHTS = (
    "the weights of the options ({weights}): each right one counts the same here, and each wrong "
    "one takes as much away"
)


@dataclass
class Offer:
    """An option: its text, what of the whole score it is worth, and what it says when chosen."""

    text: str
    share: float
    feedback: str = ""
    id: str = ""
    unchosen: str = ""


def choice(
    offers: Sequence[Offer], words: Words, *, several: bool = False, shuffle: bool = True
) -> dict[str, Any]:
    """Return the fields of a question with these options.

    several: whether several may be chosen. Raises `NotHeldError` where there are too few options,
    or none or several of one are right.
    """
    kept = _told_apart(offers, words)
    if len(kept) < 2:
        raise NotHeldError(
            f"it has {len(kept)} option{'' if len(kept) == 1 else 's'}, and 2 are needed"
        )
    right = _several(kept, words) if several else _single(kept, words)
    data: dict[str, Any] = {
        "type": "multiple-response" if several else "choice",
        "options": [_option(each, each in right) for each in kept],
    }
    if not shuffle:
        data["shuffle"] = False
    return data


def _option(offer: Offer, correct: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"id": offer.id, "text": offer.text}
    if correct:
        data["correct"] = True
    data |= {"feedback": offer.feedback, "feedback_unchosen": offer.unchosen}
    return {name: value for name, value in data.items() if value}


def _told_apart(offers: Sequence[Offer], words: Words) -> list[Offer]:
    """Return the options that have a text, each text once."""
    kept: dict[str, Offer] = {}
    for offer in offers:
        if not offer.text:
            if offer.share > 0:
                raise NotHeldError("its right option has no text")
            words.lose("an option without a text")
            continue
        before = kept.setdefault(offer.text, offer)
        if before is offer:
            continue
        if (before.share > 0) != (offer.share > 0):
            raise NotHeldError(f"the option `{offer.text[:40]}` is right and wrong at once")
        words.lose(f"the second of two options `{offer.text[:40]}`")
    return list(kept.values())


def _single(offers: list[Offer], words: Words) -> list[Offer]:
    right = [each for each in offers if each.share >= 1 - NEAR]
    if not right:
        best = max(each.share for each in offers)
        if best <= 0:
            raise NotHeldError("no option is right")
        raise NotHeldError(f"no option is wholly right; the best is worth {_percent(best)}")
    if len(right) > 1:
        raise NotHeldError(f"{len(right)} options are right, of which one is to be chosen")
    for each in offers:
        if each not in right and abs(each.share) > NEAR:
            what = "the part of the score" if each.share > 0 else "the points taken away"
            words.lose(f"{what} for `{each.text[:40]}` ({_percent(each.share)}): it is wrong here")
    return right


def _several(offers: list[Offer], words: Words) -> list[Offer]:
    right = [each for each in offers if each.share > 0]
    if not right:
        raise NotHeldError("no option is right")
    even = 1 / len(right)
    uneven = any(abs(each.share - even) > NEAR for each in right)
    # What a wrong option takes away here; with shares of 0 it takes away nothing there.
    costs = any(abs(each.share + even) > NEAR for each in offers if each not in right)
    if uneven or costs:
        weights = ", ".join(dict.fromkeys(_percent(each.share) for each in offers))
        words.lose(MANY_WEIGHTS.format(weights=weights))
    return right


def _percent(share: float) -> str:
    return f"{round(share * 100, 2):g} %".replace("-", "−")


def true_or_false(
    answers: dict[bool, tuple[float, str]], words: Words, language: str
) -> dict[str, Any]:
    """Return the two options, from what each is worth and what it says."""
    offers = [
        Offer(text, *answers.get(value, (0.0, "")))
        for value, text in (
            (True, say(language, "brought-true")),
            (False, say(language, "brought-false")),
        )
    ]
    return choice(offers, words, shuffle=False)
