r"""LaTeX of elsewhere, as far as a formula of ours can be made of it.

A page draws no `\ce`, no `eqnarray` and no lines in a table; what says the same is put in their
place. What is left is for code: a reader sees at least what was typed.
"""

from __future__ import annotations

import re

from selfcheck.imports.html import scripts
from selfcheck.imports.html.mathml import GREEK
from selfcheck.markdown import formula

# What says nothing here, or has another name.
MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\\(?:begin|end)\s*\{(?:equation|displaymath|math)\*?\}"), ""),
    (re.compile(r"\\(begin|end)\s*\{eqnarray\*?\}"), r"\\\1{align*}"),
    (re.compile(r"\\(begin|end)\s*\{(?:gather|multline|gathered)\*?\}"), r"\\\1{align*}"),
    (re.compile(r"&\s*(=|<|>|\\leq?|\\geq?|\\approx|\\equiv)\s*&"), r"&\1 "),
    (re.compile(r"\\text(?:bf|it|sf|tt|normal|up)\b"), r"\\text"),
    (re.compile(r"\\(?:mbox|hbox|textnormal)\b"), r"\\text"),
    (re.compile(r"\\hline\b"), ""),
    (re.compile(r"(\\begin\s*\{array\}\s*\{)([^{}]*)\}"), r"\1\2}"),
    (re.compile(r"\\AA\b"), r"\\text{Å}"),
    (re.compile(r"\\(?:degree|textdegree)\b"), r"^\\circ"),
    (re.compile(r"\\textmu\b|\\micro\b"), r"\\mu"),
    (re.compile(r"\\ohm\b"), r"\\Omega"),
    (re.compile(r"\\(?:allowbreak|relax|displaylimits|hfill|noindent|centering|par)\b"), ""),
    (re.compile(r"(?<!\\)%"), r"\\%"),
    (re.compile(r"\\\\\s*$"), ""),
)
ARRAY = re.compile(r"(\\begin\s*\{array\}\s*)\{([^{}]*)\}")
CE = re.compile(r"\\ce\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
SPECIES = re.compile(r"[A-Za-z0-9()\[\]+^=.,*{}\s<>-]+")
# Words that stand beside such a word.
BESIDE = re.compile(
    r"\\text\{ ([^{}]+) \} (?:\\text\{ ([^{}]+) \}|(?<![\\\w{])([a-z]{3,})(?![\w}]))"
)
WORD = re.compile(r"the spaces around `([^`]+)` are not shown")


def mended(latex: str, display: bool) -> str | None:
    """Return *latex* as a formula of ours has it; None where there is none that says the same."""
    for change in (_as_it_is, _mended, _worded):
        latex = change(latex, display)
        if "$" not in latex and not formula.made(latex, display).problems:
            return latex
    return None


def _as_it_is(latex: str, _display: bool) -> str:
    return latex


def _mended(latex: str, _display: bool) -> str:
    latex = CE.sub(lambda found: chemistry(found[1]) or found[0], latex)
    latex = ARRAY.sub(lambda found: f"{found[1]}{{{found[2].replace('|', '')}}}", latex)
    for pattern, to in MENDS:
        latex = pattern.sub(to, latex)
    return " ".join(latex.split())


def _worded(latex: str, display: bool) -> str:
    """Return *latex* with its words as text, whose spaces are shown."""
    for _ in range(12):
        problems = formula.made(latex, display).problems
        found = next(filter(None, (WORD.search(each) for each in problems)), None)
        if not found:
            break
        word = rf"(?<![\\\w{{]){re.escape(found[1])}(?![\w}}])"
        changed = re.sub(word, rf"\\text{{ {found[1]} }}", latex, count=1)
        if changed == latex:
            break
        latex = changed
    while (changed := BESIDE.sub(_joined, latex)) != latex:
        latex = changed
    return latex


def _joined(found: re.Match[str]) -> str:
    return rf"\text{{ {found[1]} {found[2] or found[3]} }}"


def chemistry(source: str) -> str:
    r"""Return the inside of `\ce` as LaTeX; nothing where it is more than formulas and arrows."""
    if not SPECIES.fullmatch(source):
        return ""
    words = []
    for word in source.split():
        arrow = {"->": r"\rightarrow", "<-": r"\leftarrow", "<=>": r"\rightleftharpoons"}.get(word)
        words.append(arrow or ("+" if word == "+" else _species(word)))
    return " ".join(words)


def _species(word: str) -> str:
    found = re.fullmatch(r"(\d*)(.*?)(?:\^\{?([0-9]*[+-])\}?|(?<=[A-Za-z0-9)\]])([+-]))?", word)
    if not found:
        return word
    count, body, charge = found[1], found[2], found[3] or found[4] or ""
    lowered = re.sub(r"(?<=[A-Za-z)\]])_?\{?(\d+)\}?", r"_{\1}", body)
    raised = f"^{{{charge}}}" if charge else ""
    return rf"{count}\mathrm{{{lowered}}}{raised}"


# ruff: noqa: RUF001 (signs that look alike are told apart here)
SIGNS = {
    **{"times": "×", "cdot": "·", "div": "÷", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥"},
    **{"geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "infty": "∞", "to": "→", "circ": "°"},
    **{"rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "leftrightarrow": "↔"},
    **{"in": "∈", "notin": "∉", "cup": "∪", "cap": "∩", "subset": "⊂", "forall": "∀"},
    **{"exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "partial": "∂", "ldots": "…"},
    **{"dots": "…", "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}"},
    **{"lt": "<", "gt": ">", ",": " ", ";": " ", " ": " ", "quad": " ", "!": "", "left": ""},
    **{"right": "", "displaystyle": "", "prime": "′", "degree": "°", "ell": "ℓ", "hbar": "ℏ"},
}
FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
WRAPPED = re.compile(r"\\(?:text|mathrm|mathit|operatorname|mathsf|textrm)\s*\{([^{}]*)\}")
SCRIPT = re.compile(r"([_^])\s*(?:\{([^{}]*)\}|(\\circ|[^\s{}\\]))")
COMMANDS = re.compile(r"\\([a-zA-Z]+|.)[ ]?")


def said(latex: str) -> str:
    """Return a short formula in plain signs; nothing where there are none for it."""
    text = WRAPPED.sub(r"\1", latex)
    text = FRACTION.sub(lambda found: f"{_sum(found[1])}/{_sum(found[2])}", text)
    text = SCRIPT.sub(_scripted, text)
    text = COMMANDS.sub(_sign, text)
    text = text.replace("-", "−") if re.fullmatch(r"\s*-\s*[\w.]+\s*", text) else text
    return "" if re.search(r"[\\{}^]|_\b", text) else " ".join(text.split())


def _sum(text: str) -> str:
    return f"({text})" if re.search(r"[\s+*/-]", text.strip()) else text.strip()


def _scripted(found: re.Match[str]) -> str:
    text = found[2] if found[2] is not None else found[3]
    if text.strip() == r"\circ":
        return "°"
    made = scripts.raised(text) if found[1] == "^" else scripts.lowered(text)
    if made is None and found[1] == "_" and text.isalnum():
        return f"_{text}"
    return found[0] if made is None else made


def _sign(found: re.Match[str]) -> str:
    name = found[1]
    if name in SIGNS:
        return SIGNS[name]
    sign = next((sign for sign, known in GREEK.items() if known == name), None)
    return found[0] if sign is None else sign
