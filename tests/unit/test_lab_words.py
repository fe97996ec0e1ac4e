"""The words beside the charts: their numbers come from the data, and what they say of it holds."""

from __future__ import annotations

import ast
import json
import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import citations
from stemcourse import studies as package
from stemcourse.charts import Figure
from stemcourse.charts.words import listed, said, spelled, two_digits
from stemcourse.labs import effect, heart, nobody_hurt, pooled, record_groups, records, sister, spin
from stemcourse.models import records as register
from stemcourse.models import zero_events
from stemcourse.models.spin import minutes_needed
from stemcourse.models.survival import cumulative_incidence, event_free, interval, kaplan_meier
from stemcourse.studies import cite, measured_range, of_source, studies
from stemcourse.studies.entries import Entry, Studies

ROOT = Path(__file__).parents[2]
LABS = sorted((ROOT / "src" / "stemcourse" / "labs").glob("*.py"))
# Which charts show the entries under a key of studies.yaml.
SHOWN: dict[str, list[Callable[[], Figure]]] = {
    "did_well": [effect.most_improved],
    "less_pain": [effect.knee_pain],
    "contradictions": [effect.more_errors],
    "heart_reviews": [heart.shrinking],
    "heart_ratios": [heart.shrinking],
    "donors": [sister.donors],
    "nobody_harmed": [nobody_hurt.upper_limit],
    "harms": [nobody_hurt.follow_up],
    "values": [effect.more_errors, spin.tube, spin.millilitre],
    "ranges": [sister.check, spin.tube, spin.millilitre],
}
# They settle only in which order the layers lie; test_spin.py looks at that.
DENSITIES = {"granulocyte-density", "mono-lymph-density"}
IN_THE_LEGEND = {("heart_reviews", "trials"), ("heart_reviews", "people")}


# ------------------------------------------------------------------------- numbers from the data


def numbers() -> Iterator[tuple[str, int, str]]:
    """Yield where each number stands: the key of the file, the entry and the field."""
    found = studies()
    for key in Studies.__struct_fields__:
        for index, entry in enumerate(getattr(found, key)):
            for field in type(entry).__struct_fields__:
                value = getattr(entry, field)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    yield key, index, field


NUMBERS = [
    pytest.param(*where, id="-".join(map(str, where)))
    for where in numbers()
    if getattr(getattr(studies(), where[0])[where[1]], "id", "") not in DENSITIES
]


def changed(value: Any, field: str) -> Any:
    """Return another value that could stand there."""
    if isinstance(value, int):
        return value + max(1, round(value / 10))
    # The lower end of a range must not pass the upper one.
    return value * (0.5 if field == "low" else 1.5)


def words(make: Callable[[], Figure]) -> str:
    """Return title, alternative text and caption of a chart."""
    spec = make().spec
    return json.dumps([spec["title"], spec["description"], spec["usermeta"]["caption"]])


def drawing(make: Callable[[], Figure]) -> str:
    """Return all of a chart but the words beside it."""
    spec = {**make().spec, "title": "", "description": "", "usermeta": ""}
    return json.dumps(spec)


@cache
def untouched(look: Callable[[Callable[[], Figure]], str], key: str) -> list[str]:
    """Return what the charts of a key say, made once from the data as they are."""
    return [look(make) for make in SHOWN[key]]


@pytest.mark.parametrize(("key", "index", "field"), NUMBERS)
def test_words_change_with_a_number_of_a_study(
    monkeypatch: pytest.MonkeyPatch, key: str, index: int, field: str
) -> None:
    look = drawing if (key, field) in IN_THE_LEGEND else words
    before = untouched(look, key)
    entries: list[Entry] = list(getattr(studies(), key))
    value = getattr(entries[index], field)
    entries[index] = replace(entries[index], **{field: changed(value, field)})
    mutated = replace(studies(), **{key: tuple(entries)})
    monkeypatch.setattr(package, "load", lambda _path: mutated)
    assert [look(make) for make in SHOWN[key]] != before


def test_words_change_with_what_else_people_had(monkeypatch: pytest.MonkeyPatch) -> None:
    before = words(nobody_hurt.upper_limit)
    first, second, third = studies().nobody_harmed
    mutated = replace(studies(), nobody_harmed=(first, replace(second, other_events=False), third))
    monkeypatch.setattr(package, "load", lambda _path: mutated)
    assert words(nobody_hurt.upper_limit) != before


