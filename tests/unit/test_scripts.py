"""The scripts of a page, as they are written for a site."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from selfcheck import scripts, words


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A script of a question type from elsewhere."""
    path = tmp_path / "slider.js"
    path.write_text('selfcheck.register("slider", {});\n', encoding="utf-8")
    return path


def test_a_folder_gets_the_style_and_each_script_after_its_words(tmp_path: Path, own: Path) -> None:
    folder = tmp_path / "site"
    scripts.write(folder, "de-AT", {"slider": own})
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    names = set(words.sections("de")) - {words.PYTHON, words.NOTEBOOK}
    assert written == {
        "selfcheck.css",
        "rtl.css",
        "types/slider.js",
        # It says nothing.
        "log.js",
        *(f"{name}.js" for name in names),
    }
    for name in names:
        text = (folder / f"{name}.js").read_text("utf-8")
        built = (scripts.STATIC / f"{name}.js").read_text("utf-8")
        assert text == words.script("de", name) + built
        assert text.startswith("Object.assign((self.selfcheckWords??={}).de??={},{")


def test_a_script_from_elsewhere_brings_its_own_texts(tmp_path: Path, own: Path) -> None:
    scripts.write(tmp_path, "en", {"slider": own})
    assert (tmp_path / "types" / "slider.js").read_bytes() == own.read_bytes()
    assert words.script("en", "types/slider") == ""


def test_the_address_of_the_summary_changes_with_it(tmp_path: Path) -> None:
    addresses = []
    for language in ("en", "de", "en"):
        scripts.write(tmp_path, language)
        addresses.append(scripts.summary(tmp_path))
    assert all(re.fullmatch(r"summary\.js\?v=[0-9a-f]{8}", address) for address in addresses)
    assert addresses[0] == addresses[2] != addresses[1]


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_a_page_pays_what_docs_say(tmp_path: Path, language: str) -> None:
    """docs/architecture.md, under "A question type is a row"."""
    scripts.write(tmp_path, language)

    def weight(*names: str) -> int:
        return sum(len(gzip.compress((tmp_path / name).read_bytes(), 9)) for name in names)

    assert weight("page.js", "selfcheck.css") < 14_000
    assert weight("overview.js") < 2_000
    assert weight("summary.js") < 3_000
    # docs/review.md.
    assert weight("review.js") < 12_000
    assert max(weight(f"types/{path.name}") for path in tmp_path.glob("types/*.js")) <= 4_000
