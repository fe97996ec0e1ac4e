"""Who always chooses the sceptical option does little better than by chance: sceptical.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from selfcheck import bank
from selfcheck.questions import Bank, answered
from selfcheck.types.options import Choice

MORE_THAN_CHANCE = 0.10
FOLDER = Path(__file__).parent
JUDGED: dict[str, dict[str, str | None]] = yaml.safe_load(
    (FOLDER / "sceptical.yaml").read_text("utf-8")
)


def choices(banks: list[Bank]) -> Iterator[tuple[str, str, Choice]]:
    """Yield each question with one right answer, after its bank and its name there."""
    for each in banks:
        for name, question in answered(each.questions):
            if isinstance(question, Choice):
                yield each.id, name, question


def test_each_question_is_judged(banks: list[Bank]) -> None:
    asked = {(each, name) for each, name, _ in choices(banks)}
    judged = {(each, name) for each, names in JUDGED.items() for name in names}
    assert asked - judged == set(), (
        "judge these in tests/content/sceptical.yaml, which says how; "
        "`python -m tests.content.test_sceptical` prints them"
    )
    assert judged - asked == set(), "these are asked no longer"


def judgements(banks: list[Bank]) -> Iterator[tuple[str, Choice, str | None]]:
    """Yield the name of each question that is judged, the question, and its judgement."""
    for each, name, question in choices(banks):
        if name in JUDGED.get(each, {}):
            yield name, question, JUDGED[each][name]


def test_a_judgement_names_an_option(banks: list[Bank]) -> None:
    for name, question, chosen in judgements(banks):
        assert chosen is None or chosen in {option.id for option in question.options}, name


def rate(banks: list[Bank]) -> tuple[int, int, float]:
    """Return how often the sceptical option is the key, of how many, and how often by chance."""
    keys = [
        ({option.id for option in question.options if option.correct}, len(question.options))
        for _, question, one in judgements(banks)
        if one
    ]
    chosen = [one for _, _, one in judgements(banks) if one]
    right = sum(one in key for one, (key, _) in zip(chosen, keys, strict=True))
    return right, len(keys), sum(1 / options for _, options in keys)


def test_to_choose_the_sceptic_does_not_pay(banks: list[Bank]) -> None:
    right, of, by_chance = rate(banks)
    assert of > 100
    assert right / of <= by_chance / of + MORE_THAN_CHANCE, f"{right} of {of}"


def test_nor_does_it_pay_never_to_choose_it(banks: list[Bank]) -> None:
    right, of, by_chance = rate(banks)
    assert right / of >= by_chance / of - MORE_THAN_CHANCE, f"{right} of {of}"


def _print() -> None:
    content = FOLDER.parents[1] / "content"
    banks = [bank.load(name, content) for name in bank.names(content)]
    for each, name, question in choices(banks):
        if name not in JUDGED.get(each, {}):
            print(f"{each}:\n  {name}: ?\n    {question.prompt.strip()}")
            # In the order of their texts, which says nothing of the key.
            for option in sorted(question.options, key=lambda option: option.text):
                print(f"    - {option.id}: {option.text}")


if __name__ == "__main__":
    _print()
