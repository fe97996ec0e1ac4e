"""Where a question is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck import repository


@pytest.mark.parametrize(
    ("config", "address"),
    [
        ("repository:\n  url: https://example.org/a/b\n", "https://example.org/a/b"),
        ("title: A course\n", ""),
        ("repository:\n", ""),
        ("repository: https://example.org/a/b\n", ""),
        ("repository: [1]\n", ""),
        ("repository: {url: git@example.org:a/b.git}\n", ""),
        ("repository: {url: 'javascript:alert(1)//'}\n", ""),
        ("- a list\n", ""),
        ("", ""),
        ("{not: yaml", ""),
    ],
)
def test_only_a_web_address_counts(tmp_path: Path, config: str, address: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "_config.yml").write_text(config)
    assert repository.address(tmp_path / "content") == address


def test_without_a_config_there_is_none(tmp_path: Path) -> None:
    assert repository.address(tmp_path / "content") == ""
