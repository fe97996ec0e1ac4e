"""Nothing that stands in content can run, ask another host, or break out of where it stands.

Each of some 300 payloads goes into every text of a question of each type, past the checks that
would refuse it, and into claims, decisions, sources and the glossary; Chromium shows them all, on
a page, and in a widget for four types each, and is asked what it holds. That it asks no other
host, and that no script complains, every browser test finds.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from citations import Reference
from stemcourse.evidence import Card, Claim
from stemcourse.glossary import Term
from stemcourse.regulation.decisions import Decision, Decisions
from stemcourse.regulation.table import RegulationTable
from stemcourse.texts import problems
from tests.support.bare import bare_page
from tests.support.hostile import EVERY, fields, quiz
from tests.support.notebook import bare_notebook, run
from tests.support.one_of_each import with_figure
from tests.support.payloads import KINDS, PAYLOADS
from tests.support.site import served
from tools import glossary

AT_ONCE = 22
BATCHES = [PAYLOADS[n : n + AT_ONCE] for n in range(0, len(PAYLOADS), AT_ONCE)]
# Returns what may not be in the quizzes, or in another place of the page.
LOOK = """(inside) => {
  const found = [];
  if (window.ran) found.push("a script has run");
  const active = "script, iframe, object, embed, template, base, meta, link, style, form, frame, "
    + "applet, portal, animate, set, use, image, foreignObject, video, audio, source, track";
  for (const root of document.querySelectorAll(inside)) {
    for (const element of [root, ...root.querySelectorAll("*")]) {
      const own = element.matches("form.sc-live, .ec-card + style, body > style");
      if (element.matches(active) && !own) found.push(element.outerHTML.slice(0, 200));
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) found.push(`${name}=${value}`);
        const leads = ["href", "src", "srcset", "action", "formaction", "data", "xlink:href",
          "poster", "background", "ping"].includes(name);
        const page = /^[\\w.%-]+(\\/[\\w.%-]+)*\\.(html|ipynb)(#|$)/;
        const safe = /^(https?:|mailto:|#|data:image\\/)/i.test(value) || page.test(value);
        if (leads && !safe) found.push(`${name}=${value}`);
        if (name === "style" && /url|expression|fixed/.test(value)) found.push(`style=${value}`);
      }
    }
  }
  return found;
}"""
# Answers each question with one right option and checks it, so that its feedback is shown.
ANSWER = """() => {
  for (const form of document.querySelectorAll("form.sc-live")) {
    form.querySelector("input[type=radio], input[type=checkbox]")?.click();
    [...form.querySelectorAll("button")].find((each) => each.textContent === "Check")?.click();
  }
}"""


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture(autouse=True, scope="module")
def _heard(one_tab: tuple[Page, list[str]]) -> None:
    """A payload that runs leaves a mark."""
    page, _ = one_tab
    page.add_init_script("window.pwned = () => { window.ran = true; };")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder that is served, with a content folder that has a figure."""
    folder = with_figure(tmp_path_factory.mktemp("payloads"))
    (folder / "questions").mkdir()
    with served(folder) as address:
        yield folder, address


def test_there_are_enough_of_each_kind() -> None:
    assert len(PAYLOADS) >= 300
    assert min(len(kind) for kind in KINDS.values()) >= 10
    assert sum(fields(each) for each in EVERY.values()) >= 70


