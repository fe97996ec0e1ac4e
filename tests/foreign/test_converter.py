"""QTI 2.1 in somebody else's converter: what it makes of it is the QTI 3.0 that we write."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.exporting import exported

qti_convert = pytest.importorskip("qti_convert")
etree = pytest.importorskip("lxml.etree")
SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def plain(data: bytes) -> str:
    """Return an XML file without the space between elements, and without where its schema is."""
    root = etree.fromstring(data)
    root.attrib.pop(SCHEMA, None)
    for element in root.iter():
        element.text = (element.text or "").strip() or None
        element.tail = (element.tail or "").strip() or None
    etree.cleanup_namespaces(root)
    text: str = etree.tostring(root, pretty_print=True, encoding="unicode")
    return text


def test_2_1_made_into_3_0_is_our_3_0(tmp_path: Path) -> None:
    old, new, made = (tmp_path / name for name in ("old.zip", "new.zip", "made.zip"))
    exported("qti21", old)
    exported("qti30", new)
    qti_convert.upgrade_package(str(old), str(made))
    ours, theirs = ZipFile(new), ZipFile(made)
    assert sorted(ours.namelist()) == sorted(theirs.namelist())
    for name in ours.namelist():
        if name.endswith(".xml"):
            assert plain(theirs.read(name)) == plain(ours.read(name)), name


@pytest.mark.parametrize("to", ["qti21", "qti30"])
def test_every_file_is_where_it_is_referred_to(tmp_path: Path, to: str) -> None:
    exported(to, tmp_path / "a.zip")
    found = qti_convert.fix_package_references(str(tmp_path / "a.zip"), str(tmp_path / "b.zip"))
    assert (found.fixed, found.unresolved) == ([], [])


def test_3_0_can_be_made_into_2_1(tmp_path: Path) -> None:
    exported("qti30", tmp_path / "new.zip")
    done = qti_convert.downgrade_package(str(tmp_path / "new.zip"), str(tmp_path / "old.zip"))
    # A class gets a style sheet, an image becomes an object, and `use` was not there: nothing is
    # lost that a learner sees.
    known = {"shared-vocabulary-stylesheet", "img-to-object"}
    others = {each.message for each in done.warnings if each.code not in known}
    assert all('"use"' in message or "`use`" in message for message in others), others
