"""The servers on which a reader can open a notebook, as `_config.yml` names them.

`launch_buttons` and `repository` there are Jupyter Book's own names. Jupyter Book itself hands
them to its own theme only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from contentfiles import MappingNode, Node, ScalarNode
from stemcourse.site import open_at
from stemcourse.site.open_at import Repository
from stemcourse.yaml_reader import YamlReader

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "_config.yml"
BUTTONS = "launch_buttons"
REPOSITORY = "repository"
INTERFACE = "notebook_interface"
# What an address of each interface begins with; the first is the one that the course is made for.
INTERFACES = {"jupyterlab": "lab/tree", "classic": "tree"}
EXAMPLE = "https://github.com/you/your-course"
# Where a server may be asked without encryption: nothing goes over a network.
HERE = ("localhost", "127.0.0.1", "::1")


class Door(NamedTuple):
    """A server on which a notebook can be opened.

    `before` is its address up to the notebook, which `open_at.address` puts behind it.
    """

    label: str
    before: str


class _Kind(NamedTuple):
    example: str
    label: Callable[[str], str]
    before: Callable[[str, Repository, str], str]


KINDS = {
    "binderhub_url": _Kind(
        "https://mybinder.org", lambda _hub: "Open on Binder", open_at.before_in_binder
    ),
    "jupyterhub_url": _Kind(
        "https://hub.example.edu",
        lambda hub: f"Open on {urlsplit(hub).netloc}",
        open_at.before_in_hub,
    ),
}


def load(path: Path) -> tuple[list[Door], list[str]]:
    """Return the doors that the `_config.yml` at *path* names, and what is wrong with them.

    There is none where one thing is wrong; a problem has file, line, column and how to mend it.
    """
    if not path.is_file():
        return [], []
    reader = _Reader(path)
    doors = reader.doors()
    return ([], reader.problems) if reader.problems else (doors, [])


class _Reader(YamlReader):
    def doors(self) -> list[Door]:
        root = self.root(MappingNode, "this must have keys; begin with `title:`")
        asked = self._part(root, BUTTONS)
        hubs = {key: node for key, node in asked.items() if key in KINDS}
        for key, node in asked.items():
            if key not in (*KINDS, INTERFACE):
                known = " and ".join(KINDS)
                self.report(
                    node, f"these pages have no button for `{key}`; take it out (they have {known})"
                )
        if not hubs:
            return []
        repository = self._repository(root, next(iter(hubs.values())))
        tree = INTERFACES["jupyterlab"]
        if INTERFACE in asked:
            tree = INTERFACES.get(self.word(asked[INTERFACE], INTERFACE, INTERFACES), tree)
        found = []
        for key, kind in KINDS.items():
            if key in hubs and (hub := self._hub(hubs[key], key, kind)) and repository:
                found.append(Door(kind.label(hub), kind.before(hub, repository, tree)))
        return found

    def _part(self, root: Node | None, name: str) -> dict[str, Node]:
        """Return what stands under *name* and says something, by key."""
        found = _mapping(root).get(name)
        # Jupyter Book's own list of settings has all of them, empty or false.
        return {key: node for key, node in _mapping(found).items() if not _is_nothing(node)}

    def _hub(self, node: Node, key: str, kind: _Kind) -> str:
        before = self.count
        said = self.name(node, key).rstrip("/")
        if self.count > before:
            return ""
        parts = open_at.web(said)
        safe = parts and (parts.scheme == "https" or parts.hostname in HERE)
        if safe and parts and not (parts.query or parts.fragment):
            return said
        self.report(
            node,
            f"`{key}` must be a whole address with https://, such as {kind.example} "
            f"(http:// only for {HERE[0]}); mend it, or take it out",
        )
        return ""

    def _repository(self, root: Node | None, asking: Node) -> Repository | None:
        """Return where the course comes from; *asking* is what needs it."""
        given = self._part(root, REPOSITORY)
        if "url" not in given:
            self.report(
                asking,
                f"a server fetches the course from its repository, and {CONFIG} names none; write "
                f"`{REPOSITORY}:` and below it `  url: {EXAMPLE}`, or take `{BUTTONS}` out",
            )
            return None
        before = self.count
        texts = {
            key: self.name(given[key], key).strip("/") if key in given else ""
            for key in ("url", "branch", "path_to_book")
        }
        found = Repository(texts["url"], texts["branch"], texts["path_to_book"])
        if self.count == before and not open_at.is_repository(found.url):
            self.report(
                given["url"],
                f"`url` must be the address at which the repository is fetched, such as {EXAMPLE}",
            )
        return found


def _mapping(node: Node | None) -> dict[str, Node]:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return {key.value: value for key, value in pairs if isinstance(key, ScalarNode)}


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value.lower() in ("", "false", "null", "~")
