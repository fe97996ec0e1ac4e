"""LaTeX, as BibTeX files hold it, to plain text."""

import re

_SPECIAL = re.compile(r"[\\{}~$`%]|--|''")
_FONT = re.compile(r"\\(?:emph|text(?:it|bf|sc|rm|sf|tt|normal))\s*(?={)")
_BRACED_I = re.compile(r"{\\([ij])}")
_SINGLE_QUOTED = re.compile(r"(?<!`)`([^`']+)'(?!')")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
# BibTeX knows no comment within an entry, where LaTeX drops the rest of the line.
_PERCENT = re.compile(r"(?<!\\)%")
# What parts words a little, and what stands between letters and is not seen.
_THIN, _UNSEEN = re.compile(r"\\[,:; ]\s*"), re.compile(r"\\[/-]")
# Signs that the decoder would take for its own.
_MEANT = re.compile(r"\\(?:textbackslash(?![A-Za-z])\s*(?:{})?|[{}])")
_KEPT = {"\\": "\ue000", "{": "\ue001", "}": "\ue002"}
# What the decoder leaves as it stands: a command that it does not know, and a formula.
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
_BETWEEN = re.compile(r"\$([^$]*)\$")
# In braces, one in another; nobody needs more.
_DEEPEST = 50


def plain(latex: str) -> str:
    """Return the text with accents and dashes decoded, without braces and font commands.

    Raises `ValueError` for what is no LaTeX, as a backslash at the end is none, and for what
    nobody would see as it is meant: a command that is not known here, or a formula.
    """
    if not _SPECIAL.search(latex):
        return latex
    from pybtex.richtext import Text

    if _depth(latex) > _DEEPEST:
        raise ValueError(f"more than {_DEEPEST} braces, one in another; take some out")
    latex = _MEANT.sub(lambda found: _KEPT.get(found[0][1], _KEPT["\\"]), latex)
    latex = _UNSEEN.sub("", _THIN.sub(" ", latex))
    # The decoder knows \'\i, but not \'{\i}, which many databases export.
    text = _BRACED_I.sub(r"\\\1 ", _PERCENT.sub(r"\\%", latex))
    text = _SINGLE_QUOTED.sub("\u2018\\1\u2019", _FONT.sub("", text))
    try:
        decoded = str(Text.from_latex(text))
    # The decoder has no error of its own: it ends in one of Python's codecs, or of pybtex.
    except Exception:
        mend = "close each brace, and write a backslash as \\textbackslash"
        raise ValueError(f"this is no LaTeX; {mend}") from None
    if left := _left(_ESCAPED.sub(" ", decoded)):
        raise ValueError(f"`{left}` would be shown as it stands; write it in words, or as a sign")
    for sign, kept in _KEPT.items():
        decoded = decoded.replace(kept, sign)
    # The decoder leaves some escaped characters, such as \$, as they are.
    return " ".join(_ESCAPED.sub(r"\1", decoded).split())


def _left(decoded: str) -> str:
    """Return the first command or formula in *decoded*; nothing when there is none."""
    if command := _COMMAND.search(decoded):
        return command[0]
    between = (found for found in _BETWEEN.finditer(decoded) if re.search("[_^]", found[1]))
    return next((found[0] for found in between), "")


def address(latex: str) -> str:
    """Return an address or identifier, where ~ and -- stand for themselves."""
    return _ESCAPED.sub(r"\1", latex)


def _depth(latex: str) -> int:
    depth = deepest = 0
    for sign in latex:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    return deepest
