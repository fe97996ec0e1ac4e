"""The words of the interface: one catalogue a language, in `languages/`, for Python and the page.

A catalogue has a section for each script that has something to say, and one for what Python alone
says. What two scripts say stands with `page`, the script that all quizzes need.

A value with forms takes the form that `n` has in that language (CLDR's plural categories).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "languages"
DEFAULT = "en"

Catalogue = dict[str, str | dict[str, str]]
# The section of what no script says.
PYTHON = "python"
# And of what is only said in JupyterLab, where a script has all words.
NOTEBOOK = "notebook"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def nearest(language: str) -> str:
    """Return the catalogue that serves *language* (a BCP 47 tag); the English one if none does."""
    known = languages()
    base = re.split("[-_]", language)[0].lower()
    return next((name for name in (language, base) if name in known), DEFAULT)


@cache
def sections(language: str) -> dict[str, Catalogue]:
    """Return the catalogue that serves *language*, by section."""
    text = (FOLDER / f"{nearest(language)}.json").read_text(encoding="utf-8")
    found: dict[str, Catalogue] = json.loads(text)
    return found


@cache
def catalogue(language: str) -> Catalogue:
    """Return all words of the catalogue that serves *language*."""
    return {key: entry for part in sections(language).values() for key, entry in part.items()}


def say(language: str, key: str, **values: object) -> str:
    """Return the words of *key*, with *values* for the names in braces."""
    entry = catalogue(language)[key]
    if isinstance(entry, dict):
        # English, German and Spanish agree for counts below a million.
        entry = entry["one" if values.get("n") == 1 else "other"]
    # In one go: a value may have names in braces too.
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), entry)


def script(language: str, section: str) -> str:
    """Return what teaches a page the words of a script in *language*; it goes before the script."""
    name = nearest(language)
    found = sections(name).get(section)
    if not found:
        return ""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"Object.assign((self.selfcheckWords??={{}}).{name}??={{}},{text});\n"
