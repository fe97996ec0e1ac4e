"""What sanitises Markdown where nh3 is not to be had lets nothing through that nh3 would not."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck import bank, markdown
from selfcheck.markdown.canonical import canonical
from selfcheck.markdown.clean import ATTRIBUTES, TAGS, _cleaner, clean
from selfcheck.markdown.parsing import parsed
from selfcheck.render import Settings, html
from tests.support.moon import MOON
from tests.support.payloads import PAYLOADS

ROOT = Path(__file__).parents[2]
by_itself = partial(canonical, attributes=ATTRIBUTES, tags=TAGS)


@pytest.mark.parametrize("folder", [ROOT / "content", MOON / "content"], ids=["course", "moon"])
def test_every_text_of_a_course_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = set()

    def noted(text: str) -> object:
        texts.add(text)
        return parsed(text)

    monkeypatch.setattr(markdown, "parsed", noted)
    markdown._html.cache_clear()
    for name in bank.names(folder):
        html(bank.load(name, folder), bank.references(folder), Settings(summary=True), folder)
    assert len(texts) > 150
    for text in texts:
        assert by_itself(parsed(text).html).strip() == clean(parsed(text).html)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_would_run_comes_through_as_nh3_lets_it_or_as_words(payload: str) -> None:
    for written in (payload, parsed(payload).html, f"<p>{payload}</p>", f"<math>{payload}</math>"):
        made = by_itself(written)
        assert clean(made) == made.strip()


PIECES = st.sampled_from(
    [f"<{name}>" for name in sorted(TAGS)]
    + [f"</{name}>" for name in sorted(TAGS)]
    + ["<script>", "</script>", "<svg>", "<style>", "<!-- ", " -->", "<![CDATA[", "]]>", "<?", "<"]
    + ['<a href="https://a.b/?c=d&e">', '<a href="javascript:x">', "<a href=x>", "<img src=x>"]
    + ['<img src="https://a.b" alt="c">', '<ol start="2">', '<th align="left">', "<p onclick=x>"]
    + ["&lt;", "&amp", "&nbsp;", "&#60;", "&#0;", "\0", "\x85", "\r", "\n", " ", "x", '"', "'", ">"]
    + ["<annotation-xml>", "<mtext>", "<mglyph>", "<br/>", "<P>", "</p >", "<p\n>", "<title>"]
)


@settings(max_examples=1000)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_comes_out_nh3_would_return_unchanged(written: str) -> None:
    made = by_itself(written)
    assert clean(made) == made.strip()


@given(st.text(max_size=40))
def test_any_text_of_an_author_is_as_nh3_leaves_it(text: str) -> None:
    made = by_itself(parsed(text).html)
    assert clean(made) == made.strip()


def test_what_is_allowed_is_written_again_and_what_is_not_leaves_its_words() -> None:
    assert by_itself("<p>A &quot;b&quot; <em>c</em></p>") == '<p>A "b" <em>c</em></p>'
    assert by_itself("<p>A <blink>b</blink> <em>&lt;c</em></p>") == "A b &lt;c"


def test_without_nh3_a_browser_has_this(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nh3", None)
    monkeypatch.setattr("sys.platform", "emscripten")
    _cleaner.cache_clear()
    try:
        assert clean("<p>a<script>b</script></p>") == "ab"
    finally:
        _cleaner.cache_clear()


def test_anywhere_else_nh3_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nh3", None)
    _cleaner.cache_clear()
    try:
        with pytest.raises(ModuleNotFoundError):
            clean("<p>a</p>")
    finally:
        _cleaner.cache_clear()
