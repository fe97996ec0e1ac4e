"""Runs notebooks and saves them normalised.

A saved notebook is what GitHub, print and the site show, so it must not change from run to run:
no widget views (which show "Loading widget…" for ever without a kernel), no times, no versions of
this machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

from selfcheck.course import ID

HTML = "text/html"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
SECONDS_A_CELL = 120
# A kernel that listens on TCP says at each start that others on this machine could listen too.
QUIET = ["--IPKernelApp.log_level=ERROR"]


def run(path: Path) -> tuple[str, bool]:
    """Run and save the notebook at *path*; return what went wrong, and whether it changed.

    A notebook that fails or warns is left as it was. Raises `KeyboardInterrupt` when it is stopped.
    """
    # Imported here: they take two seconds, and mostly no notebook is stale.
    from asyncio import CancelledError

    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=QUIET,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        if _stopped(client):
            raise KeyboardInterrupt from None
        return str(error), False
    except CellTimeoutError:
        return f"a cell took longer than {SECONDS_A_CELL} seconds; make it shorter", False
    except DeadKernelError:
        if _stopped(client):
            raise KeyboardInterrupt from None
        return "its kernel has ended, perhaps for want of memory; run it again", False
    # A client that is stopped ends in whatever its kernel's end leads to.
    except BaseException as error:
        if isinstance(error, CancelledError) or _stopped(client):
            raise KeyboardInterrupt from None
        raise
    warned = _warnings(notebook)
    if warned:
        return warned, False
    after = nbformat.writes(normalise(notebook)) + "\n"
    if after != before:
        path.write_text(after, encoding="utf-8")
    return "", after != before


def _stopped(client: NotebookClient) -> bool:
    """Return whether somebody has pressed Ctrl+C: nbclient ends the kernel then, and goes on."""
    return getattr(client, "_async_cleanup_kernel_future", None) is not None


def normalise(notebook: NotebookNode) -> NotebookNode:
    """Take out of *notebook* all that changes from run to run; return it."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, start=1):
        # nbval takes a cell without a count for one that was never run.
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
            if "data" in output:
                output.data.pop(WIDGET_VIEW, None)
                output.metadata = _course(output.metadata)
    return notebook


def _course(metadata: NotebookNode) -> NotebookNode:
    """Return of *metadata* the id of the course, which a quiz without a kernel needs."""
    from nbformat import NotebookNode

    html = metadata.get(HTML, {})
    return NotebookNode({HTML: NotebookNode({ID: html[ID]})} if ID in html else {})


def _warnings(notebook: NotebookNode) -> str:
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream" and output.name == "stderr":
                return f"the cell {cell.id!r} warns:\n{output.text}"
    return ""
