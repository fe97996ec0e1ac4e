"""Writes the rules into docs/item-writing.md: `python -m tools.item_writing --write`.

What a rule is for stands in its module, and nowhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from selfcheck.lint import registry, waivers, works
from selfcheck.lint.rule import Rule

PAGE = Path(__file__).parents[1] / "docs" / "item-writing.md"
# What comes after this line is written here.
MARK = "<!-- By `python -m tools.item_writing --write`, from src/selfcheck/lint; not by hand. -->\n"
SHORT = {
    "nbme": "NBME 2020",
    "haladyna": "Haladyna, Downing and Rodriguez 2002",
    "tarrant": "Tarrant and others 2006",
    "saquet": "SAQUET 2024",
}


def main() -> int:
    """Write the page, or say that it is not as the rules are."""
    wanted = page(PAGE.read_text("utf-8"))
    if "--write" in sys.argv[1:]:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if PAGE.read_text("utf-8") == wanted:
        return 0
    print(f"{PAGE} is not as the rules are; run `python -m tools.item_writing --write`")
    return 1


def page(text: str) -> str:
    """Return the page *text* with the rules as they are now."""
    return text.partition(MARK)[0] + MARK + "".join(_rules())


def _rules() -> Iterator[str]:
    for title, group in (*registry.GROUPS, ("Waivers", (waivers.RULE,))):
        yield f"\n## {title}\n"
        for rule in group:
            yield _rule(rule)
    yield "\n## Works\n\n"
    yield from (f"- {SHORT[name]}: {work}.\n" for name, work in works.WORKS.items())


def _rule(rule: Rule) -> str:
    taken = f" ({'; '.join(SHORT[work] for work in rule.works)})" if rule.works else ""
    return (
        f"\n### {rule.id}\n\n"
        f"{rule.severity.capitalize()}: {rule.title[0].lower()}{rule.title[1:]}{taken}.\n\n"
        f"{rule.why}\n\n"
        f"- Flawed: {rule.flawed}\n"
        f"- Better: {rule.better}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
