"""The same course gives the same site, byte for byte, wherever and over whatever it is built."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from stemcourse.site import lite
from tests.support.course import ROOT, built, copied
from tests.support.site import pages as site_pages

SITE = ROOT / "_build" / "html"
# What Sphinx keeps for the next build, and `make publish` leaves out.
OWN = {".buildinfo"}
PAGE = "---\ndescription: Another page\n---\n\n# Another page\n\nA zyzzyva.\n"
# What other pages show, what they load, and which pages there are: a text, and what is put there.
CHANGES = {
    "_toc.yml": ("- file: book/records\n", "- file: book/records\n      - file: book/another\n"),
    "book/checklist.md": ("\n# ", "\n# Changed: "),
    "book/_static/course.css": ("{", "{ color: red;"),
}


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in OWN
    }


def test_another_folder_and_an_older_build_give_the_same_bytes(tmp_path: Path) -> None:
    """The whole course: three builds, one of them with nothing there before."""
    if not (SITE / "index.html").exists():
        pytest.fail("there is no built site; run `make book` first")
    course = copied(tmp_path / "deeper" / "course")
    # With JupyterLab in the site each notebook's page has a button that leads there.
    for view in (lite.WIDE, lite.NARROW):
        if (SITE / view).is_file():
            (course / "_build" / "html" / view).parent.mkdir(parents=True)
            shutil.copy(SITE / view, course / "_build" / "html" / view)
    fresh = digests(built(course))
    # `make book` has built it here over whatever stood here.
    here = digests(SITE)
    assert {name: here.get(name) for name in fresh} == fresh

    before = {name: (course / name).read_text("utf-8") for name in CHANGES}
    for name, (old, new) in CHANGES.items():
        assert old in before[name]
        (course / name).write_text(before[name].replace(old, new, 1), "utf-8")
    another = course / "book" / "another.md"
    another.write_text(PAGE, "utf-8")
    changed = digests(built(course))
    # Those that only lead on show nothing of what was changed.
    pages = [name for name in site_pages(SITE) if name.startswith("notebooks/")]
    assert [name for name in pages if changed[name] == fresh[name]] == []

    for name, text in before.items():
        (course / name).write_text(text, "utf-8")
    another.unlink()
    assert digests(built(course)) == fresh
