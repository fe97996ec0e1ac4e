"""The text of a cloze as Moodle writes it: gaps are `{1:SHORTANSWER:=right#feedback}`.

https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from selfcheck.types.brackets import filled
from selfcheck.types.cloze import Cloze, Gap

if TYPE_CHECKING:
    from selfcheck.export.material import Sheet
    from selfcheck.export.rich import Rich

# What would end an answer or a feedback, and the signs that Moodle looks at before these.
SPECIAL = re.compile(r"[&~#{}\\/\"=%]")
# Within tags an entity says the same, but there are no other signs than these to be told apart.
IN_FEEDBACK = re.compile(r"[&~#{}\\]")


def text_with_gaps(sheet: Sheet, rich: Rich) -> str:
    """Return the text of a cloze, with its gaps."""
    question = sheet.question
    assert isinstance(question, Cloze)
    menus = sheet.menus()
    gaps = {}
    for name, gap in question.gaps.items():
        offered = [each for _, each in menus[name]] if name in menus else []
        gaps[name] = _gap(gap, offered, rich)
    return f'<div class="selfcheck-text">{filled(rich.blocks(question.text), gaps)}</div>'


def _gap(gap: Gap, offered: list[str], rich: Rich) -> str:
    said = rich.inline(gap.feedback) if isinstance(gap.feedback, str) else ""
    feedback = f"#{IN_FEEDBACK.sub(_entity, said)}" if said else ""
    if offered:
        # They are HTML there, and what is typed is plain text.
        right, *wrong = (f"{_answer(escape(each, quote=False))}{feedback}" for each in offered)
        return "{1:MULTICHOICE_S:=" + "~".join([right, *wrong]) + "}"
    kind = "SHORTANSWER_C" if gap.case_sensitive else "SHORTANSWER"
    # A star stands for anything, and one with a backslash for itself.
    forms = [f"={_answer(form.replace('*', chr(92) + '*'))}{feedback}" for form in gap.forms]
    if feedback:
        forms.append(f"*{feedback}")
    return "{1:" + kind + ":" + "~".join(forms) + "}"


def _answer(form: str) -> str:
    """Return a form with all that means something there as an entity, and so `<` and `>`."""
    return SPECIAL.sub(_entity, form).replace("<", "&lt;").replace(">", "&gt;")


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
