"""A bibliography as authors write it, and as students see it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import citations
from citations import CitationError, Reference

BIBLIOGRAPHY = Path(__file__).parents[2] / "content" / "evidence" / "references.bib"


@pytest.fixture(scope="module")
def course() -> dict[str, Reference]:
    return citations.load(BIBLIOGRAPHY)


@pytest.fixture
def write(tmp_path):
    """Writes a bibliography and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "references.bib"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def one(write):
    """Reads a bibliography that has one entry, with these fields and a title."""

    def one(fields: str) -> Reference:
        (reference,) = citations.load(
            write(f"@misc{{one, title = {{A title}}, {fields}}}")
        ).values()
        return reference

    return one


# ------------------------------------------------------------------ the course's own bibliography


def test_the_courses_references_stand_in_file_order(course):
    assert len(course) == 254
    assert list(course)[:2] == ["actissima", "admirecd2"]


def test_no_reference_was_lost_between_the_bibliography_and_its_reserve(course):
    reserve = citations.load(BIBLIOGRAPHY.with_name("reserve.bib"))
    assert len(reserve) == 8
    assert len({*course, *reserve}) == 262


def test_every_reference_of_the_course_can_be_shown(course):
    for reference in course.values():
        shown = reference.label + reference.text
        assert reference.authors
        assert not set(shown) & set("\\{}~`"), shown
        assert "\n" not in shown
        assert reference.link is None or reference.link.startswith(("https://", "http://"))


def test_no_two_references_of_the_course_share_a_label(course):
    labels = [reference.label for reference in course.values()]
    assert sorted(labels) == sorted(set(labels))


def test_labels_of_the_course_are_short(course):
    assert [each.label for each in course.values() if len(each.label) > 45] == []


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("takahashi2006", "Takahashi & Yamanaka 2006"),
        ("barker2007", "Barker et al. 2007"),
        ("caplan2017", "Caplan 2017"),
        ("alvarogracia2017", "Álvaro-Gracia et al. 2017"),
        ("vandenboom2020", "van den Boom et al. 2020"),
        ("attar2025", "Attar et al. 2025"),
        ("pew2021", "Pew Charitable Trusts 2021"),
        ("fda_info2021", "US FDA 2021"),
        ("fda_list", "US FDA"),
        ("zeiser2017acute", "Zeiser & Blazar 2017a"),
        ("zeiser2017chronic", "Zeiser & Blazar 2017b"),
    ],
)
def test_the_label_of_a_source(course, key, label):
    assert course[key].label == label


def test_the_full_citation_of_an_article(course):
    assert course["takahashi2006"].text == (
        "Kazutoshi Takahashi & Shinya Yamanaka (2006). "
        "Induction of pluripotent stem cells from mouse embryonic and adult fibroblast cultures "
        "by defined factors. Cell 126(4): 663\u2013676."
    )


def test_a_publisher_is_not_named_twice(course):
    assert course["admirecd2"].text.count("The Pharma Letter") == 1


def test_the_status_of_a_source_is_kept(course):
    assert course["chen2009"].status == "unconfirmed"
    assert course["duong2014"].status == "partly-confirmed"
    assert course["barker2007"].status == "confirmed"


# ------------------------------------------------------------------------------------------ LaTeX


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\'A}lvaro", "Álvaro"),
        (r"Garc{\'i}a", "García"),
        (r"Garc\'{\i}a", "García"),
        (r"Vicu{\~n}a", "Vicuña"),
        (r"Stra{\ss}e", "Straße"),
        (r"Gy{\"o}ngy{\"o}si", "Gyöngyösi"),
        (r"{\O}bro", "Øbro"),
        (r"Fran\c{c}ois", "François"),
        (r"{\L}{\'o}d{\'z}", "Łódź"),
        (r"Research \& Therapy", "Research & Therapy"),
        (r"more than \$5.1 million", "more than $5.1 million"),
        (r"1\_suppl", "1_suppl"),
        (r"50\% of 3", "50% of 3"),
        ("pages 1--9", "pages 1\u20139"),
        ("``Stem Cells''", "“Stem Cells”"),
        ("`pay-to-participate' studies", "\u2018pay-to-participate\u2019 studies"),
        ("Crohn's disease in {EU} trials", "Crohn's disease in EU trials"),
        (r"grown \emph{in vitro}", "grown in vitro"),
        ("already Ünïcode", "already Ünïcode"),
        (r"100\,\% of self\-renewal", "100 % of selfrenewal"),
        (r"\{x\} and C:\textbackslash{}new", "{x} and C:\\new"),
        ("$\\beta$-cells for $5 to $10", "β-cells for $5 to $10"),
    ],
)
def test_latex_is_shown_as_text(one, latex, text):
    assert one(f"journal = {{{latex}}}").container == text


@pytest.mark.parametrize(
    ("latex", "left"),
    [
        (r"Ca\textsuperscript{2+} in cells", r"\textsuperscript"),
        (r"A {\it new} way", r"\it"),
        (r"\LaTeX for all", r"\LaTeX"),
        (r"One\\Two", r"\\"),
        ("The $x^2$ test", "$x^2$"),
    ],
)
def test_latex_that_nobody_would_see_as_it_is_meant_is_found(one, latex, left):
    with pytest.raises(CitationError) as caught:
        one(f"journal = {{{latex}}}")
    (problem,) = caught.value.problems
    assert f"the journal of 'one': `{left}` would be shown as it stands; write it" in problem


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (r"\foo{A}, B", r"the author '\\foo{A}, B': `\\foo` would be shown as it stands"),
        ("A\ufffd, B", r"the author of 'one' holds U\+FFFD"),
        ("A\u202e, B", r"the author of 'one' holds the direction mark U\+202E"),
    ],
)
def test_what_no_page_shows_of_an_author_is_found(one, name, said):
    with pytest.raises(CitationError, match=said):
        one(f"author = {{{name}}}")


