"""Backslashes that Markdown eats before a sign which would be shown without them as well.

Whether one is needed is tried, and not worked out: what is made of the text without it is the
same, or is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selfcheck.markdown.parsing import Parsed, parsed

# Signs that mean something to Markdown in some places only: at the beginning of a line, in a
# table, or with what stands beside them. What is needed together is tried together: in `\[a\](b)`
# each alone could go. `\<` and `\$` are good everywhere; whoever writes them means the sign.
GROUPS = ("-", ".", "+", "#", ">", "|", "~", "&", "[]!", "*", "_", "`")
GROUP = {sign: group for group in GROUPS for sign in group}
ALONE = frozenset("-.+#>|&")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# Where there are more, those before the same sign are tried together.
MOST = 50


def needless(read: Parsed, text: str) -> Iterator[str]:
    """Yield the signs in *text*, which *read* was made of, that need no backslash."""
    written = {special.shown for special in read.specials if special.kind == "escape"}
    if written.isdisjoint(GROUP):
        return
    found = [each for each in ESCAPE.finditer(text) if each[1] in GROUP]
    tests: dict[tuple[str, int], list[int]] = {}
    for each in found:
        group, at = GROUP[each[1]], each.start()
        tests.setdefault((group, at if group in ALONE else 0), []).append(at)
    if len(tests) > MOST:
        tests = {}
        for each in found:
            tests.setdefault((GROUP[each[1]], 0), []).append(each.start())
    yield from dict.fromkeys(text[at[0] + 1] for at in tests.values() if _same(read, text, at))


def _same(read: Parsed, text: str, without: Sequence[int]) -> bool:
    """Return whether *text* is shown the same *without* the characters at these places."""
    ends = [-1, *without, len(text)]
    rest = "".join(text[before + 1 : end] for before, end in pairwise(ends))
    return parsed(rest).html == read.html
