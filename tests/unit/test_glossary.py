"""Reading the glossary, writing its page and linking its terms."""

from pathlib import Path

import nbformat
import pytest

from stemcourse.glossary import GlossaryError, Term, load
from tools import glossary
from tools.glossary_links import MOST_LINKS, linked

GLOSSARY = """\
- term: graft
  means: What is put into a patient.
  forms: [grafts]
  see: [teratoma]
- term: teratoma
  short: TT
  say: TER-uh-TOH-muh
  means: A tumour.
  priority: 1
"""
TO = "../book/glossary.md"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def term(name: str, *forms: str, **fields) -> Term:
    return Term(term=name, means="A thing.", forms=forms, **fields)


def link(text: str, *terms: Term) -> str:
    """The text with the names of anchors in place of whole targets."""
    (cell,) = linked([text], terms)
    return cell.replace(f"({TO}#", "(#")


# ----------------------------------------------------------------------------------------- reading


def test_a_term_is_read_whole(tmp_path):
    graft, teratoma = load(written(tmp_path, GLOSSARY))
    assert graft == Term(
        term="graft", means="What is put into a patient.", forms=("grafts",), see=("teratoma",)
    )
    assert teratoma.spellings == ("teratoma", "TT")
    assert (teratoma.say, teratoma.priority, graft.priority) == ("TER-uh-TOH-muh", 1, 2)


@pytest.mark.parametrize(
    ("name", "anchor"),
    [("T cell", "t-cell"), ("p-value", "p-value"), ("Crohn's disease", "crohns-disease")],
)
def test_an_anchor_is_what_a_heading_gets(name, anchor):
    assert term(name).anchor == anchor


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("  see: [teratoma]\n", "  sea: [teratoma]\n", "4:3", "did you mean see or say?"),
        ("  means: A tumour.\n", "", "5:3", "teratoma has no means; add it"),
        ("  means: A tumour.\n", "  means: 3\n", "8:10", "means must be text"),
        ("A tumour.", "A" * 301, "8:10", "means has 301 characters; 300 is the most"),
        ("see: [teratoma]", "see: [teratomas]", "4:9", "did you mean teratoma?"),
        ("see: [teratoma]", "see: [graft]", "4:9", "'graft' need not name itself"),
        ("see: [teratoma]", "see: teratoma", "4:8", "see must be a list"),
        ("forms: [grafts]", "forms: [teratoma]", "5:9", "'teratoma' stands on line 3 already"),
        ("short: TT", "short: graft", "6:10", "'graft' stands on line 1 already"),
        ("priority: 1", "priority: 4", "9:13", "priority must be 1, 2 or 3"),
        ("means: A tumour.", "means: A: tumour.", "8:11", "not YAML"),
        (GLOSSARY, "just text", "1:1", "this must be a list of terms"),
        (GLOSSARY, "- just text", "1:3", "a term must have keys"),
    ],
)
def test_an_error_names_the_place_and_the_mend(tmp_path, old, new, place, words):
    assert old in GLOSSARY
    path = written(tmp_path, GLOSSARY.replace(old, new))
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert f"{path}:{place}: " in str(error.value)
    assert words in str(error.value)


def test_all_errors_are_reported_at_once_and_in_order(tmp_path):
    wrong = GLOSSARY.replace("see: [teratoma]", "see: [none]").replace("priority: 1", "priority: 9")
    with pytest.raises(GlossaryError) as error:
        load(written(tmp_path, wrong + "- term: graft\n"))
    assert [problem.split(":")[1] for problem in error.value.problems] == ["4", "9", "10", "10"]


# -------------------------------------------------------------------------------------------- page


def test_the_page_has_letters_terms_and_what_belongs_to_them(tmp_path):
    page = glossary.page(load(written(tmp_path, GLOSSARY)))
    assert page.endswith(
        """
[G](#g) · [T](#t)

Short forms: [TT](#teratoma)

## G

### graft

What is put into a patient.

See also: [teratoma](#teratoma)

## T

### teratoma

Short: **TT** · Say: *TER-uh-TOH-muh*

A tumour.
"""
    )


