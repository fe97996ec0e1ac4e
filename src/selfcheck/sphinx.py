"""The site's half: gives scripts and the style to the pages that hold a quiz, and to no other.

The scripts are classic ones, since a module does not load from `file://`. A page gets the script
that all quizzes need, and those of the question types that it holds. Links of objectives, which
lead to a heading in a notebook, become links to the section of the page.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective

from selfcheck import bank, course, engine, read_again, report, saved, scripts, types
from selfcheck.finding import BankError
from selfcheck.questions import Asked, answered
from selfcheck.render import Settings, html
from selfcheck.render.key import answer_key
from selfcheck.saved import Needs

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

# A value of Sphinx's configuration that nobody sets: which engine the pages were made for.
ENGINE = "selfcheck_engine"
# What Sphinx calls a project to which a conf.py gives no name.
NAMELESS = "Project name not set"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value(course.ID, "", "html")
    app.add_config_value(course.PLUGINS, [], "env")
    # Not to be set: another engine asks other scripts of a page, so all pages are written anew.
    app.add_config_value(ENGINE, "", "html")
    app.add_node(QuizNode, override=True)
    app.add_directive("quiz", Quiz)
    app.add_directive("answer-key", AnswerKey)
    read_again.setup(app)
    app.connect("config-inited", _configure)
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)
    return {"version": "3", "parallel_read_safe": True, "parallel_write_safe": True}


class QuizNode(nodes.raw):  # type: ignore[misc]  # docutils has no types
    """A quiz: raw HTML, as every builder takes it, that knows what its page needs."""

    @property
    def needs(self) -> Needs:
        """What the page has to load for it."""
        return Needs(frozenset(self["types"]), self["whole"])


class _FromBank(SphinxDirective):
    """A directive whose first argument is a bank; its mistakes are errors at this line."""

    def made(self, folder: Path, plugins: engine.Plugins) -> nodes.Node:
        """Return the node that the directive makes of the banks in *folder*."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the directive's node, which is made anew when a file of the bank changes."""
        folder = _content(self.env.srcdir)
        plugins = engine.load(folder, tuple(self.config[course.PLUGINS]))
        try:
            made = self.made(folder, plugins)
            for path in bank.inputs(self.arguments[0].split()[0], folder, plugins):
                self.env.note_dependency(str(path))
        except (LookupError, ValueError, BankError) as error:
            raise self.error(str(error)) from None
        # The last net: content alone never ends a build.
        except Exception as error:
            said = f"{type(error).__name__}: {' '.join(str(error).split())}"
            raise self.error(f"the bank cannot be shown ({said})") from error
        return [made]


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

    def made(self, folder: Path, plugins: engine.Plugins) -> nodes.Node:
        """Return the quiz."""
        name, *ids = " ".join(self.arguments).split()
        picked = bank.pick(bank.load(name, folder, plugins), *ids)
        given: dict[str, Any] = {
            option.replace("-", "_"): True if value is None else value
            for option, value in self.options.items()
        }
        settings = Settings(**given).checked()
        made = QuizNode(
            "",
            html(picked, bank.references(folder), settings, folder),
            format="html",
            types=sorted(set(_types(picked.questions))),
            whole=settings.whole,
        )
        # Where it is said that a link of it leads nowhere.
        self.set_source_info(made)
        return made


class AnswerKey(_FromBank):
    """`{answer-key} bank`: the printable key of a question bank, made from the bank."""

    required_arguments = 1

    def made(self, folder: Path, plugins: engine.Plugins) -> nodes.Node:
        """Return the key."""
        key = answer_key(bank.load(self.arguments[0], folder, plugins), folder)
        return nodes.raw("", key, format="html")


def _types(questions: Sequence[Asked]) -> Iterator[str]:
    """Yield the types of *questions* and of what stands in them."""
    inside = [question for _, question in answered(questions)]
    yield from (types.tag(type(asked)) for asked in (*questions, *inside))


def _quizzes(document: nodes.Element) -> Iterator[tuple[nodes.raw, Needs]]:
    """Yield each piece of HTML with a quiz in *document*, and what it needs."""
    for node in read_again.quizzes(document):
        needs = node.needs if isinstance(node, QuizNode) else saved.needs(node.astext())
        if needs:
            yield node, needs


def _content(source: Any) -> Path:
    return Path(source) / "content"


def _configure(app: Sphinx, config: Config) -> None:
    """Complete the configuration, so that Sphinx notices a change wherever it is written."""
    folder = _content(app.srcdir)
    try:
        said = {name: config[name] for name in (course.ID, course.PLUGINS)}
        if config.project != NAMELESS:
            said[course.PROJECT] = config.project
        found = course.load(folder, said)
        # Before any bank is read, and before processes of their own read them.
        engine.load(folder, found.plugins)
    except BankError as error:
        raise ConfigError(str(error)) from error
    config[course.ID] = found.id
    config[course.PLUGINS] = list(found.plugins)
    config[ENGINE] = scripts.checksum()
    # myst-nb prefers a widget, which a page would ask another host for, to the HTML beside it.
    if "nb_mime_priority_overrides" in config and not config.nb_mime_priority_overrides:
        config.nb_mime_priority_overrides = [("html", "text/html", 5)]


def _copy(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    # Before any page is written: Sphinx takes the checksum in the link from the copied file.
    # What an older engine has left would be taken for a script of this one.
    shutil.rmtree(_target(app), ignore_errors=True)
    scripts.write(_target(app), app.config.language, _plugins(app).scripts())


def _add(app: Sphinx, _page: str, _template: str, _context: object, tree: object) -> None:
    if not isinstance(tree, nodes.Element):
        return
    needs = [needs for _, needs in _quizzes(tree)]
    if not needs:
        return
    # A repository does not stand in conf.py.
    found = course.load(_content(app.srcdir), {})
    given: dict[str, Any] = {"data-course": app.config[course.ID]}
    if where := report.form(found.repository, app.config.language):
        given["data-report"] = where
    app.add_css_file("selfcheck/selfcheck.css")
    app.add_js_file("selfcheck/page.js", loading_method="defer", **given)
    target = _target(app)
    for kind in sorted(frozenset[str]().union(*(each.types for each in needs))):
        if (target / "types" / f"{kind}.js").is_file():
            app.add_js_file(f"selfcheck/types/{kind}.js", loading_method="defer")
    if any(each.whole for each in needs):
        given = {"data-summary": scripts.summary(target)}
        app.add_js_file("selfcheck/overview.js", loading_method="defer", **given)


def _target(app: Sphinx) -> Path:
    return Path(app.outdir) / "_static" / "selfcheck"


def _plugins(app: Sphinx) -> engine.Plugins:
    return engine.load(_content(app.srcdir), tuple(app.config[course.PLUGINS]))
