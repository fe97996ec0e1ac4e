"""Parses an author's Markdown: CommonMark with tables and `$math$`, like the notebooks.

A text of one line is a line: no list, heading, quotation or rule is made of it, so that `- 5 °C`,
`1989.` and `# of cells` are shown as they are typed. A text of several lines may hold all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from selfcheck.markdown import addresses, formula, pictures

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Rule = Callable[["StateInline", bool], bool]
HTML = ("html_inline", "html_block")
FORMULAS = ("math_inline", "math_inline_double", "math_block")
CODE = ("code_inline", "code_block", "fence")


class Special(NamedTuple):
    """A sign that is not written as itself: by an entity, or after a backslash."""

    kind: str
    written: str
    shown: str


@dataclass(frozen=True)
class Parsed:
    """A text as Markdown's tokens, what `parsed` noted of it, and whether it is one line."""

    tokens: Sequence[Token]
    environment: dict[str, Any]
    line: bool

    @cached_property
    def html(self) -> str:
        """The text as HTML, which is not sanitised yet."""
        parser = _parser()
        made: str = parser.renderer.render(self.tokens, parser.options, self.environment)
        return made

    @property
    def specials(self) -> list[Special]:
        """All signs that are not written as themselves."""
        found: list[Special] = self.environment["specials"]
        return found

    @property
    def refused(self) -> list[str]:
        """What is wrong with addresses; these links and pictures are left out."""
        found: list[str] = self.environment["refused"]
        return found

    @cached_property
    def flat(self) -> Sequence[Token]:
        """All tokens, each block's before what stands in it; not what is in an image."""
        return [
            each
            for token in self.tokens
            for each in (token, *(token.children or () if token.type == "inline" else ()))
        ]


@lru_cache(maxsize=4096)
def parsed(text: str) -> Parsed:
    """Return *text* as tokens."""
    alone = text.strip()
    line = "\n" not in alone and "\r" not in alone
    environment: dict[str, Any] = {"specials": [], "refused": []}
    tokens = (
        _parser().parseInline(alone, environment) if line else _parser().parse(text, environment)
    )
    return Parsed(tokens, environment, line)


def page(text: str) -> Sequence[Token]:
    """Return the blocks of *text*, which is a whole page; what is in a line is left as written."""
    parser = _parser()
    tokens: list[Token] = []
    parser.block.parse(text.replace("\r\n", "\n"), parser, {}, tokens)
    return tokens


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.dollarmath.index import math_inline_dollar

    # HTML is parsed to be found; it is shown as it is typed.
    options = {"html": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable("table")
    parser.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
    )
    rule = math_inline_dollar(allow_space=False, allow_digits=False, allow_double=True)
    parser.inline.ruler.at("math_inline", _at_the_beginning_too(rule))
    # Which addresses a link may have says one place; here all are links, to be found there.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.core.ruler.before("text_join", "noted", _note)
    # A space says the same, and is one sign in a notebook's JSON.
    parser.add_render_rule("softbreak", lambda *_: " ")
    for kind in HTML:
        parser.add_render_rule(kind, lambda _, tokens, i, *__: escape(tokens[i].content, False))
    for kind in FORMULAS:
        parser.add_render_rule(kind, _formula)
    return parser


def _at_the_beginning_too(rule: Rule) -> Rule:
    """Return the rule for formulas as it is meant.

    It looks whether the sign before a formula is a digit or a backslash, and takes the last sign of
    the text for the one before the first: `$x$ is 5` would be no formula.
    """

    def first(state: StateInline, silent: bool) -> bool:
        if state.pos:
            return rule(state, silent)
        source, state.src = state.src, f"{state.src} "
        try:
            return rule(state, silent)
        finally:
            state.src = source

    return first


def _formula(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    return of(tokens[index]).html


def of(token: Token) -> formula.Formula:
    """Return the formula that a token stands for."""
    return formula.made(token.content, token.type != "math_inline")


def _note(state: StateCore) -> None:
    """Note signs before they are joined with the text, and take away unsafe addresses."""
    for block in state.tokens:
        # HTML has no other way to align a cell without a style.
        if align := block.attrs.pop("style", None):
            block.attrs["align"] = str(align).removeprefix("text-align:")
        for token in block.children or ():
            _note_inline(token, state.env)


def _note_inline(token: Token, environment: Any) -> None:
    if token.type == "text_special":
        special = Special(token.info, token.markup, token.content)
        environment["specials"].append(special)
    elif token.type == "link_open" and (said := addresses.problem(str(token.attrs["href"]))):
        environment["refused"].append(said)
        del token.attrs["href"]
    elif token.type == "image" and (said := pictures.foreign(str(token.attrs["src"]))):
        environment["refused"].append(said)
        # The words for it are left.
        token.type, token.children = "text", None
