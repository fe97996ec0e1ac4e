"""Finds out where a learner can report that something is wrong with a question."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from selfcheck import content


def address(folder: Path | None = None) -> str:
    """Return the address of the course's repository, or nothing when no web address is set.

    It stands as `repository: url:` in the `_config.yml` of Jupyter Book, beside the content
    *folder*.
    """
    path = (folder or content.folder()).parent / "_config.yml"
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else ""


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: int) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        config: Any = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError:
        # Whoever builds the site hears of it from Jupyter Book.
        return ""
    repository = config.get("repository") if isinstance(config, dict) else None
    url = repository.get("url") if isinstance(repository, dict) else None
    return url if isinstance(url, str) and url.startswith(("https://", "http://")) else ""
