"""What every notebook promises its readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest
import textstat
from markdown_it import MarkdownIt
from markdown_it.token import Token
from nbformat import NotebookNode

from citations import Reference
from selfcheck.questions import Bank, Objective
from tests.content.conftest import PATHS, REGISTERS, ROOT

CALL = re.compile(r'^quiz\("([a-z0-9-]+)"((?:,\s*"[a-z0-9-]+")*)', re.M)
# A question that the home page asks, before any notebook.
HOME = re.compile(r"^```\{quiz\} ([a-z0-9-]+) ([a-z0-9-]+)$", re.M)
# What is optional, in one cell: the HTML, exactly so, and Markdown between blank lines.
MORE = re.compile(
    r"^<details>\n<summary>(?P<name>More: [^<>*_`\[\]$\n]+)</summary>\n\n"
    r"(?P<text>.+?)\n\n</details>$",
    re.M | re.S,
)
MOST_BYTES_A_QUESTION = 2048
HIGHEST_GRADE = 10


def tokens(prose: str, kind: str) -> list[Token]:
    """Return the Markdown tokens of a *kind*: links with brackets in them are beyond a pattern."""
    lines = MarkdownIt("commonmark").enable("table").parse(prose)
    return [token for line in lines for token in line.children or () if token.type == kind]


def links(prose: str) -> list[str]:
    return [str(token.attrGet("href")) for token in tokens(prose, "link_open")]


def test_every_source_is_in_the_bibliography(prose: str, references: dict[str, Reference]) -> None:
    known = {unquote(reference.link or "") for reference in references.values()}
    cited = {unquote(target) for target in links(prose) if target.startswith("http")}
    assert cited <= known | REGISTERS


def test_every_relative_link_leads_somewhere(prose: str, path: Path) -> None:
    for target in links(prose):
        if not target.startswith("http"):
            assert (path.parent / target.partition("#")[0]).is_file(), target


def test_every_figure_is_there_and_says_what_it_shows(prose: str, path: Path) -> None:
    for token in tokens(prose, "image"):
        target = str(token.attrGet("src"))
        assert (path.parent / target).is_file()
        assert len(token.content) >= 60, f"{target}: {token.content!r}"


def test_markdown_reads_the_same_everywhere(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert list(not_everywhere(cell.source)) == [], cell.id


def not_everywhere(markdown: str) -> Iterator[str]:
    """Yield what of a cell would not be shown, or would be shown otherwise, in some place."""
    if re.search(r"^(```|:::)\{|\{(cite|ref|doc|numref)", markdown, re.M):
        yield "MyST"
    for more in MORE.finditer(markdown):
        if re.search(r"^ {0,3}(#|=+ *$|-+ *$)", more["text"], re.M):
            yield f"a heading in '{more['name']}'"
        if re.search(r"^( {4}|\t)", more["text"], re.M):
            yield f"a nested list, or code, in '{more['name']}'"
    if re.search(r"</?[a-zA-Z!][^>]*>", MORE.sub(r"\g<text>", markdown)):
        yield "HTML"


A_MORE = "<details>\n<summary>More: a p-value</summary>\n\nText, a *word*.\n\n- One\n\n</details>"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), []),
        (("Text", "| a | b |\n| --- | --- |\n| 1 | 2 |\n\nText"), []),
        (("</details>", "</details>\n\nText.\n\n" + A_MORE), []),
        (("<details>", "<details open>"), ["HTML"]),
        (("<details>", " <details>"), ["HTML"]),
        (("<summary>", "<summary id='a'>"), ["HTML"]),
        (("a p-value", "a <b>p-value</b>"), ["HTML"]),
        (("a p-value", "a *p-value*"), ["HTML"]),
        (("More: a", "A"), ["HTML"]),
        (("</summary>\n", "</summary>"), ["HTML"]),
        (("\n\n</details>", "\n</details>"), ["HTML"]),
        (("</details>", ""), ["HTML"]),
        (("<details>\n<summary>More: a p-value</summary>", ""), ["HTML"]),
        (("Text", "<b>Text</b>"), ["HTML"]),
        (("Text", A_MORE), ["HTML"]),
        (("Text", "### Heading\n\nText"), ["a heading in 'More: a p-value'"]),
        (("Text", "Heading\n---\n\nText"), ["a heading in 'More: a p-value'"]),
        (("- One", "- One\n    - Two"), ["a nested list, or code, in 'More: a p-value'"]),
    ],
)
def test_what_is_optional_is_folded_in_one_way(change: tuple[str, str], found: list[str]) -> None:
    assert list(not_everywhere(A_MORE.replace(*change))) == found


@pytest.mark.usefixtures("pronunciations")
def test_prose_is_plain(prose: str) -> None:
    assert textstat.flesch_kincaid_grade(plain(prose)) <= HIGHEST_GRADE


def plain(prose: str) -> str:
    """Return what is read as sentences: no tables, headings, figures, sources, formulas."""
    prose = re.sub(r"\$[^$\n]+\$", "", prose.partition("## Sources")[0])
    sentences = []
    inside: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(prose):
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline" and not {"table", "h1", "h2", "h3"} & set(inside):
            sentences.append(_sentence(token.children or []))
    return "\n".join(sentences)


def _sentence(tokens: list[Token]) -> str:
    """Return the text of one paragraph or list item, without links to sources."""
    text, source = "", False
    for token in tokens:
        if token.type == "link_open":
            source = str(token.attrGet("href")).startswith("http")
        elif token.type == "link_close":
            source = False
        elif token.type in ("text", "code_inline", "softbreak") and not source:
            text += token.content or " "
    text = re.sub(r"\(\s*[;,\s]*\)", "", text).strip()
    return text if not text or text[-1] in ".?!" else f"{text.rstrip(':;,')}."


PARTS = ("What you will be able to do", "Time needed", "What to remember", "Sources")
# The last module is an assessment as a whole: it has nothing to predict, and closes with itself.
ASSESSMENT = "07-check-yourself"
ASKING = ("Predict first", "Closing quiz")
FEWEST_AT_THE_END = 4


def test_a_notebook_has_its_parts(prose: str, path: Path) -> None:
    assert prose.startswith("# ")
    headings = re.findall(r"^## ([\w ]+)", prose, re.M)
    asking = () if path.stem == ASSESSMENT else ASKING
    parts = [each for each in headings if each in (*PARTS, *ASKING)]
    assert parts == [*PARTS[:2], *asking, *PARTS[2:]]


def test_what_to_remember_has_five_lines(prose: str) -> None:
    lines = prose.partition("## What to remember\n")[2].partition("\n## ")[0]
    assert len(re.findall(r"^[-*] |^\d\. ", lines, re.M)) == 5


def test_the_closing_quiz_asks_enough(notebook: NotebookNode, path: Path) -> None:
    closing = [
        CALL.search(quiz.source)
        for heading, quiz in pairwise(notebook.cells)
        if heading.source.startswith("## Closing quiz")
    ]
    assert len(closing) == (path.stem != ASSESSMENT)
    for asked in closing:
        assert asked
        assert asked[2].count(",") >= FEWEST_AT_THE_END


def test_code_that_shows_things_is_hidden(notebook: NotebookNode) -> None:
    """All code but that which a learner is to change."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            tags = cell.metadata.get("tags", [])
            hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
            exercise = "exercise" in tags
            assert (("remove-input" in tags), hidden) == (not exercise, not exercise), cell.id


