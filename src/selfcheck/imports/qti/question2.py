"""One item of QTI 2 or 3: its body, its interactions, its rules, and what is said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from selfcheck.imports.file import File
from selfcheck.imports.home import Home
from selfcheck.imports.items import Item, NotHeldError
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.qti import content
from selfcheck.imports.qti.rules2 import Outcome, Rules, declared
from selfcheck.imports.target import Target
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element

INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
RIGHT = re.compile(r"correct|right|true|yes|success|pass", re.IGNORECASE)
WRONG = re.compile(r"in-?correct|wrong|false|\bno\b|fail|not", re.IGNORECASE)
# Of what a learner is told, what explains the question whatever the answer.
EXPLAINS = re.compile(r"explanation|solution|general|model|rationale", re.IGNORECASE)
# What is shown when somebody asks for it.
HINT = re.compile(r"hint", re.IGNORECASE)
# And what is about having read that, or asking for it.
SHOWN_BEFORE = re.compile(r"seen|shown|viewed|ask|request|\bno[_-]", re.IGNORECASE)
FEEDBACK = ("modalFeedback", "feedbackInline", "feedbackBlock")
UNSHOWN = ("rubricBlock", "templateBlock", "templateInline", "stylesheet", "endAttemptInteraction")


class Question:
    """An item: what it is made of, and what turns its texts into those of a bank."""

    def __init__(self, root: Element, item: Item, target: Target, file: File) -> None:
        self.element = root
        self.item = item
        self.target = target
        self.file = file
        self.labels = item.labels
        self.words = target.words(item, file.beside)
        self.home = Home(item, self.words)
        self._told: set[int] = set()
        self.responses = declared(root)
        self.rules = Rules(root, self.responses)
        body = root.first("itemBody")
        if body is None:
            raise NotHeldError("it has no body")
        self.body = body
        self.interactions = [
            each for each in body.walk() if each.tag.endswith("Interaction") and each is not body
        ]
        if root.all("templateDeclaration"):
            raise NotHeldError("its numbers are drawn anew each time, by rules that are not run")
        for each in body.walk("rubricBlock"):
            if each.get("class") != "selfcheck-hint":
                self.words.lose(f"instructions for {each.get('view') or 'others'}")

    @property
    def language(self) -> str:
        """That of words that are added to the question."""
        own = self.element.get("lang")
        return self.target.language or self.labels.one("language") or own or "en"

    def html(self, node: Element, places: Mapping[int, str] | None = None) -> str:
        """Return what is in *node* as HTML, with what *places* has for an interaction."""

        def replace(each: Element) -> str | None:
            if each.tag.endswith("Interaction"):
                return (places or {}).get(id(each), "")
            if each.tag in (*FEEDBACK, *UNSHOWN) or each.tag == "prompt":
                return ""
            if each.tag == "gap":
                return (places or {}).get(id(each), "")
            if each.tag == "hottext":
                return self.html(each, places)
            if each.tag == "printedVariable":
                raise NotHeldError("its numbers are drawn anew each time")
            return None

        return content.html(node, replace)

    def text(self, node: Element | None, place: str = "text") -> str:
        """Return a text as Markdown for a *place*."""
        return self.words.html(self.html(node), place) if node is not None else ""

    def plain(self, node: Element) -> str:
        """Return a text as somebody would type it."""
        return self.words.plain(self.html(node))

    def asked(self, interaction: Element | None = None) -> str:
        """Return what is asked, as HTML: the body, and the prompt of an interaction."""
        prompt = interaction.first("prompt") if interaction is not None else None
        return self.html(self.body) + (f"<div>{self.html(prompt)}</div>" if prompt else "")

    def outcome(self, given: Mapping[str, Sequence[str]]) -> Outcome:
        """Return what comes of responses, by their identifiers."""
        return self.rules.run({name: list(values) for name, values in given.items()})

    def best(self, given: Mapping[str, Sequence[str]]) -> float:
        """Return the score of the right answer, for others to be measured by."""
        score = self.outcome(given).score
        mapped = sum(max(each.worth.values(), default=0) for each in self.responses.values())
        return score if score > 0 else (self.rules.most or mapped)

    def feedback(self, outcome: Outcome, place: str = "text") -> str:
        """Return what is said to an answer alone, as Markdown."""
        html = ""
        for each in self.element.walk(*FEEDBACK):
            known = outcome.shown.get(each.get("outcomeIdentifier"), [])
            shown = each.get("identifier") in known
            if shown == (each.get("showHide", "show") == "show") and not _explains(each):
                html += self.tell(each)
        return self.words.html(html, place)

    def tell(self, feedback: Element) -> str:
        """Return feedback as HTML, and note that it comes along."""
        self._told.add(id(feedback))
        return f"<div>{self.html(feedback)}</div>"

    def named(self, *identifiers: str, place: str = "text") -> str:
        """Return the feedback that is called by one of *identifiers*."""
        html = "".join(
            self.tell(each)
            for each in self.element.walk(*FEEDBACK)
            if each.get("identifier") in identifiers and each.get("showHide", "show") == "show"
        )
        return self.words.html(html, place)

    def fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return *data*, the fields of a type, with those that all questions have."""
        explained = "".join(
            self.html(each) for each in self.element.walk(*FEEDBACK) if _explains(each)
        )
        hints = [
            self.text(each)
            for each in self.body.walk("rubricBlock")
            if each.get("class") == "selfcheck-hint"
        ]
        for each in self.element.walk(*FEEDBACK):
            if HINT.search(each.get("identifier")):
                hints.append(self.words.html(self.tell(each)))
            told = _explains(each) or id(each) in self._told
            if not told and (shown := bare(self.html(each))):
                self.words.lose(f"what is said to an answer (“{shown[:60]}”)")
        more = {
            "hints": [each for each in hints if each],
            "explanation": self.home.explanation(explained),
        }
        if data["type"] == "case":
            more = {}
            if explained:
                data["parts"][-1]["explanation"] = self.home.explanation(explained)
            data["parts"] = [ordered(part) for part in data["parts"]]
        return ordered(self.home.complete({**data, **more}, self.target))

    def choices(self, interaction: Element, *tags: str) -> dict[str, Element]:
        """Return the choices of an interaction, by their identifiers."""
        return {each.get("identifier"): each for each in interaction.walk(*tags)}


def _explains(feedback: Element) -> bool:
    names = f"{feedback.get('outcomeIdentifier')} {feedback.get('identifier')}"
    return (
        feedback.tag != "feedbackInline"
        and bool(EXPLAINS.search(names))
        and not SHOWN_BEFORE.search(names)
    )


def unit_of(html: str) -> tuple[str, str]:
    """Return *html* without the unit behind a field, and that."""
    found = re.search(r'\s*<span class="selfcheck-unit">(.*?)</span>', html)
    if not found:
        return html, ""
    return html[: found.start()] + html[found.end() :], escape(found[1])
