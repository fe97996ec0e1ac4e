"""Anki: a deck for each bank, a note for each question.

A note has the same GUID for ever, made of the course, the bank and the question: a later export
mends its texts, and leaves the learner's schedule as it is.
https://docs.ankiweb.net/importing/packaged-decks.html
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import shlex
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from selfcheck import bank, engine
from selfcheck.export.anki_cards import Card
from selfcheck.export.anki_notes import FIELDS, KINDS, STYLE, TYPED, Kind
from selfcheck.export.media import Picture
from selfcheck.export.missing import MissingError
from selfcheck.export.rich import Rich, tex
from selfcheck.export.zips import Zip

if TYPE_CHECKING:
    from selfcheck.export.job import Job
    from selfcheck.export.material import Material, Sheet

# Builds that are to be the same again say when they are by this; https://reproducible-builds.org
EPOCH = "SOURCE_DATE_EPOCH"
DATABASE = "collection.anki2"


def write(job: Job, files: Sequence[IO[bytes]]) -> None:
    """Write the banks of *job*, each as a deck."""
    (file,) = files
    genanki = _genanki()
    models = {kind: _model(genanki, kind) for kind in KINDS}
    pictures: dict[str, Picture] = {}
    with Zip(file) as made:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / DATABASE
            with closing(sqlite3.connect(path)) as database:
                _fill(job, genanki, models, database, pictures)
            with made.open(DATABASE) as entry, path.open("rb") as content:
                shutil.copyfileobj(content, entry)
        for n, picture in enumerate(pictures.values()):
            made.add(str(n), picture.data)
        made.add("media", json.dumps({str(n): name for n, name in enumerate(pictures)}))


def _fill(
    job: Job,
    genanki: Any,
    models: dict[Kind, Any],
    database: sqlite3.Connection,
    pictures: dict[str, Picture],
) -> None:
    """Write the decks and their notes, one by one."""
    time, cursor = _time(job), database.cursor()
    ids = itertools.count(time * 1000)
    genanki.Package([]).write_to_db(cursor, time, ids)
    for material in job.materials():
        about = material.bank
        job.notes.add(
            about.id, "scores are left out: in Anki people judge their answers themselves"
        )
        deck = genanki.Deck(
            _number(f"{material.course}/{about.id}"),
            about.title.replace("::", ":"),
            _description(material),
        )
        for model in models.values():
            deck.add_model(model)
        deck.write_to_db(cursor, time, ids)
        for due, sheet in enumerate(material.sheets()):
            if note := _note(job, genanki, models, sheet, pictures, due):
                note.write_to_db(cursor, time, deck.deck_id, ids)
                job.wrote(sheet)
    database.commit()


def _note(
    job: Job,
    genanki: Any,
    models: dict[Kind, Any],
    sheet: Sheet,
    pictures: dict[str, Picture],
    due: int,
) -> Any:
    card = Card(sheet, job.notes, pictures)
    if not (fields := card.fields()):
        return None
    return genanki.Note(
        model=models[card.kind],
        fields=fields,
        tags=[f"{name}::{value}" for name, value in sheet.labels()],
        guid=genanki.guid_for("selfcheck", sheet.material.course, sheet.path),
        due=due,
    )


def _model(genanki: Any, kind: Kind) -> Any:
    names = [*FIELDS, *(["Typed"] if kind is TYPED else [])]
    return genanki.Model(
        kind.id,
        kind.name,
        fields=[{"name": name} for name in names],
        templates=[{"name": "Card", "qfmt": kind.ask, "afmt": kind.answer}],
        css=STYLE,
        model_type=genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK,
    )


def _description(material: Material) -> str:
    rich = Rich(material, tex, lambda picture: picture.address)
    return "<br>".join(rich.inline(said) for _, said in material.objectives())


def _time(job: Job) -> int:
    """Return when the questions were last changed, in seconds since 1970.

    Anki takes over a note that is newer than its own, so this goes up with every change, and is
    the same as long as nothing changes.
    """
    if (said := os.environ.get(EPOCH, "")).isdecimal():
        return int(said)
    return max(int(path.stat().st_mtime) for path in _inputs(job))


def _inputs(job: Job) -> Iterator[Path]:
    plugins = engine.load(job.folder)
    for name in job.names:
        yield from bank.inputs(name, job.folder, plugins)


def _number(name: str) -> int:
    """Return a number for a deck, of those that Anki takes for one."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % (1 << 30)


def _genanki() -> Any:
    try:
        return import_module("genanki")
    except ImportError:
        # By this very Python: whichever pip a shell finds may be that of another one.
        command = f"{shlex.quote(sys.executable)} -m pip install genanki"
        raise MissingError(
            f"Anki decks are made by genanki, which is not installed; do so: {command}"
        ) from None
