"""What the engine's README tells a stranger to write works as it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from tests.alone.conftest import BUILD
from tests.support.alone import ROOT, Environment

README = (ROOT / "src" / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^(`{3,})(\w+)\n(.*?)^\1$", README, re.DOTALL | re.MULTILINE)


def block(language: str, start: str) -> str:
    """Return the README's block of code in *language* that begins with *start*."""
    (found,) = (code for _, its, code in BLOCKS if its == language and code.startswith(start))
    return found


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course that the README makes, its notebook not yet run."""
    (tmp_path / "content" / "questions").mkdir(parents=True)
    bank = block("yaml", "schema:")
    (tmp_path / "content" / "questions" / "moon.yaml").write_text(bank)
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# In a notebook"),
            nbformat.v4.new_code_cell(block("python", "from selfcheck")),
        ]
    )
    nbformat.write(notebook, tmp_path / "notebook.ipynb")
    (tmp_path / "index.md").write_text(f"# On a page\n\n{block('markdown', '```')}")
    (tmp_path / "_toc.yml").write_text(
        "format: jb-book\nroot: index\nchapters: [{file: notebook}]\n"
    )
    book = 'title: First\nexecute: {execute_notebooks: "off"}\n'
    (tmp_path / "_config.yml").write_text(book + block("yaml", "sphinx:"))
    conf = block("python", "extensions") + 'nb_execution_mode = "off"\n'
    (tmp_path / "conf.py").write_text(conf)
    return tmp_path


def test_the_first_bank_has_nothing_to_mend(course: Path, bare: Environment) -> None:
    assert "nothing to mend" in bare.run("selfcheck", "check", cwd=course)


def test_a_notebook_knows_the_id_that_stands_in_conf_py_alone(
    course: Path, bare: Environment
) -> None:
    (course / "_config.yml").unlink()
    code = (
        f"{block('python', 'from selfcheck').replace('quiz(', 'print(quiz(', 1).rstrip()}.course)"
    )
    assert bare.run("python", "-c", code, cwd=course) == "the-moon\n"


@pytest.mark.parametrize("builder", BUILD)
def test_the_first_quiz_comes_alive_on_the_site(
    course: Path, bare: Environment, site: Callable[[str, Path], Path], builder: str
) -> None:
    bare.run("jupyter", "execute", "--inplace", "notebook.ipynb", cwd=course)
    if builder == "sphinx":
        with (course / "index.md").open("a") as page:
            page.write("\n```{toctree}\nnotebook\n```\n")
    built = site(builder, course)
    for name in ("index", "notebook"):
        html = (built / f"{name}.html").read_text("utf-8")
        assert "data-question='moon/which-light'" in html
        assert "_static/selfcheck/page.js" in html
        assert 'data-course="the-moon"' in html
        assert "widget-view" not in html
        assert "jsdelivr" not in html
