"""The course's own directives: a mistake in what they show is told at each build, and mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import tiny

ENTRY = (
    "@article{lee2020, author={Ann Lee}, title={Cells}, year={2020}, doi={10.1000/182}, "
    "status={confirmed}}\n"
)
CLAIM = """\
- id: cells-heal
  section: Healing
  claim: Cells heal.
  verdict: contested
  plain: Nobody knows.
  summary: Some do.
  caveat: Some do not.
  references: [lee2020]
"""
HEAD = "---\ndescription: A page to test what a build says of a mistake in the evidence.\n---\n"


@pytest.mark.parametrize(
    ("directive", "name", "broken", "shown"),
    [
        ("references", "references.bib", ENTRY.replace("confirmed", "sure"), "doi.org/10.1000/182"),
        ("references", "references.bib", ENTRY[:40], "doi.org/10.1000/182"),
        ("evidence-table", "claims.yaml", CLAIM.replace("contested", "unsure"), "Cells heal."),
        ("evidence-table", "claims.yaml", CLAIM.replace("lee2020", "kim2021"), "Cells heal."),
        ("evidence-table", "references.bib", ENTRY[:40], "Cells heal."),
    ],
)
def test_a_mistake_is_told_until_it_is_mended(
    tmp_path: Path, directive: str, name: str, broken: str, shown: str
) -> None:
    tiny.written(tmp_path, "", conf=tiny.WITH_SITE)
    (tmp_path / "index.md").write_text(f"{HEAD}# A page\n\n```{{{directive}}}\n```\n")
    evidence = tmp_path / "content" / "evidence"
    evidence.mkdir()
    good = {"references.bib": ENTRY, "claims.yaml": CLAIM}
    for each, text in good.items():
        (evidence / each).write_text(text)
    (evidence / name).write_text(broken)
    for _ in range(2):
        status, complaints = tiny.sphinx(tmp_path, "-W", "--keep-going")
        assert status == 1
        assert "index.md" in complaints
        assert name in complaints
        assert "Traceback" not in complaints
    (evidence / name).write_text(good[name])
    assert tiny.sphinx(tmp_path, "-W", "--keep-going") == (0, "")
    assert shown in (tmp_path / "site" / "index.html").read_text("utf-8")
