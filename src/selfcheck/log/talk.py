"""What a widget and its pages tell each other of answers, by custom messages.

Not by traits: JupyterLab can save a widget's traits in the notebook, and a student's history is no
part of it. docs/jupyter.md lists the messages; the page's half is `frontend/src/store/kernel.js`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar
from weakref import WeakSet

if TYPE_CHECKING:
    from selfcheck.log.entry import Entry
    from selfcheck.log.store import Log

Message = dict[str, Any]
Done = TypeVar("Done")
# Signs of statements in one message; what is much longer, a server does not let through.
PART = 1_000_000
# Collections of statements that may be on the way at once.
MOST = 4


class Room:
    """A course in this kernel: what its widgets tell each other.

    `drafts` is what the learner has in hand, by slot; it lasts as long as the kernel. `until` is
    the moment up to which the course was forgotten, as far as all have heard. A kernel may hear
    messages in a thread of their own, while a cell makes widgets.
    """

    def __init__(self) -> None:
        self.drafts: dict[str, Message] = {}
        self.until: int | None = None
        self._talks: WeakSet[Talk] = WeakSet()
        self._lock = Lock()

    def enter(self, talk: Talk) -> None:
        """Let a widget hear of the others."""
        with self._lock:
            self._talks.add(talk)

    def talks(self) -> list[Talk]:
        """Return those of all widgets."""
        with self._lock:
            return list(self._talks)


_rooms: dict[str, Room] = {}


class Talk:
    """One widget's talk with its pages.

    *send* takes a message to all of them. `hear` takes what one of them says, whatever it may be;
    an answer has the `nr` of what it answers. The log is opened when a page asks for it.
    """

    def __init__(self, course: str, send: Callable[[Message], object]) -> None:
        self.course = course
        self.send = send
        self._slots: set[str] = set()
        self._whole = False
        self._touched = False
        self._coming: dict[str, list[list[Any]]] = {}
        self._room = _rooms.setdefault(course, Room())
        self._room.enter(self)

    def hear(self, message: object) -> None:
        """Do what a page asks for, and answer; leave alone what is no message of ours."""
        known = {
            "open": self._open,
            "attempt": self._attempt,
            "draft": self._draft,
            "rows": self._rows,
            "statements": self._statements,
            "add": self._add,
            "forget": self._forget,
        }
        if isinstance(message, dict) and isinstance(message.get("type"), str):
            answer = known.get(message["type"])
            if answer:
                answer(message)

    def attempts(self, slots: Iterable[str]) -> list[str]:
        """Return the statements of *slots*, as JSON, the oldest first; write nothing."""
        from selfcheck.log.store import Log

        return Log().readable(self.course, slots)

    def _open(self, asked: Message) -> None:
        slots, known = _texts(asked.get("slots")), _texts(asked.get("known"))
        self._slots.update(slots)

        def read(log: Log) -> Message:
            found = map(_told, log.statements(self.course, slots))
            there = set(known)
            return {
                "statements": [each for each in found if each.get("id") not in there],
                "kept": log.known(known),
                "forgotten": log.forgotten(self.course),
            }

        found, trouble = _tried(read)
        nothing: Message = {"statements": [], "kept": [], "forgotten": None}
        drafts = self._room.drafts
        told = {slot: drafts[slot] for slot in slots if slot in drafts}
        self._answer(
            asked,
            "log",
            **(found or nothing),
            drafts=told,
            touched=self._touched,
            trouble=trouble,
        )

    def _attempt(self, asked: Message) -> None:
        entries = self._entries([asked.get("statement"), *_list(asked.get("statements"))])
        if not entries:
            return
        self._touched = True
        for each in entries:
            self._room.drafts.pop(each.row.slot, None)
        ids = [each.row.id for each in entries]
        done, trouble = _tried(lambda log: log.keep(entries))
        if not done:
            self._answer(asked, "not-kept", ids=ids, trouble=trouble)
            return
        kept = [name for name in ids if name not in done.forgotten]
        self._answer(asked, "kept", ids=kept, forgotten=done.forgotten, trouble=trouble)
        self._news(done.new, done.before.until(self.course))

    def _draft(self, asked: Message) -> None:
        slot, draft = asked.get("slot"), _carried(asked.get("draft"))
        if not _is_text(slot) or not (draft is None or isinstance(draft, dict)):
            return
        self._touched = True
        if draft is None:
            self._room.drafts.pop(slot, None)
        else:
            self._room.drafts[slot] = draft
        for talk in self._room.talks():
            if talk is self or slot in talk._slots:
                talk.send({"type": "draft", "slot": slot, "draft": draft})

    def _rows(self, asked: Message) -> None:
        self._whole = True
        found, trouble = _tried(
            lambda log: (log.rows(self.course), log.forgotten(self.course)),
        )
        rows, forgotten = found or ([], None)
        self._answer(asked, "rows", rows=rows, forgotten=forgotten, trouble=trouble)

    def _statements(self, asked: Message) -> None:
        found, trouble = _tried(lambda log: log.statements(self.course))
        parts = list(_parts(found or []))
        for n, part in enumerate(parts):
            made = [_told(each) for each in part]
            self._answer(
                asked, "statements", part=n, of=len(parts), statements=made, trouble=trouble
            )

    def _add(self, asked: Message) -> None:
        made = self._whole_of(asked)
        if made is None:
            return
        entries = self._entries(made)
        if len(entries) < len(made):
            self._answer(asked, "not-added", trouble="invalid")
            return
        done, trouble = _tried(lambda log: log.keep(entries, again=True))
        if not done:
            self._answer(asked, "not-added", trouble=trouble)
            return
        known = len(entries) - len(done.new)
        self._answer(asked, "added", added=len(done.new), known=known, trouble=trouble)
        self._news(done.new, self._room.until)

    def _entries(self, statements: list[Any]) -> list[Entry]:
        """Return the entries of those of *statements* that are attempts in this course."""
        from selfcheck.log.entry import entry

        return [each for each in (entry(each, self.course) for each in statements) if each]

    def _whole_of(self, asked: Message) -> list[Any] | None:
        """Return all statements of a collection when its last part has come."""
        name = json.dumps(asked.get("nr"))
        parts = self._coming.setdefault(name, [])
        parts.append(_list(asked.get("statements")))
        whole = asked.get("of")
        if isinstance(whole, int) and len(parts) < whole:
            while len(self._coming) > MOST:
                del self._coming[next(iter(self._coming))]
            return None
        del self._coming[name]
        return [each for part in parts for each in part]

    def _forget(self, asked: Message) -> None:
        from selfcheck.log.erase import erase

        erased, trouble = _tried(lambda log: erase(log, self.course))
        if not erased:
            self._answer(asked, "not-forgotten", trouble=trouble)
            return
        self._room.drafts.clear()
        self._room.until = erased.at
        self._answer(asked, "forgotten", at=erased.at)
        for talk in self._room.talks():
            if talk is not self:
                talk.send({"type": "forgotten", "at": erased.at})

    def _answer(self, asked: Mapping[str, Any], kind: str, **members: Any) -> None:
        self.send({"type": kind, "nr": asked.get("nr"), **members})

    def _news(self, new: Iterable[Entry], until: int | None = None) -> None:
        """Tell whoever shows them which attempts there are now.

        until: the moment up to which the course was forgotten. Another process may have done that,
        as a command in a terminal does, and then all are told.
        """
        made = [(each.row.slot, each.row.id) for each in new]
        forgotten = until is not None and until != self._room.until
        self._room.until = until
        for talk in self._room.talks():
            theirs = [each for each in made if talk._whole or each[0] in talk._slots]
            if theirs or forgotten:
                talk.send({"type": "news", "made": theirs, "until": until})


def _tried(act: Callable[[Log], Done]) -> tuple[Done | None, str | None]:
    """Let *act* use the log; return what it returns, if it could, and what is to be said."""
    try:
        from selfcheck.log.store import Log
        from selfcheck.log.trouble import DAMAGED, FAILED, TroubleError
    except ImportError:
        # A Python without SQLite.
        return None, "failed"
    try:
        log = Log()
        return act(log), DAMAGED if log.rescued else None
    except TroubleError as error:
        return None, FAILED if error.code == DAMAGED else error.code


def _parts(statements: Iterable[str]) -> Iterator[list[str]]:
    """Yield *statements* in parts; one that is empty where there are none."""
    part: list[str] = []
    length = 0
    for each in statements:
        if part and length + len(each) > PART:
            yield part
            part, length = [], 0
        part.append(each)
        length += len(each)
    yield part


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [each for each in _list(value) if _is_text(each)]


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and _carried(value) == value


def _told(statement: str) -> Any:
    """Return a *statement* of the log as a message can carry it."""
    made = json.loads(statement)
    # So the log writes half a sign.
    return _carried(made) if "\\ud" in statement else made


def _carried(value: Any) -> Any:
    """Return *value* as a message can carry it.

    That is without half of a sign that JavaScript writes as two, which a text may have that was cut
    off within; a mark stands in its place.
    """
    text = json.dumps(value, ensure_ascii=False)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value if whole == text else json.loads(whole)
