"""Spin it: masses are conserved, layers lie by density, and the charts say what the models do."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
import vl_convert
from hypothesis import assume, given
from hypothesis import strategies as st

from stemcourse.labs import spin as lab
from stemcourse.models import counts, spin
from stemcourse.models.spin import Layers, hindered, layers, progress, relative_force, stokes
from stemcourse.studies import measured, measured_range

speeds = st.floats(0, 10_000)
times = st.floats(0, 10_000)
radii = st.floats(1, 30)
factors = st.floats(0.1, 100)
START = Layers(plasma=0, mono_lymph=0, granulocytes=0, mixed=1, red=0)
# Of what a layer holds, cells or liquid are known by the shares of the whole marrow.
MARROW = spin.marrow()
DENSITY = measured_range("mono-lymph-density")
DENSITIES = {
    "plasma": spin.PLASMA_DENSITY,
    "mono_lymph": (DENSITY.low + DENSITY.high) / 2,
    "granulocytes": measured("granulocyte-density").value,
    "red": spin.RED_DENSITY,
}


@pytest.mark.parametrize(("rpm", "radius"), [(1000, 10), (2000, 15), (3000, 8.5)])
def test_the_force_is_the_usual_rule_of_thumb(rpm: float, radius: float) -> None:
    assert relative_force(rpm, radius) == pytest.approx(1.118e-5 * radius * rpm**2, rel=3e-4)


def test_the_force_of_the_task() -> None:
    assert relative_force(3000, 10) == pytest.approx(1006, abs=1)
    assert relative_force(2000, 15) == pytest.approx(671, abs=1)


def test_single_cells_fall_as_in_the_evidence() -> None:
    # At 1 g. And the trap: alone, white cells would fall faster than red ones.
    red = stokes(spin.RED_FL, spin.RED_DENSITY)
    assert red == pytest.approx(0.79, abs=0.01)
    for cell, layer in (
        ("monocyte", "mono_lymph"),
        ("lymphocyte", "mono_lymph"),
        ("neutrophil", "granulocytes"),
    ):
        assert stokes(measured(cell).value, DENSITIES[layer]) > red


def test_a_light_cell_rises_and_one_like_plasma_floats() -> None:
    assert stokes(100, 1.0) < 0
    assert stokes(100, spin.PLASMA_DENSITY) == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_crowd_hinders(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 0 <= hindered(1, more) <= hindered(1, less) <= 1
    assert hindered(1, 0) == 1
    assert hindered(1, 1) == 0


@given(speeds, times, radii)
def test_the_layers_fill_the_tube(rpm: float, minutes: float, radius: float) -> None:
    found = layers(rpm, minutes, radius)
    assert sum(found) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in found)


@given(speeds, times)
def test_no_cell_and_no_liquid_is_lost(rpm: float, minutes: float) -> None:
    found = layers(rpm, minutes)
    for name, share in MARROW._asdict().items():
        assert spin.PACKED * getattr(found, name) + share * found.mixed == pytest.approx(share)
    packed = found.mono_lymph + found.granulocytes + found.red
    liquid = found.plasma + (1 - spin.PACKED) * packed + (1 - MARROW.cells) * found.mixed
    assert liquid == pytest.approx(1 - MARROW.cells)


@given(speeds, times, radii)
def test_nothing_settles_without_speed_or_time(rpm: float, minutes: float, radius: float) -> None:
    assert layers(0, minutes, radius) == START
    assert layers(rpm, 0, radius) == START


@given(speeds, speeds, times, times)
def test_more_speed_and_more_time_sort_more(a: float, b: float, s: float, t: float) -> None:
    slow, fast = sorted((a, b))
    short, long = sorted((s, t))
    assert progress(slow, short) <= progress(fast, long) <= 1
    for name in ("plasma", "mono_lymph", "granulocytes", "red"):
        assert getattr(layers(slow, short), name) <= getattr(layers(fast, long), name) + 1e-12


@given(st.floats(100, 5000))
def test_twice_the_speed_takes_a_quarter_of_the_time(rpm: float) -> None:
    assert spin.minutes_needed(2 * rpm) == pytest.approx(spin.minutes_needed(rpm) / 4)


@given(st.floats(500, 5000))
def test_the_clear_liquid_grows_at_the_speed_of_the_crowd(rpm: float) -> None:
    minutes = spin.minutes_needed(rpm) / 3
    crowd = hindered(stokes(spin.RED_FL, spin.RED_DENSITY, relative_force(rpm)), MARROW.cells)
    found = layers(rpm, minutes)
    sunk = crowd * 60 * minutes / (spin.TUBE_CM * 1e4)
    assert sunk == pytest.approx(found.plasma)


def test_after_a_long_spin_the_layers_lie_in_the_order_of_densities() -> None:
    found = layers(3000, 1000)
    assert found.mixed == 0
    order = [name for name in Layers._fields if getattr(found, name) > 0]
    assert order == sorted(DENSITIES, key=DENSITIES.__getitem__)
    assert [layer[0] for layer in lab.LAYERS] == list(Layers._fields)
    assert found.red == pytest.approx(0.4444, abs=1e-4)
    assert found.mono_lymph + found.granulocytes < 0.02


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: relative_force(-1), "rpm is -1"),
        (lambda: relative_force(1000, -2), "radius_cm is -2"),
        (lambda: layers(1000, -1), "minutes is -1"),
        (lambda: layers(math.nan, 1), "rpm is nan"),
        (lambda: stokes(-1, 1.1), "volume_fl is -1"),
        (lambda: hindered(1, 1.1), "crowding is 1.1"),
        (lambda: counts.mscs(0), "factor is 0"),
        (lambda: counts.nucleated(2, -1), "ml is -1"),
        (lambda: counts.repopulating(math.inf), "factor is inf"),
    ],
)
def test_bad_input_is_named(call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


@given(factors, factors)
def test_numbers_rise_and_shares_stay(factor: float, ml: float) -> None:
    cells = counts.nucleated(factor, ml)
    assert cells == pytest.approx(factor * ml * counts.nucleated())
    fewest, most = counts.mscs(factor, ml)
    assert (fewest / cells, most / cells) == pytest.approx((1e-5, 1e-4))
    assert counts.repopulating(factor, ml) / cells == pytest.approx(1 / 3.0e6)


@given(factors, factors)
def test_more_concentrated_means_more_of_each(one: float, other: float) -> None:
    assume(one * 1.001 < other)
    for count in (counts.nucleated, counts.repopulating, lambda f: counts.mscs(f).most):
        assert count(one) < count(other)


def test_known_counts() -> None:
    # 2,885 colony formers in 35.2 million (scarpone2019) lie within the range.
    fewest, most = counts.mscs()
    assert fewest < 2885 < most
    assert (fewest, most) == pytest.approx((352, 3520))
    assert counts.mscs(6, ml=2).most == pytest.approx(42_240)
    times = measured("progenitors-after").value / measured("progenitors-before").value
    assert times == pytest.approx(lab.START_FACTOR, abs=0.05)


@pytest.mark.parametrize("make", [lab.tube, lab.millilitre])
def test_a_chart_is_drawn(make: Any) -> None:
    svg = drawn(make)
    assert svg.startswith("<svg")
    assert "NaN" not in svg
    assert "undefined" not in svg
    assert make().spec == make().spec


@pytest.mark.parametrize(
    ("rpm", "minutes"),
    [(0, 30), (3000, 0), (1500, 11), (3000, 5), (2500, 9), (3000, 11), (4000, 50)],
)
def test_the_tube_draws_and_says_what_the_model_gives(rpm: int, minutes: int) -> None:
    svg = drawn(lab.tube, rpm=rpm, minutes=minutes)
    expected = layers(rpm, minutes)
    assert heights(svg, 0) == pytest.approx([300 * share for share in expected], abs=0.01)
    enlarged = [300 * lab.ENLARGED * getattr(expected, name) for name in lab.WHITE]
    assert heights(svg, 1) == pytest.approx(enlarged, abs=0.05)
    spin_ = f"at {relative_force(rpm):,.0f} times gravity" if rpm else "without a spin"
    assert f"{minutes} min {spin_}:" in svg
    done = progress(rpm, minutes)
    result = f"{math.floor(100 * done)} in 100 red cells" if done < 1 else "all sorted"
    assert result in svg


def test_the_enlarged_buffy_coat_fits_into_the_picture() -> None:
    most = layers(lab.FASTEST, lab.LONGEST)
    thick = lab.ENLARGED * spin.TUBE_CM * (most.mono_lymph + most.granulocytes)
    assert 0 < lab.TOP - thick < lab.TOP < spin.TUBE_CM


@pytest.mark.parametrize("factor", [1, 2.5, 4.2, 10])
def test_the_millilitre_draws_and_says_what_the_model_gives(factor: float) -> None:
    svg = drawn(lab.millilitre, factor=factor)
    assert f"{factor:g} times as many of each kind;" in svg
    assert "MSCs are still 0.001 to 0.01 in 100" in svg
    places = [point(found) for found in re.findall(r"<g class=\"mark-symbol.*?</g>", svg)[:2]]
    for which, ends in enumerate(places):
        expected = []
        for times in (1, factor):
            expected += [counts.nucleated(times), counts.mscs(times)[which]]
            expected += [counts.repopulating(times)]
        expected += [measured(f"progenitors-{when}").value for when in lab.WHEN]
        assert sorted(ends) == pytest.approx(sorted(expected), rel=0.01)


def drawn(make: Any, **values: float) -> str:
    """Return the chart as SVG, with its sliders at *values*."""
    spec = json.loads(json.dumps(make().spec))
    for param in spec["params"]:
        param["value" if param["name"] in values else "name"] = values.get(
            param["name"], param["name"]
        )
    svg: str = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="5.8")
    return svg


def heights(svg: str, group: int) -> list[float]:
    """Return how high the bars of a group of rectangles are."""
    bars = re.findall(r"<g class=\"mark-rect role-mark.*?</g>", svg)[group]
    return [float(height) for height in re.findall(r"h[-\d.e]+v([-\d.e]+)h", bars)]


def point(group: str) -> list[float]:
    """Return the numbers that a group of points stands for, on the scale of nine tens."""
    return [10 ** (9 * float(x) / 230) for x in re.findall(r"translate\(([\d.]+),", group)]
