"""Who matches whom: the rule, what follows from it, and the charts that show it."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from stemcourse.charts import BLUE
from stemcourse.labs import sister
from stemcourse.models import hla
from stemcourse.models.hla import Family, at_least_one, siblings_needed, simulate, spread
from stemcourse.studies import studies

FIGURES = [sister.siblings, sister.check, sister.donors]
counts = st.integers(0, 30)
levels = st.sampled_from([1, 2])
person = st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd"))
families = st.builds(Family, person, person)
COUSINS = Family(("a", "b"), ("a", "c"))


def test_a_sibling_shares_both_blocks_one_or_none() -> None:
    assert spread(1) == [0.75, 0.25]
    assert spread(1, 1) == [0.25, 0.75]


def test_parents_who_share_a_block_leave_fewer_children_with_nothing() -> None:
    # Children aa, ac, ba, bc: only aa and bc have nothing in common, 2 of 16 pairs.
    assert spread(1, 1, COUSINS) == [0.125, 0.875]
    assert spread(1, 2, COUSINS) == [0.75, 0.25]


@pytest.mark.parametrize(
    ("one", "other", "blocks"),
    [("ab", "ab", 2), ("ab", "ba", 2), ("ab", "ac", 1), ("aa", "ab", 1), ("aa", "bc", 0)],
)
def test_blocks_in_common(one: str, other: str, blocks: int) -> None:
    assert hla.shared((one[0], one[1]), (other[0], other[1])) == blocks


@pytest.mark.parametrize(("n", "percent"), [(1, 25), (2, 44), (3, 58), (4, 68)])
def test_the_percentages_of_the_course(n: int, percent: int) -> None:
    assert round(100 * at_least_one(n)) == percent


@given(counts)
def test_closed_forms(n: int) -> None:
    assert at_least_one(n) == pytest.approx(1 - 0.75**n)
    assert at_least_one(n, 1) == pytest.approx(1 - 0.25**n)
    for k, chance in enumerate(spread(n)):
        assert chance == pytest.approx(math.comb(n, k) * 0.25**k * 0.75 ** (n - k))


@given(families)
def test_a_sibling_is_identical_with_a_chance_of_a_quarter_or_more(family: Family) -> None:
    assert at_least_one(1, 2, family) >= 0.25


@given(counts, levels, families)
def test_a_spread_adds_up_and_more_siblings_never_hurt(n: int, blocks: int, family: Family) -> None:
    assert sum(spread(n, blocks, family)) == pytest.approx(1)
    assert at_least_one(n + 1, blocks, family) >= at_least_one(n, blocks, family) - 1e-12
    assert at_least_one(n, 1, family) >= at_least_one(n, 2, family) - 1e-12
    mean = sum(k * chance for k, chance in enumerate(spread(n, blocks, family)))
    assert mean == pytest.approx(n * at_least_one(1, blocks, family))


def test_without_siblings_there_is_no_match() -> None:
    assert spread(0) == [1]
    assert at_least_one(0) == 0


@given(st.floats(0.001, 0.9999), levels)
def test_siblings_needed_is_the_smallest_number(chance: float, blocks: int) -> None:
    n = siblings_needed(chance, blocks)
    assert at_least_one(n, blocks) >= chance
    assert n == 1 or at_least_one(n - 1, blocks) < chance


def test_the_answers_of_the_tasks() -> None:
    assert siblings_needed(0.5) == 3
    assert siblings_needed(0.95) == 11
    assert at_least_one(10) < 0.95
    assert 100 * at_least_one(3, blocks=1) == pytest.approx(98.4, abs=0.05)


@pytest.mark.parametrize("family", [hla.UNRELATED, COUSINS, Family(("a", "b"), ("a", "b"))])
@pytest.mark.parametrize("blocks", [1, 2])
def test_a_simulation_agrees(family: Family, blocks: int) -> None:
    drawn = 20_000
    found = simulate(3, drawn, blocks, family, seed=7)
    assert sum(found) == drawn
    for count, chance in zip(found, spread(3, blocks, family), strict=True):
        # Four standard errors.
        assert abs(count / drawn - chance) <= 4 * math.sqrt(chance * (1 - chance) / drawn)


def test_a_seed_gives_the_same_families() -> None:
    assert simulate(4, 500, seed=3) == simulate(4, 500, seed=3)
    assert simulate(4, 500, seed=3) != simulate(4, 500, seed=4)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: spread(-1), "n is -1"),
        (lambda: at_least_one(3, 0), "blocks is 0"),
        (lambda: siblings_needed(1), "the chance is 1"),
        (lambda: siblings_needed(0), "the chance is 0"),
        (lambda: simulate(2, 0), "families is 0"),
        (lambda: simulate(2, 10, 3), "blocks is 3"),
        (lambda: spread(1, 2, Family(("a",), ("b", "c"))), "the father has"),  # type: ignore[arg-type]
    ],
)
def test_bad_input_is_named(call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


@pytest.mark.parametrize("make", FIGURES)
def test_a_chart_is_drawn(make: Any) -> None:
    figure = make()
    svg = vl_convert.vegalite_to_svg(json.dumps(figure.spec), vl_version="5.8")
    assert svg.startswith("<svg")
    assert "NaN" not in svg
    assert "undefined" not in svg
    assert make().spec == figure.spec


def drawn_with(n: int) -> str:
    """Return the first chart as SVG, with the slider at *n*."""
    spec = json.loads(json.dumps(sister.siblings().spec))
    next(param for param in spec["params"] if param["name"] == "n")["value"] = n
    svg: str = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="5.8")
    return svg


@pytest.mark.parametrize("n", range(1, sister.MOST + 1))
def test_the_slider_says_and_draws_what_the_model_gives(n: int) -> None:
    svg = drawn_with(n)
    siblings = "1 sibling," if n == 1 else f"{n} siblings,"
    assert f"With {siblings} in {100 * at_least_one(n):.0f} of 100 families" in svg
    bars = re.findall(r"<path .*?/>", marks(svg, "mark-rect"))
    heights = [float(re.findall(r"v([\d.]+)h", bar)[0]) for bar in bars]
    assert [height / sum(heights) for height in heights] == pytest.approx(spread(n), abs=1e-6)
    assert [BLUE in bar for bar in bars] == [False] + [True] * n
    labels = re.findall(r">([^<]+)</text>", marks(svg, "mark-text"))
    assert labels == ["&lt;1" if p < 0.005 else f"{100 * p:.0f}" for p in spread(n)]


def marks(svg: str, kind: str) -> str:
    """Return the first group of marks of this kind."""
    found = re.search(rf'<g class="{kind} role-mark.*?</g>', svg)
    assert found
    return found[0]


def test_the_table_of_the_slider_has_all_its_positions() -> None:
    rows = sister.siblings().spec["usermeta"]["table"]["rows"]
    assert [row[0] for row in rows] == list(range(1, sister.MOST + 1))
    for _, none, one, more, any_ in rows:
        assert none + one + more == pytest.approx(100, abs=0.2)
        assert none + any_ == pytest.approx(100, abs=0.2)


def test_the_drawn_families_lie_near_the_rule() -> None:
    for _, rule, drawn in sister.check().spec["usermeta"]["table"]["rows"]:
        share = rule / 100
        error = 100 * math.sqrt(share * (1 - share) / sister.FAMILIES)
        assert abs(rule - drawn) <= 3 * error


def test_the_donors_are_those_of_the_register() -> None:
    donors = studies().donors
    assert sum(donor.people for donor in donors) == 6545
    alive = [(donor.alive, donor.alive_error) for donor in donors]
    assert alive == [(59, 1), (57, 1), (57, 4), (49, 2), (44, 3)]
    died = {donor.name: donor.died for donor in donors if donor.died is not None}
    assert died == {"relative, full match": 15, "relative, half match": 26, "cord blood": 29}
