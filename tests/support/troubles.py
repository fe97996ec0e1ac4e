"""What goes wrong in a browser without a test's looking at it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request

ABORTED = ("net::ERR_ABORTED", "NS_BINDING_ABORTED")


def watched(context: BrowserContext, found: list[str] | None = None) -> list[str]:
    """Return a list that fills with what console, network and scripts complain of, on all pages.

    It is *found*, if that is given.
    """
    found = [] if found is None else found

    def watch(page: Page) -> None:
        page.on(
            "console",
            lambda said: (
                found.append(f"{said.type}: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: found.append(f"script: {error}"))
        page.on("requestfailed", lambda asked: found.extend(_failure(asked)))
        page.on("request", lambda asked: found.extend(_elsewhere(asked.url)))
        page.on(
            "response",
            lambda got: found.append(f"{got.status}: {got.url}") if got.status >= 400 else None,
        )

    context.on("page", watch)
    return found


def _failure(asked: Request) -> list[str]:
    # Whoever leaves a page stops what it was still fetching.
    return [] if asked.failure in ABORTED else [f"{asked.failure}: {asked.url}"]


def _elsewhere(url: str) -> list[str]:
    parts = urlsplit(url)
    # A name that ends so is this machine's too, by RFC 6761.
    own = parts.hostname == "127.0.0.1" or str(parts.hostname).endswith(".localhost")
    here = own or parts.scheme in ("data", "blob", "file")
    return [] if here else [f"another host: {url}"]
