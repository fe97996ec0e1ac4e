"""What is put into JupyterLite's pages."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tools.lite import notices

PAGE = '<html>\n<head>\n    <title>L</title>\n    <meta charset="utf-8">\n    <script>1</script>\n'
# What goes wrong; what is newer, the guide shows beside.
SAYING = ("trouble", "watch")
LINKS = re.compile(r'(?:href|src)="\.\./course/([\w.]+)\?v=(\w+)"')


def lite(folder: Path, page: str = PAGE) -> Path:
    for view in notices.VIEWS:
        (folder / view).mkdir(parents=True)
        (folder / view / "index.html").write_text(page)
    return folder


def test_both_views_have_them_before_all_other_scripts(tmp_path: Path) -> None:
    notices.add(lite(tmp_path), {"notebooks/a.ipynb": "0a1b"})
    for view in notices.VIEWS:
        text = (tmp_path / view / "index.html").read_text()
        found = LINKS.findall(text)
        assert [name for name, _ in found] == ["notices.css", "notices.js"]
        for name, said in found:
            whole = hashlib.sha256((tmp_path / "course" / name).read_bytes()).hexdigest()
            assert whole.startswith(said)
        assert text.index("notices.js") < text.index("<script>1")
        # As it was but for one line.
        assert "".join(each for each in text.splitlines(True) if "course/" not in each) == PAGE
    assert json.loads((tmp_path / "course" / "versions.json").read_text()) == {
        "notebooks/a.ipynb": "0a1b"
    }


def test_twice_is_as_once(tmp_path: Path) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    notices.add(lite(tmp_path), {})
    once = state()
    notices.add(tmp_path, {})
    assert state() == once


def test_no_part_is_forgotten() -> None:
    parts = {path.stem.removeprefix("lite-") for path in notices.STATIC.glob("lite-*.js")}
    assert parts - {"open"} == set(notices.PARTS)


def test_a_page_that_is_not_as_expected_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"index\.html has no <meta charset=\"utf-8\">"):
        notices.add(lite(tmp_path, "<html><head></head></html>"), {})


def test_comments_stay_at_home(tmp_path: Path) -> None:
    """And nothing but comments does."""
    notices.add(lite(tmp_path), {})
    sent = (tmp_path / "course" / "notices.js").read_text("utf-8")
    lines = sent.splitlines()
    assert not [line for line in lines if line.lstrip().startswith(("//", "*"))]
    parts = [(notices.STATIC / f"lite-{part}.js").read_text("utf-8") for part in notices.PARTS]
    whole = "".join(parts).splitlines()
    kept = [line for line in whole if not re.match(r" *(//|/\*(?!.*\*/ *\S)|\*|   \S.*\*/$)", line)]
    assert lines == kept


def test_they_stay_small(tmp_path: Path) -> None:
    """Each visit asks for them before anything of JupyterLab."""
    notices.add(lite(tmp_path), {})
    assert (tmp_path / "course" / "notices.js").stat().st_size < 16_000


def test_the_guide_lists_what_is_said() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "lite.md").read_text("utf-8")
    _, _, rest = guide.partition("| the line begins | because |\n| --- | --- |\n")
    table, _, _ = rest.partition("\n\n")
    listed = [row.split(" | ")[0].removeprefix("| ") for row in table.splitlines()]
    script = "".join((notices.STATIC / f"lite-{part}.js").read_text("utf-8") for part in SAYING)
    said = re.findall(r'(?:[A-Z]{4,} =|\w+:) ["`]([A-Z][^"`]{30,})["`]', script)
    assert len(said) == len(listed)
    for text in said:
        assert any(text.startswith(each) for each in listed), text
