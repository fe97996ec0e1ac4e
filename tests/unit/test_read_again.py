"""The link of an objective leads to the section that Sphinx made, or is an error."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from selfcheck import bank

CONF = 'extensions = ["myst_nb", "selfcheck.sphinx"]\nmyst_enable_extensions = ["dollarmath"]\n'
CONF += 'nb_execution_mode = "off"\nexclude_patterns = ["site", "jupyter_execute"]\n'
CHAPTER = """\
# Chapter

## Numbers

### Что такое клетка

### 什么是细胞

## *In vitro* and `code`

## What's "$x^2$" -- really...

## Twice

## Twice

## 2. Post-mortem

(target)=
## Named

> ## In a quotation

- ## In a list

## A ![small cell](cell.svg) in it

## With a note[^1] to it

## The formula $y^2$ alone

## The role {math}`y^2` in it

[^1]: A note.

## Check yourself

```{quiz} again
:summary:
```
"""
# By the objective, the notebook, the heading and where it leads from the page of the chapter.
LINKS = {
    "same-page": ("chapter", "Numbers", "#numbers"),
    "russian": ("chapter", "Что такое клетка", None),
    "chinese": ("chapter", "什么是细胞", None),
    "emphasis": ("chapter", "In vitro and code", "#in-vitro-and-code"),
    "as-written": ("chapter", "*In vitro* and `code`", "#in-vitro-and-code"),
    "formula": ("chapter", 'What\'s "$x^2$" -- really...', None),
    "twice": ("chapter", "Twice", "#twice"),
    "hyphen": ("chapter", "2. Post-mortem", "#post-mortem"),
    "picture": ("chapter", "A small cell in it", "#a-in-it"),
    "picture-as-written": ("chapter", "A ![small cell](cell.svg) in it", "#a-in-it"),
    "note": ("chapter", "With a note to it", None),
    "note-as-written": ("chapter", "With a note[^1] to it", None),
    "role": ("chapter", "The role {math}`y^2` in it", None),
    "included": ("brought", "Included", "brought.html#included"),
    "marked": ("marked", "Behind a mark", "marked.html#behind-a-mark"),
    "formula-alone": ("chapter", "The formula $y^2$ alone", None),
    "target": ("chapter", "Named", None),
    "title": ("chapter", "Chapter", "#chapter"),
    "notebook": ("saved", "A heading", "part/saved.html#a-heading"),
    "folder": ("part/saved", "Ein Überblick", "part/saved.html#ein-uberblick"),
}


def written(folder: Path, links: dict[str, tuple[str, str, str | None]], bank_id: str) -> None:
    """Write a bank with an objective for each of *links* into the course in *folder*."""
    questions = folder / "content" / "questions"
    questions.mkdir(parents=True, exist_ok=True)
    objectives = {
        name: {"text": name, "notebook": notebook, "heading": heading}
        for name, (notebook, heading, _) in links.items()
    }
    question = {
        **{"type": "choice", "level": "apply", "prompt": "P?", "explanation": "E", "sources": []},
        "options": [
            {"text": "A", "feedback": "F", "correct": True},
            {"text": "B", "feedback": "F"},
        ],
    }
    data = {
        **{"schema": 1, "id": bank_id, "title": "T", "objectives": objectives},
        "questions": [{"id": f"q-{name}", "objective": name, **question} for name in objectives],
    }
    # JSON is YAML, and needs a line each for places to be told apart.
    (questions / f"{bank_id}.yaml").write_text(json.dumps(data, indent=1, ensure_ascii=False))


def course(folder: Path) -> Path:
    (folder / "part").mkdir()
    (folder / "conf.py").write_text(CONF)
    (folder / "index.md").write_text(
        "# Home\n\n```{toctree}\nchapter\npart/saved\nother\nbrought\nmarked\n```\n"
    )
    # Only Sphinx knows the headings that are brought from another file.
    (folder / "brought.md").write_text("# Brought\n\n```{include} brought.inc\n```\n")
    (folder / "brought.inc").write_text("## Included\n")
    (folder / "marked.md").write_text("# Behind a mark\n", encoding="utf-8-sig")
    (folder / "chapter.md").write_text(CHAPTER)
    (folder / "cell.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "other.md").write_text("# Other\n\n```{quiz} again\n:summary:\n```\n")
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# A heading\n", "\n", "text"]},
        {"cell_type": "markdown", "metadata": {}, "source": "## Ein Überblick"},
        {"cell_type": "markdown", "metadata": {"tags": ["remove-cell"]}, "source": "## Removed"},
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    (folder / "part" / "saved.ipynb").write_text(json.dumps(notebook))
    written(folder, LINKS, "again")
    return folder


def build(folder: Path, *options: str) -> str:
    command = [sys.executable, "-m", "sphinx", "-q", *options, str(folder), str(folder / "site")]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def leads(folder: Path, page: str) -> dict[str, str]:
    """Return where the links of the quiz on a page lead."""
    html = (folder / "site" / page).read_text("utf-8")
    found = re.findall(r"<li data-objective='([\w-]+)'><a(?: href='([^']*)')?>", html)
    return {name: unescape(target) for name, target in found}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = course(tmp_path_factory.mktemp("again"))
    assert build(folder, "-W", "--jobs", "2") == ""
    return folder


def test_each_link_leads_to_its_section(site: Path) -> None:
    page = (site / "site" / "chapter.html").read_text("utf-8")
    found = leads(site, "chapter.html")
    assert found.keys() == LINKS.keys()
    for name, (_, _, wanted) in LINKS.items():
        target = found[name]
        if wanted:
            assert target == wanted
        else:
            assert f'<section id="{target.removeprefix("#")}">' in page
    # Each of those leads to another section, but what is written in two ways.
    assert len(set(found.values())) == len(LINKS) - 3
    heading = page.partition(f'<section id="{found["chinese"].removeprefix("#")}">')[2][:80]
    assert "什么是细胞" in heading


def test_a_quiz_on_another_page_leads_there_as_well(site: Path) -> None:
    found, here = leads(site, "other.html"), leads(site, "chapter.html")
    assert found["notebook"] == here["notebook"]
    for name in ("same-page", "russian", "twice"):
        assert found[name] == f"chapter.html{here[name]}"


def test_check_finds_all_of_them(site: Path) -> None:
    assert bank.check(site / "content") == []


def test_a_link_that_leads_nowhere_is_an_error_each_time(tmp_path: Path) -> None:
    folder = course(tmp_path)
    wrong: dict[str, tuple[str, str, str | None]] = {
        "renamed": ("chapter", "A heading that was renamed", None),
        "gone": ("no-chapter", "Numbers", None),
    }
    written(folder, wrong, "again")
    for _ in range(2):
        said = build(folder)
        assert (
            "chapter.md:38: ERROR: a link of the quiz 'again' to read again leads nowhere" in said
        )
        assert "the page 'chapter' has no heading 'A heading that was renamed'" in said
        assert "there is no page 'no-chapter'; mend `notebook` of the objective" in said
        assert "in content/questions/again.yaml" in said
    assert leads(folder, "chapter.html") == {"renamed": "", "gone": ""}
    first, second = bank.check(folder / "content")
    assert str(first.path) == str(folder / "content" / "questions" / "again.yaml")
    assert first.place.line == 9
    assert first.message.startswith(
        "chapter.md has no heading 'A heading that was renamed'; there are 'Chapter', 'Numbers'"
    )
    assert second.place.line == 13
    assert second.message.startswith("there is no notebook or page `no-chapter`")


def test_a_heading_that_is_not_there_is_told_with_all_else(tmp_path: Path) -> None:
    folder = course(tmp_path)
    wrong: dict[str, tuple[str, str, str | None]] = {"renamed": ("chapter", "Renamed", None)}
    written(folder, wrong, "again")
    path = folder / "content" / "questions" / "again.yaml"
    path.write_text(path.read_text("utf-8").replace('"correct": true', '"correct": "yes"'))
    messages = [each.message for each in bank.check(folder / "content")]
    assert any("`correct` must be true or false" in message for message in messages)
    assert any("chapter.md has no heading 'Renamed'" in message for message in messages)


def test_what_is_no_section_is_found_by_check_and_by_sphinx(tmp_path: Path) -> None:
    folder = course(tmp_path)
    wrong: dict[str, tuple[str, str, str | None]] = {
        "quotation": ("chapter", "In a quotation", None),
        "list": ("chapter", "In a list", None),
        "removed": ("saved", "Removed", None),
    }
    written(folder, wrong, "again")
    said = build(folder)
    found = [each.message for each in bank.check(folder / "content")]
    assert len(found) == len(wrong)
    for (_, heading, _), message in zip(wrong.values(), found, strict=True):
        assert f"has no heading {heading!r}" in said
        assert f"has no heading {heading!r}" in message
    assert set(leads(folder, "chapter.html").values()) == {""}


def test_a_page_follows_a_section_of_another_that_has_got_another_name(tmp_path: Path) -> None:
    folder = course(tmp_path)
    written(folder, {"one": ("chapter", "Numbers", None)}, "again")
    assert build(folder) == ""
    assert leads(folder, "other.html") == {"one": "chapter.html#numbers"}
    (folder / "chapter.md").write_text("# A page\n\n## numbers\n\n## Numbers\n")
    assert build(folder) == ""
    (target,) = leads(folder, "other.html").values()
    assert target == "chapter.html#id1"


@pytest.mark.parametrize(
    "notebook",
    [
        *("javascript:alert(1)//#", "//example.org/x", "https://example.org/x", "/etc/x", "a\\b"),
        *("a#b", "a?b", "a'b", 'a"b', "<b>", ".hidden", "a/../../b", "a\n", "data:x", "a%2e"),
    ],
)
def test_a_notebook_is_the_name_of_a_file_and_no_address(tmp_path: Path, notebook: str) -> None:
    written(tmp_path, {"one": (notebook, "H", None)}, "again")
    (finding,) = bank.check(tmp_path / "content")
    assert "`notebook`" in finding.message
    assert finding.place.line == 8


@pytest.mark.parametrize("text", ["{", "[]", '{"cells": 1}', '{"cells": [1, {}]}', "[" * 99_999])
def test_a_notebook_that_cannot_be_read_stops_no_check(tmp_path: Path, text: str) -> None:
    (tmp_path / "chapter.ipynb").write_text(text)
    written(tmp_path, {"one": ("chapter", "Numbers", None)}, "again")
    assert [each.path.name for each in bank.check(tmp_path / "content")] in ([], ["again.yaml"])
