"""The rows of questions that come with several sets of numbers."""

from __future__ import annotations

_TRIALS = (
    (40, "a clot in the lung"),
    (50, "a seizure"),
    (75, "a serious infection"),
    (120, "a stroke"),
    (200, "a tumour"),
)


def zero_events() -> list[dict[str, float | str]]:
    """Made-up trials in which nobody had the event, with the limit by the rule of three.

    When none of n people had an event, the one-sided upper 95% limit of its true rate is
    about 3 / n, close enough for n above 30 (hanley1983; exactly 1 - 0.05 ** (1 / n)).
    Columns: n, people; harm, the event; percent, 3 / n in per cent; thousand, 3 / n in
    1,000 people; upside-down (n / 3), fraction (3 / n) and one-case (1 / n in per cent), wrong
    numbers that learners give.
    """
    return [
        {
            "n": n,
            "harm": harm,
            "percent": round(300 / n, 2),
            "thousand": round(3000 / n),
            "upside-down": round(n / 3, 1),
            "fraction": round(3 / n, 4),
            "one-case": round(100 / n, 2),
        }
        for n, harm in _TRIALS
    ]
