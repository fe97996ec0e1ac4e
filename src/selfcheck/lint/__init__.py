"""Item-writing rules: what is wrong with a question that is no mistake of its format."""

from selfcheck.lint.rule import Found, Problem, Rule, Severity

__all__ = ["Found", "Problem", "Rule", "Severity"]
