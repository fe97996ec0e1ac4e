"""`{quiz}` in a page: the notebook's HTML, and errors that name the line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from selfcheck import bank
from selfcheck import scripts as scripts_of_a_site
from selfcheck.render import Settings
from selfcheck.render import html as render
from tests.support import tiny
from tests.support.moon import MOON, built_alone
from tests.support.tiny import BANK

CONF = 'extensions = ["myst_nb", "selfcheck.sphinx"]\n'
QUIZ = "```{quiz} one\n```"


def written(folder: Path, page: str = QUIZ, bank: str = BANK, conf: str = "") -> Path:
    """Return *folder* with a course of one page, the Markdown *page*."""
    (folder / "content" / "questions").mkdir(parents=True)
    (folder / "content" / "questions" / "one.yaml").write_text(bank)
    (folder / "conf.py").write_text(CONF + conf)
    (folder / "index.md").write_text(f"# A page\n\n{page}\n")
    return folder


def sphinx(folder: Path, *options: str) -> str:
    """Build the course in *folder*; return what Sphinx complained of."""
    return tiny.sphinx(folder, *options)[1]


def shown(folder: Path) -> str:
    return (folder / "site" / "index.html").read_text("utf-8")


def built(folder: Path, page: str, bank: str = BANK) -> tuple[str, str]:
    """Return the page built from the Markdown *page*, and what Sphinx complained of."""
    complaints = sphinx(written(folder, page, bank))
    return shown(folder), complaints


def scripts(html: str) -> list[str]:
    return re.findall(r'src="[./]*_static/selfcheck/([\w/-]+)\.js', html)


@pytest.fixture(scope="module")
def moon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the second course."""
    return built_alone(tmp_path_factory.mktemp("moon"))


def test_it_is_the_quiz_of_a_notebook(moon: Path) -> None:
    page = (moon / "quizzes.html").read_text("utf-8")
    cells = nbformat.read(MOON / "notebooks" / "moon.ipynb", as_version=4).cells
    cell = next(cell for cell in cells if cell.source == 'quiz("moon")')
    (output,) = cell.outputs
    assert output.data["text/html"] in page


EVERY_TYPE = [
    f"types/{name}"
    for name in (
        "case",
        "categorize",
        "cloze",
        "hotspot",
        "match",
        "multiple-response",
        "numeric",
        "order",
        "short-text",
    )
]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("index", []),
        ("quizzes", ["page", *EVERY_TYPE]),
        ("paged", ["page", *EVERY_TYPE, "overview"]),
        ("notebooks/moon", ["page", *EVERY_TYPE, "overview"]),
    ],
)
def test_a_page_gets_the_scripts_of_its_quizzes(moon: Path, name: str, wanted: list[str]) -> None:
    html = (moon / f"{name}.html").read_text("utf-8")
    assert scripts(html) == wanted
    assert ("selfcheck/selfcheck.css" in html) == bool(wanted)


def test_a_choice_needs_no_further_script(tmp_path: Path) -> None:
    html, complaints = built(tmp_path, QUIZ)
    assert not complaints
    assert scripts(html) == ["page"]


def test_the_script_knows_the_course_and_where_to_report(moon: Path) -> None:
    folder = moon / "_static" / "selfcheck"
    log, marks = (re.escape(scripts_of_a_site.later(folder, name)) for name in ("log", "marks"))
    report = 'data-report="https://example.org/moon/course/issues/new[?]'
    given = f'data-course="the-moon" data-log="{log}" data-marks="{marks}" {report}'
    for name in ("quizzes", "notebooks/moon"):
        html = (moon / f"{name}.html").read_text("utf-8")
        assert re.search(
            rf"<script {given}[^\"]+\" defer=.defer. src=.[./]*_static/selfcheck/page", html
        )


def test_a_whole_quiz_knows_where_its_summary_is(moon: Path) -> None:
    html = (moon / "paged.html").read_text("utf-8")
    (address,) = re.findall(r'<script data-summary="([^"]+)"[^>]+selfcheck/overview', html)
    assert address == scripts_of_a_site.summary(moon / "_static" / "selfcheck")


LINK = re.compile(r"<li data-objective=.\w+.><a href=.([^\"']+)")


