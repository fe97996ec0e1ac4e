"""The buttons under the quizzes of a page: to print it, and to have its answers forgotten.

They stand in the page, hidden until the script finds them; what they do is a script of its own,
`tools.js`, which is loaded when one is pressed.
"""

from __future__ import annotations

from html import escape

from selfcheck.words import say

# What the script does, and the words on the button.
_TOOLS = {
    "questions": "print-questions",
    "with-answers": "print-answers",
    "forget": "forget-answers",
}


def bar(language: str, script: str) -> str:
    """Return the buttons as HTML, in *language*; *script* is the address of `tools.js`."""
    buttons = "".join(
        f'<button type="button" data-tool="{tool}">{escape(say(language, words))}</button>\n'
        for tool, words in _TOOLS.items()
    )
    return (
        f'<div class="sc-tools sc-live" data-script="{escape(script)}" hidden>\n'
        f'<div class="sc-buttons">\n{buttons}</div>\n<p role="status"></p>\n</div>\n'
    )
