"""The button to JupyterLite stands where the site has JupyterLite, whatever was built before."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support import lite_course, tiny

BUTTON = (
    '<p class="course-bar"><a class="course-run" '
    'href="../lite/lab/index.html?path=notebooks/ebb%20%26%20flow.ipynb" '
    'data-narrow="../lite/notebooks/index.html?path=notebooks/ebb%20%26%20flow.ipynb">'
    "Open and run</a> <a href="
)


def built(folder: Path) -> dict[str, str]:
    assert tiny.sphinx(folder, "-W") == (0, "")
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in site.rglob("*.html")
        if "lite" not in path.relative_to(site).parts
    }


def test_it_comes_and_goes_with_jupyterlite(tmp_path: Path) -> None:
    folder = lite_course.written(tmp_path)
    without = built(folder)
    assert "lite" not in "".join(without.values())
    lite_course.with_lite(folder / "site")
    pages = built(folder)
    page = pages["notebooks/ebb & flow.html"]
    assert BUTTON in page
    for name in ("lite-trouble.js", "lite-open.js", "lite-open.css"):
        assert page.count(f"_static/lite-button/{name}?v=") == 1
    # A notebook elsewhere is not in JupyterLite, and no other page has anything of it.
    assert {name for name, text in pages.items() if "lite-" in text} == {
        "notebooks/ebb & flow.html"
    }
    assert built(folder) == pages
    shutil.rmtree(folder / "site" / "lite")
    assert built(folder) == without


def test_it_is_the_same_in_a_site_that_is_new(tmp_path: Path) -> None:
    """`make lite` after `make book`, and into an empty folder."""
    old = lite_course.written(tmp_path / "old")
    built(old)
    new = lite_course.written(tmp_path / "new")
    for folder in (old, new):
        lite_course.with_lite(folder / "site")
    assert built(old) == built(new)


def test_where_it_is_switched_off_there_is_none(tmp_path: Path) -> None:
    folder = lite_course.written(tmp_path, switch=False)
    lite_course.with_lite(folder / "site")
    assert "lite" not in "".join(built(folder).values())


def test_half_a_jupyterlite_is_none(tmp_path: Path) -> None:
    folder = lite_course.written(tmp_path)
    lite_course.with_lite(folder / "site")
    (folder / "site" / "lite" / "notebooks" / "index.html").unlink()
    assert "lite" not in "".join(built(folder).values())