@pytest.mark.parametrize(
    "html",
    [
        "<script>pwned()</script>",
        "<svg onload=pwned()></svg>",
        "<a href='javascript:pwned()'>x</a>",
        "<p onclick=pwned()>x</p>",
        "<p style='background:url(data:,)'>x</p>",
        "<iframe></iframe>",
        "<a href='//evil.example'>x</a>",
    ],
)
def test_looking_sees_what_may_not_be(page: Page, place: tuple[Path, str], html: str) -> None:
    folder, address = place
    head = '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>'
    (folder / "control.html").write_text(f"{head}<div class=selfcheck>{html}</div>", "utf-8")
    page.goto(f"{address}/control.html")
    assert page.evaluate(LOOK, ".selfcheck")


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_runs_on_a_page(page: Page, place: tuple[Path, str], number: int) -> None:
    folder, address = place
    html = quiz(BATCHES[number], number * AT_ONCE, folder)
    bare_page(folder / "index.html", html)
    page.goto(f"{address}/index.html")
    # The quiz has come alive to its end, so that no payload has taken it apart.
    # Some 260 questions, in spare time.
    expect(page.locator(".sc-question > form.sc-live")).to_have_count(_alive(html), timeout=60_000)
    page.evaluate(ANSWER)
    expect(page.locator("[data-result]").first).to_be_attached()
    assert page.evaluate(LOOK, ".selfcheck") == []


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_runs_in_a_notebook(page: Page, place: tuple[Path, str], number: int) -> None:
    folder, address = place
    html = quiz(BATCHES[number], number * AT_ONCE, folder, most=4)
    bare_notebook(folder / "notebook.html")
    page.goto(f"{address}/notebook.html")
    run(page, html)
    # Some 260 questions, in spare time.
    expect(page.locator(".sc-question > form.sc-live")).to_have_count(_alive(html), timeout=60_000)
    page.evaluate(ANSWER)
    expect(page.locator("[data-result]").first).to_be_attached()
    assert page.evaluate(LOOK, ".selfcheck") == []


def test_nothing_runs_in_cards_and_tables(page: Page, place: tuple[Path, str]) -> None:
    folder, address = place
    pieces, decisions, references = [], [], {}
    for n, text in enumerate(PAYLOADS):
        source = Reference(key=f"r{n}", title=text, authors=(text,), container=text, doi=text)
        references[source.key] = source
        claim = Claim(
            **{"id": f"c{n}", "section": text, "claim": text, "verdict": "contested"},
            **{"plain": text, "summary": text, "caveat": text, "references": (source.key,)},
        )
        pieces.append(Card(claim, [source]).html)
        decisions.append(
            Decision(
                **{"product": text, "maker_of_decision": text, "source_of_cells": text},
                **{"indication": text, "note": text, "region": "US", "date": "2020-01-01"},
                **{"status": "licensed", "references": (source.key,)},
            )
        )
    table = Decisions(compiled="2020-01-01", note=PAYLOADS[0], products=tuple(decisions))
    pieces.append(RegulationTable(table, references).html)
    head = '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>'
    (folder / "cards.html").write_text(head + "".join(pieces), encoding="utf-8")
    page.goto(f"{address}/cards.html")
    expect(page.locator("article.ec-card")).to_have_count(len(PAYLOADS))
    expect(page.locator("tbody tr[role=row]:has(td)")).to_have_count(len(PAYLOADS))
    assert page.evaluate(LOOK, "article.ec-card, .rt-decisions") == []


def test_nothing_runs_in_the_glossary(page: Page, place: tuple[Path, str]) -> None:
    """What its reader takes, Sphinx shows; the rest is refused with the place."""
    folder, address = place
    taken = [text for text in PAYLOADS if not list(problems(text))]
    assert 10 < len(taken) < len(PAYLOADS) / 3
    terms = [Term(term=f"term {n}", means=text, say=text) for n, text in enumerate(taken)]
    source = folder / "source"
    source.mkdir()
    (source / "index.md").write_text(glossary.page(terms), encoding="utf-8")
    conf = 'extensions = ["myst_nb", "stemcourse.site.mathml"]\nhtml_math_renderer = "mathml"\n'
    (source / "conf.py").write_text(f'{conf}html_theme = "furo"\nhtml_favicon = "dot.svg"\n')
    (source / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
    built = folder / "built"
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-Q", str(source), str(built)], check=True, timeout=120
    )
    page.goto(f"{address}/built/index.html")
    expect(page.locator("article h3")).to_have_count(len(taken))
    assert page.evaluate(LOOK, "article section") == []


def _alive(html: str) -> int:
    """Return how many questions the HTML of a quiz has."""
    return html.count("<section class='sc-question'")
