"""Addresses that open a notebook of a repository on a server."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

GITHUB, GITLAB = "github.com", "gitlab.com"
# Git's name for the branch that a repository shows first.
DEFAULT = "HEAD"


class Repository(NamedTuple):
    """Where the notebooks come from.

    `url` is a web address without a slash at its end. `branch` may be empty, for the one that the
    repository shows first; so may `folder`, in which the course stands in the repository.
    """

    url: str
    branch: str = ""
    folder: str = ""


def address(before: str, notebook: str) -> str:
    """Return the address that opens *notebook*; *before* is what one of the two below returns.

    notebook: its path in the course. It is a part of an address that is a part of this one.
    """
    return before + _part(quote(notebook))


def before_in_binder(hub: str, repository: Repository, tree: str) -> str:
    """Return the address on the Binder *hub* up to the notebook.

    tree: how an address begins there in the interface that is wanted, as `lab/tree`.
    https://binderhub.readthedocs.io/en/latest/reference/repoproviders.html
    """
    parts = urlsplit(repository.url)
    name = parts.path.strip("/").removesuffix(".git")
    if parts.hostname == GITHUB:
        source = f"gh/{quote(name)}"
    elif parts.hostname == GITLAB:
        # Groups may stand in groups.
        source = f"gl/{_part(name)}"
    else:
        source = f"git/{_part(repository.url)}"
    # A Binder takes the rest for the branch, so a slash in it may stay.
    ref = quote(repository.branch or DEFAULT)
    return f"{hub}/v2/{source}/{ref}?urlpath={_inner(tree, repository.folder)}"


def before_in_hub(hub: str, repository: Repository, tree: str) -> str:
    """Return the address on the JupyterHub *hub*, which has nbgitpuller, up to the notebook.

    tree: as in `before_in_binder`.
    https://nbgitpuller.readthedocs.io/en/latest/topic/url-options.html
    """
    given = repository.url.rsplit("/", 1)[-1]
    name = given.removesuffix(".git")
    fields = {
        "repo": repository.url,
        "branch": repository.branch,
        # It would call the folder so by itself, but for the ending.
        "targetpath": name if name != given else "",
    }
    query = "".join(f"{key}={_part(value)}&" for key, value in fields.items() if value)
    inner = _inner(tree, name, repository.folder)
    return f"{hub}/hub/user-redirect/git-pull?{query}urlpath={inner}"


def web(said: str) -> SplitResult | None:
    """Return the parts of *said* when it is a whole address of the web without a password."""
    try:
        parts = urlsplit(said)
        # Only reading a port tells whether it can be one.
        _ = parts.port
    except ValueError:
        return None
    whole = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return parts if whole and said.isprintable() and not set(said) & set(" <>\"'`\\") else None


def is_repository(url: str) -> bool:
    """Return whether a server can fetch a repository at *url*: no page of it, and no search."""
    parts = web(url)
    if not parts or parts.query or parts.fragment:
        return False
    depth = len(parts.path.strip("/").split("/"))
    if parts.hostname == GITHUB:
        return depth == 2
    return depth >= 2 if parts.hostname == GITLAB else bool(parts.path.strip("/"))


def _inner(*parts: str) -> str:
    return _part("".join(f"{quote(part)}/" for part in parts if part))


def _part(text: str) -> str:
    return quote(text, safe="")
