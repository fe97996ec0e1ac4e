"""What is folded in JupyterLab: a card, also where it is not trusted, and what is optional."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from stemcourse import evidence
from tests.lab.conftest import A_MINUTE, ROOT, TALL, open_notebook, trust, write_notebook

CARD = evidence.cards(ROOT / "content" / "evidence")["bio-three-categories"]
OPTIONAL = """\
<details>
<summary>More: how sure</summary>

A *word*, a [link to a section](#Another), a [term](../book/glossary.md#stem-cell), a formula $p$.

| group | healed |
| --- | --- |
| cells | nobody |

- One
- Two

</details>"""


def write(course: Path, name: str) -> str:
    """Write a notebook with something optional and with a card that is saved; return its path."""
    data = {"text/html": CARD.html, "text/plain": repr(CARD)}
    output = nbformat.v4.new_output("display_data", data=data)
    write_notebook(
        course / "notebooks" / f"{name}.ipynb",
        nbformat.v4.new_markdown_cell(OPTIONAL),
        nbformat.v4.new_code_cell("1", outputs=[output], execution_count=1),
        nbformat.v4.new_markdown_cell("## Another"),
    )
    return f"notebooks/{name}.ipynb"


def opens_and_closes(fold: Locator) -> None:
    """By mouse and by keys, and the notebook does not take the keys for its own."""
    page, line = fold.page, fold.locator("summary")
    cells = page.locator(".jp-Notebook .jp-Cell")
    expect(cells).to_have_count(3)
    inside = fold.locator("> :not(summary)").first
    expect(inside).not_to_be_visible()
    line.click()
    expect(inside).to_be_visible()
    line.click()
    expect(inside).not_to_be_visible()
    for key in ("Enter", "Space"):
        line.press(key)
        expect(inside).to_be_visible()
        expect(line).to_be_focused()
        line.press(key)
        expect(inside).not_to_be_visible()
    expect(cells).to_have_count(3)
    expect(page.locator(".jp-Notebook.jp-mod-editMode")).to_have_count(0)
    line.click()


@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "untrusted"])
def test_they_open_and_close(
    lab: str, course: Path, own: dict[str, str], page: Page, trusted: bool
) -> None:
    path = write(course, f"folded-{trusted}")
    if trusted:
        trust(own, course / path)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_notebook(page, lab, path)
    card = page.locator(".jp-OutputArea article.ec-card")
    claim = CARD.claim
    expect(card.get_by_text(claim.plain)).to_be_visible(timeout=A_MINUTE)
    expect(card.get_by_text(claim.caveat)).to_be_visible()
    expect(card.get_by_text(claim.summary)).not_to_be_visible()
    opens_and_closes(card.locator("details"))
    expect(card.get_by_text(claim.summary)).to_be_visible()
    expect(card.get_by_role("link", name="Wang et al. 1997")).to_be_visible()

    fold = page.locator(".jp-MarkdownOutput > details")
    opens_and_closes(fold)
    expect(fold.locator("em")).to_have_text("word")
    expect(fold.locator("mjx-container")).to_be_visible(timeout=A_MINUTE)
    expect(fold.get_by_role("cell", name="nobody")).to_be_visible()
    expect(fold.get_by_role("listitem")).to_have_count(2)
    expect(fold.get_by_role("link", name="term")).to_be_visible()
    fold.get_by_role("link", name="link to a section").click()
    expect(page.get_by_role("heading", name="Another")).to_be_in_viewport()
