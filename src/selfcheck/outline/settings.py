"""What a course says of itself for views over all of it: its title, and what is never reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from selfcheck import conf_py, words
from selfcheck.course import CONFIG, PROJECT, beside
from selfcheck.finding import BankError, Finding, Place
from selfcheck.identity import is_id
from selfcheck.source import Source

UNREVIEWED = "selfcheck_unreviewed"
# Sphinx's own.
LANGUAGE = "language"


class Settings(NamedTuple):
    """title: what readers call the course, or nothing. unreviewed: banks that no review asks.

    language: that of its pages, a BCP 47 tag.
    """

    title: str = ""
    unreviewed: tuple[str, ...] = ()
    language: str = words.DEFAULT


def load(folder: Path, conf: Mapping[str, Any] | None = None) -> Settings:
    """Return what the course of the content *folder* says; conf.py goes before `_config.yml`.

    conf: what conf.py says; read in the file, which is not run, when left out. Raises `BankError`
    with the place for what can be no list of banks.
    """
    path = beside(folder, CONFIG)
    title: object = ""
    language: object = ""
    banks: object = None
    place = Place(1, 1)
    if path.is_file():
        try:
            source = Source(path)
        except BankError:
            # Whoever builds the site hears of it from Jupyter Book.
            source = None
        if source is not None:
            title = _at(source.data, "title")
            language = _at(source.data, "sphinx", "config", LANGUAGE)
            banks = _at(source.data, "sphinx", "config", UNREVIEWED)
            if banks is not None:
                place = source.finding("", "sphinx", "config", UNREVIEWED).place
    script = beside(folder, conf_py.NAME)
    if conf is None:
        conf = conf_py.load(script, UNREVIEWED, PROJECT, LANGUAGE)
    title = conf.get(PROJECT) or title
    language = conf.get(LANGUAGE) or language
    if conf.get(UNREVIEWED):
        path, banks, place = script, conf[UNREVIEWED], Place(1, 1)
    if banks is not None and not (isinstance(banks, list | tuple) and all(map(is_id, banks))):
        message = f"`{UNREVIEWED}` must be a list of banks; write such as `[before]`"
        raise BankError([Finding(path, place, message)])
    return Settings(
        title if isinstance(title, str) else "",
        tuple(dict.fromkeys(map(str, banks if isinstance(banks, list | tuple) else ()))),
        language if isinstance(language, str) and language else words.DEFAULT,
    )


def _at(value: object, *keys: str) -> object:
    """Return what stands at *keys* in *value*; None where there is nothing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
