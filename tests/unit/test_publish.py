"""`make publish`."""

import zipfile
from pathlib import Path

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
    here = {p.relative_to(tmp_path / "site").as_posix() for p in (tmp_path / "site").rglob("*.*")}
    with zipfile.ZipFile(target) as archive:
        assert set(archive.namelist()) == here == {".nojekyll", "index.html", "_static/a.css"}


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    first = publish(site(tmp_path), tmp_path / "site").read_bytes()
    assert publish(tmp_path / "html", tmp_path / "site").read_bytes() == first


def test_what_is_gone_from_the_site_is_gone_from_the_folder(tmp_path: Path) -> None:
    publish(site(tmp_path), tmp_path / "site")
    (tmp_path / "html" / "_static" / "a.css").unlink()
    publish(tmp_path / "html", tmp_path / "site")
    assert not (tmp_path / "site" / "_static" / "a.css").exists()
