"""One source, ready to be shown."""

import re
from typing import Literal
from urllib.parse import quote

from msgspec import Struct

Status = Literal["confirmed", "partly-confirmed", "unconfirmed"]

UNCONFIRMED = "(unconfirmed)"
"""What stands behind a source that is not confirmed; a course explains the word once."""

_WEB = re.compile(r"https?://[^\s/]")

MOST_NAMED = 6
"""Of more authors than this, a full citation names the first three."""


class Reference(Struct, frozen=True, kw_only=True):
    """One entry of a bibliography, with LaTeX already turned into plain text."""

    key: str
    title: str
    authors: tuple[str, ...] = ()
    """Full names in reading order: "Johan H. van Es"."""
    short_authors: tuple[str, ...] = ()
    """What a label calls each author: "van Es"."""
    others: bool = False
    """Whether the entry says that there are more authors than it names."""
    year: int | None = None
    suffix: str = ""
    """The letter that tells two sources of the same authors and year apart: 2017a, 2017b."""
    container: str = ""
    """Where it appeared: a journal, a publisher, a news site."""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    url: str = ""
    pmcid: str = ""
    pmid: str = ""
    status: Status = "unconfirmed"

    @property
    def label(self) -> str:
        """The short name of the source: "Takahashi & Yamanaka 2006", "Barker et al. 2007"."""
        match self.short_authors:
            case ():
                who = self.title
            case (one,):
                who = f"{one} et al." if self.others else one
            case (one, two) if not self.others:
                who = f"{one} & {two}"
            case (one, *_):
                who = f"{one} et al."
        if self.year is not None:
            return f"{who} {self.year}{self.suffix}"
        return f"{who} ({self.suffix})" if self.suffix else who

    @property
    def link(self) -> str | None:
        """The best address of the source, if it has one."""
        if self.doi:
            return "https://doi.org/" + quote(self.doi, safe="/:;()")
        # Whoever makes a reference by hand may write anything.
        if _WEB.match(self.url):
            return self.url
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return None

    @property
    def text(self) -> str:
        """The full citation on one line, without the link: a page puts that beside it."""
        year = f"({self.year}{self.suffix})" if self.year is not None else ""
        parts = [f"{self._who} {year}".strip(), self.title, self._where]
        ended = (part if part.endswith((".", "!", "?")) else part + "." for part in parts if part)
        return " ".join(ended)

    @property
    def _who(self) -> str:
        if len(self.authors) > MOST_NAMED:
            return ", ".join(self.authors[:3]) + " et al."
        if self.others:
            return ", ".join(self.authors) + " et al."
        return " & ".join(filter(None, [", ".join(self.authors[:-1]), *self.authors[-1:]]))

    @property
    def _where(self) -> str:
        # A news site or a society is often its own publisher: it is not named twice.
        container = "" if self.container in self.authors else self.container
        issue = self.volume + (f"({self.number})" if self.number else "")
        place = f"{container} {issue}".strip()
        return ": ".join(filter(None, [place, self.pages]))
