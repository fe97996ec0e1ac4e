"""Keeps each null of a chart in a browser, where Python's None is JavaScript's undefined.

In Vega-Lite a null says that something is not drawn, such as a frame or an axis; JavaScript leaves
what is undefined out of what it hands on, and it would be drawn.
"""

from __future__ import annotations

from typing import Any


def nulls(value: Any, null: Any) -> Any:
    """Return *value*, of dicts, lists and what they hold, with *null* for each None."""
    if isinstance(value, dict):
        return {key: nulls(each, null) for key, each in value.items()}
    if isinstance(value, list):
        return [nulls(each, null) for each in value]
    return null if value is None else value


def keep_nulls() -> None:
    """Let Jupyter's kernel in the browser hand on a null where an output has None."""
    from pyodide.ffi import jsnull
    from pyodide_kernel.display import LiteDisplayHook

    write = LiteDisplayHook.write_format_data

    def write_format_data(self: Any, format_dict: Any, md_dict: Any = None) -> None:
        write(self, format_dict, md_dict)
        self.data = nulls(self.data, jsnull)

    LiteDisplayHook.write_format_data = write_format_data
