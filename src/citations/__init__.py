"""A BibTeX file as typed references, with the label, the link and the text that a reader sees."""

from citations.bibtex import CitationError, load
from citations.problems import ProblemsError
from citations.reference import NOTES, Reference, Status

__all__ = ["NOTES", "CitationError", "ProblemsError", "Reference", "Status", "load"]
