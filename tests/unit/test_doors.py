"""The links that open a notebook on a Binder or a JupyterHub."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest

from stemcourse.site import doors, open_at
from tests.support import tiny

ROOT = Path(__file__).parents[2]
NOTEBOOK = "notebooks/01-first.ipynb"
BINDER = "https://mybinder.org"
HUB = "https://hub.example.edu"
REPOSITORY = "https://github.com/you/course"


def config(folder: Path, text: str) -> Path:
    path = folder / "_config.yml"
    path.write_text(f"title: A course\n{text}", encoding="utf-8")
    return path


def opened(folder: Path, key: str, hub: str, repository: str, interface: str = "") -> str:
    """Return where the one door leads."""
    more = f"  notebook_interface: {interface}\n" if interface else ""
    text = f"repository: {repository}\nlaunch_buttons:\n  {key}: {hub}\n{more}"
    found, problems = doors.load(config(folder, text))
    assert problems == []
    ((_, before),) = found
    return open_at.address(before, NOTEBOOK)


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("{url: https://github.com/you/course}", "gh/you/course/HEAD"),
        ("{url: https://github.com/you/course.git/, branch: main}", "gh/you/course/main"),
        ("{url: https://github.com/you/course, branch: try/two}", "gh/you/course/try/two"),
        ("{url: https://gitlab.com/you/course, branch: main}", "gl/you%2Fcourse/main"),
        ("{url: https://gitlab.com/all/of/us}", "gl/all%2Fof%2Fus/HEAD"),
        (
            "{url: https://git.example.edu/you/course.git, branch: main}",
            "git/https%3A%2F%2Fgit.example.edu%2Fyou%2Fcourse.git/main",
        ),
    ],
)
def test_a_binder_is_told_where_the_course_is(
    tmp_path: Path, repository: str, address: str
) -> None:
    assert opened(tmp_path, "binderhub_url", f"{BINDER}/", repository) == (
        f"{BINDER}/v2/{address}?urlpath=lab%2Ftree%2Fnotebooks%2F01-first.ipynb"
    )


@pytest.mark.parametrize(
    ("repository", "query"),
    [
        (
            "{url: https://github.com/you/course, branch: main}",
            "repo=https%3A%2F%2Fgithub.com%2Fyou%2Fcourse&branch=main&urlpath=lab%2Ftree%2Fcourse",
        ),
        (
            "{url: https://github.com/you/course}",
            "repo=https%3A%2F%2Fgithub.com%2Fyou%2Fcourse&urlpath=lab%2Ftree%2Fcourse",
        ),
        (
            "{url: https://git.example.edu/course.git}",
            "repo=https%3A%2F%2Fgit.example.edu%2Fcourse.git&targetpath=course"
            "&urlpath=lab%2Ftree%2Fcourse",
        ),
    ],
)
def test_a_hub_is_told_what_to_fetch(tmp_path: Path, repository: str, query: str) -> None:
    assert opened(tmp_path, "jupyterhub_url", f"{HUB}/jupyter/", repository) == (
        f"{HUB}/jupyter/hub/user-redirect/git-pull?{query}%2Fnotebooks%2F01-first.ipynb"
    )


@pytest.mark.parametrize("key", doors.KINDS)
def test_odd_names_arrive_as_they_are(key: str) -> None:
    repository = open_at.Repository("https://github.com/you/c&d", "a#b", "my course/über")
    before = doors.KINDS[key].before(HUB, repository, "lab/tree")
    address = urlsplit(open_at.address(before, "50% & more?.ipynb"))
    fields = parse_qs(address.query, strict_parsing=True)
    (path,) = fields["urlpath"]
    assert path.endswith("my%20course/%C3%BCber/50%25%20%26%20more%3F.ipynb")
    assert address.fragment == ""
    assert "a%23b" in address.path + address.query


def test_the_older_interface_can_be_asked_for(tmp_path: Path) -> None:
    address = opened(tmp_path, "binderhub_url", BINDER, f"{{url: {REPOSITORY}}}", "classic")
    assert address.endswith("?urlpath=tree%2Fnotebooks%2F01-first.ipynb")


@pytest.mark.parametrize("hub", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"])
def test_a_hub_on_this_machine_needs_no_encryption(tmp_path: Path, hub: str) -> None:
    address = opened(tmp_path, "jupyterhub_url", f'"{hub}"', f"{{url: {REPOSITORY}}}")
    assert address.startswith(f"{hub}/hub/user-redirect/git-pull?")


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"repository: {{url: {REPOSITORY}}}\n",
        "launch_buttons:\n",
        # As Jupyter Book lists them.
        "launch_buttons:\n  notebook_interface: classic\n  binderhub_url: ''\n  thebe: false\n",
    ],
)
def test_without_an_address_there_is_no_door(tmp_path: Path, text: str) -> None:
    assert doors.load(config(tmp_path, text)) == ([], [])


def test_without_a_configuration_there_is_no_door(tmp_path: Path) -> None:
    assert doors.load(tmp_path / "_config.yml") == ([], [])


WITH = f"repository: {{url: {REPOSITORY}}}\nlaunch_buttons:\n  "
LOCAL = "http://hub.example.edu"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (
            f"launch_buttons:\n  binderhub_url: {BINDER}\n",
            "3:18",
            "_config.yml names none; write `repository:` and below it "
            "`  url: https://github.com/you/your-course`, or take `launch_buttons` out",
        ),
        (
            f"repository: {{branch: main}}\nlaunch_buttons:\n  jupyterhub_url: {HUB}\n",
            "4:19",
            "names none; write `repository:`",
        ),
        (
            f"{WITH}binderhub_url: mybinder.org\n",
            "4:18",
            "`binderhub_url` must be a whole address with https://, such as https://mybinder.org "
            "(http:// only for localhost); mend it, or take it out",
        ),
        (f"{WITH}jupyterhub_url: {LOCAL}\n", "4:19", "must be a whole address with https://"),
        (f"{WITH}jupyterhub_url: {HUB}/?a=b\n", "4:19", "must be a whole address"),
        (f"{WITH}jupyterhub_url: https://me:secret@hub.edu\n", "4:19", "must be a whole address"),
        (f"{WITH}jupyterhub_url: https://hub.edu:port\n", "4:19", "must be a whole address"),
        (f"{WITH}jupyterhub_url: https://hub edu\n", "4:19", "must be a whole address"),
        (f"{WITH}jupyterhub_url: javascript:alert(1)\n", "4:19", "must be a whole address"),
        (f"{WITH}jupyterhub_url: 8000\n", "4:19", "jupyterhub_url must be text"),
        (
            f"{WITH}colab_url: https://colab.example\n",
            "4:14",
            "no button for `colab_url`; take it out (they have binderhub_url and jupyterhub_url)",
        ),
        (
            f"{WITH}notebook_interface: jupyter-lab\n  binderhub_url: {BINDER}\n",
            "4:23",
            "did you mean jupyterlab?",
        ),
        (
            f"{WITH}binderhub_url: {BINDER}\n".replace("you/course", "you"),
            "2:19",
            "the address at which the repository is fetched, such as https://github.com/you/",
        ),
        (
            f"{WITH}binderhub_url: {BINDER}\n".replace("https://github.com/", "git@github.com:"),
            "2:19",
            "the address at which the repository is fetched",
        ),
        (
            f"{WITH}binderhub_url: {BINDER}\n".replace("}", ", branch: 1.0}"),
            "2:58",
            "branch must be text; put it in quotes",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    path = config(tmp_path, text)
    found, problems = doors.load(path)
    assert found == []
    (problem,) = problems
    assert problem.startswith(f"{path}:{place}: ")
    assert said in problem


def course(folder: Path) -> Path:
    """A site of one notebook and one other page."""
    conf = f'{tiny.WITH_SITE}html_sourcelink_suffix = ""\n'
    tiny.written(folder, "", conf=conf)
    about = {"description": "A page to test which links stand in the bar above a notebook."}
    (folder / "index.md").write_text(
        f"---\ndescription: {about['description']}\n---\n"
        "# A page\n\n```{toctree}\nnotebooks/01-first\n```\n"
    )
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# First")], metadata=about
    )
    (folder / NOTEBOOK).parent.mkdir()
    nbformat.write(notebook, folder / NOTEBOOK)
    return folder


def bar(folder: Path) -> list[tuple[str, str]]:
    """Return the bar's links, each as its address and its label."""
    text = (folder / "site" / NOTEBOOK).with_suffix(".html").read_text("utf-8")
    (found,) = re.findall(r'<p class="course-bar">(.*?)</p>', text)
    links = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', found)
    return [(unescape(address), label) for address, label in links]


