"""JupyterLab in the browser, on the built site: no kernel but the browser's, no other host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from stemcourse.site.lite import FOLDER
from tests.support.lite_site import A_MINUTE, copied
from tests.support.site import served

SITE = Path(__file__).parents[2] / "_build" / "html"


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site, which has JupyterLab in it."""
    if not (SITE / FOLDER / "lab" / "index.html").is_file():
        pytest.fail("the built site has no JupyterLab; run `make lite` first")
    with served(SITE) as address:
        yield address


@pytest.fixture
def folder(site: str, tmp_path: Path) -> Path:
    """A site of JupyterLab alone, which a test may change."""
    return copied(SITE / FOLDER, tmp_path / "site")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where that is served, by a host that lets browsers keep everything for ten minutes."""
    with served(folder, headers={"Cache-Control": "max-age=600"}) as found:
        yield found


@pytest.fixture
def no_other_host(context: BrowserContext) -> Iterator[None]:
    """Nothing is asked of another host."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield
    ours = ("http://127.0.0.1:", "http://course.localhost:", "file:", "data:", "blob:")
    assert [url for url in asked if not url.startswith(ours)] == []


@pytest.fixture(scope="module")
def patience() -> Iterator[None]:
    """JupyterLab draws a notebook while Python starts: on a busy machine both take long."""
    expect.set_options(timeout=A_MINUTE)
    yield
    expect.set_options(timeout=5_000)