def test_a_page_of_search_engines_gets_a_description():
    head = glossary.HEAD.partition("description: >-")[2].partition("---")[0]
    assert 120 <= len(" ".join(head.split())) <= 155


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with a glossary and one notebook."""
    monkeypatch.setattr(glossary, "ROOT", tmp_path)
    monkeypatch.setattr(glossary, "TERMS", written(tmp_path, GLOSSARY))
    monkeypatch.setattr(glossary, "PAGE", tmp_path / "glossary.md")
    cells = [nbformat.v4.new_markdown_cell("A graft.", id="one")]
    (tmp_path / "notebooks").mkdir()
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells), tmp_path / "notebooks" / "01-module.ipynb"
    )
    return tmp_path


def test_check_fails_until_the_page_is_written(course, capsys):
    assert glossary.main(["--check"]) == 1
    assert "glossary.md is stale" in capsys.readouterr().err
    assert not glossary.PAGE.exists()
    assert glossary.main([]) == 0
    assert glossary.main(["--check"]) == 0
    glossary.PAGE.write_text("old", encoding="utf-8")
    assert glossary.main(["--check"]) == 1


def test_problems_are_printed(course, capsys):
    glossary.TERMS.write_text("- term: graft\n", encoding="utf-8")
    assert glossary.main([]) == 1
    assert ":1:3: graft has no means; add it" in capsys.readouterr().err


def test_notebooks_are_linked_once(course, capsys):
    path = course / "notebooks" / "01-module.ipynb"
    assert glossary.main(["--link"]) == 0
    assert nbformat.read(path, as_version=4).cells[0].source == f"A [graft]({TO}#graft)."
    once = path.read_bytes()
    assert glossary.main(["--link", str(path)]) == 0
    assert path.read_bytes() == once
    assert capsys.readouterr().out == (
        "01-module.ipynb: 1 linked, 1 new\n01-module.ipynb: 1 linked, 0 new\n"
    )


def test_a_notebook_that_uses_a_word_otherwise_does_not_link_it(course):
    other = GLOSSARY.replace("see: [teratoma]", "see: [teratoma]\n  not_in: [01-module]")
    glossary.TERMS.write_text(other, encoding="utf-8")
    path = course / "notebooks" / "01-module.ipynb"
    before = path.read_bytes()
    assert glossary.main(["--link"]) == 0
    assert path.read_bytes() == before


# ------------------------------------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A graft, a graft.", "A [graft](#graft), a graft."),
        ("Grafts fail.", "[Grafts](#graft) fail."),
        ("A graft is a **graft**.", "A graft is a **[graft](#graft)**."),
        ("**A graft** is", "**A [graft](#graft)** is"),
        ("**Graft (GR)** is", "**[Graft](#graft) (GR)** is"),
        ("**No graft at all.** A graft", "**No graft at all.** A [graft](#graft)"),
        ("a *graft*", "a *[graft](#graft)*"),
        ("- a graft\n- a graft", "- a [graft](#graft)\n- a graft"),
        ("> a graft", "> a [graft](#graft)"),
        ("| graft |\n| --- |\n| a graft |", "| graft |\n| --- |\n| a [graft](#graft) |"),
    ],
)
def test_the_first_use_is_linked_the_bold_one_before_others(text, expected):
    assert link(text, term("graft", "grafts")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "engraftment, graft-like, non-graft",
        "# A graft",
        "## A graft",
        "### A graft",
        "`graft`",
        "```\ngraft\n```",
        "    graft",
        "$graft$",
        "$$\ngraft\n$$",
        "![A graft](graft.svg)",
        "[A graft](https://example.org/graft)",
        "<https://example.org/graft>",
        "*A figure with a graft.*",
        "## Sources\n\nA graft.",
        "## Time needed\n\nA graft.",
        "A graft ([Smith 2020](https://example.org)).",
        "([Smith 2020](https://example.org)) **graft**",
        f"The [graft]({TO}#graft) is a graft.",
    ],
)
def test_where_no_link_belongs(text):
    assert linked([text], [term("graft")]) == [text]


def test_a_part_without_links_ends_with_the_next_one():
    cells = ["## What you will be able to do", "- A graft.", "## 1. Begin\n\nA graft."]
    assert linked(cells, [term("graft")])[2] == f"## 1. Begin\n\nA [graft]({TO}#graft)."


def test_the_longer_term_wins():
    terms = [term("cell"), term("stem cell", "stem cells"), term("blood stem cell")]
    assert link("A blood stem cell and a cell are not\nstem\ncells.", *terms) == (
        "A [blood stem cell](#blood-stem-cell) and a [cell](#cell) are not\n"
        "[stem\ncells](#stem-cell)."
    )


def test_an_abbreviation_is_matched_as_it_is_written():
    assert link("One or more, an OR of 2.", term("odds ratio", short="OR")) == (
        "One or more, an [OR](#odds-ratio) of 2."
    )


def test_an_agency_that_is_a_source_is_not_linked():
    assert link("(EMA & HMA 2025; EMA 2020). The EMA.", term("EMA")) == (
        "(EMA & HMA 2025; EMA 2020). The [EMA](#ema)."
    )


def test_two_links_never_touch():
    terms = [term("graft"), term("failure")]
    assert link("graft failure, a failure", *terms) == (
        "[graft](#graft) failure, a [failure](#failure)"
    )


def test_links_are_few_and_the_most_important_ones_win():
    names = [f"word{chr(97 + n // 5)}{chr(97 + n % 5)}" for n in range(MOST_LINKS)]
    terms = [term(name) for name in names]
    rest = [term("late", priority=1), term("strong"), term("last", priority=3)]
    cells = [". Then comes ".join(names), "The last, the late, the **strong**."]
    both = linked(cells, [*terms, *rest])
    assert both[1] == f"The last, the [late]({TO}#late), the **[strong]({TO}#strong)**."
    assert both[0].count(TO) == MOST_LINKS - 2
    assert linked(both, [*terms, *rest]) == both
