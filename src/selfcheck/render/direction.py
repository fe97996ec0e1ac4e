"""Languages that are written from right to left, and what in their texts is not."""

from __future__ import annotations

import re

SCRIPTS = re.compile("Adlm|Ara[bn]|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi")
# Those of which a tag without a script means such a script.
LANGUAGES = re.compile(
    "a(eb|ii|p[cd]|r|rc|ry|rz|zb)|b(al|gn|qi)|ckb|dv|fa|glk|h(a[cz]|bo|e)|iw|ji|k(hw|s)"
    "|l(ki|rc|uz)|mzn|nqo|ota|p(nb|rs|s)|rhg|s(am|dh?|hu|kr|mp|yr)|u[gr]|yi"
)

_OPERATOR = "(?:[-+−–×÷·*/=<>≤≥≈±:^]|&lt;|&gt;)"  # noqa: RUF001 (a range has its own dash)
_NUMBER = r"[-+−±]?(?:[$€£¥₹]\s?)?[0-9]+(?:[.,'][0-9]+)*"
_UNIT = "(?:[%‰]|°?[A-Za-zµμΩ]+(?:[/·][A-Za-zµμ]+)*[⁰¹²³⁴-⁹⁻]*|[⁰¹²³⁴-⁹⁻]+|°)"
_TERM = rf"\(?{_NUMBER}(?:\s?{_UNIT})?\)?"
# A number with its sign and unit, or several with what stands between; a unit of two signs.
RUN = re.compile(rf"(?<![\w&#]){_TERM}(?:\s?{_OPERATOR}\s?{_TERM})*(?![\w])|°[A-Z]\b")
PLAIN = re.compile("[0-9.,']*")
PIECE = re.compile(
    r"(?P<kept><(?P<name>math|svg|code|pre)\b.*?</(?P=name)>)"
    r"|(?P<tag><(?:[^<>'\"]|'[^']*'|\"[^\"]*\")*>)|(?P<text>[^<]+)",
    re.DOTALL,
)
# What reads from left to right whatever is in it, and what by its own first letter.
LEFT = ("<math", "<code", "<pre", "<figure")
OWN = ("<span data-v=", "<b class='sc-near'")


def is_rtl(language: str) -> bool:
    """Return whether *language*, a BCP 47 tag, is written from right to left."""
    subtags = re.split("[-_]", language)
    script = next((each.title() for each in subtags[1:] if len(each) == 4 and each.isalpha()), "")
    if script:
        return SCRIPTS.fullmatch(script) is not None
    return LANGUAGES.fullmatch(subtags[0].lower()) is not None


def isolated(html: str) -> str:
    """Return *html*, which reads from right to left, with what does not set apart.

    Numbers with signs and units, formulas, code and figures read from left to right; values of
    variants and well-known wrong answers by their own first letter.
    """
    return PIECE.sub(_piece, html)


def _piece(found: re.Match[str]) -> str:
    text = found[0]
    if found["text"]:
        return RUN.sub(_run, text)
    for start, direction in (*((each, "ltr") for each in LEFT), *((each, "auto") for each in OWN)):
        if text.startswith(start):
            name = start.split()[0]
            return f"{name} dir='{direction}'{text[len(name) :]}"
    return text


def _run(found: re.Match[str]) -> str:
    """Return a run set apart; a bracket that is not closed in it belongs to the sentence."""
    text = found[0]
    before, after = "", ""
    if text.count("(") != text.count(")"):
        inner = text.lstrip("(").rstrip(")")
        before, after = text.partition(inner)[::2]
        text = inner
        if "(" in text or ")" in text:
            return found[0]
    if PLAIN.fullmatch(text):
        return found[0]
    return f"{before}<bdi dir='ltr'>{text}</bdi>{after}"