def test_the_links_stand_in_the_bar_of_a_notebook_when_they_are_set(tmp_path: Path) -> None:
    folder = course(tmp_path)
    assert tiny.sphinx(folder, "-W") == (0, "")
    without = bar(folder)
    assert [label for _, label in without] == ["Download this notebook", "How to run it"]
    config(folder, f"{WITH}binderhub_url: {BINDER}\n  jupyterhub_url: {HUB}:8443\n")
    # The notebook itself has not changed.
    assert tiny.sphinx(folder, "-W") == (0, "")
    tree = "lab%2Ftree%2F"
    path = "notebooks%2F01-first.ipynb"
    repo = "repo=https%3A%2F%2Fgithub.com%2Fyou%2Fcourse"
    assert bar(folder) == [
        without[0],
        (f"{BINDER}/v2/gh/you/course/HEAD?urlpath={tree}{path}", "Open on Binder"),
        (
            f"{HUB}:8443/hub/user-redirect/git-pull?{repo}&urlpath={tree}course%2F{path}",
            "Open on hub.example.edu:8443",
        ),
        without[1],
    ]
    assert "course-bar" not in (folder / "site" / "index.html").read_text("utf-8")


def test_a_mistake_stops_the_build_until_it_is_mended(tmp_path: Path) -> None:
    folder = course(tmp_path)
    path = config(folder, f"launch_buttons: {{binderhub_url: {BINDER}}}\n")
    for _ in range(2):
        status, complaints = tiny.sphinx(folder, "-W", "--keep-going")
        assert status == 1
        assert f"{path}:2:33: a server fetches the course from its repository" in complaints
    config(folder, f"{WITH}binderhub_url: {BINDER}\n")
    assert tiny.sphinx(folder, "-W") == (0, "")
    assert "Open on Binder" in dict(bar(folder)).values()


def test_what_our_own_configuration_shows_as_an_example_works(tmp_path: Path) -> None:
    text = (ROOT / "_config.yml").read_text("utf-8")
    assert doors.load(ROOT / "_config.yml") == ([], [])
    shown, count = re.subn(
        r"^# ((repository|launch_buttons):$|  (?=\w+:))", r"\1", text, flags=re.M
    )
    assert count > 3
    path = tmp_path / "_config.yml"
    path.write_text(shown, encoding="utf-8")
    assert_shows_both(path)


def test_what_the_page_on_publishing_shows_works(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    (shown,) = re.findall(r"```yaml\n(repository:\n.*?)```", text, re.DOTALL)
    found = assert_shows_both(config(tmp_path, shown))
    assert [f'# "{door.label}"' in shown for door in found] == [True, True]


def assert_shows_both(path: Path) -> list[doors.Door]:
    found, problems = doors.load(path)
    assert problems == []
    assert [door.label for door in found] == ["Open on Binder", "Open on hub.example.edu"]
    return found
