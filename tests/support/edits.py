"""The table of edits in tests/edits.yaml: each question before and after, as an author has it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect
from ruamel.yaml import YAML

from selfcheck import bank, words
from selfcheck.render import html
from tests.support.kept import attempts
from tests.support.learner import VERDICTS, Learner
from tests.support.moon import MOON

TABLE = Path(__file__).parents[1] / "edits.yaml"
HEAD = """\
schema: 1
id: {name}
title: Edits
objectives: {{see: See what becomes of an answer}}
questions:
  - id: asked
    type: {kind}
    objective: see
    level: apply
    sources: []
"""
FIELDS = {"edit", "change", "add", "below", "drop", "swap", "after", "new", "stays", "stale"}
NEW = words.say("en", "added")


class Edit(NamedTuple):
    """An edit of one question, and what it does to each of some answers.

    `name` is the bank's: answers to one edit's question are no other's.
    """

    name: str
    kind: str
    title: str
    before: str
    after: str
    given: dict[str, Any]
    new: bool
    stays: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def slot(self) -> str:
        return f"{self.name}/asked"

    @property
    def group(self) -> str:
        """The name of the question that is edited; it is the course's, too."""
        return self.name.rpartition("-")[0]

    @property
    def answers(self) -> tuple[str, ...]:
        """The names of the answers of which the table says what becomes of them."""
        return (*self.stays, *self.stale)


class Answered(NamedTuple):
    """What a learner answered, and the verdict."""

    response: Any
    result: str


def table() -> list[Edit]:
    """Return all edits."""
    blocks = YAML(typ="safe").load(TABLE.read_text("utf-8"))
    return [_edit(block, row, n) for block in blocks for n, row in enumerate(block["edits"])]


def _edit(block: dict[str, Any], row: dict[str, Any], number: int) -> Edit:
    title = block.get("name", block["type"])
    assert row.keys() <= FIELDS, f"{title}: {row.keys() - FIELDS}"
    return Edit(
        name=f"{re.sub(r'[^a-z]+', '-', title)}-{number}",
        kind=block["type"],
        title=f"{title}: {row['edit']}",
        before=block["asked"],
        after=_after(block["asked"], row),
        given=block.get("given", {}),
        new=row.get("new", False),
        stays=tuple(row.get("stays", ())),
        stale=tuple(row.get("stale", ())),
    )


def _after(text: str, row: dict[str, Any]) -> str:
    if "after" in row:
        return str(row["after"])
    for old, new in row.get("change", {}).items():
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        text = text.replace(old, new)
    lines = text.splitlines()
    if "add" in row:
        at = _line(lines, row["below"]) + 1
        lines[at:at] = row["add"]
    for each in row.get("drop", ()):
        del lines[_line(lines, each)]
    if "swap" in row:
        one, other = (_line(lines, each) for each in row["swap"])
        lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines) + "\n"


def _line(lines: list[str], part: str) -> int:
    found = [n for n, line in enumerate(lines) if part in line]
    assert len(found) == 1, f"{part!r} stands in {len(found)} lines"
    return found[0]


def _groups(edits: list[Edit]) -> dict[str, list[Edit]]:
    """Return the edits of the same question, by its name: they share a page, which loads once."""
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.group, []).append(edit)
    return found


EDITS = table()
GROUPS = _groups([edit for edit in EDITS if edit.kind != "case"])
# Each sitting gives one answer to each edit's question: that of its number, where there is one.
SITTINGS = [
    pytest.param(
        name,
        [(each, each.answers[n]) for each in group if n < len(each.answers)],
        id=f"{name}-{n}",
    )
    for name, group in GROUPS.items()
    for n in range(max(len(each.answers) for each in group))
]
CASES = [pytest.param(edit, id=edit.title) for edit in EDITS if edit.kind == "case"]


