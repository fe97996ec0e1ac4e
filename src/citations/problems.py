"""All that is wrong with a file that authors write, said at once."""

from collections.abc import Sequence


class ProblemsError(Exception):
    """Everything that is wrong with a file: one line a problem, each with its place and its mend.

    `problems` holds the lines.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)
