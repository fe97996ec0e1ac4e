"""The version in each notebook of JupyterLite."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tools.lite import versions

ROOT = Path(__file__).parents[2]
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "one", "metadata": {}, "source": ["# Ebb\n", "and flow"]},
        {
            "cell_type": "code",
            "execution_count": 1,
            "id": "two",
            "metadata": {},
            "outputs": [{"name": "stdout", "output_type": "stream", "text": ["3\n"]}],
            "source": ["print(3)"],
        },
    ],
    "metadata": {"description": "Über Gezeiten", "kernelspec": {"name": "python3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def changed(change: Any) -> dict[str, Any]:
    notebook = copy.deepcopy(NOTEBOOK)
    change(notebook)
    return notebook


def test_a_stamp_changes_nothing_else() -> None:
    before = copy.deepcopy(NOTEBOOK)
    stamped = versions.stamped(NOTEBOOK)
    assert before == NOTEBOOK
    text, code = stamped["cells"]
    assert text == NOTEBOOK["cells"][0]
    # Its outputs are shown whole: a quiz answers before anything is run.
    assert code == {**NOTEBOOK["cells"][1], "metadata": {"trusted": True}}
    assert stamped["metadata"]["description"] == "Über Gezeiten"
    assert re.fullmatch("[0-9a-f]{12}", stamped["metadata"]["course"]["version"])
    assert set(stamped["metadata"]) == {"description", "kernelspec", "language_info", "course"}


def test_it_is_the_same_each_time() -> None:
    stamped = versions.stamped(NOTEBOOK)
    assert versions.stamped(stamped) == stamped
    assert versions.stamped(copy.deepcopy(NOTEBOOK)) == stamped


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each["cells"][0]["source"].append("!"),
        lambda each: each["cells"][1]["outputs"][0]["text"].append("4\n"),
        lambda each: each["cells"].reverse(),
        lambda each: each["cells"].pop(),
    ],
    ids=["text", "output", "order", "fewer"],
)
def test_whoever_would_see_something_new_has_another_version(change: Any) -> None:
    assert versions.version(changed(change)) != versions.version(NOTEBOOK)


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each["metadata"]["kernelspec"].update(display_name="Python 3.15"),
        lambda each: each["metadata"].update(description="Of the tides"),
    ],
    ids=["kernel", "description"],
)
def test_what_nobody_sees_is_nothing_new(change: Any) -> None:
    assert versions.version(changed(change)) == versions.version(NOTEBOOK)


def test_a_folder_is_stamped(tmp_path: Path) -> None:
    for name in ("notebooks/b.ipynb", "notebooks/a.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    (tmp_path / "notebooks" / "a.txt").write_text("{}")
    told = versions.stamp(tmp_path)
    assert told == dict.fromkeys(
        ("notebooks/a.ipynb", "notebooks/b.ipynb"), versions.version(NOTEBOOK)
    )
    bytes_ = (tmp_path / "notebooks" / "a.ipynb").read_bytes()
    assert "Über" in bytes_.decode()
    assert versions.stamp(tmp_path) == told
    assert (tmp_path / "notebooks" / "a.ipynb").read_bytes() == bytes_


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_the_course_keeps_its_notebooks_valid(path: Path) -> None:
    stamped = versions.stamped(json.loads(path.read_text("utf-8")))
    nbformat.validate(nbformat.from_dict(stamped))
