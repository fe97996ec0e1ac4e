"""Makes the HTML of a quiz, which docs/quiz-html.md describes."""

from selfcheck.render.quiz import html
from selfcheck.render.settings import Settings

__all__ = ["Settings", "html"]
