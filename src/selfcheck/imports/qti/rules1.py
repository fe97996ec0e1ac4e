"""What an answer scores in QTI 1.2, and what is said to it: its rules are run.

So it does not matter in which of many ways a program has written them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selfcheck.imports.make.number import number
from selfcheck.imports.xml import Element

# By the name of a response, what is chosen or typed there.
Response = Mapping[str, list[str]]
WRONG = re.compile(r"incorrect|wrong", re.IGNORECASE)
RIGHT = re.compile(r"score|correct", re.IGNORECASE)
MOST = re.compile(r"max", re.IGNORECASE)


@dataclass
class Outcome:
    """What comes of a response: its score, and the names of what is said."""

    score: float = 0
    shown: list[str] = field(default_factory=list)


class Rules:
    """The rules of an item, and how many points it has at most."""

    def __init__(self, item: Element) -> None:
        self.conditions: list[Element] = []
        self.most = 0.0
        self.single = {
            each.get("ident")
            for each in item.walk("response_str", "response_num", "response_lid")
            if each.get("rcardinality", "Single").lower() == "single"
        }
        for processing in item.all("resprocessing"):
            self.conditions += processing.all("respcondition")
            for each in processing.walk("decvar"):
                if not WRONG.search(each.get("varname")):
                    self.most = self.most or (number(each.get("maxvalue")) or 0)

    def run(self, response: Response) -> Outcome:
        """Return what comes of a *response*."""
        outcome = Outcome()
        met = False
        for condition in self.conditions:
            variable = condition.first("conditionvar")
            holds = self._holds(variable.elements, response) if variable else False
            alone = bool(variable and variable.first("other"))
            # `other` is for what nothing before it was for; by itself it is always so.
            if not holds and not alone:
                continue
            if alone and met and condition.get("continue").lower() != "yes":
                continue
            met = met or (not alone and bool(condition.all("setvar")))
            for each in condition.all("setvar"):
                self._set(each, outcome)
            outcome.shown += [each.get("linkrefid") for each in condition.all("displayfeedback")]
            if condition.get("continue", "No").lower() == "no":
                break
        return outcome

    def _holds(self, conditions: list[Element], response: Response) -> bool:
        names = {each.get("respident") for each in conditions}
        alike = len(conditions) > 1 and all(each.tag == "varequal" for each in conditions)
        # One answer cannot be several things at once: one of them is meant, as Canvas writes it.
        if alike and len(names) == 1 and names <= self.single:
            return any(_holds(each, response) for each in conditions)
        return _all(conditions, response)

    def _set(self, rule: Element, outcome: Outcome) -> None:
        name, text = rule.get("varname", "SCORE"), rule.text.strip()
        value = number(text)
        if value is None:
            # Some programs write the name of the most that can be had.
            value = (self.most or 1) if MOST.search(text) else 0.0
        if WRONG.search(name):
            value = -value
        elif not RIGHT.search(name):
            return
        match rule.get("action", "Set").lower():
            case "add":
                outcome.score += value
            case "subtract":
                outcome.score -= value
            case "multiply":
                outcome.score *= value
            case "divide":
                outcome.score = outcome.score / value if value else 0
            case _:
                outcome.score = value

    @property
    def whole(self) -> float:
        """The most points that any of the rules gives, or all that add some."""
        best = added = 0.0
        for condition in self.conditions:
            outcome = Outcome()
            adds = False
            for each in condition.all("setvar"):
                self._set(each, outcome)
                adds = adds or each.get("action").lower() == "add"
            best = max(best, outcome.score)
            added += max(outcome.score, 0) if adds else 0
        return max(best, added)

    def scoring(self) -> Iterator[tuple[Element, float]]:
        """Yield the conditions of rules that give points, with how many."""
        for condition in self.conditions:
            outcome = Outcome()
            for each in condition.all("setvar"):
                self._set(each, outcome)
            variable = condition.first("conditionvar")
            if variable and outcome.score > 0:
                yield variable, outcome.score


def _all(conditions: list[Element], response: Response) -> bool:
    wanted = [each for each in conditions if each.tag != "other"]
    return bool(wanted) and all(_holds(each, response) for each in wanted)


def _holds(condition: Element, response: Response) -> bool:
    inside = condition.elements
    match condition.tag:
        case "not":
            return not _all(inside, response)
        case "and":
            return _all(inside, response)
        case "or":
            return any(_holds(each, response) for each in inside)
        case "unanswered":
            return not response.get(condition.get("respident"))
        case "varequal" | "varsubstring":
            return _equal(condition, response)
        case "varsubset":
            wanted = {each.strip() for each in condition.text.split(",")}
            given = set(response.get(condition.get("respident"), ()))
            return bool(given) and given <= wanted
        case "varlt" | "varlte" | "vargt" | "vargte":
            return _compared(condition, response)
    return False


def _equal(condition: Element, response: Response) -> bool:
    wanted = condition.text.strip()
    given = response.get(condition.get("respident"), [])
    place = condition.get("index")
    if place.isdecimal() and int(place) > 0:
        return given[int(place) - 1 : int(place)] == [wanted]
    if wanted in given:
        return True
    folded = [each.casefold() for each in given]
    capitals = condition.get("case", "No").lower() == "yes"
    return not capitals and wanted.casefold() in folded


def _compared(condition: Element, response: Response) -> bool:
    limit = number(condition.text)
    given = [number(each) for each in response.get(condition.get("respident"), ())]
    if limit is None or not given or given[0] is None:
        return False
    match condition.tag:
        case "varlt":
            return given[0] < limit
        case "varlte":
            return given[0] <= limit
        case "vargt":
            return given[0] > limit
    return given[0] >= limit


def affirmed(condition: Element) -> Iterator[Element]:
    """Yield the comparisons in a condition that are to hold, and not those that are not."""
    for each in condition.elements:
        if each.tag in ("and", "or"):
            yield from affirmed(each)
        elif each.tag.startswith("var"):
            yield each
