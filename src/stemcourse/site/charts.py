"""Charts on the site: an SVG made at build time; Vega comes when a reader gets near a slider."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer

from stemcourse.charts.figure import MIME
from stemcourse.site import assets

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ASSETS = ("charts.js", "charts.css")
# What goes with the Vega that vl-convert brings. JupyterLab's Vega-Lite is older; the specs keep
# to what both know, and each is told its own version.
VEGA_LITE = "6.4"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
MARK = '<figure class="chart"'


class Renderer(NbElementRenderer):  # type: ignore[misc]
    """myst-nb's renderer, which makes a `<figure>` of a chart; `nb_render_plugin` names it.

    A plugin for one MIME type would be simpler, but every site of the environment would load it.
    """

    def render_unhandled(self, data: MimeData) -> list[nodes.Element]:
        """Return the figure of a chart."""
        if data.mime_type != MIME:
            return list(super().render_unhandled(data))
        spec = data.content if isinstance(data.content, dict) else json.loads(data.content)
        return [nodes.raw("", figure(spec), format="html")]


def setup(app: Sphinx) -> None:
    """Connect to the making of pages."""
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)


def figure(spec: dict[str, Any]) -> str:
    """Return a chart as HTML: drawing, caption, numbers; with sliders, *spec* as well."""
    spec = {**spec, "$schema": SCHEMA}
    beside = spec.get("usermeta", {})
    alt = escape(spec.get("description", ""))
    parts = [
        f'<div class="chart-view">{_named(_svg(json.dumps(spec, sort_keys=True)), alt)}</div>',
        f"<figcaption>{escape(beside.get('caption', ''))}</figcaption>",
        *_table(beside.get("table")),
    ]
    if any("bind" in param for param in spec.get("params", ())):
        # No `<` in it, so nothing in it can end the script.
        text = json.dumps(spec, separators=(",", ":")).replace("<", "\\u003c")
        parts.insert(0, '<div class="chart-controls"></div>')
        parts.insert(2, '<output class="chart-says"></output>')
        parts.append(f'<script type="application/json">{text}</script>')
    return f"{MARK}>\n" + "\n".join(parts) + "\n</figure>"


@cache
def _svg(spec: str) -> str:
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return svg


def _named(svg: str, alt: str) -> str:
    """Return *svg* with a name, and with ids that no other chart of the page has."""
    mine = hashlib.sha256(svg.encode()).hexdigest()[:6]
    svg = re.sub(r'(id="|url\(#)', rf"\g<1>c{mine}-", svg)
    # Its parts have roles of their own, and no names: the whole has one.
    svg = svg.replace("<g ", '<g aria-hidden="true" ', 1)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{alt}" ', 1)


def _table(table: dict[str, Any] | None) -> Iterator[str]:
    if not table:
        return
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table["columns"])
    rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in table["rows"])
    yield (
        "<details><summary>The numbers as a table</summary>"
        f'<div class="chart-table"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def _cells(row: list[str | float]) -> Iterator[str]:
    first, *others = row
    yield f'<th scope="row">{escape(_written(first))}</th>'
    for cell in others:
        yield f"<td>{escape(_written(cell))}</td>"


def _written(cell: str | float) -> str:
    return cell if isinstance(cell, str) else f"{cell:,.10g}"


def _copy(app: Sphinx) -> None:
    if target := assets.copy(app, "_static/charts", ASSETS):
        _bring_vega(target / "vega.js")


def _bring_vega(path: Path) -> None:
    """Write Vega to *path*, where that of the vl-convert in use is not there yet."""
    mark = f"/* vl-convert {version('vl-convert-python')}, Vega-Lite {VEGA_LITE} */\n"
    if path.exists():
        with path.open(encoding="utf-8") as written:
            if written.readline() == mark:
                return
    import vl_convert

    # A function around it keeps its names out of the page; what it gives stands on `window`.
    bundle = vl_convert.javascript_bundle(vl_version=VEGA_LITE)  # type: ignore[call-arg]
    path.write_text(f"{mark}(() => {{\n{bundle}\n}})();\n", encoding="utf-8")


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    if MARK in context.get("body", ""):
        app.add_css_file("charts/charts.css")
        app.add_js_file("charts/charts.js", loading_method="defer")
