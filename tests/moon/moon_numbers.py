"""Numbers for the question on full moons."""


def full_moons() -> list[dict[str, float | str]]:
    """Return days, full moons in them, and the quotient the wrong way round."""
    return [
        {"days": days, "moons": days / 29.5, "upside-down": round(29.5 / days, 3)}
        for days in (59, 118, 295)
    ]
