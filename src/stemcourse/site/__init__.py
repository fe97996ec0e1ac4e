"""What the published site needs beyond Jupyter Book: one concern a module."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


PARTS = (
    "bar",
    "bibliography",
    "charts",
    "evidence",
    "fallbacks",
    "front",
    "head",
    "landmarks",
    "lean",
    "lite",
    "mathml",
    "moved",
    "stacked",
    "steady",
    "version",
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register all of them with Sphinx."""
    # Jupyter Book sets this for an extension that the site leaves out; Sphinx would warn of it.
    app.add_config_value("comments_config", {}, "html")
    # Imported here, so that whoever wants one module without Sphinx does not wait for it.
    for name in PARTS:
        import_module(f"{__name__}.{name}").setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
