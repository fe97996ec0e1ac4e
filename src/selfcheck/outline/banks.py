"""What a bank tells of itself to views over the whole course, and its questions, each alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from selfcheck import bank as banks
from selfcheck import markdown, saved, types
from selfcheck.engine import Plugins
from selfcheck.outline.asked import fingerprints
from selfcheck.outline.placed import is_placed
from selfcheck.questions import Asked, Bank, Objective, Question
from selfcheck.render import html

if TYPE_CHECKING:
    from citations import Reference

# About as much of a prompt as tells it from the others, in signs: prompt.js has the same.
_SHORT = 64

# No element of a prompt is a `div`.
_PROMPT = re.compile(r"<div class='sc-(?:prompt|vignette)'[^>]*>(.*?)</div>", re.DOTALL)

# Takes a notebook and a heading, and returns the address of the section; nothing without one.
Address = Callable[[str, str], str]


class Told(NamedTuple):
    """What a bank tells.

    title: of the bank. objectives and questions: as `Outline` has them, the latter without where
    they are asked. opening: the start tag of a quiz of this bank. pieces: by name in the bank the
    HTML of each question and each case. types: of these questions.
    """

    title: str
    objectives: dict[str, dict[str, str]]
    questions: dict[str, dict[str, Any]]
    opening: str
    pieces: dict[str, str]
    types: list[str]

    @property
    def script(self) -> dict[str, Any]:
        """What a page has to know to ask these questions."""
        return {"open": self.opening, "types": self.types, "questions": self.pieces}


def told(name: str, folder: Path, plugins: Plugins, address: Address) -> Told:
    """Return what the bank *name* of the content *folder* tells; raise as `bank.load` does."""
    bank = banks.load(name, folder, plugins)
    cited = banks.references(folder)
    made = {each.id: _alone(bank, each, cited, folder) for each in bank.questions}
    opening = next(iter(made.values()))[0]
    pieces = {name: saved.linked(piece, address) for name, (_, piece) in made.items()}
    questions: dict[str, dict[str, Any]] = {}
    for asked in bank.questions:
        piece = made[asked.id][1]
        prints = fingerprints(f"{opening}{piece}")
        prompts = _PROMPT.findall(piece)
        vignette = prompts.pop(0) if len(prompts) > len(prints) else ""
        for (part, question), prompt in zip(asked.answered(), prompts, strict=True):
            full = f"{bank.id}/{part}"
            both = (vignette, prompt)
            questions[full] = _question(question, prints[full], both, bank.language)
    objectives = {each: _objective(said, address) for each, said in bank.objectives.items()}
    return Told(bank.title, objectives, questions, opening, pieces, sorted(set(_types(bank))))


def _alone(
    bank: Bank, asked: Asked, cited: Mapping[str, Reference], folder: Path
) -> tuple[str, str]:
    """Return the start tag of a quiz, and the HTML of one of its questions."""
    made = html(banks.pick(bank, asked.id), cited, None, folder)
    opening, _, rest = made.partition("\n")
    return opening, rest.removesuffix("</div>").rstrip("\n")


def _question(
    question: Question, prints: list[str], prompts: tuple[str, str], language: str
) -> dict[str, Any]:
    """Return what is told of a question.

    prompts: in HTML, that of the case in which it stands, or nothing, and its own.
    """
    found: dict[str, Any] = {"fps": prints, "objective": question.objective}
    found["title"] = beginning(prompts[1])
    figure = types.tag(type(question)) == "hotspot"
    if is_placed("".join(prompts), language, figure=figure):
        found["placed"] = True
    return found


def beginning(html: str) -> str:
    """Return how a prompt, in *html*, begins, in words."""
    text = _words(html)
    return text if len(text) <= _SHORT else re.sub(r"\W*\s\S*$", "", text[:_SHORT]) + "…"


def _words(html: str) -> str:
    parted = re.sub(r"</(?:p|li|tr|td|th|h4|pre)>|<br>|<li>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", parted)).split())


def _objective(objective: str | Objective, address: Address) -> dict[str, str]:
    if isinstance(objective, str):
        return {"text": _words(markdown.inline(objective))}
    found = {"text": _words(markdown.inline(objective.text))}
    if led := address(objective.notebook, objective.heading):
        found["address"] = led
    return found


def _types(bank: Bank) -> Iterator[str]:
    for asked in bank.questions:
        yield types.tag(type(asked))
        yield from (types.tag(type(question)) for _, question in asked.answered())


def script(name: str, told: Told) -> str:
    """Return a classic script that gives a page the questions of the bank *name*."""
    said = json.dumps(told.script, ensure_ascii=False, separators=(",", ":"))
    return f"(self.selfcheckBanks??={{}})[{json.dumps(name)}]={said};\n"
