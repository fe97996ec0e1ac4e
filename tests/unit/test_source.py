"""A YAML file whose values know where they stand."""

from pathlib import Path

from selfcheck.finding import Place
from selfcheck.source import Source


def test_reads_comments_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text("a: # one\n  >- # two\n  b\n\n# three\nc: [d, # four\n  e]\n", "utf-8")
    source = Source(path)
    assert source.data == {"a": "b", "c": ["d", "e"]}
    assert source.place("c", 1) == Place(7, 3)
