"""Makes the folder `lite` of the site."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from selfcheck import course as courses
from tools.lite import contents, lock, notices, wheels
from tools.lite.paths import EXTENSIONS, HERE, MADE, PYTHON, ROOT, WORK
from tools.npm import npm

Changed = Callable[[str], None]
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
# Without all of these the kernel waits for ever, and says nothing.
AT_THE_START = ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython"]
FEDERATED = ("anywidget", "@jupyter-widgets/jupyterlab-manager")
# What JupyterLite leaves that nobody asks for: how it was built, and an icon of 300 KB.
NOT_ASKED_FOR = ("rspack.config*.js", "*/favicon.ico", "*/package.json", "package.json")
ICON = re.compile(r'<link rel="icon"[^>]*>')


class LiteError(Exception):
    """JupyterLite cannot be made; the text says why, and how to mend it."""


def build(changed: Changed) -> None:
    """Make the folder anew; *changed* is told of each step.

    Raises `LiteError`.
    """
    sources = WORK / "sources"
    shutil.rmtree(sources, ignore_errors=True)
    static = sources / "static" / "pyodide"
    static.mkdir(parents=True)
    changed("Python for the browser")
    original = _pyodide(static)
    made = wheels.gather(static, changed)
    (static / "pyodide-lock.json").write_text(lock.lock(original, made), encoding="utf-8")
    changed("notebooks and content")
    versions = contents.stage(WORK / "contents")
    changed("JupyterLab for the browser")
    _configure(sources)
    _jupyter_lite(sources)
    _finish(MADE)
    notices.add(MADE, versions)


def _pyodide(folder: Path) -> Path:
    """Copy Pyodide into *folder*; return the path of its own lock file."""
    made = WORK / "npm"
    pinned = HERE / "package-lock.json"
    # There only once all has been fetched.
    done = made / "fetched.json"
    if not done.is_file() or done.read_bytes() != pinned.read_bytes():
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        shutil.copy(HERE / "package.json", made)
        command = npm(str(PYTHON))
        if not command:
            raise LiteError("there is no npm; run `make lite`, which brings it")
        shutil.copy(pinned, made)
        words = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
        if subprocess.run([*command, *words], cwd=made).returncode:
            raise LiteError(
                "npm could not fetch Pyodide; is there a network? Run `make lite` again"
            )
        shutil.copy(pinned, done)
    package = made / "node_modules" / "pyodide"
    _same_version(package)
    for name in PYODIDE:
        shutil.copy(package / name, folder)
    return package / "pyodide-lock.json"


def _same_version(package: Path) -> None:
    code = (
        "from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION; print(PYODIDE_VERSION)"
    )
    asked = subprocess.run(
        [PYTHON, "-c", code], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()
    found = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    if found != asked:
        said = f"the kernel wants Pyodide {asked}, and tools/lite/package.json names {found}"
        raise LiteError(f"{said}; change it there, and run `npm install` in that folder")


def _configure(sources: Path) -> None:
    """Write the configuration of the site, and that of its build."""
    course = courses.load(ROOT / "content").id
    settings = {
        "pyodideUrl": "./static/pyodide/pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": AT_THE_START},
    }
    site = {
        "appName": "JupyterLab in your browser",
        "exposeAppInBrowser": True,
        "faviconUrl": "./favicon.svg",
        "litePluginSettings": {KERNEL: settings},
        # Otherwise it has the path in its name, and notebooks are lost when a site moves.
        "contentsStorageName": f"JupyterLite Storage - {course}",
    }
    built = {
        "contents": [str(WORK / "contents")],
        "output_dir": str(MADE),
        "apps": ["lab", "notebooks"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "federated_extensions": [
            *(str(EXTENSIONS / name) for name in FEDERATED),
            str(ROOT / "src" / "labextensions" / "selfcheck"),
        ],
    }
    _write(sources / "jupyter_lite_config.json", {"LiteBuildConfig": built})
    whole = {"jupyter-lite-schema-version": 0, "jupyter-config-data": site}
    _write(sources / "jupyter-lite.json", whole)
    shutil.copy(ROOT / "tools" / "jupyterlab" / "overrides.json", sources)


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")


def _jupyter_lite(sources: Path) -> None:
    shutil.rmtree(MADE, ignore_errors=True)
    command = [str(PYTHON), "-m", "jupyterlite_core", "build"]
    done = subprocess.run(command, cwd=sources, capture_output=True, text=True)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise LiteError(f"JupyterLite could not be built:\n{said}")


def _finish(made: Path) -> None:
    """Take away what nobody asks for; put figures where Markdown in a notebook asks for them."""
    for pattern in NOT_ASKED_FOR:
        for path in made.glob(pattern):
            path.unlink()
    # JupyterLab shows a figure once it has read it, and until then asks beside its own page.
    shutil.copytree(WORK / "contents" / "content" / "figures", made / "content" / "figures")
    shutil.copy(ROOT / "content" / "figures" / "favicon.svg", made)
    for page in pages(made):
        depth = len(page.relative_to(made).parts) - 1
        icon = f'<link rel="icon" type="image/svg+xml" href="{"../" * depth}favicon.svg">'
        text = page.read_text(encoding="utf-8")
        page.write_text(ICON.sub("", text).replace("<head>", f"<head>{icon}", 1), encoding="utf-8")


def pages(made: Path) -> Iterator[Path]:
    """Yield the pages of what was *made*."""
    yield from sorted(made.rglob("index.html"))
