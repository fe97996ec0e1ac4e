"""QTI 1.2: the items of Canvas, Blackboard, Brightspace and others, in one file or in packages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from selfcheck.imports.file import File
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.labels import Labels, bare_name
from selfcheck.imports.qti.question1 import RESPONSES, Question
from selfcheck.imports.qti.types1 import made
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import bare
from selfcheck.imports.xml import Element

# What Canvas calls questions, and sections, that nobody has called anything.
ELSEWHERE = "bankentry_item"
# By which Canvas says that a question is about a text, which is an item by itself.
STIMULUS = "parent_stimulus_item_ident"
UNTITLED = frozenset(("", "question", "untitled", "root_section", "main", "section"))


def read(root: Element, file: File, target: Target, found: Read) -> None:
    """Add the items of a file to what is *found*."""
    items = [(item, topics, metadata(item)) for item, topics in _items(root, ())]
    about = {next(iter(fields.get(STIMULUS, ())), "") for _, _, fields in items}
    stimuli = {
        item.get("ident"): item
        for item, _, _ in items
        if item.get("ident") in about - {""} and not any(item.walk(*RESPONSES))
    }
    for item, topics, fields in items:
        tags = [
            f"{name.removeprefix('selfcheck_')}:{value}"
            for name, values in fields.items()
            if name.startswith("selfcheck_")
            for value in values
        ]
        labels, _ = Labels.of(tags)
        title = bare(item.get("title") or item.get("item_ref"))
        asked = bare(_asked(item))
        name = asked if title.lower() in UNTITLED else title
        identifier = item.get("ident") or next(iter(fields.get("bbmd_asi_object_id", ())), "")
        key = bare_name(identifier, labels) or name
        number = len(found.items) + 1
        made_item = Item(name[:200] or f"question {number}", file.path, item.line, key, topics)
        made_item.labels = labels
        found.items.append(made_item)
        with trying(made_item):
            if item.get("ident") in stimuli:
                raise NotHeldError("a text that asks nothing; it stands above those it belongs to")
            if item.tag == ELSEWHERE:
                raise NotHeldError("it is a question of a bank that is not in this file")
            question = Question(item, fields, made_item, target, file)
            name = next(iter(fields.get(STIMULUS, ())), "")
            if about_it := stimuli.get(name, Element("", {}, 0)).first("presentation"):
                made_item.vignette = question.text(about_it)
                labels.found.setdefault("case", [name])
            made_item.data = question.fields(made(question))
    assessment = next(root.walk("assessment"), None)
    if assessment and not found.title:
        found.title = bare(assessment.get("title"))
    for each in root.walk("assessment", "objectbank", "section"):
        said = metadata(each)
        for text in said.get("selfcheck_objective_text", ()):
            name, _, words = text.partition(":")
            found.objectives.setdefault(name.strip(), escape(words.strip(), quote=False))
        found.language = found.language or next(iter(said.get("selfcheck_language", ())), "")
        if banks := said.get("bank_title"):
            found.title = found.title or bare(banks[0])


def _items(node: Element, topics: tuple[str, ...]) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Yield the items, each with the titles of what it stands in."""
    if node.tag in ("item", ELSEWHERE):
        yield node, topics
        return
    title = bare(node.get("title")) or next(iter(metadata(node).get("bank_title", ())), "")
    inner = topics
    if node.tag in ("assessment", "section", "objectbank") and title.lower() not in UNTITLED:
        inner = (*topics, title)
    for each in node.elements:
        if each.tag in (
            "item",
            ELSEWHERE,
            "section",
            "assessment",
            "objectbank",
            "questestinterop",
        ):
            yield from _items(each, inner)


def metadata(node: Element) -> dict[str, list[str]]:
    """Return what is said of an item or a section by name, such as its type."""
    found: dict[str, list[str]] = {}
    for part in node.elements:
        # Not that of items within.
        if part.tag in ("qtimetadata", "itemmetadata", "assessmentmetadata", "sectionmetadata"):
            for each in part.walk():
                if each.tag == "qtimetadatafield":
                    label = each.said("fieldlabel").lower()
                    found.setdefault(label, []).append(each.said("fieldentry"))
                elif each.tag.startswith(("qmd_", "bbmd_")) and each.text.strip():
                    found.setdefault(each.tag, []).append(each.text.strip())
    return found


def _asked(item: Element) -> str:
    """Return what is asked, as HTML, for the name of an item that has none."""
    presentation = item.first("presentation")
    for each in presentation.walk("mattext", "mat_formattedtext") if presentation else ():
        if each.text.strip():
            return each.text
    return ""
