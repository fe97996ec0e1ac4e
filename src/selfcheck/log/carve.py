"""Finds statements in the bytes of a file that no longer is a database."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from selfcheck.log.database import PAGE
from selfcheck.log.entry import Entry, checked, entry

_START = re.compile(rb'\{"')
_DECODER = json.JSONDecoder()
_CHECK = 4


def carved(data: bytes) -> Iterator[Entry]:
    """Yield the statements that stand whole in *data*, each with the checksum before it.

    Those that are longer than a page are in pieces, and are not found.
    """
    at = 0
    while found := _START.search(data, at):
        start = found.start()
        at = start + 1
        if start < _CHECK:
            continue
        end = (start // PAGE + 1) * PAGE
        text = data[start:end].decode(errors="surrogateescape")
        try:
            statement, length = _DECODER.raw_decode(text)
            whole = text[:length]
            if checked(whole) != data[start - _CHECK : start]:
                continue
        except (ValueError, RecursionError):
            continue
        at = start + len(whole.encode())
        if made := entry(statement):
            yield made._replace(statement=whole)
