"""What an answer scores in QTI 2.x and 3.0, and what is said to it: its rules are run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import number
from selfcheck.imports.xml import Element

# A value: none, a truth value, a number, a text, or several of them.
Value = Any
DEEPEST = 60
TEMPLATES = ("match_correct", "map_response_point", "map_response", "cc2_match", "cc2_map")


@dataclass
class Declared:
    """A response as it is declared: what is right, and what each answer is worth."""

    name: str
    cardinality: str
    kind: str
    correct: list[str] = field(default_factory=list)
    worth: dict[str, float] = field(default_factory=dict)
    default: float = 0
    lower: float | None = None
    upper: float | None = None
    capitals: bool = False

    def points(self, values: Sequence[str]) -> float:
        """Return what the answers count together."""
        total = 0.0
        for each in dict.fromkeys(values):
            known = self.worth
            if self.kind == "string" and not self.capitals:
                known = {key.casefold(): value for key, value in known.items()}
                each = each.casefold()
            total += known.get(each, self.default)
        total = total if self.lower is None else max(total, self.lower)
        return total if self.upper is None else min(total, self.upper)


def declared(item: Element) -> dict[str, Declared]:
    """Return the responses of an item, by their identifiers."""
    found = {}
    for each in item.all("responseDeclaration"):
        made = Declared(
            each.get("identifier"), each.get("cardinality", "single"), each.get("baseType")
        )
        correct = each.first("correctResponse")
        made.correct = [" ".join(v.text.split()) for v in correct.all("value")] if correct else []
        if mapping := each.first("mapping"):
            made.default = number(mapping.get("defaultValue")) or 0
            made.lower, made.upper = (number(mapping.get(f"{n}Bound")) for n in ("lower", "upper"))
            for entry in mapping.all("mapEntry"):
                key = " ".join(entry.get("mapKey").split())
                made.worth[key] = number(entry.get("mappedValue")) or 0
                made.capitals = made.capitals or entry.get("caseSensitive").lower() == "true"
        found[made.name] = made
    return found


@dataclass
class Outcome:
    """What comes of a response: the score, and the feedback that is shown, by its variable."""

    score: float
    shown: dict[str, list[str]]


class Rules:
    """The rules of an item."""

    def __init__(self, item: Element, responses: Mapping[str, Declared]) -> None:
        self.responses = responses
        self.processing = item.first("responseProcessing")
        self.defaults: dict[str, Value] = {}
        for each in item.all("outcomeDeclaration"):
            value = each.first("defaultValue")
            texts = [" ".join(v.text.split()) for v in value.all("value")] if value else []
            self.defaults[each.get("identifier")] = texts[0] if texts else None
        self.most = number(str(self.defaults.get("MAXSCORE") or "")) or 0

    @property
    def template(self) -> str:
        """The name of the rules that an item has from the standard; nothing when it has its own."""
        if self.processing is None:
            return "match_correct"
        name = self.processing.get("template").rsplit("/", 1)[-1].lower().removesuffix(".xml")
        known = next((each for each in TEMPLATES if name.startswith(each)), "")
        return known or ("match_correct" if not self.processing.elements else "")

    def run(self, given: Mapping[str, list[str]]) -> Outcome:
        """Return what comes of the responses *given*.

        Raises `NotHeldError` where the rules have what nobody can run here.
        """
        if self.template:
            points = [self._by_template(*each) for each in self._only(given)]
            return Outcome(sum(points), {})
        run = _Run(self.responses, dict(self.defaults), given)
        assert self.processing is not None
        with suppress(_Exit):
            run.rules(self.processing.elements, 0)
        score = run.outcomes.get("SCORE", 0)
        shown = {
            name: [str(each) for each in _listed(value)]
            for name, value in run.outcomes.items()
            if value is not None and not isinstance(value, float)
        }
        return Outcome(float(number(str(score)) or 0), shown)

    def _only(self, given: Mapping[str, list[str]]) -> list[tuple[Declared, list[str]]]:
        found = [(each, given.get(name, [])) for name, each in self.responses.items()]
        return found or [(Declared("", "", ""), [])]

    def _by_template(self, response: Declared, values: list[str]) -> float:
        if self.template.startswith(("map", "cc2_map")) and response.worth:
            return response.points(values)
        if response.kind in ("float", "integer") and response.cardinality == "single":
            right = {number(each) for each in response.correct}
            return float(bool(values) and number(values[0]) in right - {None})
        return float(bool(values) and _same(values, response.correct, response.cardinality))


class _Exit(Exception):
    """The rules are at their end."""


class _Run:
    """One run of the rules."""

    def __init__(
        self,
        responses: Mapping[str, Declared],
        outcomes: dict[str, Value],
        given: Mapping[str, list[str]],
    ) -> None:
        self.responses = responses
        self.outcomes = outcomes
        self.given = given

    def rules(self, rules: Sequence[Element], depth: int) -> None:
        """Run *rules* one after another."""
        if depth > DEEPEST:
            raise NotHeldError("its rules stand too deep in each other")
        for rule in rules:
            match rule.tag:
                case "responseCondition":
                    self._condition(rule, depth)
                case "responseProcessingFragment":
                    self.rules(rule.elements, depth + 1)
                case "setOutcomeValue":
                    value = self.value(rule.elements[0], depth) if rule.elements else None
                    self.outcomes[rule.get("identifier")] = value
                case "exitResponse":
                    raise _Exit
                case "lookupOutcomeValue":
                    raise NotHeldError("its score is looked up in a table")

    def _condition(self, rule: Element, depth: int) -> None:
        for branch in rule.elements:
            if branch.tag == "responseElse":
                self.rules(branch.elements, depth + 1)
                return
            if branch.elements and self.value(branch.elements[0], depth) is True:
                self.rules(branch.elements[1:], depth + 1)
                return

    def value(self, node: Element, depth: int) -> Value:
        """Return the value of an expression."""
        if depth > DEEPEST:
            raise NotHeldError("its rules stand too deep in each other")
        parts = [each for each in node.elements if each.tag != "value"]
        match node.tag:
            case "baseValue":
                return _base(node)
            case "variable":
                return self._variable(node.get("identifier"))
            case "correct":
                response = self.responses.get(node.get("identifier"))
                return _narrow(response.correct, response) if response else None
            case "default" | "null":
                return None
            case "mapResponse":
                name = node.get("identifier")
                response = self.responses.get(name)
                return response.points(self.given.get(name, [])) if response else 0.0
        values = [self.value(each, depth + 1) for each in parts]
        made = _made(node, values)
        if made is NotImplemented:
            raise NotHeldError(f"its rules for the score have `{node.tag}`, which is not known")
        return made

    def _variable(self, name: str) -> Value:
        response = self.responses.get(name)
        if response is None:
            return self.outcomes.get(name)
        return _narrow(self.given.get(name, []), response)


def _narrow(values: Sequence[str], response: Declared) -> Value:
    if response.cardinality == "single":
        return values[0] if values else None
    return list(values)


def _base(node: Element) -> Value:
    text = " ".join(node.text.split())
    if node.get("baseType") == "boolean":
        return text.lower() == "true"
    if node.get("baseType") in ("float", "integer"):
        return number(text)
    return text


def _made(node: Element, values: list[Value]) -> Value:
    """Return what an operator makes of its *values*; `NotImplemented` for one that is not known."""
    first = values[0] if values else None
    match node.tag:
        case "and":
            return all(each is True for each in values)
        case "or" | "anyN":
            return any(each is True for each in values)
        case "not":
            return None if first is None else first is not True
        case "isNull":
            return first is None or first in ("", [])
        case "match" | "equal" | "stringMatch" | "equalRounded" if len(values) == 2:
            return _equal(node, *values)
        case "member" if len(values) == 2:
            return str(first) in [str(each) for each in _listed(values[1])]
        case "contains" if len(values) == 2:
            whole = [str(each) for each in _listed(first)]
            return all(str(each) in whole for each in _listed(values[1]))
        case "substring" if len(values) == 2:
            return str(first).casefold() in str(values[1]).casefold()
        case "containerSize":
            return float(len(_listed(first)))
        case "index":
            n = number(node.get("n"))
            listed = _listed(first)
            return listed[int(n) - 1] if n and 1 <= n <= len(listed) else None
        case "multiple" | "ordered":
            return [each for value in values for each in _listed(value)]
        case (
            "gt" | "gte" | "lt" | "lte" | "sum" | "product" | "subtract" | "divide" | "min" | "max"
        ):
            return _counted(node.tag, values)
        case "round" | "truncate" | "integerModulus" | "integerDivide" | "power":
            return _counted(node.tag, values)
    return NotImplemented


def _counted(tag: str, values: list[Value]) -> Value:
    numbers = [number(str(each)) for value in values for each in _listed(value)]
    if not numbers or any(each is None for each in numbers):
        return None
    found = [each for each in numbers if each is not None]
    first, rest = found[0], found[1:]
    try:
        match tag:
            case "sum":
                return float(sum(found))
            case "min":
                return min(found)
            case "max":
                return max(found)
            case "round":
                return float(round(first))
            case "truncate":
                return float(int(first))
            case "product":
                for each in rest:
                    first *= each
                return first
        second = rest[0] if rest else 0.0
        match tag:
            case "gt":
                return first > second
            case "gte":
                return first >= second
            case "lt":
                return first < second
            case "lte":
                return first <= second
            case "subtract":
                return first - second
            case "divide":
                return first / second
            case "integerDivide":
                return float(first // second)
            case "integerModulus":
                return float(first % second)
            case _:
                return float(first**second)
    except (ArithmeticError, ValueError, TypeError):
        return None


def _equal(node: Element, one: Value, other: Value) -> Value:
    if one is None or other is None:
        return None
    if isinstance(one, list) or isinstance(other, list):
        return _same([str(e) for e in _listed(one)], [str(e) for e in _listed(other)], "multiple")
    if isinstance(one, bool) or isinstance(other, bool):
        return str(one).lower() == str(other).lower()
    if node.tag == "stringMatch":
        if node.get("caseSensitive", "true").lower() != "true":
            return str(one).casefold() == str(other).casefold()
        return str(one) == str(other)
    left, right = number(str(one)), number(str(other))
    if left is None or right is None:
        return str(one) == str(other)
    low, high = tolerance(node, right)
    return low - 1e-12 <= left <= high + 1e-12


def tolerance(node: Element, middle: float) -> tuple[float, float]:
    """Return the least and the greatest number that counts as *middle* for an `equal`."""
    said = [number(each) for each in node.get("tolerance").split()]
    reach = [each for each in said if each is not None]
    mode = node.get("toleranceMode", "exact")
    if not reach or mode == "exact":
        return middle, middle
    below, above = reach[0], reach[-1]
    if mode == "relative":
        below, above = abs(middle) * below / 100, abs(middle) * above / 100
    return middle - below, middle + above


def _listed(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _same(one: Sequence[str], other: Sequence[str], cardinality: str) -> bool:
    if cardinality == "ordered":
        return list(one) == list(other)
    return sorted(one) == sorted(other)
