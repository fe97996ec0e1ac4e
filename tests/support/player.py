"""A QTI player in a browser, @citolab/qti-components, answered as a learner does."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Locator, Page, Route, expect

# Nothing listens there: all that is asked for is answered here.
HOST = "http://127.0.0.1:9"
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/player.css">
<script type="module" src="/player.js"></script>
<qti-item><item-container></item-container></qti-item>
"""
ITEM = "document.querySelector('item-container').shadowRoot.querySelector('qti-assessment-item')"


class Player:
    """Shows the items of a package."""

    def __init__(self, page: Page, packages: Path, package: ZipFile) -> None:
        self.page = page
        self.package = package
        player = packages / "@citolab" / "qti-components"
        self.own = {
            "": (PAGE, "text/html"),
            "player.js": ((player / "cdn" / "index.js").read_text("utf-8"), "text/javascript"),
            "player.css": ((player / "dist" / "item.css").read_text("utf-8"), "text/css"),
        }
        self.lacking: list[str] = []
        page.route("**/*", self._serve)

    def show(self, path: str) -> None:
        """Show the item that is the file *path* of the package."""
        self.page.goto(f"{HOST}/")
        self.page.evaluate(
            """async (path) => {
              await customElements.whenDefined("item-container");
              document.querySelector("item-container").itemURL = path;
            }""",
            f"/{path}",
        )
        expect(self.page.locator("qti-item-body")).to_be_visible()

    def choose(self, name: str) -> None:
        """Choose an answer, or a region."""
        self.page.locator(
            f"qti-simple-choice[identifier='{name}'], qti-hotspot-choice[identifier='{name}']"
        ).click()

    def type(self, text: str, field: str = "RESPONSE") -> None:
        """Type something."""
        entry = self.page.locator(
            f"qti-text-entry-interaction[response-identifier='{field}'] input"
        )
        entry.press_sequentially(text)
        entry.press("Tab")

    def pick(self, field: str, name: str) -> None:
        """Choose an entry of a menu."""
        menu = self.page.locator(f"qti-inline-choice-interaction[response-identifier='{field}']")
        menu.get_by_role("button").first.click()
        menu.locator(f"qti-inline-choice[identifier='{name}']").click()

    def order(self, names: Sequence[str]) -> None:
        """Put all items in an order, by dragging."""
        for n, name in enumerate(names):
            item = self.page.locator(f"qti-simple-choice[identifier='{name}']").first
            self._drag(item, self.page.locator("drop-list").nth(n))

    def pair(self, pairs: Mapping[str, str]) -> None:
        """Give each left side a right side, by dragging."""
        for left, right in pairs.items():
            sides = self.page.locator("qti-simple-associable-choice")
            item = sides.and_(self.page.locator(f"[identifier='{left}']")).first
            self._drag(item, sides.and_(self.page.locator(f"[identifier='{right}']")).first)

    def score(self) -> float:
        """Hand the answer in, and return what it scores."""
        self.page.evaluate(f"{ITEM}.processResponse()")
        found: str = self.page.evaluate(
            f"{ITEM}.variables.find(each => each.identifier === 'SCORE').value"
        )
        return float(found)

    def said(self) -> list[str]:
        """Return the feedback that is shown."""
        shown = self.page.locator("qti-modal-feedback, qti-feedback-inline, qti-feedback-block")
        texts = [each.inner_text() for each in shown.all() if _shows(each)]
        return [" ".join(text.split()).removesuffix(" Close") for text in texts]

    def _drag(self, item: Locator, to: Locator) -> None:
        item.hover()
        self.page.mouse.down()
        box = to.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x - 8, y - 4, steps=4)
        self.page.mouse.move(x, y, steps=4)
        self.page.mouse.up()

    def _serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(f"{HOST}/")
        if path in self.own:
            body, kind = self.own[path]
            route.fulfill(body=body, content_type=kind)
        elif path in self.package.namelist():
            kind = mimetypes.guess_type(path)[0] or "text/xml"
            route.fulfill(body=self.package.read(path), content_type=kind)
        else:
            self.lacking.append(path)
            route.fulfill(status=404)


def _shows(feedback: Locator) -> bool:
    shown: bool = feedback.evaluate("element => element.showStatus === 'on'")
    return shown
