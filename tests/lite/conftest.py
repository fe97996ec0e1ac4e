"""JupyterLab in the browser, on the built site: no kernel but the browser's, no other host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stemcourse.site.lite import FOLDER
from tests.support.site import served

SITE = Path(__file__).parents[2] / "_build" / "html"


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site, which has JupyterLab in it."""
    if not (SITE / FOLDER / "lab" / "index.html").is_file():
        pytest.fail("the built site has no JupyterLab; run `make lite` first")
    with served(SITE) as address:
        yield address
