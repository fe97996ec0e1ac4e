"""Declarations and rules of a QTI item: what is right, what it scores, which feedback is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from selfcheck.export import xml
from selfcheck.export.qti.dialect import Dialect

# The names of an item's variables, which no id of ours can be: these have small letters.
RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"
# Of the feedback that each answer gets, and of what a right answer that is typed gets.
EXPLANATION, RIGHT = "EXPLANATION", "RIGHT"


class Scoring(NamedTuple):
    """Writes declarations and rules in a dialect."""

    dialect: Dialect

    def response(
        self,
        name: str,
        cardinality: str,
        kind: str,
        right: Sequence[str],
        worth: Mapping[str, float] | None = None,
        *,
        capitals: bool | None = None,
        bounded: bool = False,
    ) -> str:
        """Return the declaration of a response.

        worth: what each answer counts; one that is not named counts nothing. capitals: whether
        they count, in what is typed. bounded: whether the whole is between 0 and 1.
        """
        q = self.dialect
        correct = q.element("correctResponse", {}, *(self._value(each) for each in right))
        mapping = ""
        if worth:
            entry = {} if capitals is None else {"caseSensitive": capitals}
            rows = (
                q.element("mapEntry", {"mapKey": key, "mappedValue": repr(value), **entry})
                for key, value in worth.items()
            )
            ends = {"lowerBound": "0", "upperBound": "1"} if bounded else {}
            mapping = q.element("mapping", {"defaultValue": "0", **ends}, *rows)
        attributes = {"identifier": name, "cardinality": cardinality, "baseType": kind}
        return q.lines("responseDeclaration", attributes, correct, mapping)

    def outcomes(self) -> str:
        """Return the declarations of the score and of which feedback is shown."""
        q = self.dialect
        return "\n".join(
            (
                self._float(SCORE, "0"),
                self._float("MAXSCORE", "1"),
                q.element(
                    "outcomeDeclaration",
                    {"identifier": FEEDBACK, "cardinality": "multiple", "baseType": "identifier"},
                ),
            )
        )

    def _float(self, name: str, value: str) -> str:
        q = self.dialect
        default = q.element("defaultValue", {}, self._value(value))
        attributes = {"identifier": name, "cardinality": "single", "baseType": "float"}
        return q.element("outcomeDeclaration", attributes, default)

    def _value(self, said: str) -> str:
        return self.dialect.element("value", {}, xml.text(said))

    def set(self, name: str, *value: str) -> str:
        """Return the rule that gives an outcome the value of an expression."""
        return self.dialect.element("setOutcomeValue", {"identifier": name}, *value)

    def variable(self, name: str) -> str:
        """Return the expression for the value of a variable."""
        return self.dialect.element("variable", {"identifier": name})

    def base(self, kind: str, value: str) -> str:
        """Return the expression for a value."""
        return self.dialect.element("baseValue", {"baseType": kind}, xml.text(value))

    def mapped(self, *names: str) -> str:
        """Return the expression for what the answers of some responses count together."""
        q = self.dialect
        each = [q.element("mapResponse", {"identifier": name}) for name in names]
        return each[0] if len(each) == 1 else q.element("sum", {}, *each)

    def when(self, condition: str, *rules: str, otherwise: Sequence[str] = ()) -> str:
        """Return rules that hold when *condition* does."""
        q = self.dialect
        return q.lines(
            "responseCondition",
            {},
            q.element("responseIf", {}, condition, *rules),
            q.element("responseElse", {}, *otherwise) if otherwise else "",
        )

    def either(self, conditions: Iterable[str]) -> str:
        """Return the condition that one of *conditions* holds."""
        each = list(conditions)
        return each[0] if len(each) == 1 else self.dialect.element("or", {}, *each)

    def same(self, one: str, other: str) -> str:
        """Return the condition that two expressions have the same value."""
        return self.dialect.element("match", {}, one, other)

    def near(self, value: str, reach: str) -> str:
        """Return the condition that the number which is typed is *value*, give or take *reach*."""
        mode = {"toleranceMode": "absolute", "tolerance": f"{reach} {reach}"}
        attributes = mode if float(reach) else {"toleranceMode": "exact"}
        return self.dialect.element(
            "equal", attributes, self.base("float", value), self.variable(RESPONSE)
        )

    def typed(self, form: str, capitals: bool) -> str:
        """Return the condition that *form* is what is typed."""
        attributes = {"caseSensitive": capitals, "substring": False}
        return self.dialect.element(
            "stringMatch", attributes, self.variable(RESPONSE), self.base("string", form)
        )

    def show(self, *names: str) -> str:
        """Return the rule that shows further feedback."""
        said = (self.base("identifier", name) for name in names)
        return self.set(
            FEEDBACK, self.dialect.element("multiple", {}, self.variable(FEEDBACK), *said)
        )

    def processing(self, *rules: str) -> str:
        """Return all rules of an item."""
        return self.dialect.lines("responseProcessing", {}, *rules)

    def feedback(self, name: str, content: str) -> str:
        """Return a feedback that is shown when its *name* is among those to be shown."""
        attributes = {"outcomeIdentifier": FEEDBACK, "identifier": name, "showHide": "show"}
        return self.dialect.element("modalFeedback", attributes, self.dialect.content(content))
