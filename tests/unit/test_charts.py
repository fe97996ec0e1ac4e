"""Every chart of the labs: what it must carry, that it renders, and what its sliders compute."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import altair as alt
import pytest
import vl_convert

import stemcourse.labs
from stemcourse.charts import Figure, Table
from stemcourse.charts.figure import MIME, SCHEMA
from stemcourse.site.charts import VEGA_LITE, figure

LABS = [
    importlib.import_module(f"stemcourse.labs.{module.name}")
    for module in pkgutil.iter_modules(stemcourse.labs.__path__)
]
CHARTS: list[Callable[[], Figure]] = [
    function
    for lab in LABS
    for name, function in inspect.getmembers(lab, inspect.isfunction)
    if function.__module__ == lab.__name__
    and not name.startswith("_")
    and inspect.signature(function).return_annotation == "Figure"
]
MOST_BYTES = 40_000
# JupyterLab 4 ships 5.6; this is the oldest that vl-convert brings.
NEAR_JUPYTERLABS = "5.8"
SEEN = re.compile(r"Invalid|NaN|undefined|null")


@cache
def made(chart: Callable[[], Figure]) -> Figure:
    return chart()


@pytest.fixture(
    params=CHARTS, ids=lambda chart: f"{chart.__module__.split('.')[-1]}-{chart.__name__}"
)
def spec(request: pytest.FixtureRequest) -> dict[str, Any]:
    return made(request.param).spec


def test_there_are_charts() -> None:
    assert len(CHARTS) >= 3


def test_it_says_what_it_shows(spec: dict[str, Any]) -> None:
    title = spec["title"]
    text = title["text"] if isinstance(title, dict) else title
    assert len("".join(text)) >= 20
    assert len(spec["description"]) >= 100
    assert len(spec["usermeta"]["caption"]) >= 60


def test_it_has_its_numbers(spec: dict[str, Any]) -> None:
    table = spec["usermeta"]["table"]
    assert len(table["columns"]) >= 2
    assert len(table["rows"]) >= 2


def test_axes_have_titles(spec: dict[str, Any]) -> None:
    """As Vega draws them: layers may have joined the names of their fields into one title."""
    text = json.dumps(spec)
    compiled = vl_convert.vegalite_to_vega(text, vl_version=VEGA_LITE)
    numeric = {
        scale["name"]
        for scale in _all(compiled, "scales")
        if scale["type"] not in ("band", "point")
    }
    axes = [axis for axis in _all(compiled, "axes") if axis["scale"] in numeric]
    shown = [axis for axis in axes if axis.get("labels", True)]
    assert shown
    for axis in shown:
        assert isinstance(axis.get("title"), str), axis
        assert axis["title"] in text, axis["title"]


def _all(node: Any, name: str) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for item in node for found in _all(item, name)]
    if not isinstance(node, dict):
        return []
    own = node.get(name, [])
    return [
        *own,
        *(found for key, item in node.items() if key != name for found in _all(item, name)),
    ]


def test_jupyterlab_can_show_it(spec: dict[str, Any]) -> None:
    assert spec["$schema"] == SCHEMA
    assert len(json.dumps(spec)) <= MOST_BYTES


def test_every_parameter_has_a_name_of_its_own(spec: dict[str, Any]) -> None:
    for param in spec.get("params", ()):
        assert not re.fullmatch(r"param_\d+", param["name"])
        if "bind" in param:
            assert param["bind"]["name"].strip()


def test_sliders_come_with_a_sentence(spec: dict[str, Any]) -> None:
    params = spec.get("params", ())
    if any("bind" in param for param in params):
        assert any(param["name"] == "says" for param in params)


def test_it_renders_at_every_end_of_every_slider(spec: dict[str, Any]) -> None:
    drawn = {_drawn(spec)}
    for n, param in enumerate(spec.get("params", ())):
        bind = param.get("bind", {})
        for end in ("min", "max"):
            if end in bind and bind[end] != param.get("value"):
                moved = json.loads(json.dumps(spec))
                moved["params"][n]["value"] = bind[end]
                drawn.add(_drawn(moved))
    moves = sum(
        end in param.get("bind", {}) and param["bind"][end] != param.get("value")
        for param in spec.get("params", ())
        for end in ("min", "max")
    )
    assert len(drawn) == moves + 1, "a slider that changes nothing"


@pytest.mark.parametrize("version", [NEAR_JUPYTERLABS, VEGA_LITE])
def test_both_versions_of_vega_lite_draw_it(spec: dict[str, Any], version: str) -> None:
    assert _drawn(spec, version)


def _drawn(spec: dict[str, Any], version: str = VEGA_LITE) -> str:
    svg: str = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version=version)
    texts = re.findall(r"<text[^>]*>([^<]*)", svg)
    assert texts
    assert not [text for text in texts if SEEN.search(text)]
    return svg


def test_the_site_names_the_drawing_and_gives_its_numbers(spec: dict[str, Any]) -> None:
    html = figure(spec)
    assert 'role="img" aria-label="' in html
    assert "<figcaption>" in html
    assert html.count('<th scope="row">') == len(spec["usermeta"]["table"]["rows"])
    live = any("bind" in param for param in spec.get("params", ()))
    assert ('<script type="application/json">' in html) == live
    assert ('class="chart-controls"' in html) == live


def chart(**more: Any) -> alt.Chart:
    return alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().properties(**more)


def test_a_chart_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="no title"):
        Figure(chart(), alt="x", caption="y", table=Table(["a", "b"], []))


def test_a_table_with_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="has not 2 cells"):
        Figure(chart(title="t"), alt="x", caption="y", table=Table(["a", "b"], [["one"]]))


def test_a_notebook_gets_one_mime_type_and_words() -> None:
    shown = Figure(chart(title="t"), alt="What it shows", caption="y", table=Table(["a"], [[1]]))
    bundle = shown._repr_mimebundle_()
    assert set(bundle) == {MIME, "text/plain"}
    assert bundle["text/plain"] == "Chart: What it shows"


def test_two_charts_on_a_page_share_no_id() -> None:
    ids = [re.findall(r' id="([^"]+)"', figure(made(one).spec)) for one in CHARTS]
    every = [name for each in ids for name in set(each)]
    assert len(every) == len(set(every))


def test_a_spec_cannot_end_its_script() -> None:
    hostile = chart(title="</script><script>x</script>").add_params(
        alt.param(name="n", value=1, bind=alt.binding_range(min=0, max=2, name="n "))
    )
    html = figure(Figure(hostile, alt="<b>", caption="<i>", table=Table(["<u>"], [["<s>"]])).spec)
    assert html.count("</script>") == 1
    assert not re.search(r"<(b|i|u|s)>", html)
