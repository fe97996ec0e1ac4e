"""How a learner answers each type: what is right, wrong and partly right, and the controls for it.

A way is a module with `right`, `wrong`, `partly` (None where the type has no parts), `answer`,
`response` and `kept` (what Try again leaves of a response that was not all right).
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
