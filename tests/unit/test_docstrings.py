"""What is public in stemcourse and citations says what it does, as an order: "Return …"."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
FILES = sorted(path for name in ("citations", "stemcourse") for path in (SRC / name).rglob("*.py"))
NO_ORDERS = {"A", "An", "How", "The", "What", "Where", "Whether"}


def wrong(tree: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Yield the public names without a docstring, or with one that gives no order."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        text = ast.get_docstring(node) or ""
        if not text:
            yield f"line {node.lineno}: {node.name} has no docstring"
        elif isinstance(node, ast.ClassDef):
            yield from wrong(node)
        elif not any(ast.unparse(each) == "property" for each in node.decorator_list):
            first, *_ = text.split()
            if first in NO_ORDERS or first.endswith("s"):
                yield f"line {node.lineno}: {node.name} begins with {first}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.relative_to(SRC).parts))
def test_what_is_public_says_what_it_does(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.stat().st_size == 0 or ast.get_docstring(tree)
    assert list(wrong(tree)) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f():\n    pass", "line 1: f has no docstring"),
        ('def f():\n    """Returns one."""', "line 1: f begins with Returns"),
        (
            'class C:\n    """A thing."""\n    def f(self):\n        """The one."""',
            "line 3: f begins",
        ),
    ],
)
def test_what_is_wrong_is_found(code: str, found: str) -> None:
    (problem,) = wrong(ast.parse(code))
    assert problem.startswith(found)


@pytest.mark.parametrize(
    "code",
    [
        'def f():\n    """Return one."""',
        "def _f():\n    pass",
        'class C:\n    """A thing."""\n    @property\n    def f(self):\n        """The one."""',
    ],
)
def test_what_is_right_is_left_alone(code: str) -> None:
    assert list(wrong(ast.parse(code))) == []
