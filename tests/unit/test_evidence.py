"""The claims, their verdicts and the cards that students see."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import stemcourse
from citations import Reference
from stemcourse import evidence
from stemcourse.content import ContentNotFoundError
from stemcourse.evidence import VERDICTS, Card, Claim, EvidenceError, UnknownClaimError

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


class Page(HTMLParser):
    """What a reader of a card meets: its words without the style, its links, its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._in_style = False
        self.feed(html)
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag):
        self._in_style = False

    def handle_data(self, data):
        if not self._in_style:
            self.words.append(data)

    @property
    def links(self) -> list[str | None]:
        return [attributes["href"] for tag, attributes in self.elements if tag == "a"]


def page(card: Card) -> Page:
    return Page(card._repr_html_())


def reference(**fields) -> Reference:
    values = {"key": "smith2020", "title": "One", "short_authors": ("Smith",), "year": 2020}
    return Reference(**{"status": "confirmed", **values, **fields})


def claim(**fields) -> Claim:
    values = {
        "id": "cells-heal",
        "section": "Healing",
        "claim": "Cells heal.",
        "verdict": "contested",
        "plain": "Nobody knows.",
        "summary": "Some do.",
        "caveat": "Some do not.",
        "references": ("smith2020",),
    }
    return Claim(**{**values, **fields})


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


def test_every_card_of_the_course_tells_the_whole_of_its_claim():
    for card in evidence.cards(FOLDER).values():
        text = page(card).text
        verdict = VERDICTS[card.claim.verdict]
        each = card.claim
        for words in (each.claim, verdict.words, each.plain, each.caveat, each.summary):
            assert words in text
        for source in card.references:
            assert source.label in text


