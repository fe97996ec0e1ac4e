"""What the course's plugins add to selfcheck: question types, and names that questions may use.

Only the course's configuration names plugins; a bank cannot. They are set up before any bank is
read, each module once.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from selfcheck import content, course, files
from selfcheck.finding import BankError, Finding, of_problem

if TYPE_CHECKING:
    from selfcheck.lint.rule import Rule

Read = Callable[[Path], tuple[Collection[str], Path]]
Check = Callable[[Path], Iterable[str]]
# Fields of a question that hold names which selfcheck itself does not know.
KINDS = ("claims",)


class Names(NamedTuple):
    """Names that a bank may use, and the file that holds them."""

    known: Collection[str]
    path: Path


class Known(NamedTuple):
    """What a bank may refer to; None for what is not known, which is not checked."""

    sources: Names | None
    claims: Names | None


class Engine:
    """What a plugin's `setup(engine)` is given."""

    def __init__(self) -> None:
        """Start with nothing added."""
        self.scripts: dict[str, Path] = {}
        self.readers: dict[str, Read] = {}
        self.checks: list[Check] = []
        self.rules: dict[str, Rule] = {}

    def add_type(self, row: Any) -> None:
        """Register a question type: *row* is a `selfcheck.types.Row`.

        Raises what `selfcheck.types.register` raises for a row that cannot be one.
        """
        # Imported when it is used: a type's own module may need this one.
        from selfcheck import types

        types.register(row)
        self.scripts[types.tag(row.struct)] = Path(row.script)

    def add_names(self, kind: str, read: Read) -> None:
        """Register what a question's field *kind*, such as `claims`, may name.

        read: takes the content folder; returns the names and the file that holds them, or raises
        `citations.ProblemsError` with all that is wrong in it. Raises `ValueError` for a field
        that is not open to this.
        """
        if kind not in KINDS:
            raise ValueError(f"names can be added for {', '.join(KINDS)}, and not for {kind!r}")
        self.readers[kind] = read

    def add_check(self, check: Check) -> None:
        """Register what else `selfcheck check` is to look at.

        check: takes the content folder; returns all that is wrong in other files of it, each as
        `file:line:column: what to mend`.
        """
        self.checks.append(check)

    def add_rule(self, rule: Rule) -> None:
        """Register an item-writing rule: a `selfcheck.lint.Rule`, which `selfcheck check` runs.

        Raises `ValueError` when there is a rule of that id already.
        """
        # Imported when it is used: `import selfcheck` stays quick.
        from selfcheck.lint import registry

        if rule.id in registry.BY_ID or rule.id in self.rules:
            raise ValueError(f"there is a rule `{rule.id}` already; give this one another id")
        self.rules[rule.id] = rule


class Plugins:
    """All plugins of the course whose content is in *folder*.

    `functions` are the modules whose functions its banks may call; `rules` are item-writing rules.
    """

    def __init__(
        self, folder: Path, engines: Mapping[str, Engine], functions: tuple[str, ...] = ()
    ) -> None:
        """Join what *engines*, by the plugins' names, have been given."""
        self._folder = folder
        self.functions = functions
        self._readers = {
            kind: (module, read)
            for module, engine in engines.items()
            for kind, read in engine.readers.items()
        }
        self._checks = [
            (module, check) for module, engine in engines.items() for check in engine.checks
        ]
        self._scripts = {
            kind: path for engine in engines.values() for kind, path in engine.scripts.items()
        }
        self.rules = tuple(rule for engine in engines.values() for rule in engine.rules.values())
        self._read: dict[str, tuple[Names, files.Stamp]] = {}

    def names(self, kind: str) -> Names | None:
        """Return what a question's field *kind* may name; None where no plugin says it.

        They are read again when their file has changed. Raises `BankError` when they cannot be.
        """
        if kind not in self._readers:
            return None
        known = self._read.get(kind)
        if not known or known[1] != files.stamp(known[0].path):
            names = self._names(kind)
            known = self._read[kind] = (names, files.stamp(names.path))
        return known[0]

    def problems(self) -> list[Finding]:
        """Return what plugins find wrong in other files of the content folder."""
        where = course.beside(self._folder, course.CONFIG)
        found: dict[Finding, None] = {}
        for module, check in self._checks:
            try:
                found.update((of_problem(each, where), None) for each in check(self._folder))
            # It is somebody's code, as above.
            except (Exception, SystemExit) as error:
                message = f"{_failed(module, error)} (it checks other files)"
                found[course.plugin_finding(self._folder, message, module)] = None
        return list(found)

    def scripts(self, kinds: Iterable[str] | None = None) -> dict[str, Path]:
        """Return the scripts of question types that plugins brought: of *kinds*, or of all."""
        wanted = self._scripts if kinds is None else self._scripts.keys() & set(kinds)
        return {kind: self._scripts[kind] for kind in sorted(wanted)}

    def _names(self, kind: str) -> Names:
        module, read = self._readers[kind]
        try:
            known, path = read(self._folder)
            return Names(frozenset(known), Path(path))
        # It is somebody's code: whatever it does, the author of the course is to hear of it.
        except (Exception, SystemExit) as error:
            from citations import ProblemsError

            if isinstance(error, ProblemsError):
                where = course.beside(self._folder, course.CONFIG)
                raise BankError([of_problem(each, where) for each in error.problems]) from None
            message = f"{_failed(module, error)} (it reads what `{kind}` may name)"
            raise BankError([course.plugin_finding(self._folder, message, module)]) from error


