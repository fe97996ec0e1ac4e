"""Running the rules: places, order, and rules of plugins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from selfcheck import bank
from selfcheck.lint.run import rules, run
from tests.support import tiny

HEAD, _, FIRST = tiny.BANK.partition("  - id: first")
NEGATED = tiny.BANK.replace("prompt: Which?", "prompt: Which of these is not a word at all?")
PLUGIN = """\
    from selfcheck.lint import Problem, Rule


    def check(item):
        if "word" in item.stem:
            yield Problem(item.at("prompt"), "no words here; say it by signs")


    RULE = Rule(
        "no-words", "warning", "A word", "Signs are read by all.", "A word.", "A sign.", item=check
    )


    def setup(engine):
        engine.add_rule(RULE)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A course's content; modules of the course are forgotten in the end."""
    (tmp_path / "content" / "questions").mkdir(parents=True)
    yield tmp_path / "content"
    for name, module in [*sys.modules.items()]:
        if Path(getattr(module, "__file__", None) or "/").parent == tmp_path:
            del sys.modules[name]


def said(folder: Path, text: str) -> list[str]:
    (folder / "questions" / "one.yaml").write_text(text, encoding="utf-8")
    checked = bank.checked(folder)
    assert checked.findings == []
    assert checked.plugins
    return [
        f"{each.finding.place.line}:{each.finding.place.column} {each.rule.id}"
        for each in run(checked.banks, folder, rules(checked.plugins.rules))
    ]


def test_findings_have_their_places_from_top_to_bottom(folder: Path) -> None:
    assert said(folder, NEGATED) == [
        "4:14 thin-objective",
        "10:5 negated-stem",
        "13:22 missing-feedback",
    ]


def test_a_bank_without_sources_hears_nothing_of_them_in_a_course_without(folder: Path) -> None:
    assert not any("missing-source" in each for each in said(folder, tiny.BANK))


def test_a_course_with_a_bibliography_is_told_of_each_question_without_a_source(
    folder: Path,
) -> None:
    (folder / "evidence").mkdir()
    (folder / "evidence" / "references.bib").write_text(
        "@article{one,\n  title = {One},\n  year = {2001},\n}\n"
    )
    assert "6:5 missing-source" in said(folder, tiny.BANK)


def test_a_plugin_adds_a_rule(folder: Path) -> None:
    (folder.parent / "signs.py").write_text(dedent(PLUGIN))
    (folder.parent / "_config.yml").write_text("sphinx: {config: {selfcheck_plugins: [signs]}}")
    assert "10:5 no-words" in said(folder, NEGATED)


@pytest.mark.parametrize("kind", ["item", "bank", "course"])
def test_a_rule_that_fails_is_told_and_the_others_run(folder: Path, kind: str) -> None:
    code = dedent(PLUGIN).replace('if "word" in item.stem', "if 1 / 0").replace("item=", f"{kind}=")
    (folder.parent / f"fails_{kind}.py").write_text(code)
    config = folder.parent / "_config.yml"
    config.write_text(f"sphinx: {{config: {{selfcheck_plugins: [fails_{kind}]}}}}")
    found = said(folder, NEGATED)
    assert "10:5 negated-stem" in found
    assert sum("no-words" in each for each in found) == 1


def test_the_rule_of_the_page_of_plugins_is_one(folder: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "plugins.md").read_text("utf-8")
    _, _, rest = page.partition("```python\nfrom selfcheck.lint import")
    code = f"from selfcheck.lint import{rest.partition('```')[0]}"
    (folder.parent / "patients.py").write_text(code)
    config = folder.parent / "_config.yml"
    config.write_text("sphinx: {config: {selfcheck_plugins: [patients]}}")
    asked = tiny.BANK.replace("prompt: Which?", "prompt: What would you do in this case?")
    assert "10:5 patient-not-case" in said(folder, asked)


def test_a_rule_of_a_plugin_has_an_id_of_its_own(folder: Path) -> None:
    (folder.parent / "signs_twice.py").write_text(
        dedent(PLUGIN).replace("no-words", "negated-stem")
    )
    config = folder.parent / "_config.yml"
    config.write_text("sphinx: {config: {selfcheck_plugins: [signs_twice]}}")
    (folder / "questions" / "one.yaml").write_text(tiny.BANK)
    (found,) = bank.check(folder)
    assert "there is a rule `negated-stem` already" in found.message


def test_two_plugins_cannot_add_one_rule(folder: Path) -> None:
    for name in ("signs_first", "signs_second"):
        (folder.parent / f"{name}.py").write_text(dedent(PLUGIN))
    config = folder.parent / "_config.yml"
    config.write_text("sphinx: {config: {selfcheck_plugins: [signs_first, signs_second]}}")
    (folder / "questions" / "one.yaml").write_text(tiny.BANK)
    (found,) = bank.check(folder)
    assert "`signs_first` has a rule `no-words` already" in found.message


def test_a_bank_with_mistakes_of_its_format_is_left_to_those(folder: Path) -> None:
    (folder / "questions" / "one.yaml").write_text(NEGATED.replace("level: apply", "level: high"))
    checked = bank.checked(folder)
    assert len(checked.findings) == 1
    assert run(checked.banks, folder, rules()) == []