def test_an_objective_leads_to_its_section(moon: Path) -> None:
    html = (moon / "paged.html").read_text("utf-8")
    assert LINK.findall(html) == ["notebooks/moon.html#numbers"]


def test_a_saved_quiz_gets_scripts_and_links_too(tmp_path: Path) -> None:
    made = bank.pick(bank.load("moon", MOON / "content"), "which-light", "light-time")
    html = render(made, {}, Settings(summary=True), MOON / "content")
    output = nbformat.v4.new_output("display_data", {"text/html": html, "text/plain": "Quiz"})
    cell = nbformat.v4.new_code_cell("quiz()", outputs=[output])
    cells = [nbformat.v4.new_markdown_cell("# Moon\n\n## Numbers"), cell]
    conf = "nb_execution_mode = 'off'\nexclude_patterns = ['index.md']\nmaster_doc = 'moon'\n"
    folder = written(tmp_path, conf=conf)
    metadata = {"language_info": {"name": "python", "pygments_lexer": "python"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    nbformat.write(notebook, folder / "moon.ipynb")
    assert not sphinx(folder)
    page = (folder / "site" / "moon.html").read_text("utf-8")
    assert scripts(page) == ["page", "types/numeric", "overview"]
    assert LINK.findall(page) == ["#numbers"]


def test_the_html_of_a_saved_quiz_goes_before_its_widget(tmp_path: Path) -> None:
    both = {
        "application/vnd.jupyter.widget-view+json": {"model_id": "gone", "version_major": 2},
        "text/html": "<div class='selfcheck' data-quiz='one'></div>",
        "text/plain": "Quiz",
    }
    output = nbformat.v4.new_output("display_data", data=both)
    cell = nbformat.v4.new_code_cell('quiz("one")', outputs=[output], execution_count=1)
    conf = "nb_execution_mode = 'off'\nexclude_patterns = ['index.md']\nmaster_doc = 'saved'\n"
    folder = written(tmp_path, conf=conf)
    metadata = {"language_info": {"name": "python", "pygments_lexer": "python"}}
    cells = [nbformat.v4.new_markdown_cell("# A page"), cell]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), folder / "saved.ipynb")
    assert not sphinx(folder)
    page = (folder / "site" / "saved.html").read_text("utf-8")
    assert both["text/html"] in page
    assert "widget-view" not in page


def test_another_project_is_another_course(tmp_path: Path) -> None:
    assert not sphinx(written(tmp_path, conf='project = "The Moon"\n'))
    assert named(shown(tmp_path)) == "the-moon"


def test_other_builders_leave_the_quiz_out(tmp_path: Path) -> None:
    assert not sphinx(written(tmp_path), "-b", "text")
    assert (tmp_path / "site" / "index.txt").read_text("utf-8").split() == ["A", "page", "******"]


def named(html: str) -> str:
    (found,) = re.findall(r'<script data-course="([^"]*)"', html)
    return str(found)


def test_another_id_makes_the_pages_anew(tmp_path: Path) -> None:
    config = "title: Moon\nsphinx: {config: {selfcheck_course: %s}}\n"
    written(tmp_path)
    for wanted, text in (
        ("moon", "title: Moon"),
        ("one", config % "one"),
        ("two", config % "two"),
    ):
        (tmp_path / "_config.yml").write_text(text)
        assert not sphinx(tmp_path)
        assert named(shown(tmp_path)) == wanted
    (tmp_path / "conf.py").write_text(f'{CONF}selfcheck_course = "three"\n')
    assert not sphinx(tmp_path)
    assert named(shown(tmp_path)) == "three"


