"""Reads a content folder once for the browser: `python -m tools.lite.compile FOLDER`.

What comes out is kept in the folder `compiled` beside the files (`contentfiles.compiling`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import citations
from contentfiles.compiling import keeping
from selfcheck import bank
from selfcheck.content import VARIABLE
from stemcourse.evidence import reading as claims
from stemcourse.regulation import reading as decisions
from stemcourse.studies import reading as studies

READERS = {
    "references.bib": citations.load,
    "claims.yaml": claims.load,
    "studies.yaml": studies.load,
    "regulation.yaml": decisions.load,
}


def compile_all(content: Path) -> None:
    """Keep what is made of each bank and each file of evidence in *content*.

    Raises `BankError`, `CitationError` or `EvidenceError` with all that is wrong in one.
    """
    os.environ[VARIABLE] = str(content)
    with keeping():
        for name, read in READERS.items():
            read(content / "evidence" / name)
        for name in bank.names(content):
            bank.load(name, content)


if __name__ == "__main__":
    compile_all(Path(sys.argv[1]).absolute())
