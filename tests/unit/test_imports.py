"""Imports within src run one way: no module needs itself, however long the way round."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
# A notebook in a browser would wait long for them, or in vain: only tests and tools may use them.
HEAVY = ("lifelines", "numpy", "pandas", "scipy", "statsmodels")


def modules(folder: Path) -> dict[str, Path]:
    """Return the modules of the packages in a folder, by name."""
    return {
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"): path
        for path in folder.rglob("*.py")
    }


def imported(path: Path, name: str, known: dict[str, Path]) -> Iterator[str]:
    """Yield the known modules that one needs when it runs, be it inside a function."""
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in known)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
                base = ".".join([*here[: len(here) - node.level + 1], *filter(None, [base])])
            for each in node.names:
                # A package is not needed for itself when one of its modules is named.
                if f"{base}.{each.name}" in known:
                    yield f"{base}.{each.name}"
                elif base in known:
                    yield base


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all nodes but those under `if TYPE_CHECKING`."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from (found for each in child.orelse for found in _running(each))
        else:
            yield from _running(child)


def cycle(folder: Path) -> list[str]:
    """Return the modules of one cycle, in the order of their imports; none if there is none."""
    known = modules(folder)
    graph = {name: set(imported(path, name, known)) - {name} for name, path in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])[::-1]
    return []


def test_no_module_of_src_needs_itself() -> None:
    assert len(modules(SRC)) > 50
    assert cycle(SRC) == []


@pytest.mark.parametrize(
    ("package", "others"),
    [
        ("contentfiles", {"citations", "selfcheck", "stemcourse"}),
        ("citations", {"selfcheck", "stemcourse"}),
        ("selfcheck", {"stemcourse"}),
        ("stemcourse", {"selfcheck"}),
    ],
)
def test_neither_half_needs_the_other(package: str, others: set[str]) -> None:
    known = modules(SRC)
    needed = {
        each.partition(".")[0]
        for name, path in known.items()
        if name.partition(".")[0] == package
        for each in imported(path, name, known)
    }
    assert package in needed
    assert not needed & others


def test_only_the_site_reads_quizzes() -> None:
    """A notebook's calls of `quiz` and the banks' YAML are no business of the evidence."""
    rooms = [path for path in (SRC / "stemcourse").rglob("*.py") if path.parent.name != "site"]
    assert len(rooms) > 20
    for path in rooms:
        assert not re.search(r"\bquiz\(|\.ipynb", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("tool", "slow"),
    [("glossary", "nbformat"), ("notebooks", "nbformat"), ("site", "lark")],
)
def test_make_book_with_nothing_changed_does_not_wait_for_an_import(tool: str, slow: str) -> None:
    """Checked in a process of its own: nbformat takes two seconds, by the grammars of lark."""
    code = f"import sys, tools.{tool}; assert {slow!r} not in sys.modules"
    root = SRC.parent
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


def test_nothing_in_src_imports_a_large_library() -> None:
    named = re.compile(rf"^\s*(import|from) ({'|'.join(HEAVY)})\b", re.MULTILINE)
    assert named.search("def f():\n    from scipy.stats import chi2")
    for name, path in modules(SRC).items():
        assert not named.search(path.read_text(encoding="utf-8")), name


def test_trials_are_pooled_and_groups_compared_where_no_large_library_is() -> None:
    """Checked in a process where importing one fails: altair would use two of them."""
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({HEAVY})); "
        "from stemcourse.labs import pooled, record_groups; "
        "assert pooled.pooling().spec and record_groups.diseases().spec"
    )
    subprocess.run([sys.executable, "-c", code], cwd=SRC.parent, check=True)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("import pack.b", "x = 1", False),
        ("import pack.b", "import pack.a", True),
        ("from pack import b", "from pack.a import x", True),
        ("from . import b", "from .a import x", True),
        ("from pack.b import x", "def f():\n    from pack import a", True),
        (
            "import pack.b",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pack.a",
            False,
        ),
    ],
)
def test_a_cycle_is_found(tmp_path: Path, a: str, b: str, found: bool) -> None:
    (tmp_path / "pack").mkdir()
    for name, text in (("__init__", ""), ("a", a), ("b", b)):
        (tmp_path / "pack" / f"{name}.py").write_text(text, encoding="utf-8")
    assert bool(cycle(tmp_path)) == found
    if found:
        assert {"pack.a", "pack.b"} <= set(cycle(tmp_path))
