"""Declarations and rules of a QTI item: what is right, what it scores, which feedback is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from selfcheck.export import xml
from selfcheck.export.qti.dialect import Dialect

# The names of an item's variables, which no id of ours can be: these have small letters.
RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"
# Of the feedback that each answer gets, of what a right answer that is typed gets, and of what is
# said of each right option that is not chosen.
EXPLANATION, RIGHT, LEFT = "EXPLANATION", "RIGHT", "LEFT"


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

    def outcomes(self, feedback: str, left: Sequence[str]) -> str:
        """Return the declarations of the score and of which feedback is shown.

        feedback: `multiple` where several are shown at once, or `single`. left: the answers of
        which something is said when they are not chosen.
        """
        names = {FEEDBACK: feedback, EXPLANATION: "single"}
        names |= {f"{LEFT}.{each}": "single" for each in left}
        shown = (
            self.dialect.element(
                "outcomeDeclaration",
                {"identifier": name, "cardinality": cardinality, "baseType": "identifier"},
            )
            for name, cardinality in names.items()
        )
        return "\n".join((self._float(SCORE, "0"), self._float("MAXSCORE", "1"), *shown))

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

    def mapped(self, name: str = RESPONSE) -> str:
        """Return the expression for what the answers of a response count together."""
        return self.dialect.element("mapResponse", {"identifier": name})

    def more(self, expression: str) -> str:
        """Return the rule that adds an expression to the score."""
        return self.set(SCORE, self.dialect.element("sum", {}, self.variable(SCORE), expression))

    def shared(self, parts: int) -> str:
        """Return the rule that makes of the score, a point for each part, one between 0 and 1."""
        whole = self.base("float", str(parts))
        return self.set(SCORE, self.dialect.element("divide", {}, self.variable(SCORE), whole))

    def when(self, condition: str, *rules: str, otherwise: Sequence[str] = ()) -> str:
        """Return rules that hold when *condition* does."""
        q = self.dialect
        return q.lines(
            "responseCondition",
            {},
            q.element("responseIf", {}, condition, *rules),
            q.lines("responseElse", {}, *otherwise) if otherwise else "",
        )

    def given(self, name: str, *rules: str) -> str:
        """Return rules that hold when there is a response; without one not all players go on."""
        none = self.dialect.element("isNull", {}, self.variable(name))
        return self.when(none, otherwise=rules)

    def either(self, conditions: Iterable[str]) -> str:
        """Return the condition that one of *conditions* holds."""
        each = list(conditions)
        return each[0] if len(each) == 1 else self.dialect.element("or", {}, *each)

    def same(self, one: str, other: str) -> str:
        """Return the condition that two expressions have the same value."""
        return self.dialect.element("match", {}, one, other)

    def near(self, low: str, high: str) -> str:
        """Return the condition that the number which is typed is between *low* and *high*.

        `equal` with a tolerance would say the same, but not every player knows tolerances.
        """
        q, typed = self.dialect, self.variable(RESPONSE)
        if low == high:
            exact = {"toleranceMode": "exact"}
            return q.element("equal", exact, typed, self.base("float", low))
        least = q.element("gte", {}, typed, self.base("float", low))
        return q.element("and", {}, least, q.element("lte", {}, typed, self.base("float", high)))

    def typed(self, form: str, capitals: bool) -> str:
        """Return the condition that *form* is what is typed."""
        attributes = {"caseSensitive": capitals, "substring": False}
        return self.dialect.element(
            "stringMatch", attributes, self.variable(RESPONSE), self.base("string", form)
        )

    def show(self, name: str, variable: str = FEEDBACK) -> str:
        """Return the rule that shows the feedback *name* of a variable."""
        return self.set(variable, self.base("identifier", name))

    def processing(self, *rules: str) -> str:
        """Return all rules of an item."""
        return self.dialect.lines("responseProcessing", {}, *rules)

    def feedback(self, name: str, content: str, variable: str = FEEDBACK) -> str:
        """Return a feedback that is shown when *variable* has its *name*."""
        q = self.dialect
        return q.element("modalFeedback", _shown(name, variable), q.content(content))

    def beside(
        self, name: str, content: str, variable: str = FEEDBACK, *, block: bool = False
    ) -> str:
        """Return the same for inside an answer; *block*: it is more than a line."""
        q = self.dialect
        if not block:
            return q.element("feedbackInline", _shown(name, variable), content)
        return q.element("feedbackBlock", _shown(name, variable), q.content(content))


def _shown(name: str, variable: str) -> dict[str, object]:
    return {"outcomeIdentifier": variable, "identifier": name, "showHide": "show"}