def quizzes(folder: Path) -> dict[tuple[str, str], str]:
    """Return the HTML of all questions, by name and by `before` or `after`.

    The banks are written into *folder* and read from there, as a course's are: an edit that is no
    valid bank fails here.
    """
    made = {}
    for version in ("before", "after"):
        content = folder / version / "content"
        shutil.copytree(MOON / "content" / "figures", content / "figures")
        (content / "questions").mkdir()
        for edit in EDITS:
            asked = edit.before if version == "before" else edit.after
            text = bank_text(edit.name, edit.kind, asked)
            (content / "questions" / f"{edit.name}.yaml").write_text(text, encoding="utf-8")
            made[edit.name, version] = html(bank.load(edit.name, content), {}, None, content)
    return made


def bank_text(name: str, kind: str, asked: str) -> str:
    """Return a bank with one question, `asked`, as YAML."""
    return HEAD.format(name=name, kind=kind) + indent(asked, "    ")


def answer(page: Page, edit: Edit, name: str) -> Answered:
    """Give the answer *name* and check it."""
    who = learner(page, edit)
    response = respond(who, edit, name)
    who.press("Check")
    expect(who.root).to_have_attribute("data-result", re.compile("."))
    return Answered(response, who.root.get_attribute("data-result") or "")


def respond(who: Learner, edit: Edit, name: str) -> Any:
    """Give the answer *name*, and return it."""
    ways = {"right": who.right, "wrong": who.wrong, "partly": who.partly}
    response = edit.given[name] if name in edit.given else ways[name]()
    who.answer(response)
    return response


def sees(page: Page, edit: Edit, name: str, answered: Answered) -> None:
    """See what the table says of the answer *name*, after the edit."""
    who = learner(page, edit)
    if name in edit.stays:
        expect(who.root).to_have_attribute("data-result", answered.result)
        expect(who.status).to_contain_text(VERDICTS[answered.result])
        assert still(who, answered.response)
        # What is new is neither right nor wrong: it says that it is new.
        expect(who.live.get_by_text(NEW)).to_have_count(int(edit.new))
        return
    who.sees_that_it_changed()
    (attempt,) = attempts(page, edit.slot, edit.group)
    who.check(who.right())
    who.sees("correct")
    assert attempts(page, edit.slot, edit.group)[0] == attempt


def still(who: Learner, response: Any) -> bool:
    """Return whether the controls hold *response*, and beside it nothing but what is new."""
    known, now = who.alike(response), who.response()
    if who.kind == "order":
        now = [name for name in now if name in known]
    return bool(now == known)


def answer_case(page: Page, edit: Edit) -> dict[str, Any]:
    """Answer every part of a case right; return the answers by part."""
    given = {}
    for name, section in _parts(page, edit):
        who = Learner(section, "mouse")
        given[name] = who.right()
        who.check(given[name])
        who.sees("correct")
    expect(page.locator(".sc-case")).to_have_attribute("data-result", "correct")
    return given


def sees_case(page: Page, edit: Edit, given: dict[str, Any]) -> None:
    """See what the table says of each part, and a verdict on the case when all of it stands."""
    case = page.locator(".sc-case")
    parts = dict(_parts(page, edit))
    for name in edit.stays:
        who = Learner(parts[name], "mouse")
        who.sees("correct")
        assert still(who, given[name])
    stands = set(parts) == set(edit.stays)
    assert (case.get_attribute("data-result") == "correct") is stands
    for name in edit.stale:
        who = Learner(parts[name], "mouse")
        who.sees_that_it_changed()
    for name in set(parts) - set(edit.stays):
        who = Learner(parts[name], "mouse")
        who.check(who.right())
        who.sees("correct")
    expect(case).to_have_attribute("data-result", "correct")


def _parts(page: Page, edit: Edit) -> Iterator[tuple[str, Locator]]:
    for section in page.locator(".sc-case .sc-question").all():
        slot = section.get_attribute("data-question") or ""
        yield slot.removeprefix(f"{edit.slot}/"), section


def learner(page: Page, edit: Edit) -> Learner:
    """Return a learner at the question of *edit*."""
    return Learner(page.locator(f'[data-question="{edit.slot}"]'), "mouse")
