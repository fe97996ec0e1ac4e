"""The pages of a preview: a list of banks, and a page for each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from selfcheck import scripts, tools, types
from selfcheck.finding import Finding
from selfcheck.lint.run import FORMAT, Said
from selfcheck.preview.draft import Draft, Piece
from selfcheck.questions import answered
from selfcheck.render.direction import is_rtl

STYLE = "/preview/preview.css"
SCRIPT = "/preview/preview.js"


class Scripts(NamedTuple):
    """The engine's scripts in a language: where they lie, and their address."""

    folder: Path
    address: str


def index(course: str, drafts: Sequence[Draft], said: Sequence[Said]) -> str:
    """Return the page that lists all banks.

    said: what is said of other files.
    """
    rows = "".join(
        f"<li><a href='/bank/{each.name}'>{escape(each.title)}</a> "
        f"<code>{escape(each.path.name)}</code>: {_of(len(each.pieces), 'question')}, "
        f"{_state(each, 'nothing to mend')}</li>\n"
        for each in drafts
    )
    body = f"<h1>{escape(course)}</h1>\n{_list(said)}<ul class='banks'>\n{rows}</ul>\n"
    return _page(course, "en", body, "")


def page(draft: Draft, own: Scripts, course: str) -> str:
    """Return the page of a bank, with each mistake above the question in which it stands.

    own: the engine's scripts in the language of the bank. course: the name under which the
    browser keeps the answers of a preview.
    """
    state = f"<p class='state'>{_state(draft, 'Nothing to mend')}{_where(draft)}</p>\n"
    body = (
        f"<p><a href='/'>All banks</a></p>\n<h1>{escape(draft.title)}</h1>\n{state}"
        f"{_list(draft.said)}{''.join(_piece(each, draft) for each in draft.pieces)}"
    )
    shown = [each.question for each in draft.pieces if each.html and each.question]
    if shown:
        body += tools.bar(draft.language, scripts.later(own.folder, "tools"))
    kinds = {types.tag(type(each)) for each in shown}
    kinds |= {types.tag(type(each)) for _, each in answered(shown)}
    head = f"<link rel='stylesheet' href='{own.address}/selfcheck.css'>\n"
    if is_rtl(draft.language):
        head += f"<link rel='stylesheet' href='{own.address}/rtl.css'>\n"
    head += (
        f"<script defer src='{own.address}/page.js' data-course='{escape(course)}' "
        f"data-log='log.js'></script>\n"
    )
    for kind in sorted(kinds):
        if (own.folder / "types" / f"{kind}.js").is_file():
            head += f"<script defer src='{own.address}/types/{kind}.js'></script>\n"
    return _page(draft.title, draft.language, body, head)


def failed(message: str) -> str:
    """Return a page that says why there is none."""
    return _page(
        "Preview", "en", f"<h1>Preview</h1>\n<pre class='finding'>{escape(message)}</pre>\n", ""
    )


def missing() -> str:
    """Return a page for an address where nothing is: it goes on when the bank is there again."""
    body = "<p><a href='/'>All banks</a></p>\n<h1>There is no such bank</h1>\n"
    return _page("no such bank", "en", f"{body}<p>Or it is not there at the moment.</p>\n", "")


def _where(draft: Draft) -> str:
    """Return links to the questions in which there is something to mend."""
    links = [
        f"<a href='#{quote(each.name)}'><code>{escape(each.name)}</code></a>"
        for each in draft.pieces
        if each.to_mend
    ]
    return f": {', '.join(links)}" if links else ""


def _state(draft: Draft, fine: str) -> str:
    return f"<strong>{draft.to_mend} to mend</strong>" if draft.to_mend else fine


def _piece(piece: Piece, draft: Draft) -> str:
    where = f"{draft.path.name}:{piece.place.line}"
    shown = piece.html or "<p>This question cannot be shown until that is mended.</p>\n"
    return (
        f"<article id='{escape(piece.name)}'>\n"
        f"<p class='where'><code>{escape(piece.name)}</code> {escape(where)}</p>\n"
        f"{_list(piece.said)}{shown}</article>\n"
    )


def _list(said: Sequence[Said]) -> str:
    """Return what is said as a list, each with the line of the file that it is about."""
    rows = "".join(
        f"<li class='{rule.severity}'><code>{escape(each.path.name)}:{each.place.line}:"
        f"{each.place.column}</code> {'' if rule is FORMAT else f'<em>{rule.severity}:</em> '}"
        f"{escape(each.message)}{'' if rule is FORMAT else f' <code>{rule.id}</code>'}"
        f"{_line(each)}</li>\n"
        for rule, each in said
    )
    return f"<ul class='findings'>\n{rows}</ul>\n" if rows else ""


def _line(finding: Finding) -> str:
    try:
        lines = finding.path.read_text("utf-8", errors="replace").splitlines()
        line = lines[finding.place.line - 1]
    except (OSError, IndexError):
        return ""
    return f"<pre>{escape(line[:300])}</pre>" if line.strip() else ""


def _page(title: str, language: str, body: str, head: str) -> str:
    direction = " dir='rtl'" if is_rtl(language) else ""
    return (
        f"<!DOCTYPE html>\n<html lang='{escape(language)}'{direction}>\n<head>\n"
        "<meta charset='utf-8'>\n"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
        f"<title>Preview: {escape(title)}</title>\n<link rel='icon' href='data:,'>\n"
        f"{head}<link rel='stylesheet' href='{STYLE}'>\n<script defer src='{SCRIPT}'></script>\n"
        f"</head>\n<body>\n<main>\n{body}</main>\n<p id='connection' role='status'></p>\n"
        "</body>\n</html>\n"
    )


def _of(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
