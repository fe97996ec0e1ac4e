"""A bank whose variants a Python function makes, and what it returns."""

from __future__ import annotations

from tests.support import tiny

BANK = f"""{tiny.HEAD}\
  - id: first
    type: numeric
    objective: o
    level: apply
    prompt: "What is half of [[n]]?"
    variants: "FUNCTION"
    answer: half
    explanation: Because.
    sources: []
"""
ROWS = "[{'n': 4, 'half': 2}, {'n': 6, 'half': 3}]"
