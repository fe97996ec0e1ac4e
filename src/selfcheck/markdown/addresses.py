"""Which addresses a link may lead to, wherever one is built."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
NO_ADDRESS = re.compile(r"[\s\\<>\"`\x00-\x20\x7f]")
MAIL = re.compile(r"mailto:[^\s@/\\]+@[^\s@/\\]+")


def is_web(address: str) -> bool:
    """Return whether *address* is a whole one of the web, such as https://example.org/page."""
    try:
        parts = urlsplit(address)
        # Only reading a port tells whether it can be one.
        _ = parts.port
    except ValueError:
        return False
    whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    return whole and not NO_ADDRESS.search(address)


def problem(address: str) -> str:
    """Return why no link in a question may lead to *address*; nothing when one may.

    A question stands on several pages and in notebooks, so an address that is not whole would lead
    to different places, or to none.
    """
    if is_web(address) or MAIL.fullmatch(address):
        return ""
    shown = address if len(address) <= 60 else f"{address[:59]}…"
    scheme = SCHEME.match(address)
    if scheme and scheme[1].lower() not in SCHEMES:
        return f"a link may not begin with `{scheme[1]}:`; use https"
    if scheme:
        return f"`{shown}` is no address; write it whole, such as https://example.org"
    return (
        f"the link `{shown}` leads nowhere from some of the pages where a question stands; write "
        "the whole address, with https://, or name a section by an objective's `notebook`; code "
        "stands between two `` ` ``"
    )