def load(
    folder: Path | None = None,
    plugins: tuple[str, ...] | None = None,
    functions: tuple[str, ...] | None = None,
) -> Plugins:
    """Return the plugins of the course whose content is in *folder*, set up.

    plugins: their modules, which are installed or stand in the course's folder; those that the
    course names when left out. functions: likewise, the modules whose functions banks may call.
    Raises `BankError` with a finding for each plugin that cannot be set up.
    """
    folder = files.absolute(folder or content.folder())
    if plugins is None or functions is None:
        found = course.load(folder)
        plugins = found.plugins if plugins is None else plugins
        functions = found.functions if functions is None else functions
    return _load(folder, plugins, functions)


@lru_cache(maxsize=8)
def _load(folder: Path, plugins: tuple[str, ...], functions: tuple[str, ...]) -> Plugins:
    engines: dict[str, Engine] = {}
    findings = []
    for name in plugins:
        try:
            engine = _engine(_module(name, folder.parent))
            _alone(engine, engines)
            engines[name] = engine
        except _PluginError as error:
            findings.append(course.plugin_finding(folder, str(error), name))
    if findings:
        raise BankError(findings)
    return Plugins(folder, engines, functions)


class _PluginError(Exception):
    """A plugin that cannot be set up; its text says why, and how to mend it."""


def _module(name: str, folder: Path) -> ModuleType:
    try:
        with course.modules(folder):
            return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and (name == error.name or name.startswith(f"{error.name}.")):
            raise _PluginError(
                f"there is no module `{name}`; install it, put it into the course's folder, "
                f"or take it out of `{course.PLUGINS}`"
            ) from None
        raise _failed(name, error) from error
    except (Exception, SystemExit) as error:
        raise _failed(name, error) from error


@cache
def _engine(module: ModuleType) -> Engine:
    """Return what *module* adds; a type is registered once, whatever the number of courses."""
    name, setup = module.__name__, getattr(module, "setup", None)
    if not callable(setup):
        raise _PluginError(
            f"`{name}` has no function `setup(engine)`; add it, "
            f"or take the module out of `{course.PLUGINS}`"
        )
    engine = Engine()
    try:
        setup(engine)
    except (Exception, SystemExit) as error:
        raise _failed(name, error) from error
    return engine


def _alone(engine: Engine, others: Mapping[str, Engine]) -> None:
    for other, its in others.items():
        for kind in engine.readers.keys() & its.readers.keys():
            message = f"`{other}` says already what `{kind}` may name; take one of both out"
            raise _PluginError(message)
        for rule in engine.rules.keys() & its.rules.keys():
            raise _PluginError(f"`{other}` has a rule `{rule}` already; take one of both out")


def _failed(name: str, error: BaseException) -> _PluginError:
    return _PluginError(
        f"the plugin `{name}` fails: {_said(error)}; mend it, or take it out of `{course.PLUGINS}`"
    )


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
