"""A BibTeX file as typed references, with the label, the link and the text that a reader sees."""

from citations.bibtex import CitationError, load
from citations.problems import ProblemsError
from citations.reference import UNCONFIRMED, Reference, Status

__all__ = ["UNCONFIRMED", "CitationError", "ProblemsError", "Reference", "Status", "load"]
