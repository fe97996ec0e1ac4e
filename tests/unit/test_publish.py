"""`make publish`."""

import zipfile
from pathlib import Path

import pytest

from tools import policy
from tools.publish import publish


def site(tmp_path: Path) -> Path:
    folder = tmp_path / "html"
    (folder / "_static").mkdir(parents=True)
    (folder / "index.html").write_text("<p>Hello</p>")
    (folder / "_static" / "a.css").write_text("p {}")
    (folder / ".buildinfo").write_text("mine")
    return folder


def test_folder_and_zip_hold_the_same(tmp_path: Path) -> None:
    target = publish(site(tmp_path), tmp_path / "site")
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    here = {path.relative_to(tmp_path / "site").as_posix() for path in files}
    with zipfile.ZipFile(target) as archive:
        assert (
            set(archive.namelist())
            == here
            == {
                ".nojekyll",
                "_headers",
                "index.html",
                "_static/a.css",
            }
        )


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    first = publish(site(tmp_path), tmp_path / "site").read_bytes()
    assert publish(tmp_path / "html", tmp_path / "site").read_bytes() == first


def test_what_is_gone_from_the_site_is_gone_from_the_folder(tmp_path: Path) -> None:
    publish(site(tmp_path), tmp_path / "site")
    (tmp_path / "html" / "_static" / "a.css").unlink()
    publish(tmp_path / "html", tmp_path / "site")
    assert not (tmp_path / "site" / "_static" / "a.css").exists()


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>A</title>
<script src="a.js"></script><script type="application/json">{"a": 1}</script></head>
<body><script>{}</script></body></html>"""


def test_the_policy_names_the_scripts_in_pages_and_goes_along(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "page.html").write_text(PAGE.replace("{}", "alert(1)"))
    (folder / "twin.html").write_text(PAGE.replace("{}", "alert(1)"))
    said = policy.policy(folder)
    assert "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';" in said
    publish(folder, tmp_path / "site")
    assert (tmp_path / "site" / "_headers").read_text() == f"/*\n  {policy.HEADER}: {said}\n"
    assert policy.HEADER not in (tmp_path / "site" / "page.html").read_text()


def test_jupyterlab_in_the_site_has_a_policy_of_its_own(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "lite" / "lab").mkdir(parents=True)
    (folder / "lite" / "lab" / "index.html").write_text(PAGE.replace("{}", "alert(2)"))
    assert "sha256" not in policy.policy(folder)
    publish(folder, tmp_path / "site", policy_in_pages=False)
    rules = (tmp_path / "site" / "_headers").read_text().split("\n")
    assert rules[::2] == ["/", "/_static/*", "/index.html", "/lite/*", ""]
    assert "unsafe-eval" not in "".join(rules[:6])
    assert "unsafe-eval" in rules[7]


def test_the_policy_may_stand_in_the_pages(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "index.html").write_text(PAGE)
    publish(folder, tmp_path / "site", policy_in_pages=True)
    head = (tmp_path / "site" / "index.html").read_text().partition("<title>")[0]
    start, end = '<meta charset="utf-8"/>', f'content="{policy.policy(folder)}">'
    assert head.endswith(f'{start}<meta http-equiv="{policy.HEADER}" {end}')


def test_a_page_without_a_head_takes_no_policy(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has no head"):
        publish(site(tmp_path), tmp_path / "site", policy_in_pages=True)
