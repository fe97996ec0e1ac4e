"""What Anki's notes are made of here: their fields, and how their cards look."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A note type: its id, which never changes, its name, and what its cards ask and answer."""

    id: int
    name: str
    ask: str
    cloze: bool = False

    @property
    def answer(self) -> str:
        """The back of a card."""
        shown = self.ask if self.cloze else "{{FrontSide}}\n<hr id=answer>\n{{Answer}}"
        return f"{shown}\n{BEHIND}"


FIELDS = ("Id", "Question", "Answer", "Hints", "Explanation")
BEHIND = "<div class=why>{{Explanation}}</div>"
HINTS = "{{#Hints}}<div class=hints>{{hint:Hints}}</div>{{/Hints}}"
QUESTION = Kind(1627405601, "selfcheck question", f"{{{{Question}}}}\n{HINTS}")
# Anki shows what is typed beside the field that is named here.
TYPED = Kind(1627405602, "selfcheck typed", f"{{{{Question}}}}\n{{{{type:Typed}}}}\n{HINTS}")
CLOZE = Kind(1627405603, "selfcheck cloze", f"{{{{cloze:Question}}}}\n{HINTS}", cloze=True)
KINDS = (QUESTION, TYPED, CLOZE)

STYLE = """\
.card { font-family: system-ui, sans-serif; font-size: 20px; line-height: 1.4; }
.card { max-width: 40em; margin: 0 auto; padding: 0.5em; }
.why, .selfcheck-sources { font-size: 0.85em; }
img { max-width: 100%; background: #fff; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; }
"""
