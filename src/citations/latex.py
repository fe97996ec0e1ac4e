"""LaTeX, as BibTeX files hold it, to plain text."""

import re

_SPECIAL = re.compile(r"[\\{}~$`]|--|''")
_FONT = re.compile(r"\\(?:emph|text(?:it|bf|sc|rm|sf|tt|normal))\s*(?={)")
_BRACED_I = re.compile(r"{\\([ij])}")
_SINGLE_QUOTED = re.compile(r"(?<!`)`([^`']+)'(?!')")
_ESCAPED = re.compile(r"\\([&%$#_{}])")


def plain(latex: str) -> str:
    """Return the text with accents and dashes decoded, without braces and font commands."""
    if not _SPECIAL.search(latex):
        return latex
    from pybtex.richtext import Text

    # The decoder knows \'\i, but not \'{\i}, which many databases export.
    text = _BRACED_I.sub(r"\\\1 ", latex)
    text = _SINGLE_QUOTED.sub("\u2018\\1\u2019", _FONT.sub("", text))
    # The decoder leaves some escaped characters, such as \$, as they are.
    return " ".join(_ESCAPED.sub(r"\1", str(Text.from_latex(text))).split())


def address(latex: str) -> str:
    """Return an address or identifier, where ~ and -- stand for themselves."""
    return _ESCAPED.sub(r"\1", latex)
