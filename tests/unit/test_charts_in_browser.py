"""A null of a chart stays one in a browser."""

from __future__ import annotations

from stemcourse.charts.in_browser import nulls


def test_each_none_becomes_a_null_wherever_it_stands() -> None:
    null = object()
    given = {"axis": None, "layer": [{"title": None, "values": [0, "", False, None]}]}
    assert nulls(given, null) == {
        "axis": null,
        "layer": [{"title": null, "values": [0, "", False, null]}],
    }
    assert given["axis"] is None
