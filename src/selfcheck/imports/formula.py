"""Works out a sum such as `3*sqrt(a)/b`: of numbers, names and known functions alone."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

LONGEST = 500
LARGEST = 1e150
OPERATORS: dict[type, Callable[[Any, Any], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: math.fmod,
}
# As PHP has them, in which Moodle works; logarithms are natural.
FUNCTIONS: dict[str, Callable[..., float]] = {
    **{
        name: getattr(math, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan", "atan2")
    },
    **{name: getattr(math, name) for name in ("sinh", "cosh", "tanh", "asinh", "acosh", "atanh")},
    **{name: getattr(math, name) for name in ("exp", "expm1", "log10", "log1p", "sqrt", "fmod")},
    "log": lambda x: math.log(x),
    "ln": lambda x: math.log(x),
    "abs": abs,
    "ceil": lambda x: float(math.ceil(x)),
    "floor": lambda x: float(math.floor(x)),
    "round": lambda x, digits=0: _round(x, digits),
    "max": max,
    "min": min,
    "pi": lambda: math.pi,
    "pow": lambda x, y: _power(x, y),
    "deg2rad": math.radians,
    "rad2deg": math.degrees,
}


class FormulaError(ValueError):
    """A formula that cannot be worked out; the text says why."""


def names(formula: str) -> set[str]:
    """Return the names of numbers in *formula*; raise `FormulaError` where it is none."""
    tree = _parsed(formula)
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {
        _name(node.id)
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node not in called
    }


def value(formula: str, numbers: Mapping[str, float]) -> float:
    """Return what *formula* comes to; raise `FormulaError` where that is no number."""
    try:
        found = float(_value(_parsed(formula), numbers))
    except (ArithmeticError, ValueError, TypeError, RecursionError) as error:
        if isinstance(error, FormulaError):
            raise
        raise FormulaError("it has no value for some of its numbers") from None
    if not math.isfinite(found) or abs(found) > LARGEST:
        raise FormulaError("its value is no number that a bank can have")
    return found


# Names of a bank have hyphens, which are a minus here, and may be words of Python.
BEFORE, HYPHEN = "of_", "__"


def name_of(column: str) -> str:
    """Return what a formula has for a *column* of a bank."""
    return BEFORE + column.replace("-", HYPHEN)


def _name(name: str) -> str:
    return name.removeprefix(BEFORE).replace(HYPHEN, "-")


def _parsed(formula: str) -> ast.expr:
    if len(formula) > LONGEST:
        raise FormulaError(f"it has more than {LONGEST} characters")
    if "^" in formula:
        raise FormulaError("`^` is no power there, but an operation on bits")
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("it is none that can be read") from None


def _value(node: ast.expr, numbers: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.Name) and _name(node.id) in numbers:
        return float(numbers[_name(node.id)])
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inside = _value(node.operand, numbers)
        return -inside if isinstance(node.op, ast.USub) else inside
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left, numbers), _value(node.right, numbers)
        if isinstance(node.op, ast.Pow):
            return _power(left, right)
        if found := OPERATORS.get(type(node.op)):
            return found(left, right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        known = FUNCTIONS.get(node.func.id.lower())
        if known:
            return float(known(*(_value(each, numbers) for each in node.args)))
        raise FormulaError(f"no function `{node.func.id[:20]}` is known")
    raise FormulaError("it has more in it than numbers, signs and known functions")


def _power(base: float, exponent: float) -> float:
    return math.pow(base, exponent)


def _round(number: float, digits: float) -> float:
    """Round half away from zero, as PHP does."""
    factor = 10 ** int(max(-15, min(15, digits)))
    return math.copysign(math.floor(abs(number) * factor + 0.5) / factor, number)
