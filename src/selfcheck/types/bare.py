# ruff: noqa: RUF001 (signs that look alike are what this is about)
"""What of a typed text is compared: letters, digits, and the signs that tell two answers apart.

frontend/src/score/bare.js does the same; tests/tables/compared.yaml holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, Protocol

from msgspec import Meta, UnsetType

Spelling = Annotated[int, Meta(ge=0, le=3)]


class Typed(Protocol):
    """How something typed is compared with the forms that are accepted.

    `spelling` is how many letters may be wrong, missing, added or swapped with their neighbour;
    never more than one letter in four. `punctuation_sensitive` says whether all signs count, or
    none but those of numbers; left out, those count that tell answers apart.
    """

    case_sensitive: bool
    accent_sensitive: bool
    punctuation_sensitive: bool | UnsetType
    spelling: Spelling


Table = list[tuple[re.Pattern[str], str]]

# Private-use signs: a decimal point, a minus, what parts a whole from a fraction, a list's comma.
POINT, MINUS, AND, LIST = "\ue000", "\ue001", "\ue002", "\ue003"

# Nobody sees them, or they belong to a name and not to the answer.
NAMING = "©®™℠"
HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U000e0000-\U000e0fff]"
)
LETTER = r"[^\W\d_]"
# Signs with one meaning get one form. Before the letters are taken apart:
RAISED: Table = [
    (re.compile("([0-9]) ?(?=[¼-¾⅐-⅞↉]|[¹²³⁴-⁹]+⁄)"), rf"\1{AND}"),
    (re.compile("(?<![₀-₉])[⁺⁻]?[⁰¹²³⁴-⁹]+(?![⁰¹²³⁴-⁹⁄])"), r"^\g<0>"),
    (re.compile("[`´]"), "'"),
    (re.compile("[º˚]"), "°"),
]
# And after that; dashes are "-" by then, and quotation marks "”".
ALIKE: Table = [
    (re.compile(" +"), " "),
    (re.compile("<-+>|<=>|[⟷⇔⟺]"), "↔"),
    (re.compile("(?<!-)-+>|=>|[⟶⇒⟹]"), "→"),
    (re.compile(":="), "≔"),
    (re.compile("[≦⩽]|<="), "≤"),
    (re.compile("[≧⩾]|>="), "≥"),
    (re.compile("=\u0338|!="), "≠"),
    (re.compile(r"\+/?-"), "±"),
    (re.compile("[÷∕⁄]"), "/"),
    (re.compile(r"([^ (\[{,;*]) ?\*\* ?(?=[^ )\]},;*])"), r"\1^"),
    (re.compile(r" ?\^ ?(?:[({]([+-]?[0-9]+[+-]?|[+-])[)}])?"), r"^\1"),
    (re.compile(" ?[*×✕✖⨯∗] ?"), "*"),
    (re.compile(" ?[·⋅∙] ?"), "·"),
    (re.compile(rf"(?<!{LETTER})({LETTER})\*(?={LETTER}(?!{LETTER}))"), r"\1·"),
    (re.compile("∶"), ":"),
    (re.compile("∼"), "~"),
    (re.compile("♯"), "#"),
    (re.compile("➕"), "+"),
    (re.compile("٪"), "%"),
    (re.compile("٫"), "."),
    (re.compile("٬"), ","),
    (re.compile(r"(?<![^ <>=≤≥≈~±+*/(\[{,;-])\.(?=[0-9])"), "0."),
    (re.compile("([0-9]) (?=[0-9]+/[0-9])"), rf"\1{AND}"),
    (re.compile("([0-9]) ?[xX] ?(?=[0-9])"), r"\1*"),
]
# Of pairs and sets that are written without spaces: "[0,1)", "{1,2}"; not of a number in a text.
ITEM = rf"(?:[0-9.+*/^√-]+|[+-]?∞|{LETTER})"
TIGHT = re.compile(rf"(?!(?<={LETTER}{LETTER} )\([^\]}}]*\))[(\[{{] ?{ITEM}(?:,{ITEM})+ ?[)\]}}]")
# What belongs to a number.
THOUSANDS = re.compile("(?<![0-9])([0-9]+)[.,' ](?=[0-9]{3}(?![0-9]))")
SERIES = re.compile("(?<![0-9])[0-9]+(?:,[0-9]+){2,}")
NUMBERS: Table = [
    (
        re.compile("(?<=[0-9]) ?; ?(?=[0-9-])|(?<=[0-9]), (?=[0-9-])|(?<=[0-9]),(?=-[0-9])"),
        LIST,
    ),
    (re.compile("(?<=∞) ?[,;] ?|(?<=[0-9]) ?[,;] ?(?=[+-]?∞)"), LIST),
    (re.compile("(?<=[0-9])[.,](?=[0-9])"), POINT),
]

# The shape of a text has one sign for each of its letters and signs: `a` in a word, `x` alone, `0`
# a digit, `s` a sign that counts wherever it stands, `_` one that never does.
ITSELF = " :'!^·-"
KINDS = {"L": "a", "M": "a", "N": "0", "Ps": "(", "Pe": ")", "Sm": "s", "Sc": "s", "So": "s"}
# What parts the members of a list, and what may.
SEPARATORS = {LIST: ",", ",": ";", ";": ";"}
COUNTING = rf"@#%&*/\_§¶†‡‰‱{POINT}{AND}"
# Of signs that count: hyphens that join words, and what a reader needs only where it is printed.
FREE = re.compile(
    "(?<=a)-+(?=[a0x])|(?<=[a0x])-+(?=a)|(?<=a )-+(?= [ax])|(?<=[ax0] )-+(?= a)"
    r"|(?<=[ax])\^(?=[0s-])|\^(?=0+[s-] )"
    "|(?<=[ax])·(?=[ax])"
)
# Of signs that do not: ratios, primes, factorials, "not", brackets of a formula.
TELLING = re.compile(
    "(?<=[0x]):(?=[0x])|(?<=0 ):(?= ?0)|(?<=0):(?= 0)"
    "|(?:(?<=0)|(?<=[^']x))'+(?![ax])|(?<=0 )'+(?= )"
    r"|(?<=[0x])\)(?=!)|(?<=[0)])!+|(?<=^ x)!+|(?<=[s0-]x)!+"
    r"|(?<=[ (s-])!+(?=[ax0(])|(?<=[ (s-]!)\("
    r"|(?<=^ )!+(?= [ax0(])|(?<=[(s-] )!+(?= [ax0(])|(?<=^ ! )\("
    r"|(?<=[0xs)^·-])\((?!s+\)|-\))|(?<=[s-] )\(|\)(?=[0xs(^·-])|\)(?= [s-])"
)
# The same of a formula with a space before them; in a text such a sign belongs to the sentence.
SPACED = re.compile(r"(?<=[0x)] )(?:!+|\((?!s|-\)))|(?<=[(s-]! )\(")
# And those of an interval, a pair or a set, with what parts its members.
MEMBERS = re.compile(r"\([^()a]*[,;][^()a]*\)")


def bare(form: str, typed: Typed) -> str:
    """Return what is compared of *form*."""
    text = _folded(form)
    if not typed.case_sensitive:
        # As capitals have them: STRASSE, and one sigma wherever it stands.
        text = text.lower().replace("ß", "ss").replace("ς", "σ")
    if not typed.accent_sensitive:
        text = _without_accents(text)
    if typed.punctuation_sensitive is True:
        return text.replace(" ", "").replace("”", '"').replace("-", MINUS).replace("·", "*")
    signs = [" ", *_signs(_unquoted(text)), " "]
    shape = _shape(signs)
    numbers = typed.punctuation_sensitive is False
    counts = _only_numbers(shape, signs) if numbers else _telling(shape, signs)
    kept = "".join(sign for sign, counted in zip(signs, counts, strict=True) if counted)
    return re.sub("[,;]", LIST, kept).replace("-", MINUS).replace("·", "*")


def _folded(form: str) -> str:
    text = "".join(_ascii_digit(sign) for sign in form if not _unseen(sign))
    text = _all(RAISED, text)
    text = "".join(_sign(sign) for sign in unicodedata.normalize("NFKD", text))
    text = _all(ALIKE, text).strip(" ")
    text = TIGHT.sub(lambda found: found[0].replace(",", LIST), text)
    text = THOUSANDS.sub(lambda found: found[0] if found[1] == "0" else found[1], text)
    text = SERIES.sub(lambda found: found[0].replace(",", LIST), text)
    return _all(NUMBERS, text)


def _all(table: Table, text: str) -> str:
    for sign, to in table:
        text = sign.sub(to, text)
    return text


def _unseen(sign: str) -> bool:
    return sign in NAMING or bool(HIDDEN.match(sign)) or unicodedata.category(sign) == "Cf"


def _ascii_digit(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _sign(sign: str) -> str:
    """Return the one form of spaces, dashes and quotation marks."""
    category = unicodedata.category(sign)
    if sign.isspace() or category == "Cc":
        return " "
    if category == "Pd" or sign in "\u2212˗⁃➖":
        return "-"
    if sign in "\u2019\u2018ʼ\u2032":
        return "'"
    return "”" if category in ("Pi", "Pf") or sign in "„\u201a" else sign


def _unquoted(form: str) -> str:
    """Return *form* without quotation marks around it; one double mark alone is that of inches."""
    found = re.fullmatch("([\"'”])(.*)\\1", form, re.DOTALL)
    inside = found[2] if found else form
    if inside.count('"') == 1:
        inside = re.sub('(?<=[0-9])"', "''", inside)
    return inside


def _signs(form: str) -> list[str]:
    """Return letters, each with its marks, and signs."""
    signs: list[str] = []
    for sign in form:
        if signs and unicodedata.category(sign)[0] == "M":
            signs[-1] += sign
        else:
            signs.append(sign)
    return signs


def _shape(signs: Iterable[str]) -> str:
    shape = "".join(_kind(sign) for sign in signs)
    return re.sub("(?<!a)a(?!a)", "x", shape)


def _kind(sign: str) -> str:
    if sign in ITSELF:
        return sign
    if sign[0] in SEPARATORS:
        return SEPARATORS[sign[0]]
    category = unicodedata.category(sign[0])
    if sign[0] in COUNTING:
        return "s"
    return KINDS.get(category) or KINDS.get(category[0], "_")


def _telling(shape: str, signs: list[str]) -> list[bool]:
    """Return of each sign whether it counts."""
    counts = [kind in "ax0s,^·-" or sign in "{}" for kind, sign in zip(shape, signs, strict=True)]
    formula = [] if "a" in shape else [(SPACED, True)]
    for pattern, counted in ((FREE, False), (TELLING, True), *formula):
        for found in pattern.finditer(shape):
            counts[found.start() : found.end()] = [counted] * (found.end() - found.start())
    for found in MEMBERS.finditer(shape):
        first, last = found.start(), found.end() - 1
        # After a word round brackets are those of prose.
        if shape[:first].endswith("a ") and signs[first] + signs[last] == "()":
            continue
        for n in range(first, last + 1):
            counts[n] = counts[n] or n in (first, last) or shape[n] == ";"
    return counts


def _only_numbers(shape: str, signs: list[str]) -> list[bool]:
    """Return the same where only numbers have signs: their decimal point and a minus before."""
    counts = [kind in "ax0" or sign == POINT for kind, sign in zip(shape, signs, strict=True)]
    for found in re.finditer("(?<= )-(?=0)", shape):
        counts[found.start()] = True
    return counts


def _without_accents(text: str) -> str:
    """Return decomposed *text* without marks; in other scripts than these they are vowels."""
    kept, latin = "", False
    for sign in text:
        mark = unicodedata.category(sign).startswith("M")
        if not mark:
            latin = unicodedata.name(sign, "").startswith(("LATIN", "GREEK", "CYRILLIC"))
        if not (mark and latin):
            kept += sign
    return kept
