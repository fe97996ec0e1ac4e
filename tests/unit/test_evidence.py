"""The claims: read from their file, found by their id, and wrong ones told."""

from pathlib import Path

import pytest

import stemcourse
from stemcourse import evidence
from stemcourse.content import ContentNotFoundError
from stemcourse.evidence import VERDICTS, EvidenceError, UnknownClaimError
from tests.support.fresh import python

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "evidence"

REFERENCES = """
@article{smith2020,
  author = {Smith, Ann}, title = {One}, year = {2020}, doi = {10.1000/1}, status = {confirmed}
}
@book{jones2021, author = {Jones, Bo}, title = {Two}, year = {2021}, status = {confirmed}}
"""
CLAIM = """\
- id: cells-heal
  section: Healing
  claim: Cells heal.
  verdict: contested
  plain: Nobody knows.
  summary: Some do.
  caveat: Some do not.
  references: [smith2020, jones2021]
"""


@pytest.fixture
def write(tmp_path):
    """Writes a folder of evidence and gives the path of its claims."""

    def write(claims: str, references: str = REFERENCES) -> Path:
        (tmp_path / "references.bib").write_text(references, encoding="utf-8")
        path = tmp_path / "claims.yaml"
        path.write_text(claims, encoding="utf-8")
        return path

    return write


# ---------------------------------------------------------------------------- the course's claims


def test_every_claim_of_the_course_loads():
    claims = evidence.load(FOLDER / "claims.yaml")
    assert len(claims) == 116
    assert next(iter(claims)) == "bio-self-renew-or-differentiate"
    assert {each.verdict for each in claims.values()} == set(VERDICTS)
    assert [each.id for each in claims.values() if each.implicit] == ["bio-stem-cells-as-one-thing"]


# --------------------------------------------------------------------------------- finding a claim


def test_a_wrong_id_names_similar_ids(monkeypatch):
    monkeypatch.setenv("SELFCHECK_CONTENT", str(ROOT / "content"))
    with pytest.raises(UnknownClaimError, match="bio-ipsc-resemble-esc"):
        stemcourse.claim("bio-ipsc-resembles-esc")


def test_an_id_like_no_other_says_where_ids_stand(monkeypatch):
    monkeypatch.setenv("SELFCHECK_CONTENT", str(ROOT / "content"))
    with pytest.raises(
        UnknownClaimError, match=r"content/evidence/claims\.yaml; it lists every id"
    ):
        stemcourse.claim("qqqqqq")


def test_the_content_folder_is_found_from_a_folder_below_the_course(monkeypatch, tmp_path, write):
    monkeypatch.delenv("SELFCHECK_CONTENT", raising=False)
    home = tmp_path / "content" / "evidence"
    home.mkdir(parents=True)
    write(CLAIM).rename(home / "claims.yaml")
    (tmp_path / "references.bib").rename(home / "references.bib")
    below = tmp_path / "notebooks" / "drafts"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert stemcourse.claim("cells-heal").claim.claim == "Cells heal."


def test_outside_the_course_the_error_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.delenv("SELFCHECK_CONTENT", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ContentNotFoundError, match="work inside the course's folder"):
        stemcourse.claim("cells-heal")


def test_a_wrong_variable_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SELFCHECK_CONTENT", str(tmp_path))
    with pytest.raises(ContentNotFoundError, match="SELFCHECK_CONTENT is"):
        stemcourse.claim("cells-heal")


# ------------------------------------------------------------------------------ errors of an author


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("  verdict:", "  verdikt:", "4:3", "unknown key 'verdikt'; did you mean verdict?"),
        ("  caveat: Some do not.\n", "", "1:3", "cells-heal has no caveat; add it"),
        ("- id: cells-heal\n ", "-", "1:3", "this claim has no id; add it"),
        ("contested", "contestd", "4:12", "unknown verdict 'contestd'; did you mean contested?"),
        ("contested", "true-ish", "4:12", "use one of well-supported, partly-supported"),
        (
            "smith2020",
            "smith2002",
            "8:16",
            "'smith2002' is not in references.bib; did you mean smith",
        ),
        ("smith2020", "qqq", "8:16", "'qqq' is not in references.bib; add it there"),
        ("jones2021", "smith2020", "8:27", "the reference 'smith2020' stands twice; keep one"),
        ("[smith2020, jones2021]", "[]", "8:15", "references is empty; name at least one source"),
        ("[smith2020, jones2021]", "smith2020", "8:15", "must be a list"),
        ("Some do.", "12", "6:12", "summary must be text; put it in quotes"),
        ("Some do.", '" "', "6:12", "summary is empty; write it"),
        ("cells-heal", "Cells heal", "1:7", "must be lower-case words with hyphens"),
        ("  section:", "  implicit: maybe\n  section:", "2:13", "implicit must be true"),
        ("  section:", "  claim: X\n  section:", "4:3", "'claim' stands twice in one claim"),
        ("Some do.", "Some: do: not.", "6:", "not YAML"),
        (CLAIM, "just text", "1:1", "this must be a list of claims"),
        (CLAIM, "", "1:1", "this must be a list of claims"),
        (CLAIM, "- just text", "1:3", "a claim must have keys"),
    ],
)
def test_an_error_names_the_place_and_the_mend(write, old, new, place, words):
    assert old in CLAIM
    path = write(CLAIM.replace(old, new))
    with pytest.raises(EvidenceError) as error:
        evidence.load(path)
    assert f"{path}:{place}" in str(error.value)
    assert words in str(error.value)


def test_an_id_used_twice_names_both_lines(write):
    path = write(CLAIM + CLAIM)
    with pytest.raises(EvidenceError) as error:
        evidence.load(path)
    assert str(error.value) == (
        f"{path}:9:7: the id 'cells-heal' is used on line 1 already; change one"
    )


def test_all_errors_are_reported_at_once_and_in_order(write):
    wrong = CLAIM.replace("contested", "maybe").replace("jones2021", "nobody")
    path = write(wrong + wrong.replace("cells-heal", "cells-mend").replace("  caveat", "  cave"))
    with pytest.raises(EvidenceError) as error:
        evidence.load(path)
    lines = [int(problem.split(":")[1]) for problem in error.value.problems]
    assert lines == [4, 8, 9, 12, 15, 16]


def test_errors_of_the_bibliography_are_reported_with_those_of_the_claims(write):
    path = write(CLAIM.replace("contested", "maybe"), REFERENCES.replace("{2020}", "{soon}"))
    with pytest.raises(EvidenceError) as error:
        evidence.load(path)
    assert [problem.split(":")[0].rsplit("/")[-1] for problem in error.value.problems] == [
        "references.bib",
        "claims.yaml",
    ]


def test_a_changed_bibliography_is_noticed(write):
    evidence.load(write(CLAIM))
    path = write(CLAIM, REFERENCES.replace("jones2021", "jones2022"))
    with pytest.raises(EvidenceError, match="'jones2021' is not in"):
        evidence.load(path)


# ----------------------------------------------------------------------------------------- imports


def test_importing_stemcourse_waits_for_nothing():
    heavy = "('msgspec', 'ruamel.yaml', 'pybtex', 'citations', 'stemcourse.evidence')"
    code = f"import sys, stemcourse; print([name for name in {heavy} if name in sys.modules])"
    assert python(code).strip() == "[]"