@pytest.mark.parametrize(
    "make", [records.first, records.overstated, record_groups.eras, record_groups.diseases]
)
def test_words_change_with_the_records(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], Figure]
) -> None:
    before = make().spec
    everybody = register.people
    monkeypatch.setattr(register, "people", lambda name: everybody(name)[::2])
    after = make().spec
    assert after["description"] != before["description"]
    if make is not record_groups.eras:
        assert after["usermeta"]["caption"] != before["usermeta"]["caption"]


@pytest.mark.parametrize(
    ("make", "module", "name", "other"),
    [
        (nobody_hurt.upper_limit, nobody_hurt, "exact_limit", lambda n: 1 / n),
        (nobody_hurt.missed, nobody_hurt, "chance_to_miss", lambda n, k: 1 / (n + k)),
        (sister.siblings, sister, "spread", lambda n: [1 / (n + 1)] * (n + 1)),
        (sister.check, sister, "at_least_one", lambda n: 1 - 0.5**n),
        (pooled.pooling, pooled, "TRIALS", pooled.TRIALS[::-1]),
        (spin.tube, spin.spin, "RED_SHARE", 0.3),
        (spin.millilitre, spin, "START_FACTOR", 5.5),
    ],
)
def test_words_change_with_the_model(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], Figure], module: Any, name: str, other: Any
) -> None:
    before = make().spec["description"]
    monkeypatch.setattr(module, name, other)
    assert make().spec["description"] != before


def test_every_source_of_a_number_is_named_beside_a_chart() -> None:
    for key, charts in SHOWN.items():
        shown = "".join(json.dumps(make().spec, ensure_ascii=False) for make in charts)
        for entry in getattr(studies(), key):
            for reference in entry.references:
                assert cite(reference) in shown, f"{key}: {reference}"


# Numbers that belong to a sentence, and to no data: scales, formulas, names.
BELONG = re.compile(
    r"(in|of|every|points of) 100\b|\b95%|\b0 to 100\b|3 divided by n|1 - 1/k|1 - 0\.75|\b1/4\b"
    r"|1 in [k…]|nearer to 1\b|line at 1\b|1, the dashed|1, 1,000, 1 million and 1 billion"
    r"|SCID-X1|ebmt4|from 0 to the|At day 0|up to 20 |from 20 to 40|over 40|before 1991"
    r"|10 of 10 tags|9 of 10\b|about 30 on"
)