def test_another_engine_makes_the_pages_anew_and_leaves_no_old_script(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert not sphinx(folder)
    page = folder / "site" / "index.html"
    page.write_text(shown(folder).replace("page.js", "older.js"))
    older = folder / "site" / "_static" / "selfcheck" / "older.js"
    older.write_text("")
    assert not sphinx(folder)
    assert "older.js" in shown(folder), "nothing has changed, so nothing is written"
    another = (
        "import sys; from selfcheck import scripts; scripts.checksum = lambda: 'another'; "
        "from sphinx.cmd.build import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", another, "-q", str(folder), str(folder / "site")]
    assert not subprocess.run(command, capture_output=True, text=True).stderr
    assert "older.js" not in shown(folder)
    assert not older.exists()


def test_another_plugin_makes_the_pages_anew(tmp_path: Path) -> None:
    """Its names may be others, and the banks are what they were."""
    claiming = BANK.replace("level: apply", "level: apply\n    claims: [two]")
    written(tmp_path, bank=claiming)
    (tmp_path / "no_claims.py").write_text(
        "def setup(engine):\n    engine.add_names('claims', lambda folder: ((), folder / 'none'))\n"
    )
    assert not sphinx(tmp_path)
    (tmp_path / "conf.py").write_text(f'{CONF}selfcheck_plugins = ["no_claims"]\n')
    assert "one.yaml:10:14: the claim `two` is not in none" in sphinx(tmp_path)


@pytest.mark.parametrize(
    ("conf", "config", "words"),
    [
        (
            "",
            "sphinx: {config: {selfcheck_course: The Moon}}",
            "/_config.yml:1:19: `selfcheck_course` must be lower-case letters",
        ),
        (
            "",
            "sphinx: {config: {selfcheck_plugins: [not_there]}}",
            "/_config.yml:1:39: there is no module `not_there`; install it",
        ),
        (
            'selfcheck_course = "The Moon"\n',
            "",
            "/conf.py:2:1: `selfcheck_course` must be lower-case letters",
        ),
        (
            'selfcheck_plugins = ["not_there"]\n',
            "",
            "/conf.py:2:1: there is no module `not_there`; install it",
        ),
    ],
)
def test_a_wrong_setting_stops_the_build_with_its_line(
    tmp_path: Path, conf: str, config: str, words: str
) -> None:
    written(tmp_path, conf=conf)
    (tmp_path / "_config.yml").write_text(config)
    complaints = sphinx(tmp_path)
    assert complaints.strip().startswith("Configuration error:")
    assert f"{tmp_path}{words}" in complaints
    assert "Traceback" not in complaints


def test_options_are_those_of_quiz(tmp_path: Path) -> None:
    options = ":confidence:\n:marks:\n:one-at-a-time:\n:draw: 2\n:sitting: after\n:summary:"
    html, complaints = built(tmp_path, f"```{{quiz}} one first\n{options}\n```")
    assert not complaints
    for attribute in ("confidence", "marks", "one-at-a-time", "summary", "draw='2'"):
        assert f" data-{attribute}" in html
    assert " data-sitting='after'" in html


MISTAKES = {
    "two": "there is no question bank 'two'; there are one",
    "one frist": "the bank 'one' has no question 'frist'; similar names: first",
    "one\n:marks:": "marks go by how sure a learner is; ask for that: confidence",
    "one\n:draw: 0": "must be positive",
    "one\n:sitting: Then Now": "sitting is 'Then Now'",
    "one\n:sitting: review": "sitting 'review' is that of reviews",
}


def test_mistakes_are_told_with_their_lines(tmp_path: Path) -> None:
    page = "\n\n".join(f"```{{quiz}} {directive}\n```" for directive in MISTAKES)
    _, complaints = built(tmp_path, page)
    line = 3
    for directive, words in MISTAKES.items():
        assert re.search(rf"index\.md:{line}: .*{re.escape(words)}", complaints), words
        line += len(directive.splitlines()) + 2


def test_a_bank_with_mistakes_is_told_with_its_own_lines(tmp_path: Path) -> None:
    broken = BANK.replace("correct: true, ", "")
    _, complaints = built(tmp_path, "```{quiz} one\n```", broken)
    assert "one.yaml:11:5: no option is correct" in complaints


@pytest.mark.parametrize(("language", "styled"), [("he", True), ("de", False)])
def test_a_page_that_reads_from_right_to_left_gets_a_style(
    tmp_path: Path, language: str, styled: bool
) -> None:
    bank = BANK.replace("title: One", f"title: One\nlanguage: {language}")
    page, complaints = built(tmp_path, QUIZ, bank)
    assert complaints == ""
    assert ("selfcheck/rtl.css" in page) is styled
    assert (" dir='rtl'" in page) is styled
