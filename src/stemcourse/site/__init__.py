"""What the published site needs beyond Jupyter Book: one concern a module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register all of them with Sphinx."""
    # Imported here, so that whoever wants one module without Sphinx does not wait for it.
    from stemcourse.site import (
        bar,
        bibliography,
        charts,
        evidence,
        front,
        head,
        landmarks,
        mathml,
        steady,
        version,
    )

    # Jupyter Book sets this for an extension that the site leaves out; Sphinx would warn of it.
    app.add_config_value("comments_config", {}, "html")
    for part in (
        bar,
        bibliography,
        charts,
        evidence,
        front,
        head,
        landmarks,
        mathml,
        steady,
        version,
    ):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
