"""Writes ids into a YAML text and leaves the rest of it as it is."""

from __future__ import annotations

from collections.abc import Sequence

from selfcheck.finding import Place
from selfcheck.pin.layout import edits
from selfcheck.pin.tree import Node, read
from selfcheck.pin.verify import strays
from selfcheck.source import Where

Problem = tuple[Place, str]


class PinError(ValueError):
    """Where ids cannot be written, and how to mend that: `problems` holds each of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("; ".join(f"line {place.line}: {said}" for place, said in self.problems))


def pinned(text: str, places: Sequence[tuple[Where, str]]) -> str:
    """Return the YAML *text* with an id at each of *places*: a path into its data, and the id.

    A mapping gets the id as its first key. A text alone becomes a mapping of `id` and `text`.
    Comments and all other lines stay as they are. Raises `PinError` when an id cannot be
    written, or when with it anything else would mean something else; and ruamel.yaml's
    `YAMLError` when *text* is not YAML.
    """
    from ruamel.yaml.error import YAMLError

    if not places:
        return text
    root = read(text)
    if root is None:
        raise PinError([(Place(1, 1), "there is nothing here that could have an id")])
    problems: list[Problem] = []
    ids: dict[Node, str] = {}
    for where, name in places:
        node, problem = _find(root, where)
        if problem:
            problems.append((node.place, problem))
        ids[node] = name
    if problems:
        raise PinError(problems)
    new = text
    for edit in reversed(edits(text, root, ids)):
        new = new[: edit.start] + edit.text + new[edit.end :]
    try:
        wrong = strays(text, new, dict(places))
    except YAMLError:
        wrong = [where for where, _ in places]
    if wrong:
        said = "an id would change what stands here; give the ids here by hand"
        raise PinError([(_find(root, where)[0].place, said) for where in wrong])
    return new


def _find(root: Node, where: Where) -> tuple[Node, str | None]:
    """Return the node at *where*, and nothing; or how far one comes, and what is in the way."""
    node = root
    for step in where:
        entry = _entry(node, step)
        if entry is None:
            merged = "comes here through `<<`; write it out here" if _entry(node, "<<") else ""
            return node, f"`{step}` {merged or 'does not stand here'}"
        node = entry
        if node.kind == "alias":
            name = node.value
            return node, (
                f"`*{name}` repeats what stands at `&{name}`, and can have no id of its own; "
                f"write it out here, or give the ids at `&{name}` by hand"
            )
    if node.kind == "sequence" or node.start == node.end:
        return node, "only a text or a mapping of fields can have an id"
    if _entry(node, "id"):
        return node, "this has an `id` already"
    return node, None


def _entry(node: Node, step: str | int) -> Node | None:
    for n, (key, value) in enumerate(node.entries):
        if (n if key is None else key.value) == (step if key is None else str(step)):
            return value
    return None
