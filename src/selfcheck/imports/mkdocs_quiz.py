"""mkdocs-quiz: quizzes in a page of Markdown, between `<quiz>` and `</quiz>` or older tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from selfcheck.imports.file import File, Lines
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.gaps import Gap, gapped
from selfcheck.imports.make.options import ALL_OR_NOTHING, Offer, choice
from selfcheck.imports.make.typed import Form
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import Words, bare

NAME, TITLE = "mkdocs-quiz", "mkdocs-quiz Markdown"

# How a quiz begins and ends, today and in older versions.
BEGUN = re.compile(
    r"(?P<tag><quiz>)|(?P<old><\?quiz\?>)|(?P<oldest>^quiz-start[ \t]*$)", re.MULTILINE
)
ENDED = re.compile(
    r"(?P<tag></quiz>)|(?P<old><\?/quiz\?>)|(?P<oldest>^quiz-end[ \t]*$)", re.MULTILINE
)
CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^[ \t]*(?P=fence)[`~]*[ \t]*$", re.M | re.DOTALL
)
TITLED = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
ANSWER = re.compile(r"\s*[-*+]\s*\[(?P<mark>[xX✓ ]?)\]\s*(?P<text>.*)")
FEEDBACK = re.compile(r"\s*>\s?(.*)")
BLANK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
RULE = re.compile(r"\s*-{3,}\s*")
FIELD = re.compile(r"\s*(?:quiz-)?(question|answer-correct|answer|content)\s*:\s?(.*)")
ADMONITION = re.compile(
    r"^(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)\s*(?P<kind>[\w-]*)\s*(?:\"(?P<title>[^\"]*)\")?\s*$"
)


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    head = file.head
    return file.path.suffix.lower() in (".md", ".markdown") or (
        bool(BEGUN.search(head)) and "<question" not in head
    )


class _Answer(NamedTuple):
    text: str
    right: bool
    feedback: str = ""


class _Parts(NamedTuple):
    """What stands in a quiz: what is asked, the answers, and what is shown after them."""

    asked: str
    answers: list[_Answer]
    content: str


def read(file: File, target: Target) -> Read:
    """Return the questions of *file*; raise `BankError` where it cannot be read."""
    text = file.text
    title = TITLED.search(_without_code(text))
    found = Read(title=bare(title[1]) if title else "")
    lines = Lines(text)
    for start, kind, inside in _quizzes(text):
        parts = _parsed(kind, inside)
        name = bare(BLANK.sub("…", parts.asked.strip().split("\n\n")[0]))[:80]
        title_of = name or f"question {len(found.items) + 1}"
        item = Item(title_of, file.path, lines.of(start), name)
        found.items.append(item)
        with trying(item):
            if kind == "open":
                raise NotHeldError("its tag is never closed; write </quiz> behind it")
            words = target.words(item, file.beside)
            item.data = _fields(parts, kind, words, target.language or "en")
    return found


def _quizzes(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where each quiz begins, how it is written, and what is in it; none shown as code."""
    masked = _without_code(text)
    for begun, ended in _spans(masked):
        if ended is None:
            yield begun.start(), "open", masked[begun.end() :][:2_000].split("\n\n")[0]
        else:
            # Masked, it is as long as it was: code in a quiz comes along.
            inside = text[begun.end() : ended.start()]
            yield begun.start(), begun.lastgroup or "", _outdented(inside, text, begun.start())


def _outdented(inside: str, text: str, start: int) -> str:
    """Return the lines of a quiz without the indent of its tag, such as one within a tab has."""
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    if indent.strip():
        return inside
    return "\n".join(line.removeprefix(indent) for line in inside.split("\n"))


