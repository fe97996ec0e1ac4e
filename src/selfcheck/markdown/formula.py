r"""Makes MathML of a LaTeX formula, or says what of it no reader would see.

latex2mathml makes elements, and all that every browser draws is taken over from them one by one:
so what is written out holds nothing else, and what is left behind is known. It passes many
mistakes in silence. A command that it does not know is shown as it stands, `%` cuts off the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from selfcheck.markdown import mathml
from selfcheck.markdown.letters import styled

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST = 1_000
DEEPEST = 60
COMMAND = re.compile(r"\\([a-zA-Z]+\*?|.)", re.S)
# Among the environments that latex2mathml knows, those that people look for.
USUAL = ("array", "cases", "matrix", "pmatrix", "bmatrix", "align*", "split")
ENVIRONMENT = re.compile(r"\\begin\s*\{([^}]*)\}")
# latex2mathml writes signs by their number into the text of an element.
ESCAPED = re.compile(r"\\([%#&_{}$])")
# Signs that are made to stand over or under letters, or around them.
MARK = re.compile("[\u0300-\u036f\u20d0-\u20ff\u23b4-\u23b6\u23dc-\u23e1]")
BY_NUMBER = re.compile(r"&#x([0-9a-fA-F]{1,6});")
# Letters with spaces around them are words where they are these, units, or beside an operand; and
# otherwise a product, such as `ma`, or points, such as `AB`.
WORD = re.compile(r"(?<!\S)[^\W\d_]{2,}(?!\S)")
WORDS = re.compile(
    "and|or|if|is|are|in|of|for|to|with|from|where|when|then|else"
    "|und|oder|wenn|ist|sind|für|mit|von|bis|son|para|con"
)
UNITS = re.compile("[kmcn]?m|[km]?g|m[lLs]|k?Pa|Hz|kJ|eV|mol|USD|EUR")
DECIMAL = re.compile(r"\\unicode\s*\{\s*\d")
NUMBER = re.compile(r"\d(?:\^(?:-?\d|\{\s*-?\d+\s*\}))?\s+$")
DIFFERENTIAL = re.compile("d[a-z]")
OPERAND_BEFORE, OPERAND_AFTER = re.compile(r"[\w)]\s+$"), re.compile(r"\s+[\w(]")
MISTAKES = {
    "DoubleSubscripts": "two `_` follow each other; put one of them in braces",
    "DoubleSuperscripts": "two `^` follow each other; put one of them in braces",
    "MissingSuperScriptOrSubscript": "nothing follows `^` or `_`, or stands before it; write both",
    "ExtraLeftOrMissingRight": "`\\left` and `\\right` come in pairs; `\\right.` shows nothing",
    "NoAvailableTokens": "something is missing, such as what a command takes, or a brace",
    "NumeratorNotFound": "the numerator is missing",
    "DenominatorNotFound": "the denominator is missing",
    "MissingEnd": "`\\begin{…}` has no `\\end{…}`",
    "InvalidAlignment": "an array's columns are written with l, c and r",
    "InvalidWidth": "a width has a number and a unit, such as 1em",
    "LimitsMustFollowMathOperator": "`\\limits` follows `\\sum` and the like only",
}


class Formula(NamedTuple):
    """A formula as HTML, and what is wrong with it, each with its mend."""

    html: str
    problems: tuple[str, ...]
    # Whether a line of plain text says the same: no fraction, power, root or index is in it.
    flat: bool = True


@lru_cache(maxsize=1024)
def made(latex: str, display: bool = False) -> Formula:
    """Return the formula *latex*; *display*: on a line of its own.

    Of a formula with problems the HTML holds what can be shown, or its LaTeX as code.
    """
    if len(latex) > LONGEST:
        problem = f"it has {len(latex)} characters, and {LONGEST} is the most; write several"
        return Formula(_code(latex), (_about(latex, problem),), flat=False)
    problems = list(_written(latex))
    try:
        # Imported where it is used: `import selfcheck` stays quick.
        from latex2mathml.converter import convert_to_element

        root = convert_to_element(_known(latex), display="block" if display else "inline")
    # It says with an exception of its own that a formula is broken, or with any of Python's.
    except Exception as error:
        name = type(error).__name__.removesuffix("Error")
        problems += [] if problems else [MISTAKES.get(name, "it cannot be read; write it anew")]
        return Formula(_code(latex), _told(latex, problems), flat=False)
    if _depth(root) > DEEPEST:
        problems.append("its parts stand too deep in each other; write several formulas")
        return Formula(_code(latex), _told(latex, problems), flat=False)
    rest = _Shown(latex)
    # A formula is a row by itself, and the converter makes one in it.
    (row,) = root
    inside = "".join(rest.html(child) for child in row)
    problems += rest.problems
    if not problems and not rest.visible:
        problems.append("it shows nothing; take it out, or write what it is to show")
    opened = "<math display='block'>" if display else "<math>"
    return Formula(f"{opened}{inside}</math>", _told(latex, problems), rest.flat)


def _written(latex: str) -> Iterator[str]:
    """Yield what is wrong with *latex* before anything is made of it."""
    from latex2mathml.commands import MATRICES

    bare = COMMAND.sub(" ", latex)
    if "%" in bare:
        yield "`%` begins a comment, and the rest is not shown; write `\\%`"
    if DECIMAL.search(latex):
        yield "a number of `\\unicode` is taken for hexadecimal; begin it with x, or write the sign"
    if bare.count("{") != bare.count("}"):
        yield "its braces are not in pairs; close each"
    for name in ENVIRONMENT.findall(_known(latex)):
        if f"\\{name}" not in MATRICES:
            yield f"no environment `{name}` is known; there are {', '.join(USUAL)}"
    if word := _word(latex):
        yield (
            f"the spaces around `{word}` are not shown; put words into `\\text{{…}}`, "
            "and if `$` is to be a dollar sign, write `\\$`"
        )


def _word(latex: str) -> str:
    """Return the first word of a language in *latex*; nothing when there is none."""
    prose = re.sub(r"\\[a-zA-Z]+\*?\s*(\{[^{}]*\})?", " \\; ", latex)
    last = -1
    for found in WORD.finditer(prose):
        word, alone = found[0], DIFFERENTIAL.fullmatch(found[0])
        before, after = prose[: found.start()], prose[found.end() :]
        long = len(word) > 2 and word[1:].islower()
        beside = OPERAND_BEFORE.search(before) or OPERAND_AFTER.match(after)
        unit = UNITS.fullmatch(word) and NUMBER.search(before)
        follows = not alone and prose[last:].startswith(f" {word}") if last >= 0 else False
        if WORDS.fullmatch(word) or unit or (long and beside) or (follows and not word.isupper()):
            return word
        last = found.end()
    return ""


def _depth(root: Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def _known(latex: str) -> str:
    """Return *latex* with the name by which latex2mathml knows the environment `aligned`."""
    return latex.replace("{aligned}", "{split}")


class _Shown:
    """What of a formula's elements is shown, and what is not."""

    def __init__(self, latex: str) -> None:
        self.latex = latex
        self.problems: list[str] = []
        self.visible = False
        self.flat = True

    def html(self, element: Element) -> str:
        """Return *element* as HTML."""
        tag = element.tag
        if tag not in mathml.ELEMENTS:
            self._lost(tag)
            return "".join(self.html(child) for child in element)
        if tag in mathml.TOKENS and len(element):
            self._lost(tag)
        wanted = mathml.ELEMENTS[tag]
        if wanted is not None:
            self.flat = False
            if wanted != len(element):
                self._problem("a part of it is missing, such as what stands over or under a sign")
        elif tag in ("msqrt", "mtable", "mphantom"):
            self.flat = False
        style = element.attrib.get("mathvariant", "normal")
        text = self._text(tag, self._said(element), style)
        attributes = "".join(self._attributes(element))
        inside = text + "".join(self.html(child) for child in element)
        return f"<{tag}{attributes}>{inside}</{tag}>"

    def _said(self, element: Element) -> str:
        text = BY_NUMBER.sub(_character, element.text or "")
        self.visible = self.visible or bool(text.strip()) or element.tag in ("mfrac", "msqrt")
        # Within words a backslash before a sign stays, as in `50\%`.
        plain = ESCAPED.sub("", text)
        if element.tag == "mtext":
            text = ESCAPED.sub(r"\1", text)
        if text == "&" and "&" in COMMAND.sub(" ", self.latex):
            self._problem("`&` parts cells only, in `cases`, `split`, `array` and the like")
        elif element.tag == "mtext" and (found := re.search(r"\$|\\([a-zA-Z]+|$)", plain)):
            self._problem(f"`{found[0]}` is shown as it stands; end `\\text{{…}}` before it")
        elif element.tag == "mi" and MARK.fullmatch(unicodedata.normalize("NFD", text)):
            self._problem(
                f"the mark `{text}` stands beside the letters, not over or under them; "
                "write it with another command, such as `\\overline` or `\\hat`"
            )
        elif text.startswith("&#"):
            self._problem("no sign has this number; write the sign itself")
        elif len(text) > 1 and text.startswith("\\"):
            self._problem(
                f"no command `{text}` is known; write it with other commands, or in words"
            )
        return text

    def _text(self, tag: str, text: str, style: str) -> str:
        # A bold plus is a plus.
        if style != "normal" and tag != "mo":
            letters = styled(text, style) if tag in ("mi", "mn") else None
            if letters is None and text.strip():
                self._lost("mtext" if tag == "mtext" else "font")
            text = letters or text
        return escape(text, quote=False)

    def _attributes(self, element: Element) -> Iterator[str]:
        tag = element.tag
        for name, given in element.attrib.items():
            value = mathml.WIDTHS.get(given, given)
            form = mathml.form(tag, name)
            if form and form.fullmatch(value):
                yield f" {name}='{escape(value)}'"
            elif name in mathml.COSMETIC or name == "mathvariant":
                continue
            elif name in ("columnlines", "rowlines"):
                if value.replace("none", "").strip():
                    self._problem(
                        "the lines of a table cannot be drawn; leave out `|` and `\\hline`"
                    )
            elif name == "linebreak":
                self._problem("`\\\\` begins no new line here; write two formulas, or use `split`")
            else:
                self._lost(tag, name)

    def _lost(self, tag: str, attribute: str = "") -> None:
        """Note that an element, or an attribute of it, cannot be shown."""
        names = ", ".join(f"`{name}`" for name in self._commands(tag, attribute))
        what = f"{names} cannot be shown" if names else "a part of it cannot be shown"
        self._problem(f"{what}; write it with other commands, or outside of the formula")

    def _commands(self, tag: str, attribute: str) -> list[str]:
        """Return the formula's commands that make such elements; all when none is known to."""
        from latex2mathml.commands import CONVERSION_MAP

        named = dict.fromkeys(found[0] for found in COMMAND.finditer(self.latex))
        written = [name for name in named if name[1:2].isalpha()]
        makes = {name: CONVERSION_MAP.get(name, ("", {}))[0] for name in written}
        found = [name for name in written if makes[name] == tag]
        if attribute in ("style", "class", "href"):
            found = [name for name in written if name == f"\\{attribute}"] or found
        fonts = [name for name in written if not makes[name]]
        return found or (fonts if tag == "font" else []) or written

    def _problem(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    # Neither a half of a character nor one that no page may hold.
    bad = number > 0x10FFFF or 0xD800 <= number < 0xE000 or number < 32
    return found[0] if bad else chr(number)


def _told(latex: str, problems: list[str]) -> tuple[str, ...]:
    return tuple(_about(latex, problem) for problem in problems)


def _about(latex: str, problem: str) -> str:
    shown = " ".join(latex.split())
    return f"the formula `{shown if len(shown) <= 60 else f'{shown[:59]}…'}`: {problem}"


def _code(latex: str) -> str:
    return f"<code>{escape(latex, quote=False)}</code>"