def texts(path: Path) -> Iterator[str]:
    """Yield what is typed of each alternative text and caption, gaps where numbers are put in."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Figure":
            for each in call.keywords:
                if each.arg in ("alt", "caption"):
                    yield "".join(_typed(each.value))


def _typed(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _typed(part) if isinstance(part, ast.Constant) else ("…",)
    else:
        raise AssertionError(f"line {node.lineno} is no text")


@pytest.mark.parametrize("path", LABS, ids=lambda path: path.stem)
def test_no_number_of_the_data_is_typed_by_hand(path: Path) -> None:
    for text in texts(path):
        assert not re.search(r".{0,20}\d.{0,20}", BELONG.sub("", text))


def test_texts_are_found() -> None:
    assert sum(len(list(texts(path))) for path in LABS) == 2 * 17


def test_no_source_is_named_by_hand() -> None:
    known = citations.load(ROOT / "content" / "evidence" / "references.bib").values()
    names = {name for source in known for name in source.short_authors}
    named = re.compile(rf"\b({'|'.join(map(re.escape, names))})( et al\.)?,? (19|20)\d\d")
    assert named.search("as Zucker & Cassen 1969 say")
    for path in LABS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not named.search(node.value), path


# ------------------------------------------------------------------- what the words say of the data


def test_the_shares_are_those_that_the_words_single_out() -> None:
    pairs = studies().did_well
    gaps = sorted((pair for pair in pairs if pair.gap is not None), key=lambda pair: pair.gap or 0)
    assert [pair.references for pair in gaps[:2]] == [("houkin2024",), ("pers2024",)]
    assert max(pairs, key=lambda pair: pair.treated) == of_source("han2010", pairs)
    assert min(pairs, key=lambda pair: pair.treated) == of_source("houkin2024", pairs)
    longest = sorted((pair.treated for pair in pairs), reverse=True)[:4]
    assert all(pair.treated in longest for pair in pairs if pair.control is None)
    assert gaps[-1] == of_source("didomenico2016", pairs)
    assert all((pair.p or 0) > 0.5 for pair in gaps[:2]), "may well be luck"


def test_placebo_lies_inside_cells_and_right_of_zero() -> None:
    cells, placebo = studies().less_pain
    assert 0 < cells.low < placebo.low < placebo.high < cells.high


def test_the_gains_rise_with_the_contradictions() -> None:
    gains = [group.gain for group in studies().contradictions]
    assert gains == sorted(gains)


def test_the_later_review_lies_nearer_to_no_difference() -> None:
    ratios = studies().heart_ratios
    for earlier, later in (ratios[:2], ratios[2:]):
        assert (earlier.references, later.references) == (("fisher2014",), ("fisher2016",))
        assert earlier.ratio < later.ratio < 1
    assert [each.low < 1 < each.high for each in ratios] == [False, False, False, True]


def test_the_band_meets_the_curve_at_one_sibling_and_the_diamonds_lie_close() -> None:
    practice = measured_range("identical-sibling")
    rows = sister.check().spec["usermeta"]["table"]["rows"]
    assert [practice.low <= rule <= practice.high for _, rule, _ in rows] == [True] + [False] * 7
    assert max(abs(rule - drawn) for _, rule, drawn in rows) < 3


def test_only_the_teratoma_came_before_the_end_of_follow_up() -> None:
    harms = studies().harms
    early = [harm for harm in harms if harm.first <= nobody_hurt.START_MONTHS]
    assert early == [of_source("han2021", harms)]
    assert of_source("amariglio2009", harms).first % 12 == 0


def test_the_rule_of_three_joins_the_exact_limit_from_about_30_on() -> None:
    def apart(n: int) -> float:
        return 100 * (zero_events.rule_of_three(n) - zero_events.exact_limit(n))

    assert apart(5) > 10
    assert apart(30) < 0.6


def test_most_first_events_come_within_seven_weeks() -> None:
    outcomes = register.first_events()
    came = [outcome.time for outcome in outcomes if outcome.event]
    assert sum(time <= 49 for time in came) > len(came) / 2


def test_the_intervals_are_as_narrow_as_the_captions_say() -> None:
    first, later = register.first_events(), register.relapse_or_death()
    for outcomes, events, days in (
        (first, register.FIRST, range(25, 366, 85)),
        (later, register.RELAPSE_OR_DEATH, range(100, 3653, 710)),
    ):
        for event in events:
            curve = cumulative_incidence(outcomes, event)
            for day in days:
                arms = [abs(end - curve.at(day)) for end in interval(outcomes, event, day)]
                assert round(100 * max(arms), 1) <= 2
    assert "up to 2 in 100" in words(records.first)
    assert "no more than 2 in 100" in words(records.overstated)


def test_one_minus_kaplan_meier_lies_above_all_the_way() -> None:
    outcomes = register.relapse_or_death()
    survival, share = kaplan_meier(outcomes, "relapse"), cumulative_incidence(outcomes, "relapse")
    days = range(365, 3653, 365)
    assert all(1 - survival.at(day) > share.at(day) + 0.01 for day in days)


def test_the_curves_of_the_diseases_are_flat_from_the_month_that_is_named() -> None:
    for outcomes in register.disease_free().values():
        curve = event_free(outcomes)
        flat = [
            curve.at(month / 12 * register.YEAR)
            for month in range(record_groups.FLAT_MONTH, record_groups.LAST_MONTH + 1)
        ]
        assert max(flat) - min(flat) < 0.01


def test_all_is_sorted_after_the_minutes_that_are_named() -> None:
    enough = math.ceil(minutes_needed(spin.START_RPM))
    assert f"After {enough} minutes all is sorted" in words(spin.tube)
    assert (spin.START_RPM, enough) in spin.CASES


# --------------------------------------------------------------------------------- words of numbers


def test_counts_are_spelled() -> None:
    assert [spelled(n) for n in (0, 1, 4, 12, 13, 1000)] == [
        *("no", "one", "four", "twelve"),
        *("13", "1,000"),
    ]


def test_lists_read_as_a_sentence() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A and B"
    assert listed(iter(["A", "B", "C"]), "or") == "A, B or C"


def test_numbers_are_said() -> None:
    assert (said(-0.4, ".1f"), said(3.0, ".1f"), said(2)) == ("minus 0.4", "3.0", "2")
    assert [two_digits(n) for n in (11.7, 352, 3520, 14784)] == ["12", "350", "3,500", "15,000"]
