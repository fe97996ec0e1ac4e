"""Ids written into YAML of any style."""

import re
from typing import Any

from hypothesis import HealthCheck, given, note, reject, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from selfcheck.pin import pinned
from selfcheck.pin.verify import nodes, plain
from selfcheck.source import Where
from tests.support.random_yaml import Writer

IDS = ("a", "left-1", "yes", "12", "1e-5", "2024-01-31", "a-long-id-of-more-letters")


def with_ids(value: Any, ids: dict[Where, str], where: Where = ()) -> Any:
    new = value
    if isinstance(value, dict):
        new = {key: with_ids(each, ids, (*where, key)) for key, each in value.items()}
    if isinstance(value, list):
        new = [with_ids(each, ids, (*where, n)) for n, each in enumerate(value)]
    if where in ids:
        new = {"id": ids[where], **(new if isinstance(new, dict) else {"text": new})}
    return new


def stand_in_order(lines: list[str], text: str) -> bool:
    rest = iter(text.split("\n"))
    return all(line in rest for line in lines)


# Documents are long.
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_only_ids_are_new(data: st.DataObject) -> None:
    document = Writer(data.draw)
    text = "\n".join([*document.lines, ""])
    note(text)
    try:
        before = plain(nodes(text))
    except YAMLError:
        reject()
    ids = {where: data.draw(st.sampled_from(IDS)) for where in document.places}
    places = list(ids.items())
    wanted = with_ids(before, ids)

    new = pinned(text, places)
    note(new)
    assert plain(nodes(new)) == wanted
    assert re.findall(r"# c\d.*", new) == re.findall(r"# c\d.*", text)
    assert stand_in_order(document.kept, new)

    # Some today and the rest tomorrow, with the line breaks of Windows.
    half = data.draw(st.integers(0, len(places)))
    new = pinned(pinned(text.replace("\n", "\r\n"), places[:half]), places[half:])
    assert plain(nodes(new)) == wanted
    assert not re.search(r"(?<!\r)\n", new)
