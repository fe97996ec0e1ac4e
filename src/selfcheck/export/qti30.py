"""QTI 3.0: a package with an item for each question, and a test for each bank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from selfcheck.export.qti import package
from selfcheck.export.qti.dialect import QTI30

if TYPE_CHECKING:
    from selfcheck.export.job import Job


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job*."""
    (file,) = files
    package.write(job, file, QTI30)
