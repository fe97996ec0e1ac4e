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
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from selfcheck import (
    bank,
    course,
    engine,
    outputs,
    read_again,
    report,
    saved,
    scripts,
    search,
    tools,
    types,
    unfinished,
    views,
)
from selfcheck.finding import BankError
from selfcheck.outline import settings
from selfcheck.outline import site as outline
from selfcheck.outline.settings import UNREVIEWED
from selfcheck.outline.site import NAMELESS
from selfcheck.questions import Asked, answered
from selfcheck.render import Settings, html
from selfcheck.render.direction import is_rtl
from selfcheck.render.key import answer_key
from selfcheck.saved import Needs

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

LOGGER = logging.getLogger(__name__)
# A value of Sphinx's configuration that nobody sets: which engine the pages were made for.
ENGINE = "selfcheck_engine"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value(course.ID, "", "html")
    app.add_config_value(course.PLUGINS, [], "env")
    app.add_config_value(course.FUNCTIONS, [], "env")
    app.add_config_value(UNREVIEWED, [], "html")
    # Not to be set: another engine asks other scripts of a page, so all pages are written anew.
    app.add_config_value(ENGINE, "", "html")
    app.add_node(QuizNode, override=True)
    app.add_node(KeyNode, override=True)
    app.add_directive("quiz", Quiz)
    app.add_directive("answer-key", AnswerKey)
    read_again.setup(app)
    outline.setup(app)
    views.setup(app)
    app.connect("config-inited", _configure)
    app.connect("builder-inited", _copy)
    app.connect("source-read", _look)
    app.connect("html-page-context", _add)
    search.setup(app)
    app.add_post_transform(Unsearch)
    unfinished.setup(app)
    # The second changes with what is noted of pages.
    return {
        "version": "3",
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


class QuizNode(nodes.raw):  # type: ignore[misc]  # docutils has no types
    """A quiz: raw HTML, as every builder takes it, that knows what its page needs."""

    @property
    def needs(self) -> Needs:
        """What the page has to load for it."""
        return Needs(frozenset(self["types"]), self["whole"], self.get("rtl", False))


class KeyNode(nodes.raw):  # type: ignore[misc]
    """An answer key, which is raw HTML too."""


class _FromBank(SphinxDirective):
    """A directive whose first argument is a bank; its mistakes are errors at this line."""

    def made(self, folder: Path, plugins: engine.Plugins) -> nodes.Node:
        """Return the node that the directive makes of the banks in *folder*."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the directive's node, which is made anew when a file of the bank changes."""
        folder = _content(self.env.srcdir)
        plugins = engine.load(folder, *_modules(self.config))
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
            rtl=is_rtl(picked.language),
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
        return KeyNode("", key, format="html")


class Unsearch(SphinxPostTransform):
    """Hides from the search what answers a question, in quizzes of notebooks too."""

    # After the links of a quiz have got their addresses.
    default_priority = read_again.Sections.default_priority + 1
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Put nodes in place of which the search sees only what is asked."""
        for node, needs in list(_quizzes(self.document)):
            node.replace_self(search.unsearched(node, needs))
        for node in list(self.document.findall(KeyNode)):
            node.replace_self(search.unsearched(node))


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
        said = {name: config[name] for name in (course.ID, course.PLUGINS, course.FUNCTIONS)}
        if config.project != NAMELESS:
            said[course.PROJECT] = config.project
        found = course.load(folder, said)
        whole = settings.load(folder, {UNREVIEWED: config[UNREVIEWED]})
        # Before any bank is read, and before processes of their own read them.
        engine.load(folder, found.plugins, found.functions)
    except BankError as error:
        raise ConfigError(str(error)) from error
    config[course.ID] = found.id
    config[course.PLUGINS] = list(found.plugins)
    config[course.FUNCTIONS] = list(found.functions)
    config[UNREVIEWED] = list(whole.unreviewed)
    config[ENGINE] = scripts.checksum()
    # myst-nb prefers a widget, which a page would ask another host for, to the HTML beside it.
    if "nb_mime_priority_overrides" in config and not config.nb_mime_priority_overrides:
        config.nb_mime_priority_overrides = [("html", "text/html", 5)]


def _look(app: Sphinx, page: str, source: list[str]) -> None:
    """Warn of quizzes that a saved notebook lacks; myst-nb warns of those that it runs itself."""
    ran_before = getattr(app.config, "nb_execution_mode", None) == "off"
    if ran_before and app.env.doc2path(page).endswith(".ipynb"):
        for problem in outputs.without_quiz(source[0]):
            LOGGER.warning(problem, location=page)


def _copy(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    # Before any page is written: Sphinx takes the checksum in the link from the copied file.
    # What an older engine has left would be taken for a script of this one.
    shutil.rmtree(_target(app), ignore_errors=True)
    scripts.write(_target(app), app.config.language, _plugins(app).scripts())


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], tree: object) -> None:
    if not isinstance(tree, nodes.Element):
        return
    needs = [node["needs"] for node in tree.findall(search.Unsearched) if node["needs"]]
    if not needs and not views.asks(tree):
        return
    # A repository does not stand in conf.py.
    found = course.load(_content(app.srcdir), {})
    target = _target(app)
    given: dict[str, Any] = {"data-course": app.config[course.ID]}
    given |= {f"data-{name}": scripts.later(target, name) for name in ("log", "marks")}
    if where := report.form(found.repository, app.config.language):
        given["data-report"] = where
    app.add_css_file("selfcheck/selfcheck.css")
    if any(each.rtl for each in needs):
        app.add_css_file("selfcheck/rtl.css")
    app.add_js_file("selfcheck/page.js", loading_method="defer", **given)
    for kind in sorted(frozenset[str]().union(*(each.types for each in needs))):
        if (target / "types" / f"{kind}.js").is_file():
            app.add_js_file(f"selfcheck/types/{kind}.js", loading_method="defer")
    if any(each.whole for each in needs):
        given = {"data-summary": scripts.summary(target)}
        app.add_js_file("selfcheck/overview.js", loading_method="defer", **given)
    if needs:
        context["body"] += tools.bar(app.config.language, scripts.later(target, "tools"))


def _target(app: Sphinx) -> Path:
    return Path(app.outdir) / "_static" / "selfcheck"


def _plugins(app: Sphinx) -> engine.Plugins:
    return engine.load(_content(app.srcdir), *_modules(app.config))


def _modules(config: Config) -> Iterator[tuple[str, ...]]:
    """Yield the plugins of the course, and the modules whose functions banks may call."""
    return (tuple(config[name]) for name in (course.PLUGINS, course.FUNCTIONS))
