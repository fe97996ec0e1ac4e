"""Pooling: against published results and closed forms, and on the chart for every choice."""

from __future__ import annotations

import copy
import itertools
import json
import math
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from stemcourse.charts import VERMILION, Figure
from stemcourse.labs.effect import knee_pain, more_errors, most_improved
from stemcourse.labs.pooled import TRIALS, Trial, pooled_expressions, pooling
from stemcourse.models.normal import Z
from stemcourse.models.pooling import (
    Pooled,
    Study,
    as_ratio,
    pool,
    published_difference,
    risk_ratio,
)
from stemcourse.site.charts import VEGA_LITE
from stemcourse.studies import studies as published

PAIRS = published().did_well
# Tuberculosis with and without BCG vaccine, 13 studies: ill and well of the vaccinated, and of
# the others (Colditz 1994, as `dat.bcg` of R's metadat has them).
BCG = (
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
)
studies = st.lists(st.builds(Study, st.floats(-5, 5), st.floats(0.01, 10)), min_size=1, max_size=8)


def test_pools_the_bcg_trials_as_metafor_and_stata_do() -> None:
    """Tests of metafor print these, for `rma(method="DL")` and for `metan, randomi`."""
    pooled = pool([risk_ratio(a, a + b, c, c + d) for a, b, c, d in BCG])
    assert pooled.effect == pytest.approx(-0.7141, abs=5e-5)
    assert pooled.low == pytest.approx(-1.0644, abs=5e-5)
    assert pooled.high == pytest.approx(-0.3638, abs=5e-5)
    assert pooled.tau2 == pytest.approx(0.3088, abs=5e-5)
    assert as_ratio(pooled) == pytest.approx((0.4896, 0.3449, 0.6950), abs=5e-5)


def test_pools_two_studies_by_hand() -> None:
    """With two studies tau2 = ((a - b)² - v - w) / 2, worked out from the definition."""
    pooled = pool([Study(0, 1), Study(4, 3)])
    assert pooled.tau2 == pytest.approx((16 - 1 - 3) / 2)
    assert pooled.weights == pytest.approx((9 / 16, 7 / 16))
    assert pooled.effect == pytest.approx(4 * 7 / 16)
    assert pooled.high - pooled.low == pytest.approx(2 * 1.959964 / math.sqrt(1 / 7 + 1 / 9))


def test_pools_three_studies_by_hand() -> None:
    """The weights are 1, 1 and 2, the mean 2, Q = 4 + 0 + 2 · 1 and Σ w - Σ w² / Σ w = 5/2.

    So tau2 = (6 - 2) / (5/2) = 8/5, and the studies weigh 5/13, 5/13 and 10/21.
    """
    pooled = pool([Study(0, 1), Study(2, 1), Study(3, 1 / 2)])
    assert pooled.tau2 == pytest.approx(8 / 5)
    assert pooled.weights == pytest.approx((105 / 340, 105 / 340, 130 / 340))
    assert pooled.effect == pytest.approx((2 * 105 + 3 * 130) / 340)
    assert pooled.high - pooled.effect == pytest.approx(1.959964 / math.sqrt(340 / 273))


def test_studies_that_agree_are_pooled_by_precision_alone() -> None:
    pooled = pool([Study(1, 1), Study(1.5, 3)])
    assert pooled.tau2 == 0
    assert pooled.weights == pytest.approx((0.75, 0.25))
    assert pooled.effect == pytest.approx(1.125)


