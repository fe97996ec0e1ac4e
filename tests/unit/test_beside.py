"""`selfcheck check` of what stands beside banks: claims, decisions, studies, terms, sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from citations import ProblemsError
from selfcheck import bank
from selfcheck.finding import Finding
from stemcourse import evidence
from tests.support.fuzzing import LOADERS, made, path_of

YAML = [name for name in LOADERS if name.endswith(".yaml")]
# Two banks with several sources and claims each, which none of the files has.
ASKED = """\
schema: 1
id: {name}
title: More
objectives: {{o: One}}
questions:
  - id: one
    type: numeric
    objective: o
    level: apply
    claims: [c-one, c-two]
    prompt: How many?
    answer: 5
    explanation: E
    sources: [nobody2020, nobody2021]
  - id: two
    type: numeric
    objective: o
    level: apply
    prompt: How many?
    answer: 5
    explanation: E
    sources: [nobody2022]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A course in which all is sound."""
    return made(tmp_path)


def without(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_text("", encoding="utf-8")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def test_a_sound_course_has_nothing_to_mend(content: Path) -> None:
    assert bank.check(content) == []


@pytest.mark.parametrize("name", YAML)
def test_what_is_wrong_beside_the_banks_is_told(content: Path, name: str) -> None:
    path = path_of(content, name)
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n# the end\n&x [", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        LOADERS[name](path)
    assert [str(each) for each in bank.check(content)] == caught.value.problems


def test_each_mistake_has_its_place(content: Path) -> None:
    path = path_of(content, "claims.yaml")
    path.write_text(path.read_text("utf-8").replace("verdict: ", "verdict: un"), encoding="utf-8")
    found = bank.check(content)
    assert found
    assert {each.path for each in found} == {path}
    assert all("unknown verdict" in each.message and each.place.line > 1 for each in found)


def test_it_is_told_with_the_folder_as_it_was_named(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path_of(content, "glossary.yaml").write_text("5", encoding="utf-8")
    path_of(content, "references.bib").write_text("@misc{a,\n title={x", encoding="utf-8")
    monkeypatch.chdir(content.parent)
    found = bank.check(Path("content"))
    assert [each.path for each in found] == [
        Path("content/evidence/references.bib"),
        Path("content/glossary.yaml"),
    ]


@pytest.mark.parametrize("gone", [without, empty, folder])
@pytest.mark.parametrize("name", ["references.bib", "claims.yaml"])
def test_what_is_not_there_is_one_finding(
    content: Path, name: str, gone: Callable[[Path], None]
) -> None:
    if name == "references.bib":
        for more in ("more", "others"):
            text = ASKED.format(name=more).replace("    claims: [c-one, c-two]\n", "")
            (content / "questions" / f"{more}.yaml").write_text(text, encoding="utf-8")
    else:
        for more in ("more", "others"):
            text = ASKED.format(name=more)
            text = text.replace("nobody2020, nobody2021", "").replace("nobody2022", "")
            (content / "questions" / f"{more}.yaml").write_text(text, encoding="utf-8")
    gone(path_of(content, name))
    (found,) = bank.check(content)
    assert name in str(found)


@pytest.mark.parametrize("gone", [without, empty, folder])
def test_nor_is_it_more_without_a_plugin(content: Path, gone: Callable[[Path], None]) -> None:
    (content.parent / "_config.yml").write_text("title: A course\n", encoding="utf-8")
    for path in (content / "questions").iterdir():
        path.unlink()
    for more in ("more", "others"):
        text = ASKED.format(name=more)
        (content / "questions" / f"{more}.yaml").write_text(text, encoding="utf-8")
    gone(path_of(content, "references.bib"))
    (found,) = bank.check(content)
    assert "references.bib" in str(found)


def test_a_check_that_fails_is_told_with_the_plugins_line(tmp_path: Path) -> None:
    content = made(tmp_path)
    code = "def setup(engine):\n    engine.add_check(check)\ndef check(folder):\n    return 1 / 0\n"
    (tmp_path / "failing_check.py").write_text(code, encoding="utf-8")
    config = (
        "sphinx: {config: {selfcheck_plugins: [failing_check], selfcheck_functions: [somewhere]}}"
    )
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    (found,) = bank.check(content)
    assert isinstance(found, Finding)
    assert found.path.name == "_config.yml"
    assert "the plugin `failing_check` fails: ZeroDivisionError" in found.message


def test_a_notebook_shows_the_problems_and_no_traceback(content: Path) -> None:
    path = path_of(content, "claims.yaml")
    path.write_text("5", encoding="utf-8")
    with pytest.raises(evidence.EvidenceError) as caught:
        evidence.load(path)
    head, said = caught.value._render_traceback_()
    assert head == "1 thing to mend:"
    assert said.startswith(f"{path}:1:1: this must be a list of claims")
