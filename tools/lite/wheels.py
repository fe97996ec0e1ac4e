"""The Python packages of the browser, as wheels that it can load, without what it never runs."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from tools.lite.paths import PYTHON, ROOT, WORK

PINS = ROOT / "requirements-browser.txt"
# Of a package that has no wheel for browsers, the Python files of another system's do.
PLATFORMS = ("pyemscripten_2026_0_wasm32", "any", "manylinux2014_x86_64", "manylinux_2_17_x86_64")
# Parts of JupyterLab, and processes; the kernel brings the last itself.
NOT_NEEDED = {"jupyterlab-widgets", "pexpect", "ptyprocess", "widgetsnbextension"}
OF_THE_KERNEL = ("ipykernel-6", "piplite-", "pyodide_kernel-", "widgetsnbextension-4")
THE_PAST = (1980, 1, 1, 0, 0, 0)
COMPILED = re.compile(r"\.(so|pyd|pyx|pxd|c|h)$")
# Of what a wheel consists, and what it was made of.
RECORDS = re.compile(r"\.dist-info/(RECORD$|sboms/)")
# IPython colours these languages.
LEXERS = "_css_builtins _mapping _scheme_builtins _lilypond_builtins __init__ css data html"
LEXERS += " javascript jvm lilypond lisp markup perl python ruby shell special"
# One that is listed and not there would break what looks for a lexer.
UNLISTED = re.compile(rf" +'\w+': \('pygments\.lexers\.(?!({'|'.join(LEXERS.split())})')")
COMPLETED = (
    "VERSIONS _collections_abc _typeshed abc builtins collections contextlib csv dataclasses"
)
COMPLETED += " datetime enum functools io itertools json math numbers operator os pathlib random re"
COMPLETED += " statistics string sys types typing typing_extensions"

# What of a package no notebook can reach, by its name.
LEFT_OUT: dict[str, re.Pattern[str]] = {
    "anywidget": re.compile(r"[^/]*\.data/|anywidget/nbextension/"),
    # It completes names, and knows those of 200 packages and 700 modules that nobody uses here.
    "jedi": re.compile(
        r"jedi/third_party/(django-stubs|typeshed/stubs)/"
        rf"|jedi/third_party/typeshed/stdlib/(?!({'|'.join(COMPLETED.split())})(\.pyi|/))"
    ),
    # What Sphinx and pytest would run.
    "ipython": re.compile(r"IPython/(sphinxext|testing/plugin)/"),
    # Data of other packages, none of which a browser has here.
    "narwhals": re.compile(r"narwhals/_(arrow|dask|duckdb|ibis|pandas_like|polars|spark_like)/"),
    "prompt-toolkit": re.compile(r"prompt_toolkit/contrib/"),
    "pygments": re.compile(rf"pygments/lexers/(?!({'|'.join(LEXERS.split())})\.py)"),
    "selfcheck": re.compile(
        r"selfcheck/(commands|export|imports|lint|new|preview)/"
        r"|selfcheck/static/(?!widget|study)|[^/]*\.data/"
    ),
    "stemcourse": re.compile(r"stemcourse/site/"),
    # How wide 40 programs for terminals draw emoji.
    "wcwidth": re.compile(r"wcwidth/table_grapheme_overrides/_known_"),
}


def gather(folder: Path, changed: Callable[[str], None]) -> list[Path]:
    """Write all wheels into *folder*; return their paths. *changed* is told of each step."""
    changed("packages for the browser")
    found = [_ported(path, folder) for path in _pinned()]
    found += [_ported(path, folder) for path in _kernels()]
    changed("the course and its engine, as packages")
    own = WORK / "own"
    shutil.rmtree(own, ignore_errors=True)
    for source in (ROOT / "src", ROOT):
        built = WheelBuilder(str(source)).build(directory=str(own), versions=["standard"])
        found += [_named(_ported(Path(path), folder)) for path in built]
    return found


def _pinned() -> Iterator[Path]:
    """Yield the wheels of requirements-browser.txt, fetched once."""
    folder = WORK / "wheels"
    done = folder / PINS.name
    if not done.is_file() or done.read_bytes() != PINS.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
        command += ["--no-deps", "--require-hashes", "--only-binary=:all:", "--dest", str(folder)]
        command += ["--python-version", "3.14", "--implementation", "cp", "--abi", "cp314"]
        command += ["--abi", "none", "--requirement", str(PINS)]
        for platform in PLATFORMS:
            command += ["--platform", platform]
        subprocess.run(command, check=True)
        shutil.copy(PINS, done)
    for path in sorted(folder.glob("*.whl")):
        if normal(path.name.split("-")[0]) not in NOT_NEEDED:
            yield path


def _kernels() -> Iterator[Path]:
    """Yield the wheels that jupyterlite-pyodide-kernel brings along."""
    share = PYTHON.parents[1] / "share" / "jupyter" / "labextensions"
    folder = share / "@jupyterlite" / "pyodide-kernel-extension" / "static" / "pypi"
    for name in OF_THE_KERNEL:
        (path,) = folder.glob(f"{name}*.whl")
        yield path


def _ported(wheel: Path, folder: Path) -> Path:
    """Write *wheel* into *folder* without what a browser cannot or need not run.

    The same files make the same bytes.
    """
    name, version, *_, platform = wheel.stem.split("-")
    foreign = platform not in ("any", PLATFORMS[0])
    left_out = LEFT_OUT.get(normal(name))
    target = folder / (f"{name}-{version}-py3-none-any.whl" if foreign else wheel.name)
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(target, "w") as made:
        for entry in sorted(source.namelist()):
            if entry.endswith("/") or RECORDS.search(entry):
                continue
            if (left_out and left_out.match(entry)) or (foreign and COMPILED.search(entry)):
                continue
            info = zipfile.ZipInfo(entry, THE_PAST)
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, _kept(entry, source.read(entry)), compresslevel=9)
    return target


def _kept(entry: str, content: bytes) -> bytes:
    """Return of a file what holds for what is left of its package."""
    if entry != "pygments/lexers/_mapping.py":
        return content
    lines = content.decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not UNLISTED.match(line)).encode()


def _named(wheel: Path) -> Path:
    """Put what stands in *wheel* into its name, as a build number; return the new path.

    The version stays for long, and a browser may have an older one in its cache.
    """
    name, version, rest = wheel.name.split("-", 2)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()[:8]
    return wheel.rename(wheel.with_name(f"{name}-{version}-0{digest}-{rest}"))


def normal(name: str) -> str:
    """Return the *name* of a package as all ways to write it come down to."""
    return re.sub(r"[-_.]+", "-", name).lower()
