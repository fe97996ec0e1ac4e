"""An address that once was leads to the page that came in its place, and to the section."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import SITE
from tests.support import tiny

COURSE = Path(__file__).parents[2] / "_config.yml"
MOVED = yaml.safe_load(COURSE.read_text("utf-8"))["sphinx"]["config"].get("course_moved", {})
HEAD = "---\ndescription: A page to test what becomes of an address that once was.\n---\n"


def course(folder: Path, moved: object) -> Path:
    tiny.written(folder, "", conf=f"{tiny.WITH_SITE}course_moved = {moved!r}\n")
    (folder / "index.md").write_text(f"{HEAD}# Home\n\n```{{toctree}}\ntides/one\ntides/two\n```\n")
    (folder / "tides").mkdir()
    (folder / "tides" / "one.md").write_text(f"{HEAD}# Ebb\n\n## 1. Spring\n\nText.\n")
    (folder / "tides" / "two.md").write_text(f"{HEAD}# Flow\n\n## 2. Neap & more\n\nText.\n")
    return folder


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = course(tmp_path_factory.mktemp("tides"), {"all-tides": ["tides/one", "tides/two"]})
    assert tiny.sphinx(folder, "-W") == (0, "")
    return folder / "site"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("all-tides.html", "tides/one.html"),
        ("all-tides.html#spring", "tides/one.html#spring"),
        ("all-tides.html#neap-more", "tides/two.html#neap-more"),
        ("all-tides.html#nowhere", "tides/one.html"),
    ],
)
def test_it_leads_on(page: Page, tides: Path, old: str, new: str) -> None:
    page.goto(f"{tides.as_uri()}/{old}")
    page.wait_for_url(f"{tides.as_uri()}/{new}")


def test_without_javascript_it_has_links(without_script: Page, tides: Path) -> None:
    without_script.goto(f"{tides.as_uri()}/all-tides.html")
    links = without_script.get_by_role("link")
    expect(links).to_have_text(["Ebb", "1. Spring", "Flow", "2. Neap & more"])
    links.last.click()
    expect(without_script).to_have_url(f"{tides.as_uri()}/tides/two.html#neap-more")


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ({"all-tides": ["tides/three"]}, "leads from all-tides to no page: tides/three"),
        ({"all-tides": []}, "leads from all-tides to no page"),
        ({"tides/one": ["tides/two"]}, "the page tides/one, which is still there"),
    ],
)
def test_a_slip_is_told(tmp_path: Path, moved: object, said: str) -> None:
    status, complaints = tiny.sphinx(course(tmp_path, moved), "-W", "--keep-going")
    assert status == 1
    assert said in complaints


@pytest.mark.parametrize("old", MOVED)
def test_the_course_keeps_its_addresses(page: Page, site: str, old: str) -> None:
    first = MOVED[old][0]
    page.goto(f"{site}/{old}.html?from=a-mail")
    page.wait_for_url(f"{site}/{first}.html")
    text = (SITE / f"{old}.html").read_text("utf-8")
    for new in MOVED[old]:
        assert re.search(rf'href="[^"]*{Path(new).name}\.html#', text)
