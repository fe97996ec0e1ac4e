"""Dates of which only a part may be known."""

from __future__ import annotations

import re
from datetime import date

# Not from `calendar`, whose names follow the machine's language.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def spell(written: str) -> str:
    """Turn 2012, 2012-05 or 2012-05-09 into words; raises ValueError for what is no date."""
    found = _FORM.fullmatch(written)
    if not found:
        raise ValueError("write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = found.groups()
    try:
        whole = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError("there is no such day; look at it again") from None
    words = [str(whole.day)] if day else []
    words += [_MONTHS[whole.month - 1]] if month else []
    return " ".join([*words, year])
