"""What a program does, as questions about it."""

from __future__ import annotations

from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.options import true_or_false
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.words import Words
from selfcheck.words import say


def traced(
    compiles: bool, prints: str, line: int | None, words: Words, language: str
) -> list[dict[str, Any]]:
    """Return the parts of a case about a program: whether it compiles, and what follows.

    prints: what it prints when it runs. line: of the error when it does not compile.
    """
    known = {compiles: (1.0, ""), not compiles: (0.0, "")}
    first = true_or_false(known, words, language)
    parts = [{"id": "compiles", **first, "prompt": say(language, "brought-compiles")}]
    printed = " ".join(prints.split())
    if compiles and printed:
        if "\n" in prints.strip():
            words.lose("the lines of what is printed: spaces stand in their place")
        forms = short_text([Form(printed, 1)], words, case=True)
        parts.append({"id": "prints", **forms, "prompt": say(language, "brought-prints")})
    elif not compiles and line is not None:
        number = {"type": "numeric", "answer": line}
        parts.append({"id": "line", **number, "prompt": say(language, "brought-line")})
    if len(parts) < 2:
        raise NotHeldError("it says neither what is printed nor where the error is")
    return parts