@pytest.mark.parametrize("seed", range(10))
def test_statsmodels_finds_the_same(seed: int) -> None:
    chance = random.Random(seed)
    cut_off = 0
    for _ in range(50):
        spread = chance.choice([0.1, 1, 5])
        several = [
            Study(chance.gauss(chance.choice([0, 3]), spread), 10 ** chance.uniform(-3, 1))
            for _ in range(chance.randint(2, 12))
        ]
        effects, variances = (np.array(column) for column in zip(*several, strict=True))
        with np.errstate(all="ignore"):
            theirs = combine_effects(effects, variances, method_re="dl")
        effect, error, weights = (
            (theirs.mean_effect_re, theirs.sd_eff_w_re, theirs.weights_rel_re)
            # It leaves a negative tau2 as it is. At 0, random effects are fixed effects.
            if theirs.tau2 > 0
            else (theirs.mean_effect_fe, theirs.sd_eff_w_fe, theirs.weights_rel_fe)
        )
        cut_off += theirs.tau2 <= 0
        ours = pool(several)
        assert ours.tau2 == pytest.approx(max(0, theirs.tau2), rel=1e-10, abs=1e-10)
        assert ours.effect == pytest.approx(effect, rel=1e-10, abs=1e-10)
        assert ours.weights == pytest.approx(weights, rel=1e-10)
        assert (ours.high - ours.low) / 2 == pytest.approx(Z * error, rel=1e-10)
    assert 0 < cut_off < 50


def test_digits_are_kept_where_one_study_weighs_nearly_all() -> None:
    """With two studies tau2 = ((a - b)² - v - w) / 2; Σ w - Σ w² / Σ w would be 0, rounded."""
    pooled = pool([Study(0, 1e-18), Study(4, 3)])
    assert pooled.tau2 == pytest.approx((16 - 3) / 2)


def test_one_study_is_its_own_pool() -> None:
    pooled = pool([published_difference(13.24, 3.20, 23.28)])
    assert (pooled.effect, pooled.low, pooled.high) == pytest.approx((13.24, 3.20, 23.28))
    assert pooled.weights == (1,)


def test_pools_the_two_halves_of_the_heart_attack_review() -> None:
    """By baseline ejection fraction (delewi2014): a mean of two groups that differ."""
    pooled = pool([published_difference(5.30, 4.27, 6.33), published_difference(1.45, 0.60, 2.31)])
    assert pooled.effect == pytest.approx(3.36, abs=0.005)
    assert pooled.low < 0 < pooled.high


def test_risk_ratio_from_counts() -> None:
    study = risk_ratio(10, 100, 20, 100)
    assert math.exp(study.effect) == pytest.approx(0.5)
    assert study.variance == pytest.approx(0.1 - 0.01 + 0.05 - 0.01)


@given(studies)
def test_weights_sum_to_one_and_the_mean_lies_between(several: list[Study]) -> None:
    pooled = pool(several)
    effects = [study.effect for study in several]
    assert sum(pooled.weights) == pytest.approx(1)
    assert min(pooled.weights) > 0
    assert min(effects) - 1e-9 <= pooled.effect <= max(effects) + 1e-9
    assert pooled.low < pooled.effect < pooled.high
    assert pooled.tau2 >= 0


@given(studies, st.floats(-5, 5))
def test_a_shift_of_all_studies_shifts_the_pool(several: list[Study], by: float) -> None:
    moved = pool([Study(study.effect + by, study.variance) for study in several])
    here = pool(several)
    assert moved.effect == pytest.approx(here.effect + by, abs=1e-6)
    assert moved.tau2 == pytest.approx(here.tau2, abs=1e-6)