def test_a_saved_quiz_is_small(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            html = output.get("data", {}).get("text/html", "")
            asked = html.count("class='sc-question'")
            if asked:
                assert len(html.encode()) / asked <= MOST_BYTES_A_QUESTION, cell.id


def test_every_question_is_asked_once(banks: list[Bank]) -> None:
    asked: list[str] = []
    for path in PATHS:
        for name, rest in CALL.findall(source_of(path)):
            ids = re.findall(r'"([a-z0-9-]+)"', rest)
            every = next(bank for bank in banks if bank.id == name).questions
            asked += [f"{name}/{one}" for one in ids or [question.id for question in every]]
    home = (ROOT / "book" / "index.md").read_text(encoding="utf-8")
    asked += [f"{name}/{one}" for name, one in HOME.findall(home)]
    known = [f"{bank.id}/{question.id}" for bank in banks for question in bank.questions]
    # Those of the first quiz are asked again, on purpose, in the last module.
    known += [name for name in known if name.startswith("before/")]
    never, twice = Counter(known) - Counter(asked), Counter(asked) - Counter(known)
    assert not never, f"a cell of a notebook shows each question, and none shows {sorted(never)}"
    assert not twice, f"asked where it was asked before, or in no bank: {sorted(twice)}"


def source_of(path: Path) -> str:
    cells = nbformat.read(path, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


@pytest.mark.parametrize("level", ["remember"])
def test_most_questions_ask_for_more_than_memory(banks: list[Bank], level: str) -> None:
    levels = [question.level for bank in banks for question in bank.questions]
    assert levels.count(level) < len(levels) / 2


def test_objectives_lead_to_headings_that_exist(banks: list[Bank]) -> None:
    for bank in banks:
        for objective in bank.objectives.values():
            if isinstance(objective, Objective):
                path = ROOT / "notebooks" / f"{objective.notebook}.ipynb"
                cells = nbformat.read(path, as_version=4).cells
                lines = "\n".join(c.source for c in cells if c.cell_type == "markdown")
                assert f"## {objective.heading}\n" in lines, f"{bank.id}: {objective.heading}"
