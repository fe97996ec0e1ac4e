"""Makes the HTML of a quiz, which docs/quiz-html.md describes."""

from selfcheck.render.quiz import Settings, html

__all__ = ["Settings", "html"]
