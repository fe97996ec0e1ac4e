"""What a piece of HTML is: a block, or what stands in a line."""

from __future__ import annotations

import re


def is_block(html: str) -> bool:
    """Return whether *html* begins with an element that stands on lines of its own."""
    return re.match("<(p|ul|ol|table|pre|blockquote|h4|hr)[ >]", html) is not None
