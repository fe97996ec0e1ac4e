"""Makes a wheel of the engine that is running, so that a new course can carry it along.

A course so stands on its own: it can be moved, handed on and set up where the engine came from is
not to be had.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from selfcheck.new.error import NewError

NAME = "selfcheck"
# The first time that a zip can tell, for all files: the same engine makes the same wheel.
TIME = (1980, 1, 1, 0, 0, 0)
# What an installer writes beside a package about how it came there.
OF_THE_INSTALLER = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}


def wheel(folder: Path) -> Path:
    """Write the wheel of the engine into *folder*; return its path.

    Raises `NewError` where the engine does not run from an installed distribution, or from a
    folder that can be built.
    """
    try:
        found = distribution(NAME)
    except PackageNotFoundError:
        message = "the engine is not installed, so a new course cannot carry it along; install it"
        raise NewError(f"{message} with pip") from None
    source = _editable(found)
    return _built(source, folder) if source else _packed(found, folder)


def _editable(found: Distribution) -> Path | None:
    """Return the folder from which the engine runs, where it is installed in that way."""
    said = json.loads(found.read_text("direct_url.json") or "{}")
    if not said.get("dir_info", {}).get("editable"):
        return None
    return Path(url2pathname(urlsplit(said["url"]).path))


def _built(source: Path, folder: Path) -> Path:
    """Build the wheel of the folder *source*."""
    try:
        from hatchling.builders.wheel import WheelBuilder
    except ImportError:
        message = f"the engine runs from {source}, and hatchling, which builds it, is not installed"
        raise NewError(f"{message}; pip install hatchling") from None
    return Path(next(WheelBuilder(str(source)).build(directory=str(folder), versions=["standard"])))


def _packed(found: Distribution, folder: Path) -> Path:
    """Pack the files of an installed distribution into the wheel that they came from."""
    path = folder / f"{NAME}-{found.version}-py3-none-any.whl"
    info = f"{NAME}-{found.version}.dist-info"
    record = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, data: bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name, TIME), data, zipfile.ZIP_DEFLATED)

        for name, data in sorted(_files(found, info)):
            put(name, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(data)}\n")
        put(f"{info}/RECORD", "".join([*record, f"{info}/RECORD,,\n"]).encode())
    return path


def _files(found: Distribution, info: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the wheel, each with its name in it."""
    data = f"{NAME}-{found.version}.data/data"
    for each in found.files or ():
        parts = each.parts
        if "__pycache__" in parts or (parts[0] == info and parts[-1] in OF_THE_INSTALLER):
            continue
        inside = [part for part in parts if part != ".."]
        if len(inside) == len(parts):
            name = each.as_posix()
        elif inside[0] == "share":
            # Data lies beside the folders of Python, and pip puts it there from here.
            name = f"{data}/{'/'.join(inside)}"
        else:
            # Commands: pip makes them from the entry points.
            continue
        yield name, Path(str(each.locate())).read_bytes()
