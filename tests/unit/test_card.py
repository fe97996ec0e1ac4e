"""The verdicts, and the cards that students see."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import stemcourse
from citations import Reference
from stemcourse import evidence
from stemcourse.evidence import VERDICTS, Card, Claim
from stemcourse.inline import compact
from tests.support.fresh import python

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "evidence"


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


def test_a_style_is_compact_and_says_the_same():
    assert compact("/* a */ a b :is(c, d) > e { f: g;\n h: i j }") == "a b :is(c,d)>e{f:g;h:i j}"
    assert compact("@media (f: a) { b c { d: e; } }") == "@media (f:a){b c{d:e}}"


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
    for words in ("Some do.", "Source:", "Smith 2020", "(unconfirmed)"):
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
    assert text.endswith(
        "Sources: Smith 2020; Chen 2009 (unconfirmed); Wu 2011 (unconfirmed); Li 2012 (unconfirmed)"
    )


def test_a_card_whose_sources_are_confirmed_has_no_note():
    text = page(Card(claim(), [reference()])).text
    assert "confirmed" not in text


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
