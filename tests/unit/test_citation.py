"""CITATION.cff: how the course says it is to be cited."""

from __future__ import annotations

import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))


def test_it_has_what_the_format_demands() -> None:
    assert set(CITATION) >= {"cff-version", "message", "title", "authors"}
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] in ("software", "dataset")


def test_it_says_what_the_course_says_of_itself() -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    assert CITATION["title"].startswith(config["title"])
    assert CITATION["authors"] == [{"name": config["author"]}]
    for folder in (ROOT, ROOT / "src"):
        project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
        assert CITATION["version"] == project["version"]
    assert CITATION["license"] == "BSD-3-Clause"
