"""The table of rules: complete, each with a test, and each of them able to be called."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from selfcheck.lint import registry, rules, works
from selfcheck.lint.rule import Rule
from selfcheck.lint.run import FORMAT
from selfcheck.lint.run import rules as every

FOLDER = Path(rules.__path__[0])
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", NAMES)
def test_each_file_has_one_rule_of_its_name_in_the_table_and_a_test(name: str) -> None:
    rule = importlib.import_module(f"selfcheck.lint.rules.{name}").RULE
    assert rule.id == name.replace("_", "-")
    assert rule in registry.OWN
    assert Path(__file__).with_name(f"test_{name}.py").is_file()


def test_the_table_has_no_rule_without_a_file_and_none_twice() -> None:
    assert sorted(rule.id.replace("-", "_") for rule in registry.OWN) == NAMES


@pytest.mark.parametrize("rule", [*every(), FORMAT], ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert len(rule.why.split()) > 15
    assert rule.flawed != rule.better
    assert all(work in works.WORKS for work in rule.works)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"id": "Not An Id"}, "no id of a rule"),
        ({"severity": "fatal"}, "the severity 'fatal'"),
        ({"bank": None}, "no `item`, `bank` or `course`"),
        ({"better": " "}, "no `better`"),
    ],
)
def test_what_cannot_be_a_rule_is_told(wrong: dict[str, object], said: str) -> None:
    parts: dict[str, object] = {
        "id": "mine",
        "severity": "note",
        "title": "Mine",
        "why": "So.",
        "flawed": "a",
        "better": "b",
        "bank": lambda _: (),
    }
    with pytest.raises(TypeError, match=said):
        Rule(**{**parts, **wrong})  # type: ignore[arg-type]
