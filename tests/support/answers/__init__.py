"""How a learner answers each type: what is right, wrong and partly right, and the controls for it.

A way is a module with `right`, `wrong`, `answer`, `response`, `kept` (what Try again leaves of a
response that was not all right), `said` (the ids whose feedback is to be seen after a wrong
response), `partly` where the type has parts, and `alike` where `response` would write a response
another way.
"""

from __future__ import annotations

from types import ModuleType

from tests.support.answers import (
    categorize,
    choice,
    cloze,
    hotspot,
    match,
    multiple_response,
    numeric,
    order,
    short_text,
)

WAYS: dict[str, ModuleType] = {
    "choice": choice,
    "multiple-response": multiple_response,
    "numeric": numeric,
    "order": order,
    "match": match,
    "short-text": short_text,
    "cloze": cloze,
    "categorize": categorize,
    "hotspot": hotspot,
}
WITH_PARTS = tuple(kind for kind, way in WAYS.items() if hasattr(way, "partly"))