@given(studies)
def test_the_order_does_not_matter(several: list[Study]) -> None:
    assert pool(several[::-1]).effect == pytest.approx(pool(several).effect, abs=1e-9)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pool([]), "no study"),
        (lambda: pool([Study(1, 0)]), "variance above 0"),
        (lambda: pool([Study(math.nan, 1), Study(1, 1)]), "needs an effect"),
        (lambda: pool([Study(1, math.inf)]), "variance above 0"),
        (lambda: risk_ratio(0, 10, 1, 10), "1 event or more"),
        (lambda: risk_ratio(11, 10, 1, 10), "no more events than people"),
        (lambda: risk_ratio(10, 10, 10, 10), "everybody"),
        (lambda: published_difference(5, 1, 4), "inside its interval"),
        (lambda: published_difference(5, 5, 5), "inside its interval"),
    ],
)
def test_bad_input_says_what_is_wrong(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_the_made_up_trials_tell_the_story_of_the_lab() -> None:
    small, large = _pooled(TRIALS[:3]), _pooled(TRIALS[3:])
    assert all(_pooled([trial]).high > 0 for trial in TRIALS)
    assert small.high < 0
    assert large.low < 0 < large.high
    every = as_ratio(_pooled(TRIALS))
    assert every == pytest.approx((0.70, 0.46, 1.06), abs=0.005)
    assert as_ratio(small) == pytest.approx((0.29, 0.12, 0.68), abs=0.005)
    assert math.exp(large.effect) == pytest.approx(0.92, abs=0.005)
    # One trial alone, if it is left out, makes the cells look proven.
    proven = [out.name for out in TRIALS if _pooled([t for t in TRIALS if t != out]).high < 0]
    assert proven == ["F"]


SUBSETS = [kept for size in range(len(TRIALS) + 1) for kept in itertools.combinations(TRIALS, size)]


def test_the_expressions_pool_as_the_model_does() -> None:
    """Vega works out the chart's own expressions, for every choice of trials at once."""
    calculated = _in_vega(
        [{_tick(trial): trial in kept for trial in TRIALS} for kept in SUBSETS],
        pooled_expressions(TRIALS),
    )
    assert len(calculated) == len(SUBSETS) == 64
    for kept, found in zip(SUBSETS, calculated, strict=True):
        assert found["k"] == len(kept)
        if kept:
            pooled = _pooled(kept)
            assert found["tau2"] == pytest.approx(pooled.tau2, abs=1e-9)
            assert found["effect"] == pytest.approx(pooled.effect, abs=1e-9)
            assert (found["low"], found["high"]) == pytest.approx((pooled.low, pooled.high))


@pytest.mark.parametrize(
    "kept",
    [TRIALS, TRIALS[:3], TRIALS[3:], TRIALS[1:], TRIALS[:5], TRIALS[:1], TRIALS[5:]],
    ids=lambda kept: "".join(trial.name for trial in kept),
)
def test_the_chart_draws_and_says_what_the_model_finds(kept: tuple[Trial, ...]) -> None:
    svg = _svg(pooling(), **{_tick(trial): trial in kept for trial in TRIALS})
    pooled = _pooled(kept)
    low, high, effect = _drawn(svg)
    assert (low, effect, high) == pytest.approx((pooled.low, pooled.effect, pooled.high), abs=1e-6)
    ratio = as_ratio(pooled)
    said = _texts(svg)
    assert f"risk ratio {ratio.ratio:.2f}," in said
    verdict = "inside" if ratio.low <= 1 <= ratio.high else "outside"
    assert f"interval {ratio.low:.2f} to {ratio.high:.2f}: 1 lies {verdict}" in said


def test_a_chart_without_a_trial_says_so_and_draws_no_diamond() -> None:
    svg = _svg(pooling(), **{_tick(trial): False for trial in TRIALS})
    assert "nothing to pool" in _texts(svg)
    assert VERMILION not in svg
    assert "NaN" not in svg


def test_the_expressions_name_every_parameter_that_they_use() -> None:
    names = pooled_expressions(TRIALS)
    ticks = {_tick(trial) for trial in TRIALS}
    known: set[str] = ticks | {"max", "sqrt", "e"}
    for name, expression in names.items():
        used = set(re.findall(r"[a-z_]\w*", expression))
        assert used <= known, f"{name} uses {used - known}"
        known.add(name)


def test_a_tick_adds_the_control_groups_and_sorts_by_gap() -> None:
    off, on = (_svg(most_improved(), show=show) for show in (False, True))
    by_share = sorted(PAIRS, key=lambda pair: -pair.treated)
    by_gap = sorted(PAIRS, key=lambda pair: -1 if pair.gap is None else pair.gap, reverse=True)
    assert _order(off) == [pair.name for pair in by_share]
    assert _order(on) == [pair.name for pair in by_gap]
    assert ": gap " not in _texts(off)
    assert "Back pain, 12 months: gap 5" in _texts(on)
    assert _texts(on).count("no control group") == 2 + 1


@pytest.mark.parametrize("chart", [most_improved, knee_pain, more_errors, pooling])
def test_every_chart_is_drawn_and_described(chart: Callable[[], Figure]) -> None:
    figure = chart()
    assert figure.spec["title"]
    assert len(figure.spec["description"]) > 100
    svg = _svg(figure)
    assert "NaN" not in svg
    assert chart().spec == figure.spec


def test_the_knee_chart_shows_no_unconfirmed_review() -> None:
    """Whittle 2025 and Dai 2021 are not on this scale: theirs is not confirmed."""
    words = json.dumps(knee_pain().spec)
    assert "Whittle" not in words
    assert "Dai" not in words


def _pooled(trials: tuple[Trial, ...] | list[Trial]) -> Pooled:
    return pool([trial.study for trial in trials])


def _tick(trial: Trial) -> str:
    return f"trial_{trial.name.lower()}"


def _in_vega(rows: list[dict[str, Any]], expressions: dict[str, str]) -> list[dict[str, float]]:
    """Return what Vega makes of *expressions*, their parameters being columns of *rows*."""
    columns = "|".join([*rows[0], *expressions])
    spec = {
        "data": {"values": [{**row, "row": n} for n, row in enumerate(rows)]},
        "transform": [
            {"as": name, "calculate": re.sub(rf"\b({columns})\b", r"datum.\1", expression)}
            for name, expression in expressions.items()
        ]
        + [
            {
                "as": "told",
                "calculate": "datum.row + ';' + "
                + " + ';' + ".join(f"datum.{name}" for name in expressions),
            }
        ],
        "mark": "text",
        "encoding": {"text": {"field": "told"}},
    }
    svg = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version=VEGA_LITE)
    told = sorted(
        [float(part) for part in text.split(";")] for text in re.findall(r">([^<;]+;[^<]+)<", svg)
    )
    return [dict(zip(expressions, numbers[1:], strict=True)) for numbers in told]


