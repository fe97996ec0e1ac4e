"""Whether a question speaks of what stands around it: "this section", "the table below".

Away from its place such a question is shown with a link to it. To take one too many for such a
question costs no more than that link.
"""

from __future__ import annotations

import re
from html import unescape

from selfcheck.words import nearest

# What a question may have itself, and then speaks of: the element in its HTML, and the nouns.
_OWN = {
    "en": {
        "<table": "tables?",
        "<(?:img|svg)": "figures?|charts?|diagrams?|pictures?|maps?|graphs?",
    },
    "de": {
        "<table": "Tabellen?",
        "<(?:img|svg)": "Abbildung(?:en)?|Bild(?:er)?|Diagramme?s?|Grafik(?:en)?|Karten?",
    },
    "es": {
        "<table": "tablas?",
        "<(?:img|svg)": "figuras?|gráfic[oa]s?|diagramas?|imagen|imágenes|mapas?",
    },
}
# What only a page has.
_AROUND = {
    "en": "(?:sub)?sections?|pages?|modules?|chapters?|notebooks?|lessons?|sliders?",
    "de": "Abschnitt(?:s|e|en)?|Seiten?|Moduls?|Kapitels?|Notebooks?|Lektion|Reglers?",
    "es": "sección|secciones|páginas?|módulos?|capítulos?|cuadernos?|lección|controles",
}
# The words before such a noun that point at one of them, and those that point by themselves.
_POINTING = {
    "en": ("th(?:e|is|at|ese|ose)|last|previous", "above|below"),
    "de": ("d(?:er|ie|as|em|en|es|iese[rnms]?)|im|am|beim?|zum|zur", "oben|unten"),
    "es": ("(?:el|la|los|las|del|al|est[eao]s?|ese|esa)", "arriba|abajo"),
}
# After "above" and "below": what is compared with something stands before it.
_VERBS = "is|are|has|have|shows?|says?|ist|sind|hat|zeigt|muestra|es|son"
_END = rf"(?=\s*(?:[.,;:!?)]|$)|\s+(?:{_VERBS})\b)"


def is_placed(html: str, language: str, *, figure: bool = False) -> bool:
    """Return whether a prompt speaks of what stands around the question.

    html: of the prompt, and of the case in which it stands. language: of the bank, a BCP 47 tag.
    figure: whether the question has a figure of its own.
    """
    known = nearest(language)
    around = [_AROUND[known]]
    for element, nouns in _OWN[known].items():
        own = re.search(element, html) or (figure and "svg" in element)
        if not own:
            around.append(nouns)
    article, adverb = _POINTING[known]
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
    named = rf"\b(?:{article})\s(?:\w+\s)?(?:{'|'.join(around)})\b"
    return re.search(rf"{named}|\b(?:{adverb})\b{_END}", text, re.IGNORECASE) is not None
