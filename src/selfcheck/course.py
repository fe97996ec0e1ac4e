"""What a course says of itself: its id, its repository, and the modules that selfcheck may run.

It stands in the `_config.yml` of Jupyter Book, beside the content folder. Id and modules may stand
in the conf.py of Sphinx, which goes before.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from selfcheck import conf_py, content, files
from selfcheck.finding import BankError, Finding, Place
from selfcheck.identity import derive, is_id
from selfcheck.markdown.addresses import is_web
from selfcheck.source import Source

CONFIG = "_config.yml"
ID = "selfcheck_course"
PLUGINS = "selfcheck_plugins"
FUNCTIONS = "selfcheck_functions"
# Sphinx's own: what a conf.py calls the course.
PROJECT = "project"
MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
# Of an id that is made of a title or an address, in characters; a hash may follow.
LONGEST = 60


class Course(NamedTuple):
    """What a course says of itself.

    `id` tells its answers from those of other courses at the same address, so it is stable for
    ever. `repository` is the web address where a learner can report a question, or nothing.
    `plugins` are modules, each with a function `setup(engine)`; `functions` are modules whose
    functions a bank may call.
    """

    id: str = "course"
    repository: str = ""
    plugins: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()


def load(folder: Path | None = None, conf: Mapping[str, Any] | None = None) -> Course:
    """Return what the course of the content *folder* says of itself.

    conf: what conf.py says under the same names as `_config.yml`, which goes before, and its
    `project`, of which an id is made where nothing else names the course. When left out, that is
    read in the file, which is not run. Raises `BankError` with the place for an id or a plugin
    that cannot be one, and for a `_config.yml` that is no YAML: without it answers would be kept
    under another name, and notebooks saved with it. A conf.py that is no Python says nothing here:
    whoever builds the site hears of it from Sphinx.
    """
    folder = folder or content.folder()
    path = beside(folder, CONFIG)
    found = Course()
    if path.is_file():
        found = _read(path, files.stamp(path))
    if conf is None:
        conf = conf_py.load(beside(folder, conf_py.NAME), ID, PLUGINS, FUNCTIONS, PROJECT)
    given = {name: value for name, value in conf.items() if value}
    if found.id == Course().id:
        found = found._replace(id=_derived(given.get(PROJECT)))
    return found._replace(**_settings(given, lambda *said: _in_conf(folder, *said)))


def beside(folder: Path, name: str) -> Path:
    """Return the path of the file *name* in the course's own folder, which holds *folder*."""
    return files.absolute(folder).parent / name


@contextmanager
def modules(folder: Path) -> Iterator[None]:
    """Let Python find modules in *folder* too, the course's own; what is installed goes before."""
    sys.path.append(str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))


def plugin_finding(folder: Path, message: str, module: str) -> Finding:
    """Return a finding where the course names the plugin *module*."""
    path = beside(folder, CONFIG)
    if path.is_file():
        source = Source(path)
        named = _mapping(source.data, "sphinx", "config").get(PLUGINS)
        if isinstance(named, list) and module in named:
            return source.finding(message, "sphinx", "config", PLUGINS, named.index(module))
    return _in_conf(folder, message, PLUGINS)


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: files.Stamp) -> Course:
    source = Source(path)
    said = _mapping(source.data, "sphinx", "config")
    settings = _settings(
        said, lambda message, *where: source.finding(message, "sphinx", "config", *where)
    )
    names = (
        _mapping(source.data, "html").get("baseurl"),
        _mapping(source.data, "repository").get("url"),
        _mapping(source.data).get("title"),
        # Which Sphinx hands in on a site, and nobody in a notebook.
        said.get(PROJECT),
    )
    found = Course(_derived(*names), _web(_mapping(source.data, "repository").get("url")))
    return found._replace(**settings)


def _settings(said: Mapping[str, Any], finding: Callable[..., Finding]) -> dict[str, Any]:
    """Return the members of a `Course` that *said* has; raise `BankError` for one that cannot be.

    finding: makes a finding of a message and the place of what it is about in *said*.
    """
    found: dict[str, Any] = {}
    if ID in said:
        if not is_id(said[ID]):
            message = (
                f"`{ID}` must be lower-case letters and digits, with single hyphens between, "
                f"and not {said[ID]!r}; write such as `my-course`"
            )
            raise BankError([finding(message, ID)])
        found["id"] = said[ID]
    for field, key in (("plugins", PLUGINS), ("functions", FUNCTIONS)):
        if key in said:
            found[field] = _modules(said[key], key, finding)
    return found


def _modules(names: object, key: str, finding: Callable[..., Finding]) -> tuple[str, ...]:
    """Return the modules that a course lists under *key*."""
    if not isinstance(names, list | tuple):
        message = f"`{key}` must be a list of modules; write such as `[my_plugin]`"
        raise BankError([finding(message, key)])
    wrong = [
        finding(f"{name!r} is no Python module's name; write such as `my_plugin`", key, n)
        for n, name in enumerate(names)
        if not (isinstance(name, str) and MODULE.fullmatch(name))
    ]
    if wrong:
        raise BankError(wrong)
    return tuple(dict.fromkeys(names))


def _in_conf(folder: Path, message: str, name: str, *_: object) -> Finding:
    path = beside(folder, conf_py.NAME)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    lines = (n for n, line in enumerate(text.splitlines(), 1) if line.startswith(name))
    return Finding(path, Place(next(lines, 1), 1), message)


def _web(url: object) -> str:
    return url if isinstance(url, str) and is_web(url) else ""


def _derived(*names: object) -> str:
    """Return an id for a course that gives none, from the first of its *names* that says something.

    Neither capitals nor how an address begins tell two courses apart.
    """
    said = (str(name).strip() for name in names if isinstance(name, str | int | float))
    name = next(filter(None, said), Course().id)
    return derive(re.sub(r"^\w+://", "", name).lower(), LONGEST, LONGEST)


def _mapping(value: object, *keys: str) -> Mapping[str, Any]:
    """Return the mapping at *keys* in *value*; an empty one where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}