def _svg(figure: Figure, **values: Any) -> str:
    """Return the drawing of *figure* with its parameters set to *values*."""
    spec = copy.deepcopy(figure.spec)
    names = {param["name"] for param in spec.get("params", ())}
    assert values.keys() <= names
    for param in spec.get("params", ()):
        if param["name"] in values:
            param["value"] = values[param["name"]]
    svg: str = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version=VEGA_LITE)
    return svg


def _texts(svg: str) -> str:
    return "\n".join(re.findall(r"<t(?:ext|span)[^>]*>([^<]+)", svg))


def _order(svg: str) -> list[str]:
    """Return the names of the studies from top to bottom, as drawn."""
    found: Iterator[tuple[float, str]] = (
        (float(y), text.split(": gap")[0])
        for y, text in re.findall(r"<text[^>]*translate\([^,]*,([-\d.]+)\)[^>]*>([^<]+)", svg)
    )
    names = {pair.name for pair in PAIRS}
    return [text.replace("&#39;", "'") for _, text in sorted(found) if text in names]


def _drawn(svg: str) -> tuple[float, float, float]:
    """Return where the pooled interval starts and ends, and its diamond, as logarithms."""
    width, low, high = 220, math.log(0.02), math.log(4)

    def value(x: float) -> float:
        return low + x / width * (high - low)

    colour = re.escape(VERMILION)
    line = re.search(
        rf'<line transform="translate\(([-\d.e]+),[^>]*x2="([-\d.e]+)"[^>]*{colour}', svg
    )
    diamond = re.search(rf'<path[^>]*transform="translate\(([-\d.e]+),[^>]*fill="{colour}"', svg)
    assert line
    assert diamond
    start, length = float(line[1]), float(line[2])
    ends = sorted((value(start), value(start + length)))
    return ends[0], ends[1], value(float(diamond[1]))
