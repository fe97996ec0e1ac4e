"""Ids written into YAML, to the letter: tests/layouts has what it is before and after."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selfcheck import pin
from selfcheck.finding import Place
from selfcheck.pin import PinError, pinned
from selfcheck.pin.layout import Edit
from selfcheck.pin.verify import nodes, plain
from selfcheck.source import Where

LAYOUTS = Path(__file__).parents[1] / "layouts"
NAMES = sorted(path.name.split(".")[0] for path in LAYOUTS.glob("*.before.yaml"))


def added(before: Any, after: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Yield the ids that *after* has and *before* has not, with their places in *before*."""
    alone = not isinstance(before, dict)
    if isinstance(after, dict) and "id" in after and (alone or "id" not in before):
        yield where, after["id"]
        after = after["text"] if alone else after
    for key in before if isinstance(before, dict) else ():
        yield from added(before[key], after[key], (*where, key))
    for n, value in enumerate(before if isinstance(before, list) else ()):
        yield from added(value, after[n], (*where, n))


def data(text: str) -> Any:
    return plain(nodes(text))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "no break at the end", "byte order mark"])
def test_writes_ids_and_keeps_the_layout(name: str, end: str) -> None:
    before, after = (
        (LAYOUTS / f"{name}.{when}.yaml").read_text("utf-8") for when in ("before", "after")
    )
    places = list(added(data(before), data(after)))
    assert places
    if end == "\r\n":
        before, after = before.replace("\n", end), after.replace("\n", end)
    elif end == "no break at the end":
        before, after = before.rstrip("\n"), after.rstrip("\n")
    elif end == "byte order mark":
        before, after = f"\ufeff{before}", f"\ufeff{after}"
    assert pinned(before, places) == after
    assert pinned(after, []) == after


@pytest.mark.parametrize(
    ("text", "places", "said"),
    [
        (
            "- &a {text: A}\n- *a\n",
            [((1,), "a")],
            "line 2: `*a` repeats what stands at `&a`, and can have no id of its own; "
            "write it out here, or give the ids at `&a` by hand",
        ),
        (
            "x: &all\n- A\ny: *all\n",
            [(("y", 0), "a")],
            "line 3: `*all` repeats what stands at `&all`, and can have no id of its own; "
            "write it out here, or give the ids at `&all` by hand",
        ),
        (
            "- &a {left: A}\n- <<: *a\n  right: B\n",
            [((1, "left"), "a"), ((1, "right"), "b")],
            "line 2: `left` comes here through `<<`; write it out here",
        ),
        ("- text: A\n  id: a\n", [((0,), "b")], "line 1: this has an `id` already"),
        (
            "a:\nb: [c]\n",
            [(("a",), "a"), (("b",), "b")],
            "line 2: only a text or a mapping of fields can have an id; "
            "line 2: only a text or a mapping of fields can have an id",
        ),
        (
            "- a: [A]\n",
            [((0, "a", 1), "a"), ((0, "b"), "b"), ((0, "a", "b"), "c")],
            "line 1: `b` does not stand here; "
            "line 1: `1` does not stand here; line 1: `b` does not stand here",
        ),
        ("# nothing\n", [((), "a")], "line 1: there is nothing here that could have an id"),
        (
            "- &a {text: A}\n-\n  - *a\n",
            [((0,), "a")],
            "line 3: an id would change what stands here; give the ids here by hand",
        ),
    ],
)
def test_refuses_what_it_cannot_write(
    text: str, places: list[tuple[Where, str]], said: str
) -> None:
    with pytest.raises(PinError) as caught:
        pinned(text, places)
    assert str(caught.value) == said


def test_says_the_place_of_each_problem() -> None:
    with pytest.raises(PinError) as caught:
        pinned("- &a A\n- - *a\n  - {id: b}\n", [((1, 1), "b"), ((1, 0), "a")])
    assert [place for place, _ in caught.value.problems] == [Place(2, 5), Place(3, 5)]


def test_an_entry_that_repeats_another_can_have_an_id_before_it() -> None:
    text = "- &a {text: A, feedback: F}\n- <<: *a\n  text: B\n"
    new = pinned(text, [((0,), "a"), ((1,), "b")])
    assert new == "- &a {id: a, text: A, feedback: F}\n- id: b\n  <<: *a\n  text: B\n"


@pytest.mark.parametrize("edit", [Edit(0, 0, "["), Edit(3, 3, "B"), Edit(0, 9, "")])
def test_writes_nothing_that_reads_otherwise(edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pin, "edits", lambda *_: [edit])
    with pytest.raises(PinError, match="line 1: an id would change what stands here"):
        pinned("a: A\nb: B\n", [(("a",), "a")])
