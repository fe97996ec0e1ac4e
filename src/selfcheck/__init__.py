"""Quizzes for self-assessment, the same in JupyterLab and on a static site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selfcheck.finding import BankError, Finding
    from selfcheck.study import Study, progress, review
    from selfcheck.widget import Quiz, quiz

__all__ = ["BankError", "Finding", "Quiz", "Study", "progress", "quiz", "review"]

_HOME = {
    "BankError": "finding",
    "Finding": "finding",
    "Quiz": "widget",
    "Study": "study",
    "progress": "study",
    "quiz": "widget",
    "review": "study",
}


def __getattr__(name: str) -> Any:
    # The command line and the site need no widget, and ipywidgets takes long to import.
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"selfcheck.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
