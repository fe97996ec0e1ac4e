"""The page of the rules is as the rules are."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.lint.rule import Rule
from selfcheck.lint.run import rules
from tools import item_writing
from tools.item_writing import PAGE, page


def test_the_page_is_as_the_rules_are() -> None:
    text = PAGE.read_text("utf-8")
    assert text == page(text), "run `python -m tools.item_writing --write`"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_each_rule_is_on_it_with_its_severity_its_reason_and_an_example(rule: Rule) -> None:
    text = PAGE.read_text("utf-8")
    _, heading, rest = text.partition(f"\n### {rule.id}\n")
    assert heading
    said = rest.partition("\n#")[0].lower()
    for part in ("severity", "why", "flawed", "better"):
        assert getattr(rule, part).lower() in said


def test_a_page_that_is_not_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "page.md"
    old.write_text(PAGE.read_text("utf-8").replace("Penguin", "Puffin"), encoding="utf-8")
    monkeypatch.setattr(item_writing, "PAGE", old)
    monkeypatch.setattr("sys.argv", ["item_writing"])
    assert item_writing.main() == 1
    assert "--write" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["item_writing", "--write"])
    assert item_writing.main() == 0
    assert old.read_text("utf-8") == PAGE.read_text("utf-8")
