"""What a question type is: a row, and what its functions get and give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from selfcheck import content
from selfcheck.finding import Finding
from selfcheck.identity import Listing, is_id
from selfcheck.questions import Asked, Question
from selfcheck.source import Here

A = TypeVar("A", bound=Asked)
Q = TypeVar("Q", bound=Question)

# Parts of a row that are no functions.
DATA = ("struct", "script", "ordered")


class Context(NamedTuple):
    """Where a question stands: the bank's language, and the content folder.

    folder: the one of the course when None.
    """

    language: str
    folder: Path | None = None

    @property
    def figures(self) -> Path:
        """The folder of the figures; a bank without any may come from anywhere."""
        return (self.folder or content.folder()) / "figures"


class Body(NamedTuple):
    """What is particular to a question type in the HTML.

    `data` goes into `data-q`; `response` is the HTML under the prompt; `answer` says the key to
    people; `feedback` is the HTML of the feedback, or nothing. `decides` is what decides the
    score, for the fingerprint; when None, `data` does.
    """

    data: Mapping[str, object]
    response: str
    answer: str
    feedback: str = ""
    decides: object = None


def nothing(_question: Question, _language: str) -> Mapping[str, str]:
    """Fill no places."""
    return {}


@dataclass(frozen=True)
class Row(Generic[Q]):
    """A question type.

    struct: a `Question` with the type's name as its tag.
    check: what is wrong with a question, beyond what its struct and its listings say.
    body: its HTML; it gets the name `bank/question`, by which it may shuffle.
    answers: its right answers in words, as HTML, for the printable key of a bank in a language.
    listings: what a learner can choose, place or type in it and has an id; may be empty.
    script: the classic script of a type from outside, `selfcheck.register("…", {…})`.
    fill: the HTML that stands for each `[[name]]` in its texts, by name.
    ordered: whether the order of its answers is the key.
    """

    struct: type[Q]
    check: Callable[[Q, Here], Iterable[Finding]]
    body: Callable[[Q, str, Context], Body]
    answers: Callable[[Q, str], Sequence[str]]
    listings: Callable[[Q], Iterable[Listing]]
    script: Path | None = None
    fill: Callable[[Q, str], Mapping[str, str]] = nothing
    ordered: bool = False

    def __post_init__(self) -> None:
        """Raise `TypeError`, which names the part, when one is missing."""
        _complete(self, Question)


@dataclass(frozen=True)
class Frame(Generic[A]):
    """A type that holds questions, each with a verdict of its own.

    struct: an `Asked` with the type's name as its tag.
    check: what is wrong with it, beyond what its struct says and what is wrong with its parts.
    html: its HTML around that of its parts; it gets its name and the data of all questions too.
    answers: its entry in the printable key, around those of its parts.
    """

    struct: type[A]
    check: Callable[[A, Here], Iterable[Finding]]
    html: Callable[[A, str, Mapping[str, object], Iterable[str]], str]
    answers: Callable[[A, Iterable[str]], str]

    def __post_init__(self) -> None:
        """Raise `TypeError`, which names the part, when one is missing."""
        _complete(self, Asked)


def tag(struct: type[Asked]) -> str:
    """Return the name of the type whose struct this is; nothing for a base of several."""
    return str(struct.__struct_config__.tag or "")


def _complete(row: Any, base: type[Asked]) -> None:
    struct = row.struct
    if not (isinstance(struct, type) and issubclass(struct, base)):
        raise TypeError(
            f"`struct` of a question type is {struct!r}; derive it from {base.__name__}"
        )
    name = tag(struct)
    if not name:
        raise TypeError(f"{struct.__name__} has no tag; write `tag=` and the type's name")
    if not is_id(name):
        # A script is called by it as well.
        raise TypeError(f"`{name}` is no name of a type; use lower-case letters, digits, hyphens")
    for part in (field.name for field in fields(row) if field.name not in DATA):
        if not callable(getattr(row, part)):
            raise TypeError(f"the question type `{name}` has no `{part}`; give it that function")
    script = getattr(row, "script", None)
    if script is not None and not Path(script).is_file():
        raise TypeError(f"the question type `{name}` has no `script`: there is no file {script}")
