"""What runs on GitHub is named by commit, since a tag can be moved, and updates are proposed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

GITHUB = Path(__file__).parents[2] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.y*ml"))
PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}")
LINE = re.compile(r"uses: (?P<action>\S+) # v\d+\.\d+\.\d+$", re.M)


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


def used(part: Any) -> Iterator[str]:
    """Yield what stands under each `uses`, however deep."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "uses":
                yield value
            yield from used(value)
    elif isinstance(part, list):
        for value in part:
            yield from used(value)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    actions = list(used(read(path)))
    assert actions
    assert [each for each in actions if not PINNED.fullmatch(each)] == []
    assert LINE.findall(path.read_text("utf-8")) == actions


def test_an_action_has_one_commit_in_all_workflows() -> None:
    actions = {each for path in WORKFLOWS for each in used(read(path))}
    assert len({each.partition("@")[0] for each in actions}) == len(actions)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_do_only_what_it_says(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert all(job["permissions"] for job in workflow["jobs"].values())


def test_updates_of_actions_and_packages_are_proposed_regularly() -> None:
    proposed = read(GITHUB / "dependabot.yml")["updates"]
    assert {each["package-ecosystem"]: each["directory"] for each in proposed} == {
        "github-actions": "/",
        "npm": "/frontend",
    }
    update = read(GITHUB / "workflows" / "update.yml")
    assert update["on"]["schedule"]
    steps = [step.get("run", "") for step in update["jobs"]["requirements"]["steps"]]
    assert steps.index("make requirements") < steps.index("make test")
    assert "gh pr create" in steps[-1]
