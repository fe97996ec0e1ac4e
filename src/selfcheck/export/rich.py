"""Texts in Markdown as HTML for another system: with its formulas, its pictures, its direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from typing import TYPE_CHECKING

from selfcheck import markdown
from selfcheck.export import media
from selfcheck.export.media import Picture
from selfcheck.markdown.parsing import FORMULAS, parsed
from selfcheck.render.direction import is_rtl, isolated
from selfcheck.types.brackets import filled
from selfcheck.words import say

if TYPE_CHECKING:
    from citations import Reference
    from selfcheck.export.material import Material, Sheet

MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
IMAGE = re.compile(r'<img src="([^"]*)"(?: alt="([^"]*)")?>')

# Makes HTML of a formula: its TeX, whether it stands on a line of its own, and its MathML.
Formula = Callable[[str, bool, str], str]
# Makes the address of a picture.
Address = Callable[[Picture], str]


class Rich:
    """Makes HTML of the texts of a bank, as another system takes it."""

    def __init__(self, material: Material, formula: Formula, address: Address) -> None:
        self.language = material.bank.language
        self.folder = material.folder
        self.formula = formula
        self.address = address

    def blocks(self, text: str, places: Mapping[str, str] | None = None) -> str:
        """Return *text* as HTML blocks, with what *places* has for `[[name]]`, as plain text."""
        return self._made(markdown.blocks(text), text, places)

    def inline(self, text: str, places: Mapping[str, str] | None = None) -> str:
        """Return *text* as HTML for inside a line; a text of several blocks keeps its blocks."""
        return self._made(markdown.inline(text), text, places)

    def said(self, text: object, places: Mapping[str, str] | None = None) -> str:
        """Return the same of a text that may be left out; nothing where it is."""
        return self.inline(text, places) if isinstance(text, str) else ""

    def menu(self, text: str) -> str:
        """Return the plain words of *text*, for a menu."""
        return " ".join(unescape(TAG.sub("", markdown.inline(text))).split())

    def _made(self, html: str, text: str, places: Mapping[str, str] | None) -> str:
        if places:
            html = filled(html, {name: escape(said, quote=False) for name, said in places.items()})
        html = isolated(html) if is_rtl(self.language) else html
        # Formulas and pictures come last: nothing is looked for in what is made of them.
        tokens = (token for token in parsed(text).flat if token.type in FORMULAS)
        latex = [(token.content.strip(), token.type != "math_inline") for token in tokens]
        html = self._formulas(html, iter(latex))
        return IMAGE.sub(
            lambda found: self.picture(unescape(found[1]), unescape(found[2] or "")), html
        )

    def picture(self, source: str, alt: str) -> str:
        """Return the picture at *source*, seen from the folder of the banks."""
        return self._image(media.picture(source, self.folder), alt)

    def figure(self, name: str, alt: str) -> str:
        """Return the figure *name* as a picture."""
        return self._image(media.drawing(name, alt, self.folder), alt)

    def _image(self, picture: Picture, alt: str) -> str:
        return f'<img src="{escape(self.address(picture))}" alt="{escape(" ".join(alt.split()))}">'

    def _formulas(self, html: str, latex: Iterator[tuple[str, bool]]) -> str:
        return MATH.sub(lambda found: self.formula(*next(latex), found[0]), html)


def tex(latex: str, display: bool, _mathml: str) -> str:
    r"""Return a formula as Moodle, Canvas and Anki take it, between `\(` and `\)`."""
    opened, closed = (r"\[", r"\]") if display else (r"\(", r"\)")
    return escape(f"{opened}{latex}{closed}", quote=False)


def sources(sheet: Sheet) -> str:
    """Return the sources of a question as a line of HTML with links; nothing for none."""
    found = sheet.material.references
    said = [_source(found[key], sheet.bank.language) for key in sheet.question.sources]
    if not said:
        return ""
    return f"{say(sheet.bank.language, 'sources')}{'; '.join(said)}"


def _source(reference: Reference, language: str) -> str:
    label = escape(reference.text or reference.label, quote=False)
    said = label
    if reference.link:
        link = escape(reference.link)
        said = f'{label} <a href="{link}">{link}</a>'
    confirmed = reference.status == "confirmed"
    return said if confirmed else f"{said} {escape(say(language, 'unconfirmed'), quote=False)}"
