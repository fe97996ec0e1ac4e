"""All that is wrong with a file that authors write, said at once."""

from collections.abc import Sequence

from contentfiles.problems import one_line


class ProblemsError(Exception):
    """Everything that is wrong with a file: one line a problem, each with its place and its mend.

    `problems` holds the lines.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = [one_line(each) for each in problems]
        super().__init__("\n".join(self.problems))

    def _render_traceback_(self) -> list[str]:
        """Show an author in a notebook the problems and no Python frames."""
        count = len(self.problems)
        return [f"{count} {'thing' if count == 1 else 'things'} to mend:", str(self)]
