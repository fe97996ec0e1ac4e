"""Moodle XML: a question bank of Moodle, with its categories and pictures."""

from __future__ import annotations

import re

from selfcheck.imports import labels
from selfcheck.imports.file import File, unreadable
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.labels import Labels
from selfcheck.imports.moodle.question import Question
from selfcheck.imports.moodle.types import TYPES, UNHELD
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element, parse

NAME, TITLE = "moodle", "Moodle XML"

BEGINS = re.compile(r"<quiz[\s>]")


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    return bool(BEGINS.search(file.head)) and "<question" in file.head


def read(file: File, target: Target) -> Read:
    """Return the questions of *file*; raise `BankError` where it cannot be read."""
    root = parse(file.data, file.path)
    if root.tag != "quiz":
        message = f"this is no Moodle XML: it begins with <{root.tag}>, not with <quiz>"
        raise unreadable(file.path, f"{message}; export the questions as Moodle XML", root.line)
    found = Read()
    topics: tuple[str, ...] = ()
    for element in root.all("question"):
        kind = element.get("type").strip().lower()
        if kind == "category":
            topics = _topics(element.said("category", "text") or element.said("category"))
            found.objectives |= labels.objectives(element.said("info", "text"))
            continue
        name = bare(element.said("name", "text") or element.said("questiontext", "text"))
        own, tags = Labels.of(_tags(element))
        key = labels.bare_name(element.said("idnumber"), own) or name
        item = Item(
            name or f"question {len(found.items) + 1}", file.path, element.line, key, topics
        )
        item.labels = own
        found.title = found.title or (topics[-1] if own.ours and topics else "")
        found.language = found.language or own.one("language")
        found.items.append(item)
        with trying(item):
            question = Question(element, item, target)
            make = TYPES.get(kind.removesuffix("wiris"))
            if not make:
                known = UNHELD.get(kind)
                raise NotHeldError(known or f"no type of question of a bank is like `{kind}`")
            item.data = question.fields(make(question), tags)
    return found


def _tags(element: Element) -> list[str]:
    listed = element.first("tags")
    return [each.said("text") or each.text for each in listed.all("tag")] if listed else []


def _topics(path: str) -> tuple[str, ...]:
    """Return the names on the path of a category, in which `//` is a slash."""
    parts = path.replace("//", "\0").split("/")
    return tuple(part.replace("\0", "/").strip() for part in parts if part.strip())
