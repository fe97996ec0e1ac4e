"""What stands in an item, as HTML: QTI has elements of its own among those of HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from selfcheck.imports.xml import VOID, Element

# Returns what stands in the place of an element; None where it is HTML like the others.
Replace = Callable[[Element], str | None]


def html(node: Element, replace: Replace) -> str:
    """Return what is in *node* as HTML, with what *replace* says."""
    return "".join(_any(each, replace) for each in node.children)


def _any(node: Element | str, replace: Replace) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    made = replace(node)
    if made is not None:
        return made
    if node.tag == "object":
        return picture(node)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{html(node, replace)}</{node.tag}>"


def picture(node: Element) -> str:
    """Return an `object` as a picture, with its words; one of another kind as it is."""
    source, kind = node.get("data"), node.get("type")
    words = " ".join(node.text.split())
    if not source or (kind and not kind.startswith("image/")):
        return f"<object>{escape(words, quote=False)}</object>"
    return f'<img src="{escape(source)}" alt="{escape(words)}">'


def nothing(_node: Element) -> None:
    """Replace nothing."""
