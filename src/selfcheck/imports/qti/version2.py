"""QTI 2.0 to 2.2 and 3.0: items by their interactions. 3.0 spells the same with hyphens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selfcheck.finding import BankError
from selfcheck.imports.file import File
from selfcheck.imports.items import Item, Read
from selfcheck.imports.labels import Labels, bare_name
from selfcheck.imports.make import meta
from selfcheck.imports.qti.question2 import Question
from selfcheck.imports.qti.types2 import made
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element, parse

PREFIX = "qti-"
HYPHEN = re.compile(r"-([a-z])")


def plain(root: Element) -> Element:
    """Return *root* with the names of QTI 2, where it has those of 3.0."""
    if not any(each.tag.startswith(PREFIX) for each in (root, *root.elements)):
        return root
    for each in root.walk():
        if each.tag.startswith(PREFIX):
            each.tag = _joined(each.tag.removeprefix(PREFIX))
            each.attributes = {_joined(name): value for name, value in each.attributes.items()}
    for each in root.walk():
        # What 3.0 has around the content of feedback says nothing.
        each.children = [
            inner
            for child in each.children
            for inner in (
                child.children
                if isinstance(child, Element) and child.tag == "contentBody"
                else [child]
            )
        ]
    return root


def _joined(name: str) -> str:
    return HYPHEN.sub(lambda found: found[1].upper(), name)


def _about(root: Element, question: Question, item: Item) -> None:
    """Note the texts that an item is about, which stand in files of their own."""
    texts: list[str] = []
    for each in root.all("assessmentStimulusRef"):
        href = each.get("href")
        other = question.file.other(href)
        body = _stimulus(other) if other else None
        if other is None or body is None:
            question.words.lose(f"the text at `{href[:80]}`, which is not there, or broken")
            continue
        words = question.target.words(item, other.beside)
        texts.append(words.html(question.html(body)))
        item.labels.found.setdefault("case", [each.get("identifier") or href])
    item.vignette = "\n\n".join(filter(None, texts)) or item.vignette


def _stimulus(file: File) -> Element | None:
    try:
        return next(plain(parse(file.data, file.path)).walk("stimulusBody"), None)
    except BankError:
        return None


def read(
    root: Element,
    file: File,
    target: Target,
    found: Read,
    topics: tuple[str, ...] = (),
    tags: Sequence[str] = (),
) -> None:
    """Add the item of a file to what is *found*; *tags* are its keywords."""
    labels, others = Labels.of(tags)
    title = bare(root.get("title"))
    identifier = root.get("identifier")
    body = root.first("itemBody")
    asked = bare(body.text)[:80] if body else ""
    key = bare_name(identifier, labels) or title or asked
    number = len(found.items) + 1
    name = title or asked or identifier or f"question {number}"
    item = Item(name, file.path, root.line, key, topics)
    item.labels = labels
    found.items.append(item)
    language = root.get("lang")
    if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        found.language = found.language or language
    with trying(item):
        question = Question(root, item, target, file)
        meta.lose(others if labels.ours else [], question.words)
        _about(root, question, item)
        item.data = question.fields(made(question))
