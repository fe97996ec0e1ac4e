# ruff: noqa: RUF001 (signs that look alike are told apart here)
"""MathML as LaTeX: what editors write, and what exports carry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selfcheck.imports.html.tree import Element

TEX = re.compile("tex", re.IGNORECASE)
OPERATORS = {
    **{"×": r"\times", "÷": r"\div", "·": r"\cdot", "⋅": r"\cdot", "±": r"\pm", "∓": r"\mp"},
    **{"−": "-", "∗": "*", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "≡": r"\equiv"},
    **{"∼": r"\sim", "∝": r"\propto", "∞": r"\infty", "∂": r"\partial", "∇": r"\nabla"},
    **{"∑": r"\sum", "∏": r"\prod", "∫": r"\int", "∮": r"\oint", "√": r"\surd", "→": r"\to"},
    **{"⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow", "↔": r"\leftrightarrow", "←": r"\leftarrow"},
    **{"⟶": r"\longrightarrow", "⇌": r"\rightleftharpoons", "↦": r"\mapsto", "∈": r"\in"},
    **{"∉": r"\notin", "⊂": r"\subset", "⊆": r"\subseteq", "∪": r"\cup", "∩": r"\cap"},
    **{"∅": r"\emptyset", "∀": r"\forall", "∃": r"\exists", "¬": r"\neg", "∧": r"\land"},
    **{"∨": r"\lor", "⊥": r"\perp", "∥": r"\parallel", "∠": r"\angle", "°": r"^\circ"},
    **{"…": r"\ldots", "⋯": r"\cdots", "′": "'", "|": "|", "‖": r"\|", "∣": r"\mid"},
    **{"⟨": r"\langle", "⟩": r"\rangle", "⌊": r"\lfloor", "⌋": r"\rfloor", "⌈": r"\lceil"},
    **{"⌉": r"\rceil", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$"},
    **{"_": r"\_", "\\": r"\backslash", "^": r"\hat{}", "~": r"\sim"},
    # Signs that nobody sees: of a function, a product, a pause.
    **dict.fromkeys("\u2061\u2062\u2063\u2064", ""),
}
GREEK_NAMES = (
    "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma "
    "varsigma tau upsilon varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi "
    "Psi Omega phi epsilon vartheta"
)
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρσςτυφχψωΓΔΘΛΞΠΣΥΦΨΩϕϵϑ",
        GREEK_NAMES.split(),
        strict=True,
    )
)
FUNCTIONS = "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min"
NAMED = frozenset(f"{FUNCTIONS} det dim gcd sup inf deg arg ker mod".split())
OVER = {
    **{"¯": "overline", "‾": "overline", "_": "overline", "^": "hat", "ˆ": "hat", "~": "tilde"},
    **{"˜": "tilde", "→": "vec", "⃗": "vec", "⇀": "vec", "˙": "dot", ".": "dot", "¨": "ddot"},
    **{"⏞": "overbrace", "\u0302": "hat", "\u0305": "overline", "\u0304": "overline"},
}
UNDER = {"_": "underline", "¯": "underline", "⏟": "underbrace", "\u0332": "underline"}
VARIANTS = {
    **{"bold": "mathbf", "double-struck": "mathbb", "script": "mathcal", "fraktur": "mathfrak"},
    **{"sans-serif": "mathsf", "monospace": "mathtt"},
}
# The last is half of a pair.
FENCES = {"{": r"\{", "}": r"\}", "": ".", "⟨": r"\langle", "⟩": r"\rangle"}


def noted(math: Element) -> str:
    """Return the LaTeX that the element `math` carries along; nothing where it carries none."""
    for each in math.walk():
        if each.tag == "annotation" and TEX.search(each.attributes.get("encoding", "")):
            return " ".join(each.text.split())
    return ""


def latex(math: Element) -> str:
    """Return what the element `math` shows as LaTeX."""
    return " ".join(_row(math.children).split())


def _row(children: Sequence[Element | str]) -> str:
    found = " ".join(filter(None, (_any(each) for each in children)))
    return re.sub(r" (?=[_^'])", "", found)


def _any(node: Element | str) -> str:
    if isinstance(node, str):
        return ""
    parts = [each for each in node.children if isinstance(each, Element)]
    match node.tag:
        case "mi" | "mn" | "mo" | "mtext" | "ms":
            return _token(node)
        case "mspace":
            return r"\;"
        case "annotation":
            return ""
        case "mfrac" if len(parts) == 2:
            if node.attributes.get("linethickness") in ("0", "0px", "0pt"):
                return rf"\binom{_group(parts[0])}{_group(parts[1])}"
            return rf"\frac{_group(parts[0])}{_group(parts[1])}"
        case "msqrt":
            return rf"\sqrt{{{_row(node.children)}}}"
        case "mroot" if len(parts) == 2:
            return rf"\sqrt[{_any(parts[1])}]{_group(parts[0])}"
        case "msup" if len(parts) == 2:
            return _based(parts[0], above=parts[1])
        case "msub" if len(parts) == 2:
            return _based(parts[0], below=parts[1])
        case "msubsup" | "munderover" if len(parts) == 3:
            return _based(*parts)
        case "mover" if len(parts) == 2:
            return _mark(parts[0], parts[1], OVER, "overset", "^")
        case "munder" if len(parts) == 2:
            return _mark(parts[0], parts[1], UNDER, "underset", "_")
        case "mfenced":
            return _fenced(node, parts)
        case "mtable":
            rows = [each for each in parts if each.tag == "mtr"]
            cells = (" & ".join(_row(cell.children) for cell in _elements(row)) for row in rows)
            return r"\begin{matrix}" + r" \\ ".join(cells) + r"\end{matrix}"
        case "mphantom":
            return rf"\phantom{{{_row(node.children)}}}"
        case _:
            return _row(node.children)


def _elements(node: Element) -> list[Element]:
    return [each for each in node.children if isinstance(each, Element)]


def _token(node: Element) -> str:
    text = " ".join(node.text.split())
    if node.tag in ("mtext", "ms"):
        if not text:
            return r"\;" if node.text else ""
        said = re.sub(r"[%#&_{}$]", r"\\\g<0>", " ".join(f"|{node.text}|".split())[1:-1])
        return rf"\text{{{said}}}"
    if text in NAMED:
        return rf"\{text}"
    signs = [OPERATORS.get(sign, rf"\{GREEK[sign]}" if sign in GREEK else sign) for sign in text]
    said = "".join(f"{sign} " if sign.startswith("\\") else sign for sign in signs).strip()
    variant = VARIANTS.get(node.attributes.get("mathvariant", ""))
    if variant and said:
        return rf"\{variant}{{{said}}}"
    if node.tag == "mi" and len(text) > 1 and text.isalpha():
        return rf"\mathrm{{{said}}}"
    return said


def _group(node: Element) -> str:
    return f"{{{_any(node)}}}"


def _based(base: Element, below: Element | None = None, above: Element | None = None) -> str:
    """Return a base with what stands below and above it."""
    said = _any(base)
    if not re.fullmatch(r"\w|\\[a-zA-Z]+|[)\]|]|\d+([.,]\d+)*", said):
        said = f"{{{said}}}"
    if below is not None:
        said += f"_{_short(_any(below))}"
    if above is not None:
        text = _any(above)
        said += text if text and set(text) == {"'"} else f"^{_short(text)}"
    return said


def _short(said: str) -> str:
    return said if len(said) == 1 and said.isalnum() else f"{{{said}}}"


def _mark(base: Element, mark: Element, known: dict[str, str], other: str, sign: str) -> str:
    text = mark.text.strip()
    if text in known and len(mark.text.strip()) == 1:
        return rf"\{known[text]}{_group(base)}"
    said = _any(base)
    if said in (r"\lim", r"\max", r"\min", r"\sum", r"\prod", r"\sup", r"\inf"):
        return f"{said}{sign}{_group(mark)}"
    return rf"\{other}{_group(mark)}{_group(base)}"


def _fenced(node: Element, parts: Sequence[Element]) -> str:
    opened, closed = node.attributes.get("open", "("), node.attributes.get("close", ")")
    between = (node.attributes.get("separators", ",") or " ")[:1]
    said = f"{between} ".join(_any(each) for each in parts)
    left, right = (FENCES.get(each, each) for each in (opened, closed))
    return rf"\left{left} {said} \right{right}"
