"""A bank whose variants a Python function makes, and what it returns."""

from __future__ import annotations

BANK = """\
schema: 1
id: one
title: One
objectives: {o: One thing}
questions:
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
