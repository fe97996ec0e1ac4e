"""The normal distribution, as intervals need it."""

from __future__ import annotations

Z = 1.959963984540054
"""The standard normal value that leaves 2.5% on each side: a 95% interval, in standard errors."""
