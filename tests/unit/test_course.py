"""What a course says of itself: its id, where a question is reported, its plugins."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from selfcheck import course
from selfcheck.course import Course
from selfcheck.finding import BankError
from tests.support.moon import MOON

ROOT = Path(__file__).parents[2]


def said(folder: Path, config: str, conf: dict[str, Any] | None = None) -> Course:
    (folder / "content").mkdir(exist_ok=True)
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    return course.load(folder / "content", conf)


def settings(*lines: str) -> str:
    return "\n".join(
        ["title: A course", "sphinx:", "  config:", *(f"    {line}" for line in lines)]
    )


def mistake(folder: Path, config: str, conf: dict[str, Any] | None = None) -> str:
    with pytest.raises(BankError) as caught:
        said(folder, config, conf)
    return str(caught.value).replace(f"{folder}{os.sep}", "")


@pytest.mark.parametrize(
    ("config", "address"),
    [
        ("repository:\n  url: https://example.org/a/b\n", "https://example.org/a/b"),
        ("title: A course\n", ""),
        ("repository:\n", ""),
        ("repository: https://example.org/a/b\n", ""),
        ("repository: [1]\n", ""),
        ("repository: {url: git@example.org:a/b.git}\n", ""),
        ("repository: {url: 'javascript:alert(1)//'}\n", ""),
        ("- a list\n", ""),
        ("", ""),
    ],
)
def test_only_a_web_address_counts(tmp_path: Path, config: str, address: str) -> None:
    assert said(tmp_path, config).repository == address


ADDRESS = "repository: {url: 'https://example.org/you/A_Course.git'}\n"


@pytest.mark.parametrize(
    ("config", "name"),
    [
        (settings("selfcheck_course: moon-1969"), "moon-1969"),
        (ADDRESS + settings("selfcheck_course: moon"), "moon"),
        (
            "html: {baseurl: 'https://you.example.org/Moon/'}\n" + ADDRESS,
            "you-example-org-moon-b0d2",
        ),
        (ADDRESS + "title: The Moon", "example-org-you-a-course-git-6804"),
        ("html: {baseurl: ''}\nrepository: {url: }\ntitle: 'Ein Mönd: wie?'", "ein-mond-wie-f605"),
        ("title: 月", "x1625179b"),
        ("title: 月と地球", "x581f7830"),
        ("title: 5", "5"),
        ("title: The Moon", "the-moon"),
        ("title: C", "c"),
        ("title: C++", "c-cedb"),
        ("title: C#", "c-951a"),
        ("html: {baseurl: 'https://you.example.org/a/b'}", "you-example-org-a-b-d511"),
        ("html: {baseurl: 'https://you.example.org/a-b'}", "you-example-org-a-b-fabf"),
        ("html: {baseurl: 'HTTP://You.example.org/a-b'}", "you-example-org-a-b-fabf"),
        (
            "title: All about the Moon, its many phases and the light that it takes from the Sun",
            "all-about-the-moon-its-many-phases-and-the-light-that-it-24d2",
        ),
        ("sphinx: {config: [1]}", "course"),
        ("sphinx: {config: {project: The Moon}}", "the-moon"),
        (settings("project: The Moon"), "a-course"),
    ],
)
def test_the_id_is_given_or_comes_from_what_names_the_course(
    tmp_path: Path, config: str, name: str
) -> None:
    assert said(tmp_path, config).id == name


def test_a_conf_names_the_course_where_nothing_else_does(tmp_path: Path) -> None:
    content = tmp_path / "content"
    assert course.load(content, {"project": "The Moon"}).id == "the-moon"
    given = {"project": "The Moon", "selfcheck_course": "moon"}
    assert course.load(content, given).id == "moon"
    said(tmp_path, "title: Of the Moon")
    assert course.load(content, {"project": "The Moon"}).id == "of-the-moon"


def test_without_a_config_there_is_nothing(tmp_path: Path) -> None:
    assert course.load(tmp_path / "content") == Course("course", "", ())


@pytest.mark.parametrize(
    ("config", "message"),
    [
        # Quotes that were taken away with the old title.
        (
            "author: A\ntitle: Tides: high and low\n",
            "_config.yml:2:13: not YAML: a second colon stands in this line; "
            "put what is behind the first in quotes",
        ),
        ("title: \x07", "_config.yml:1:8: YAML takes no character U+0007; take it out"),
    ],
)
def test_a_config_that_cannot_be_read_is_told(tmp_path: Path, config: str, message: str) -> None:
    """Answers would be kept under another name, and each notebook saved with it."""
    assert mistake(tmp_path, config) == message


def test_the_courses_have_ids_that_stay() -> None:
    """A learner's answers hang on them."""
    said = "answers are kept under this name; a course of your own writes its own here too, once"
    assert course.load(ROOT / "content").id == "stem-cell-therapy", said
    assert course.load(MOON / "content").id == "the-moon"


def test_the_content_folder_may_be_named_in_any_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(tmp_path, settings("selfcheck_course: moon"))
    for here, name in ((tmp_path, "content"), (tmp_path / "content", ".")):
        monkeypatch.chdir(here)
        assert course.load(Path(name)).id == "moon"


def test_a_change_is_seen(tmp_path: Path) -> None:
    assert said(tmp_path, settings("selfcheck_course: moon")).id == "moon"
    assert said(tmp_path, settings("selfcheck_course: mars-and-moon")).id == "mars-and-moon"