# ---------------------------------------------------------------------------------------- authors


@pytest.mark.parametrize(
    ("field", "names", "label"),
    [
        ("Yu, Junying", ("Junying Yu",), "Yu"),
        ("Junying Yu", ("Junying Yu",), "Yu"),
        ("Yu, J. and Li, B.", ("J. Yu", "B. Li"), "Yu & Li"),
        ("Yu, J. and Li, B. and Wu, C.", ("J. Yu", "B. Li", "C. Wu"), "Yu et al."),
        ("Yu, J. and others", ("J. Yu",), "Yu et al."),
        ("Yu, J. and Li, B. and others", ("J. Yu", "B. Li"), "Yu et al."),
        ("{SanBio, Inc.}", ("SanBio, Inc.",), "SanBio"),
        (
            "{Centers for Work and Health}",
            ("Centers for Work and Health",),
            "Centers for Work and Health",
        ),
        (r"{\O}bro, Nina", ("Nina Øbro",), "Øbro"),
        ("King, Jr., Martin L.", ("Martin L. King Jr.",), "King"),
    ],
)
def test_authors(one, field, names, label):
    reference = one(f"author = {{{field}}}")
    assert reference.authors == names
    assert reference.label == label


def test_an_author_may_give_an_organisation_a_short_name(one):
    reference = one("author = {{National Institutes of Health}}, shortauthor = {NIH}, year = 2020")
    assert reference.label == "NIH 2020"
    assert reference.text.startswith("National Institutes of Health (2020).")


def test_a_source_without_author_is_named_by_its_title(one):
    assert one("year = {2020}").label == "A title 2020"


def test_a_full_citation_names_three_of_many_authors(one):
    assert one(f"author = {{{' and '.join(f'F{n}, G' for n in range(7))}}}").text == (
        "G F0, G F1, G F2 et al. A title."
    )


# ------------------------------------------------------------------------------------------ links


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ("doi = {10.1000/x}, url = {https://e.org}", "https://doi.org/10.1000/x"),
        ("doi = {10.1016/S1474-4422(21)00301-X}", "https://doi.org/10.1016/S1474-4422(21)00301-X"),
        ("doi = {10.1002/1<2::A>3}", "https://doi.org/10.1002/1%3C2::A%3E3"),
        (r"url = {https://e.org/~a/b--c\_d}", "https://e.org/~a/b--c_d"),
        ("url = {https://e.org/a}, pmcid = {PMC1}", "https://e.org/a"),
        ("pmcid = {PMC12}, pmid = {34}", "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"),
        ("pmid = {34}", "https://pubmed.ncbi.nlm.nih.gov/34/"),
        ("year = {2020}", None),
    ],
)
def test_the_best_link_is_chosen(one, fields, link):
    assert one(fields).link == link


# ----------------------------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("@misc{a,\n title = {x}\n year = {2000}\n}", 1, "check its key, its braces and quotes"),
        (
            "@misc{z, title={z}}\n@misc{a,\n title = {x\n}\n@misc{b, title={y}}",
            2,
            "check its key, its braces",
        ),
        ("@misc{a, title={x}}\n\n@misc{A, title={y}}", 3, "the key 'A' is used on line 1 already"),
        ("@misc{title={x}}", 1, "no key; begin it with @misc{name2020,"),
        ("@misc{a,\n year = {2000}}", 1, "'a' has no title; add one"),
        ("@misc{a,\n title={x},\n title={y}}", 3, "two fields 'title'; keep one"),
        (
            "@misc{a, title={x},\n status={maybe}}",
            2,
            "use confirmed, partly-confirmed, unconfirmed",
        ),
        ("@misc{a, title={x},\n year={soon}}", 2, "cannot be 'soon'; write four digits"),
        ("@misc{a, title={x},\n doi={https://doi.org/10.1000/1}}", 2, "write it bare"),
        ("@misc{a, title={x},\n url={javascript:alert(1)}}", 2, "begins with https://"),
        ("@misc{a, title={x},\n pmid={PMC12}}", 2, "write digits only"),
        (
            "@misc{a, title={x},\n author={A, B, C, D}}",
            2,
            "write 'Family, Given and Family, Given'",
        ),
    ],
)
def test_an_error_names_the_file_the_line_and_the_mend(write, text, line, words):
    path = write(text)
    with pytest.raises(CitationError) as error:
        citations.load(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert words in str(error.value)


def test_all_errors_are_reported_at_once(write):
    path = write("@misc{a,\n year={soon},\n status={maybe}}\n@misc{a, title={x}, pmid={y}}")
    with pytest.raises(CitationError) as error:
        citations.load(path)
    assert [problem.split(":")[1] for problem in error.value.problems] == ["1", "2", "3", "4"]


def test_a_reference_without_status_is_not_taken_for_confirmed(one):
    assert one("year = {2020}").status == "unconfirmed"


# ---------------------------------------------------------------------------------- while working


def test_a_changed_file_is_read_again(write):
    assert citations.load(write("@misc{a, title={One}}"))["a"].title == "One"
    assert citations.load(write("@misc{a, title={Another}}"))["a"].title == "Another"


def test_what_a_caller_does_to_the_answer_stays_with_the_caller(write):
    path = write("@misc{a, title={One}}")
    citations.load(path).clear()
    assert list(citations.load(path)) == ["a"]


def test_importing_waits_for_no_parser():
    code = "import sys, citations; print([n for n in ('pybtex', 'latexcodec') if n in sys.modules])"
    paths = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
