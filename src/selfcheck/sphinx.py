"""The site's half: gives scripts and the style to the pages that hold a quiz, and to no other.

The scripts are classic ones, since a module does not load from `file://`. A page gets the script
that all quizzes need, and those of the question types that it holds. Links of objectives, which
lead to a heading in a notebook, become links to the section of the page.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from selfcheck import bank, repository, words
from selfcheck.finding import BankError
from selfcheck.render import Settings, html
from selfcheck.render.key import answer_key

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "static"
MARK = 'class="selfcheck"'
QUIZ = re.compile(r'<div class="selfcheck"[^>]*>')
TYPE = re.compile(r'data-q=.\{"type":"([a-z-]+)"')
WHOLE = re.compile(r" data-(summary|confidence|one-at-a-time)\b")
SECTION = re.compile(
    r'(?P<before><li data-objective="[^"]+"><a href=")'
    r'(?P<notebook>[^"#]+)\.ipynb#(?P<heading>[^"]+)"'
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_directive("quiz", Quiz)
    app.add_directive("answer-key", AnswerKey)
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}


class _FromBank(SphinxDirective):
    """A directive whose first argument is a bank; its mistakes are errors at this line."""

    def made(self, folder: Path) -> str:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        folder = Path(self.env.srcdir) / "content"
        try:
            made = self.made(folder)
            for path in bank.inputs(self.arguments[0].split()[0], folder):
                self.env.note_dependency(str(path))
        except (LookupError, ValueError, BankError) as error:
            raise self.error(str(error)) from None
        return [nodes.raw("", made, format="html")]


class Quiz(_FromBank):
    """`{quiz} bank question …`: the quiz that `quiz("bank", "question", …)` makes in a notebook."""

    required_arguments = 1
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {  # noqa: RUF012 (docutils reads it so)
        "draw": directives.positive_int,
        "confidence": directives.flag,
        "marks": directives.flag,
        "summary": directives.flag,
        "sitting": directives.unchanged_required,
        "one-at-a-time": directives.flag,
    }

    def made(self, folder: Path) -> str:
        name, *ids = " ".join(self.arguments).split()
        picked = bank.pick(bank.load(name, folder), *ids)
        given: dict[str, Any] = {
            option.replace("-", "_"): True if value is None else value
            for option, value in self.options.items()
        }
        settings = Settings(**given).checked()
        return html(picked, bank.references(folder), settings, folder)


class AnswerKey(_FromBank):
    """`{answer-key} bank`: the printable key of a question bank, made from the bank."""

    required_arguments = 1

    def made(self, folder: Path) -> str:
        return answer_key(bank.load(self.arguments[0], folder))


def _copy(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    # Before any page is written: Sphinx takes the checksum in the link from the copied file.
    target = Path(app.outdir) / "_static" / "selfcheck"
    skip = shutil.ignore_patterns("widget.js")
    shutil.copytree(STATIC, target, ignore=skip, dirs_exist_ok=True)
    script = words.script(app.config.language)
    (target / "words.js").write_text(script, encoding="utf-8")


def _add(app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    body = context.get("body", "")
    if MARK not in body:
        return

    def section(found: re.Match[str]) -> str:
        target = _page(app, page, found["notebook"])
        heading = unescape(found["heading"]).replace("-", " ")
        address = context["pathto"](target)
        return f'{found["before"]}{address}#{nodes.make_id(heading)}"'

    context["body"] = SECTION.sub(section, body)
    reported = repository.address(Path(app.srcdir) / "content")
    given: dict[str, Any] = {"data-repository": reported} if reported else {}
    app.add_css_file("selfcheck/selfcheck.css")
    app.add_js_file("selfcheck/words.js", loading_method="defer")
    app.add_js_file("selfcheck/page.js", loading_method="defer", **given)
    for name in _scripts(body):
        app.add_js_file(f"selfcheck/{name}.js", loading_method="defer")


def _scripts(body: str) -> Iterator[str]:
    """Yield the scripts that a page needs beyond the one of all quizzes."""
    for kind in sorted(set(TYPE.findall(body))):
        if (STATIC / "types" / f"{kind}.js").is_file():
            yield f"types/{kind}"
    if any(WHOLE.search(tag) for tag in QUIZ.findall(body)):
        yield "overview"


def _page(app: Sphinx, here: str, notebook: str) -> str:
    """Return the page of *notebook*, which is named as beside *here*, or anywhere in the course."""
    beside = str(PurePosixPath(here).parent / notebook)
    known = app.env.found_docs
    if beside in known:
        return beside
    return next((page for page in sorted(known) if PurePosixPath(page).name == notebook), beside)
