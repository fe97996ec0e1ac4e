"""What content/evidence/studies.yaml holds: numbers of studies, each with its references."""

from __future__ import annotations

from msgspec import Struct

# A whole one is an int, as it is written: 100 is not shown as 100.0.
Number = int | float


class Entry(Struct, frozen=True, kw_only=True):
    """Numbers of one study, or of a group in it."""

    references: tuple[str, ...]
    """Keys of the bibliography."""


class Share(Entry, frozen=True, kw_only=True):
    """How many of 100 people did well: with the treatment, and in the control group."""

    name: str
    treated: Number
    control: Number | None = None
    """None where a study had no control group."""
    of_treated: int | None = None
    """How many people the share of the treated is of."""
    of_control: int | None = None
    p: Number | None = None
    """The p-value of the difference."""

    @property
    def gap(self) -> float | None:
        """The effect: how many more in 100 did well with the treatment."""
        return None if self.control is None else round(self.treated - self.control, 1)


class Interval(Entry, frozen=True, kw_only=True):
    """What has a lower and an upper end."""

    low: Number
    high: Number


class Gain(Interval, frozen=True, kw_only=True):
    """Less pain, in points on a scale of 0 to 100, with its 95% interval; and against what."""

    who: str
    against: str
    gain: Number
    trials: int
    people: int


class Contradictions(Entry, frozen=True, kw_only=True):
    """Trials by the contradictions found in their reports: gain in ejection fraction, in points."""

    found: str
    trials: int
    gain: Number


class Review(Entry, frozen=True, kw_only=True):
    """A version of a review: how much it pooled."""

    year: int
    trials: int
    people: int


class RiskRatio(Interval, frozen=True, kw_only=True):
    """A pooled risk ratio with its 95% interval."""

    outcome: str
    ratio: Number


class Donor(Entry, frozen=True, kw_only=True):
    """A kind of donor: of 100 patients those alive at two years and those who died, relapse-free.

    Each number has its standard error. None: not confirmed.
    """

    name: str
    people: int
    alive: int
    alive_error: int
    died: int | None = None
    died_error: int | None = None


class Series(Entry, frozen=True, kw_only=True):
    """People among whom no serious event was put down to the cells."""

    name: str
    people: int
    other_events: bool = False
    """Whether they had serious events of another cause."""


class Harm(Entry, frozen=True, kw_only=True):
    """A harm, and in which months after the treatment it was found first and last."""

    name: str
    first: Number
    last: Number
    harmed: str
    """How many, in words: "4 of 9"."""
    until: str = ""
    """When they were counted, where more may have come since."""


class Value(Entry, frozen=True, kw_only=True):
    """One quantity that was measured."""

    id: str
    unit: str
    value: Number


class Range(Interval, frozen=True, kw_only=True):
    """The ends of a range that was measured."""

    id: str
    unit: str


class Studies(Struct, frozen=True, kw_only=True):
    """The whole file."""

    did_well: tuple[Share, ...]
    less_pain: tuple[Gain, ...]
    contradictions: tuple[Contradictions, ...]
    heart_reviews: tuple[Review, ...]
    heart_ratios: tuple[RiskRatio, ...]
    donors: tuple[Donor, ...]
    nobody_harmed: tuple[Series, ...]
    harms: tuple[Harm, ...]
    values: tuple[Value, ...]
    ranges: tuple[Range, ...]
