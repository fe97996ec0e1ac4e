"""The author field of BibTeX: people, organisations in braces, and "others"."""

import re
from typing import NamedTuple

from citations.latex import plain

_LEGAL_FORM = re.compile(r",? (Inc|LLC|Ltd|GmbH)\.?$")


class Authors(NamedTuple):
    """The authors of one source, as a citation and as a label name them."""

    names: tuple[str, ...]
    short_names: tuple[str, ...]
    others: bool


def authors(field: str) -> Authors:
    """Read an author field; raises ValueError, with the mend, for a name that cannot be read."""
    from pybtex.bibtex.utils import split_name_list

    written: list[str] = split_name_list(field) if field else []
    others = written[-1:] == ["others"]
    both = [_decoded(name) for name in (written[:-1] if others else written)]
    return Authors(tuple(name for name, _ in both), tuple(short for _, short in both), others)


def _decoded(name: str) -> tuple[str, str]:
    try:
        return _author(name)
    except ValueError as error:
        raise ValueError(f"the author '{name}': {error}") from error


def _author(name: str) -> tuple[str, str]:
    from pybtex.database import Person
    from pybtex.exceptions import PybtexError

    if not _outside_braces(name):
        organisation = plain(name)
        return organisation, _LEGAL_FORM.sub("", organisation).removeprefix("The ")
    try:
        person = Person(name)
    except PybtexError as error:
        raise ValueError(
            "too many commas; write 'Family, Given and Family, Given', and an organisation in a "
            "second pair of braces"
        ) from error
    family = [*person.prelast_names, *person.last_names]
    given = [*person.first_names, *person.middle_names]
    return plain(" ".join([*given, *family, *person.lineage_names])), plain(" ".join(family))


def _outside_braces(name: str) -> str:
    """Return a name without its braced parts: nothing is left of an organisation."""
    while (shorter := re.sub(r"{[^{}]*}", "", name)) != name:
        name = shorter
    return name.strip()