def _spans(text: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Yield the begin of each quiz with its end, where it has one before the next begins."""
    marks = sorted([*BEGUN.finditer(text), *ENDED.finditer(text)], key=lambda each: each.start())
    open_: re.Match[str] | None = None
    for each in marks:
        if each.re is BEGUN:
            # In a line, or in a text, it may only be spoken of.
            first = not text[text.rfind("\n", 0, each.start()) + 1 : each.start()].strip()
            if open_ and not first:
                continue
            if open_:
                yield open_, None
            open_ = each
        elif open_ and each.lastgroup == open_.lastgroup:
            yield open_, each
            open_ = None
    if open_:
        yield open_, None


def _without_code(text: str) -> str:
    """Return *text* with blanks for code outside of quizzes, and as long as it was."""
    spans = [(begun.start(), ended.end()) for begun, ended in _spans(text) if ended]
    starts = [start for start, _ in spans]

    def blank(found: re.Match[str]) -> str:
        n = bisect_right(starts, found.start()) - 1
        if n >= 0 and found.end() < spans[n][1]:
            return found[0]
        return re.sub(r"[^\n]", " ", found[0])

    return CODE.sub(blank, text)


def _parsed(kind: str, inside: str) -> _Parts:
    if kind in ("old", "oldest"):
        return _of_fields(inside)
    lines = inside.strip("\n").split("\n")
    first = next((n for n, line in enumerate(lines) if ANSWER.fullmatch(line)), None)
    if first is None or BLANK.search("\n".join(lines[:first])):
        end = next((n for n, line in enumerate(lines) if n and RULE.fullmatch(line)), len(lines))
        return _Parts("\n".join(lines[:end]), [], "\n".join(lines[end + 1 :]))
    answers: list[_Answer] = []
    n = first
    while n < len(lines):
        found = ANSWER.fullmatch(lines[n])
        if found:
            n += 1
            said: list[str] = []
            while n < len(lines) and (more := FEEDBACK.fullmatch(lines[n])):
                said.append(more[1])
                n += 1
            right = found["mark"] not in ("", " ")
            answers.append(_Answer(found["text"].strip(), right, "\n".join(said)))
        elif lines[n].startswith((" ", "\t")) and lines[n].strip() and answers:
            # An answer of several lines.
            last = answers[-1]
            answers[-1] = last._replace(text=f"{last.text}\n{lines[n].strip()}")
            n += 1
        elif lines[n].strip():
            break
        else:
            n += 1
    return _Parts("\n".join(lines[:first]), answers, "\n".join(lines[n:]))


def _of_fields(inside: str) -> _Parts:
    """Return what the fields of an older quiz say; each goes on to the next."""
    fields: list[tuple[str, list[str]]] = []
    for line in inside.split("\n"):
        found = FIELD.fullmatch(line)
        # The content is HTML, and the last.
        if found and not (fields and fields[-1][0] == "content"):
            fields.append((found[1], [found[2]]))
        elif fields:
            fields[-1][1].append(line)
    said = [(name, "\n".join(lines).strip()) for name, lines in fields]
    answers = [
        _Answer(text, name == "answer-correct") for name, text in said if name.startswith("answer")
    ]
    asked = "\n".join(text for name, text in said if name == "question")
    return _Parts(asked, answers, "\n".join(text for name, text in said if name == "content"))


def _fields(parts: _Parts, kind: str, words: Words, language: str) -> dict[str, Any]:
    turned = words.markdown if kind == "tag" else words.html
    explanation = turned(_plainly(parts.content))
    if not parts.answers and BLANK.search(parts.asked):
        return ordered({**_gaps(parts.asked, words, language), "explanation": explanation})
    if not parts.answers:
        raise NotHeldError("it has no answers, such as `- [x] right` or `[[a gap]]`")
    prompt = turned(_plainly(parts.asked))
    if not prompt:
        raise NotHeldError("nothing is asked above its answers")
    right = sum(each.right for each in parts.answers)
    several = right > 1
    worth = 1 / right if several else 1.0
    offers = [
        Offer(
            turned(each.text),
            worth if each.right else (-worth if several else 0),
            turned(each.feedback),
        )
        for each in parts.answers
    ]
    if several:
        words.lose(ALL_OR_NOTHING)
    data = choice(offers, words, several=several)
    return ordered({**data, "prompt": prompt, "explanation": explanation})


def _gaps(asked: str, words: Words, language: str) -> dict[str, Any]:
    gaps = [Gap("typed", [Form(words.plain(found[1]), 1)]) for found in BLANK.finditer(asked)]

    def text(places: Sequence[str]) -> str:
        left = iter(places)
        return words.markdown(BLANK.sub(lambda _: next(left), _plainly(asked)))

    return gapped(gaps, text, words, language)


def _plainly(text: str) -> str:
    """Return Markdown without the boxes of MkDocs: their title is bold, their text a paragraph."""
    lines: list[str] = []
    inside = ""
    for line in text.split("\n"):
        if found := ADMONITION.fullmatch(line):
            said = found["kind"].capitalize() if found["title"] is None else found["title"]
            inside = f"{found['indent']}    "
            lines += ["", f"{found['indent']}**{said}**", ""] if said else [""]
        elif inside and (line.startswith(inside) or not line.strip()):
            lines.append(line.removeprefix("    "))
        else:
            inside = ""
            lines.append(line)
    return "\n".join(lines)