def test_plugins_are_named_once_each(tmp_path: Path) -> None:
    assert said(tmp_path, settings("selfcheck_plugins: [a.b, _c, a.b]")).plugins == ("a.b", "_c")


ID = "`selfcheck_course` must be lower-case letters and digits, with single hyphens between"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("selfcheck_course: The Moon", f"4:5: {ID}, and not 'The Moon'; write such as `my-course`"),
        ("selfcheck_course: a--b", f"4:5: {ID}, and not 'a--b'"),
        ("selfcheck_course: 1969", f"4:5: {ID}, and not 1969"),
        ("selfcheck_course:", f"4:5: {ID}, and not None"),
        (
            "selfcheck_plugins: moon_plugin",
            "4:5: `selfcheck_plugins` must be a list of modules; write such as `[my_plugin]`",
        ),
        (
            "selfcheck_plugins: [a, ../moon.py]",
            "4:28: '../moon.py' is no Python module's name; write such as `my_plugin`",
        ),
        ("selfcheck_plugins: [.a]", "4:25: '.a' is no Python module's name"),
        ("selfcheck_plugins: [1]", "4:25: 1 is no Python module's name"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    assert mistake(tmp_path, settings(line)).startswith(f"_config.yml:{words}")


def test_conf_py_goes_before(tmp_path: Path) -> None:
    config = ADDRESS + settings("selfcheck_course: moon", "selfcheck_plugins: [a]")
    conf = {"selfcheck_course": "mars", "selfcheck_plugins": ["b"]}
    assert said(tmp_path, config, conf)[::2] == ("mars", ("b",))
    nothing = {"selfcheck_course": "", "selfcheck_plugins": []}
    assert said(tmp_path, config, nothing)[::2] == ("moon", ("a",))


def test_a_mistake_in_conf_py_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('project = "Moon"\nselfcheck_course = "The Moon"\n')
    conf = {"selfcheck_course": "The Moon"}
    assert mistake(tmp_path, "", conf).startswith(f"conf.py:2:1: {ID}, and not 'The Moon'")


def written(folder: Path, conf: str) -> Course:
    """Return what a course says that has this conf.py, which nobody has run."""
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    return course.load(folder / "content")


@pytest.mark.parametrize(
    ("conf", "name"),
    [
        ('selfcheck_course = "moon"', "moon"),
        ('project = "The Moon"', "the-moon"),
        ('project = "The Moon"\nselfcheck_course = "moon"', "moon"),
        ('selfcheck_course: str = "moon"', "moon"),
        ('selfcheck_course: str\nproject = "Mars"', "mars"),
        ('project = selfcheck_course = "moon"', "moon"),
        ('selfcheck_course = "mars"\nselfcheck_course = "moon"', "moon"),
        ('selfcheck_course = ""\nproject = "Mars"', "mars"),
        # What is worked out is not known.
        ('import os\nselfcheck_course = os.environ["COURSE"]', "course"),
        ('selfcheck_course = "mars"\nselfcheck_course = name()', "course"),
        ('selfcheck_course = "mars"\nselfcheck_course += "-2"', "course"),
        ('if True:\n    selfcheck_course = "mars"', "course"),
        ('course.selfcheck_course, b = "mars", 1', "course"),
        ('raise SystemExit("this is not run")\nselfcheck_course = "moon"', "moon"),
        # Python would warn of this sign.
        ('pattern = "\\d"\nselfcheck_course = "moon"', "moon"),
        ('# -*- coding: latin-1 -*-\nselfcheck_course = "moon"', "moon"),
        ('selfcheck_course = "moon', "course"),
        ('selfcheck_course = "moon"\n\0', "course"),
        ("(" * 9999, "course"),
        ("", "course"),
    ],
)
def test_a_conf_is_read_where_nobody_runs_it(tmp_path: Path, conf: str, name: str) -> None:
    assert written(tmp_path, conf).id == name


def test_a_conf_that_is_read_goes_before_as_in_sphinx(tmp_path: Path) -> None:
    said(tmp_path, ADDRESS + settings("selfcheck_course: moon", "selfcheck_plugins: [a]"))
    found = written(tmp_path, 'selfcheck_course = "mars"\nselfcheck_plugins = ["b", "c"]')
    assert found == Course("mars", "https://example.org/you/A_Course.git", ("b", "c"))
    assert written(tmp_path, 'project = "Mars"')[::2] == ("moon", ("a",))
    assert written(tmp_path, 'selfcheck_course = ""\nselfcheck_plugins = []').id == "moon"
    said(tmp_path, "title: Of the Moon")
    assert written(tmp_path, 'project = "Mars"').id == "of-the-moon"


def test_a_mistake_in_a_conf_that_is_read_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BankError, match=rf"conf\.py:2:1: {ID}, and not 'The Moon'"):
        written(tmp_path, 'project = "Moon"\nselfcheck_course = "The Moon"\n')


def test_what_sphinx_hands_in_goes_before_what_is_read(tmp_path: Path) -> None:
    assert written(tmp_path, 'selfcheck_course = "moon"').id == "moon"
    assert course.load(tmp_path / "content", {"selfcheck_course": "mars"}).id == "mars"
    assert course.load(tmp_path / "content", {}).id == "course"
