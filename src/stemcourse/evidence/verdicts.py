"""The six verdicts. Each has a shape of its own, so that colour only repeats what shape says."""

from typing import Literal

from msgspec import Struct

VerdictName = Literal[
    "well-supported",
    "partly-supported",
    "early-evidence",
    "contested",
    "unsupported",
    "misleading",
]


class Verdict(Struct, frozen=True):
    """How the evidence judges a claim, as a student sees it."""

    name: VerdictName
    words: str
    meaning: str
    colour: str
    """At least 3:1 against a white and a black page alike."""
    drawing: str
    """What stands inside a 16 by 16 SVG, in the current colour."""

    @property
    def shape(self) -> str:
        """The shape as inline SVG; decoration, so always put the words beside it."""
        return f'<svg aria-hidden="true" viewBox="0 0 16 16">{self.drawing}</svg>'


_RING = '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/>'

VERDICTS: dict[VerdictName, Verdict] = {
    verdict.name: verdict
    for verdict in (
        Verdict(
            "well-supported",
            "Well supported",
            "Good evidence agrees with it.",
            "#2a8350",
            # A disc with a tick cut out of it.
            '<path fill="currentColor" fill-rule="evenodd" '
            'd="M8 .5a7.5 7.5 0 0 1 0 15 7.5 7.5 0 0 1 0-15Z'
            'M7 12 3.2 8.2l1.6-1.6L7 8.8l4.2-4.2 1.6 1.6Z"/>',
        ),
        Verdict(
            "partly-supported",
            "Partly supported",
            "Part of it holds, or it holds in some cases only.",
            "#2b7f94",
            _RING + '<path fill="currentColor" d="M8 2v12A6 6 0 0 1 8 2Z"/>',
        ),
        Verdict(
            "early-evidence",
            "Early evidence",
            "First studies point this way; better ones are still needed.",
            "#4a76d4",
            # Steps, of which only the first is filled.
            '<path fill="currentColor" d="M0 10h4v6H0Z"/>'
            '<path fill="none" stroke="currentColor" d="M6.5 5.5h3v10h-3ZM12.5.5h3v15h-3Z"/>',
        ),
        Verdict(
            "contested",
            "Contested",
            "Good sources disagree about it.",
            "#9361c4",
            # Two arrows that part.
            '<path fill="currentColor" d="M7 2v12L0 8ZM9 2v12l7-6Z"/>',
        ),
        Verdict(
            "unsupported",
            "Unsupported",
            "The evidence does not back it up.",
            "#a66a1f",
            _RING,
        ),
        Verdict(
            "misleading",
            "Misleading",
            "It leaves a wrong impression, even if parts of it are true.",
            "#cf4340",
            # A warning triangle with the exclamation mark cut out of it.
            '<path fill="currentColor" fill-rule="evenodd" '
            'd="M8 .5 16 15.5H0ZM7 5.5v5h2v-5ZM7 12v2h2v-2Z"/>',
        ),
    )
}