def test_cards_of_the_course_are_light():
    sizes = sorted(len(card.html.encode()) for card in evidence.cards(FOLDER).values())
    assert sizes[len(sizes) // 2] < 3000
    assert sizes[-1] < 3500


# ---------------------------------------------------------------------------------------- verdicts


def test_each_verdict_has_words_a_meaning_a_shape_and_a_colour_of_its_own():
    for quality in ("words", "meaning", "shape", "colour"):
        assert len({getattr(verdict, quality) for verdict in VERDICTS.values()}) == 6


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("verdict", VERDICTS.values(), ids=list(VERDICTS))
def test_the_colour_of_a_shape_is_seen_on_a_light_and_on_a_dark_page(verdict):
    light, shape, dark = luminance("#ffffff"), luminance(verdict.colour), luminance("#1e1e1e")
    assert (light + 0.05) / (shape + 0.05) >= 3
    assert (shape + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("name", VERDICTS)
def test_a_card_says_its_verdict_in_words_beside_a_shape(name):
    card = page(Card(claim(verdict=name), [reference()]))
    assert f"{VERDICTS[name].words} {VERDICTS[name].meaning}" in card.text
    shapes = [attributes for tag, attributes in card.elements if tag == "svg"]
    assert [shape["aria-hidden"] for shape in shapes] == ["true"]


# ------------------------------------------------------------------------------------------- cards


def test_a_student_asks_for_a_claim_and_sees_its_card(monkeypatch):
    monkeypatch.delenv("SELFCHECK_CONTENT", raising=False)
    monkeypatch.chdir(FOLDER)
    text = page(stemcourse.claim("bio-ipsc-from-adult-stem-cells")).text
    assert text.startswith(
        "The article says Induced pluripotent stem cells are adult stem cells that have been "
        "altered. Misleading It leaves a wrong impression"
    )
    assert "Keep in mind: Do not confuse" in text
    assert text.endswith(
        "Sources: Takahashi & Yamanaka 2006; Takahashi et al. 2007; Yu et al. 2007"
    )


def test_a_card_shows_a_plain_sentence_and_folds_what_is_behind_it():
    html = Card(claim(), [reference(status="partly-confirmed")]).html
    shown, opened = html.split("<details>")
    for words in ("Cells heal.", "Contested", "Nobody knows.", "Keep in mind:</b> Some do not."):
        assert words in shown
        assert words not in opened
    for words in ("Some do.", "Source:", "Smith 2020", "Checked only in part"):
        assert words in opened
        assert words not in shown
    assert opened.endswith("</details>\n</article>")
    # Closed, and with a name of its own.
    assert opened.startswith("<summary>The evidence and its sources</summary>\n<p>")


def test_an_implicit_claim_is_not_put_into_the_articles_mouth():
    text = page(Card(claim(implicit=True), [reference()])).text
    assert "The article implies" in text
    assert "The article says" not in text


def test_sources_are_links_and_a_source_without_a_link_is_text():
    linked = reference(doi="10.1000/1")
    card = page(Card(claim(), [linked, reference(short_authors=("Jones",), year=2021)]))
    assert card.links == ["https://doi.org/10.1000/1"]
    assert card.text.endswith("Sources: Smith 2020; Jones 2021")


def test_a_single_source_is_not_called_sources():
    assert "Source: Smith 2020" in page(Card(claim(), [reference()])).text


def test_a_card_says_which_sources_are_not_confirmed():
    sources = [
        reference(),
        reference(short_authors=("Chen",), year=2009, status="unconfirmed"),
        reference(short_authors=("Wu",), year=2011, status="partly-confirmed"),
        reference(short_authors=("Li",), year=2012, status="partly-confirmed"),
    ]
    text = page(Card(claim(), sources)).text
    assert "Not yet confirmed by us: Chen 2009" in text
    assert "Checked only in part: Wu 2011; Li 2012" in text


def test_a_card_whose_sources_are_confirmed_has_no_note():
    text = page(Card(claim(), [reference()])).text
    assert "confirmed" not in text
    assert "Checked" not in text


def test_text_of_an_author_is_never_markup():
    attack = '<script>alert("1")</script> & <b>'
    hostile = claim(claim=attack, plain=attack, summary=attack, caveat=attack)
    source = reference(short_authors=(attack,), url='https://e.org/"><script>')
    card = page(Card(hostile, [source]))
    assert "script" not in {tag for tag, _ in card.elements}
    assert card.text.count(attack) == 5
    assert card.links == ['https://e.org/"><script>']


def test_a_card_is_the_same_from_run_to_run():
    code = (
        "from pathlib import Path; from stemcourse.evidence import cards\n"
        f"print([c._repr_mimebundle_() for c in cards(Path({str(FOLDER)!r})).values()])"
    )
    first, second = (python(code, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first == second
    assert not re.search("0x[0-9a-f]{6}", first)


def test_a_card_may_stand_twice_on_a_page_and_leaves_its_headings_alone():
    tags = page(Card(claim(), [reference()])).elements
    assert not [attributes for _, attributes in tags if "id" in attributes]
    assert not [tag for tag, _ in tags if re.fullmatch(r"h[1-6]", tag)]


def test_a_card_has_a_name_for_assistive_technology():
    (article,) = [a for tag, a in page(Card(claim(), [reference()])).elements if tag == "article"]
    assert article["aria-label"] == "Claim: Cells heal."


def test_a_place_without_html_shows_a_line():
    card = Card(claim(), [reference()])
    bundle = card._repr_mimebundle_()
    assert bundle == {"text/html": card._repr_html_(), "text/plain": "Evidence card: cells-heal"}
    assert repr(card) == bundle["text/plain"]


def test_a_card_takes_its_colours_from_the_host_and_asks_nothing_of_other_hosts():
    html = Card(claim(), [reference()]).html
    assert "var(--jp-layout-color0,var(--color-background-primary," in html
    assert "url(" not in html
    assert "@import" not in html


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


def python(code: str, **variables: str) -> str:
    """What a fresh Python prints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_importing_stemcourse_waits_for_nothing():
    heavy = "('msgspec', 'ruamel.yaml', 'pybtex', 'citations', 'stemcourse.evidence')"
    code = f"import sys, stemcourse; print([name for name in {heavy} if name in sys.modules])"
    assert python(code).strip() == "[]"
