"""Makes a course on another subject: a folder that a stranger can build, run and change."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from selfcheck.json_schema import json_schema
from selfcheck.new.engine_wheel import wheel
from selfcheck.new.error import NewError

# A file of the template whose name would begin with a dot has this before it: tools that pack
# and copy leave such files out.
DOT = "dot."
SCHEMA = Path("content/bank.schema.json")
PLACEHOLDER = re.compile("@(title-quoted|title|id|engine|year)@")


def make(folder: Path, title: str, course: str) -> list[Path]:
    """Write a course into *folder*, which must be empty or not be there.

    title: in one line. course: its id, under which learners' answers are kept. Returns the paths
    of the files, relative to *folder*. Raises `NewError` when the folder has something in it, or
    when the engine's own wheel cannot be made; then *folder* is as it was.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NewError(f"{folder}: something is there already; name a folder that is new or empty")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside it, so that it can be put in place in one step: nothing half made is left.
    with tempfile.TemporaryDirectory(prefix=".selfcheck-new-", dir=folder.parent) as beside:
        made = Path(beside) / "course"
        made.mkdir()
        (made / "engine").mkdir()
        engine = wheel(made / "engine")
        values = {
            "title": _markdown(title),
            # JSON's texts are YAML's too.
            "title-quoted": json.dumps(title, ensure_ascii=False),
            "id": course,
            "engine": engine.name,
            # Else Jupyter Book writes one of its own under each page.
            "year": f"{date.today():%Y}",
        }
        _copy(files("selfcheck.new") / "template", made, values)
        schema = json.dumps(json_schema(), indent=2) + "\n"
        (made / SCHEMA).write_text(schema, encoding="utf-8")
        paths = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
        if folder.exists():
            folder.rmdir()
        shutil.move(made, folder)
    return paths


def _copy(source: Traversable, target: Path, values: dict[str, str]) -> None:
    for each in source.iterdir():
        name = each.name
        if name == "__pycache__":
            continue
        path = target / (f".{name.removeprefix(DOT)}" if name.startswith(DOT) else name)
        if each.is_dir():
            path.mkdir(exist_ok=True)
            _copy(each, path, values)
        else:
            text = each.read_text(encoding="utf-8")
            text = PLACEHOLDER.sub(lambda found: values[found[1]], text)
            path.write_text(text, encoding="utf-8", newline="\n")


def _markdown(title: str) -> str:
    """Return *title* so that Markdown shows it as it is typed."""
    return re.sub(r"([\\`*_{}\[\]<>#$|~&])", r"\\\1", title)


def derived(title: str) -> str:
    """Return an id for a course called *title*."""
    from selfcheck.course import LONGEST
    from selfcheck.identity import derive

    return derive(title.lower(), LONGEST, LONGEST)


def first_steps(folder: Path) -> str:
    """Return what to do next in a new course in *folder*."""
    import shlex

    return (
        f"cd {shlex.quote(str(folder))}\n"
        "make book   # sets everything up, and builds the site\n"
        "make lab    # opens it in JupyterLab"
    )
