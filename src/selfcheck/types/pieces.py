"""Pieces of HTML that several question types share.

A quiz in a saved notebook is to stay small: our own attributes stand in single quotes, since JSON
escapes the others, and an entry of a list ends without a tag, as HTML allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from selfcheck import markdown


def opening(name: str, question: str, data: Mapping[str, object]) -> str:
    """Return the start tag of a question with the class *name*, and its *data* for the page."""
    text = msgspec.json.encode(data).decode()
    text = text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
    return f"<section class='{name}' data-question='{question}' data-q='{text}'>"


def letter(index: int) -> str:
    """Return A, B, …, Z, AA, … as a browser numbers `<ol type="A">`."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def letters(indices: Iterable[int]) -> str:
    """Return the letters of *indices*, with commas."""
    return ", ".join(letter(index) for index in indices)


def pairs(indices: Iterable[int]) -> str:
    """Return which letter belongs to 1, to 2 and so on, with commas."""
    return ", ".join(f"{n}\N{EN DASH}{letter(index)}" for n, index in enumerate(indices, 1))


def items(texts: Iterable[str], name: str, *, lettered: bool = True) -> str:
    """Return an ordered list of Markdown *texts* with the class *name*."""
    return listed((markdown.inline(text) for text in texts), name, lettered=lettered)


def listed(rows: Iterable[str], name: str, *, lettered: bool = True) -> str:
    """Return an ordered list of *rows* of HTML with the class *name*."""
    kind = " type='A'" if lettered else ""
    body = "".join(f"<li>{row}" for row in rows)
    return f"<ol class='{name}'{kind}>{body}</ol>"


def optional(rows: Iterable[str], name: str) -> str:
    """Return the same, in which a row may be empty; nothing when all of them are."""
    made = list(rows)
    return listed(made, name) if any(made) else ""


def feedback(texts: Iterable[object], *, lettered: bool = True) -> str:
    """Return the feedback list, or nothing when no text is given."""
    given = [text for text in texts if isinstance(text, str)]
    return items(given, "sc-feedback", lettered=lettered) if given else ""


def verdicts(right: object, wrong: Iterable[tuple[str, str]]) -> str:
    """Return the feedback of what is typed.

    right: that of a right answer, if there is any. wrong: for each well-known wrong answer the
    HTML that shows it, for print, and its feedback.
    """
    html = f"<p class='sc-right'>{markdown.inline(right)}</p>" if isinstance(right, str) else ""
    rows = "".join(f"<li>{near} {markdown.inline(feedback)}" for near, feedback in wrong)
    return f"{html}<ul class='sc-feedback'>{rows}</ul>" if rows else html


def named(html: str, name: str) -> str:
    """Return *html*, an answer of the printable key, with the id that exports have for it."""
    return f"{html} <small><code>{name}</code></small>"
