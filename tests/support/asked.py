"""One question as an author writes it, in a bank of its own."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from selfcheck import bank
from selfcheck.finding import BankError
from selfcheck.questions import Bank
from tests.support.edits import bank_text


def asked(folder: Path, kind: str, text: str, language: str = "en") -> Bank:
    """Return the bank `asked`, written into *folder*, with one question of the type *kind*.

    Raises `BankError` for what is wrong with it, as whenever a bank is read.
    """
    questions = folder / "questions"
    questions.mkdir(exist_ok=True)
    head = bank_text("asked", kind, dedent(text).strip() + "\nexplanation: So.\n")
    made = head.replace("title:", f"language: {language}\ntitle:", 1)
    (questions / "asked.yaml").write_text(made, encoding="utf-8")
    return bank.load("asked", folder)


def complaints(folder: Path, kind: str, text: str) -> list[str]:
    """Return what is wrong with such a question, each as `line:column: message`."""
    try:
        asked(folder, kind, text)
    except BankError as error:
        return [f"{each.place.line}:{each.place.column}: {each.message}" for each in error.findings]
    return []
