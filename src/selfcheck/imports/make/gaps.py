"""A text with gaps: cloze, or, where a gap is more than a text or a menu, a case about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from selfcheck import markdown
from selfcheck.imports.html import marks
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.fields import all_or_none
from selfcheck.imports.make.number import Value, numeric
from selfcheck.imports.make.options import Offer, choice
from selfcheck.imports.make.typed import Form, accepted, short_text
from selfcheck.imports.words import Words
from selfcheck.types.brackets import NAME
from selfcheck.words import say

BLANK = "____"


@dataclass
class Gap:
    """A gap: what may stand in it, by what kind of field it is filled."""

    kind: Literal["typed", "menu", "number", "several"]
    forms: list[Form] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    case: bool = False
    spelling: int = 0
    shuffle: bool = True
    weight: float = 1
    name: str = ""
    # Whatever the answer.
    said: str = ""


# Returns the text, with what stands in the place of each gap.
Text = Callable[[Sequence[str]], str]


def gapped(gaps: Sequence[Gap], text: Text, words: Words, language: str) -> dict[str, Any]:
    """Return the fields of a question about a text with *gaps*.

    Raises `NotHeldError` where there is no gap.
    """
    if not gaps:
        raise NotHeldError("there is no gap in its text")
    if len({each.weight for each in gaps}) > 1:
        words.lose("the weights of its gaps: each counts the same here")
    plain = all(each.kind == "typed" or _is_menu(each) for each in gaps)
    if plain:
        return _cloze(gaps, text, words, language)
    if len(gaps) == 1:
        data = _alone(gaps[0], words)
        return {**data, "prompt": text([BLANK])}
    return _case(gaps, text, words, language)


def _is_menu(gap: Gap) -> bool:
    right = [each for each in gap.forms if each.share >= 0.999 and each.text]
    others = {each.text for each in gap.forms if each.text} - {each.text for each in right}
    return gap.kind == "menu" and len({each.text for each in right}) == 1 and bool(others)


def _cloze(gaps: Sequence[Gap], text: Text, words: Words, language: str) -> dict[str, Any]:
    names = names_of(gaps)
    made = {}
    for name, gap in zip(names, gaps, strict=True):
        made[name] = _typed(gap, words) if gap.kind == "typed" else _menu(gap, words)
        if gap.said:
            made[name]["feedback"] = gap.said
        elif any(each.feedback for each in gap.forms):
            words.lose("what is said to each answer in a gap")
    if all_or_none([*made.values()]):
        words.lose("what is said of some of its gaps: it is said of all or of none")
    prompt, rest = parted(text([marks.name(name) for name in names]))
    fill = say(language, "brought-fill")
    return {"type": "cloze", "prompt": prompt or fill, "text": rest, "gaps": made}


def parted(text: str) -> tuple[str, str]:
    """Return what stands above the paragraph with the first gap, and the rest."""
    first = NAME.search(text)
    at = text.rfind("\n\n", 0, first.start()) if first else -1
    if at < 0:
        return "", text
    above, rest = text[:at].rstrip(), text[at:].lstrip("\n")
    broken = above.count("```") % 2 or any(map(markdown.problems, (above, rest)))
    return ("", text) if broken else (above, rest)


def names_of(gaps: Sequence[Gap]) -> list[str]:
    """Return the names of *gaps*: their own, or by their place."""
    return [each.name or f"gap-{n}" for n, each in enumerate(gaps, 1)]


def _typed(gap: Gap, words: Words) -> dict[str, Any]:
    forms = [Form(each.text, each.share) for each in gap.forms]
    found = accepted(forms, words, case=gap.case, spelling=gap.spelling)
    return {"answers": found.forms, **found.compared.fields()}


def _menu(gap: Gap, words: Words) -> dict[str, Any]:
    (right,) = {each.text for each in gap.forms if each.share >= 0.999 and each.text}
    for each in gap.forms:
        if 0 < each.share < 0.999:
            share = f"{round(each.share * 100, 2):g} %"
            words.lose(f"the part of the score for `{each.text[:40]}` ({share}): it is wrong here")
    others = dict.fromkeys(each.text for each in gap.forms if each.text and each.text != right)
    return {"answers": [right], "distractors": list(others)}


def _alone(gap: Gap, words: Words) -> dict[str, Any]:
    """Return the fields of a question that asks for what stands in one gap."""
    if gap.kind == "number":
        return numeric(gap.values, words)
    if gap.kind == "typed":
        return short_text(gap.forms, words, case=gap.case, spelling=gap.spelling)
    # What a menu offers is plain text; an option is Markdown.
    offers = [Offer(words.typed(each.text), each.share, each.feedback) for each in gap.forms]
    return choice(offers, words, several=gap.kind == "several", shuffle=gap.shuffle)


def _case(gaps: Sequence[Gap], text: Text, words: Words, language: str) -> dict[str, Any]:
    parts = []
    for n, gap in enumerate(gaps, 1):
        data = _alone(gap, words)
        kind = data.pop("type")
        said = say(language, "brought-gap", n=n)
        if gap.said and gap.kind == "typed":
            data["explanation"] = gap.said
        parts.append({"id": f"gap-{n}", "type": kind, "prompt": said, **data})
    return {
        "type": "case",
        "prompt": text([f"({n}) {BLANK}" for n in range(1, len(gaps) + 1)]),
        "reveal": False,
        "parts": parts,
    }
