"""What a course consists of: on a site as it is built, in JupyterLab as its notebooks are saved."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from selfcheck.outline import Pool, asked, outline, pools, told
from selfcheck.outline.placed import is_placed
from tests.support import tiny
from tests.support.moon import MOON, built_alone

SCRIPTS = Path("_static") / "selfcheck"


def said(path: Path) -> Any:
    """Return what a script of ours sets."""
    (found,) = re.findall(r"=(?=[{\[])(?!\{\})(.*);\n\Z", path.read_text("utf-8"), re.S)
    return json.loads(found)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the second course."""
    return built_alone(tmp_path_factory.mktemp("moon"))


@pytest.fixture(scope="module")
def moon(site: Path) -> Any:
    """Its outline."""
    return said(site / SCRIPTS / "course.js")


def test_pages_with_questions_stand_in_reading_order(moon: Any, site: Path) -> None:
    addresses = [page["address"] for page in moon["pages"]]
    assert addresses == [
        "quizzes.html",
        "paged.html",
        "drawn.html",
        "twice.html",
        "notebooks/moon.html",
    ]
    assert all((site / address).is_file() for address in addresses)
    assert (moon["course"], moon["title"]) == ("the-moon", "The Moon")
    assert moon["pages"][3]["title"] == "Then and now"


def test_a_second_sitting_is_asked_apart(moon: Any) -> None:
    asks = moon["pages"][3]["asks"]
    names = ["moon/which-light", "moon/full-moon-facts", "moon/light-time"]
    assert asks == [{"question": name} for name in names] + [
        {"question": name, "sitting": "after"} for name in names
    ]


def test_a_draw_asks_fewer_at_one_time(moon: Any) -> None:
    assert [page.get("pools") for page in moon["pages"]] == [
        None,
        None,
        [{"begin": 0, "size": 12, "atOnce": 6}],
        None,
        None,
    ]
    assert len(moon["pages"][2]["asks"]) == 12


def test_a_question_says_what_it_is(moon: Any) -> None:
    light = moon["questions"]["moon/which-light"]
    assert light["title"] == "Where does moonlight come from?"
    assert light["objective"] == "phases"
    assert light["address"] == "quizzes.html"
    assert all(re.fullmatch("[0-9a-f]{8}", each) for each in light["fps"])
    # Its own, and one for each variant.
    assert len(moon["questions"]["moon/how-often"]["fps"]) > 2
    assert "moon/the-watcher/phase" in moon["questions"]
    assert "moon/the-watcher" not in moon["questions"]


def test_an_objective_leads_to_its_section(moon: Any) -> None:
    objectives = moon["banks"]["moon"]["objectives"]
    assert objectives["phases"] == {"text": "Explain the phases of the Moon"}
    assert objectives["numbers"]["address"] == "notebooks/moon.html#numbers"


def test_a_bank_is_a_script_with_each_question_alone(site: Path, moon: Any) -> None:
    address = moon["banks"]["moon"]["script"]
    assert re.fullmatch(r"banks/moon\.js\?v=[0-9a-f]{8}", address)
    bank = said(site / SCRIPTS / address.partition("?")[0])
    assert bank["open"] == "<div class='selfcheck' data-version='2' data-quiz='moon'>"
    assert "case" in bank["types"]
    names = {name.split("/")[1] for name in moon["questions"] if name.startswith("moon/")}
    assert set(bank["questions"]) == names
    case = bank["questions"]["the-watcher"]
    assert case.startswith("<section class='sc-case'")
    assert case.endswith("</section>")
    parts = [ask.question for ask in asked(bank["open"] + case + "</div>")]
    assert parts == [f"moon/the-watcher/{part}" for part in ("phase", "next", "how-long")]
    page = (site / "quizzes.html").read_text("utf-8")
    assert all(html in page for html in bank["questions"].values())


def test_pages_alone_are_a_smaller_script(site: Path, moon: Any) -> None:
    assert said(site / SCRIPTS / "pages.js") == moon["pages"]


def test_jupyterlab_reads_the_saved_notebooks() -> None:
    found = outline(MOON / "content")
    assert [page["address"] for page in found["pages"]] == ["notebooks/moon.ipynb"]
    assert found["course"] == "the-moon"
    assert found["questions"]["moon/light-time"]["address"].startswith("notebooks/moon.ipynb#")
    numbers = found["banks"]["moon"]["objectives"]["numbers"]
    assert numbers["address"] == "notebooks/moon.ipynb#Numbers"


def test_both_say_the_same_of_a_question(moon: Any) -> None:
    found = outline(MOON / "content")
    for name, question in found["questions"].items():
        for each in ("fps", "objective", "title"):
            assert question[each] == moon["questions"][name][each]


def test_without_a_table_of_contents_names_decide(tmp_path: Path) -> None:
    shutil.copytree(MOON / "content", tmp_path / "content")
    for name in ("b", "a"):
        shutil.copy(MOON / "notebooks" / "moon.ipynb", tmp_path / f"{name}.ipynb")
    found = outline(tmp_path / "content")
    assert [page["address"] for page in found["pages"]] == ["a.ipynb", "b.ipynb"]


@pytest.mark.parametrize(
    ("toc", "expected"),
    [
        ("- file: b\n- file: sub/a.ipynb", ["b.ipynb", "sub/a.ipynb"]),
        ("- file: b\n- glob: sub/*", ["b.ipynb", "sub/[c].ipynb", "sub/a.ipynb"]),
        ("- glob: '*'\n- file: b", ["b.ipynb"]),
        ("- file: sub/[c]", ["sub/[c].ipynb"]),
        ("- file: ../outside\n- file: /outside\n- glob: ../*\n- file: b", ["b.ipynb"]),
        (f"- file: {'a' * 5000}\n- file: 7\n- file: ''\n- file: b", ["b.ipynb"]),
        ("- glob: '**/*'", ["b.ipynb", "sub/[c].ipynb", "sub/a.ipynb"]),
    ],
)
def test_a_table_of_contents_decides(tmp_path: Path, toc: str, expected: list[str]) -> None:
    folder = tmp_path / "course"
    shutil.copytree(MOON / "content", folder / "content")
    for name in ("sub", "sub/.ipynb_checkpoints"):
        (folder / name).mkdir()
    names = ("b", "sub/a", "sub/[c]", "sub/.ipynb_checkpoints/a", "../outside")
    for name in names:
        shutil.copy(MOON / "notebooks" / "moon.ipynb", folder / f"{name}.ipynb")
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: intro\nchapters:\n{toc}\n")
    found = outline(folder / "content")
    assert [page["address"] for page in found["pages"]] == expected


def test_whatever_is_wrong_with_a_bank_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str, *_: object) -> Any:
        if name in ("moon", "one"):
            raise RuntimeError("Something\nelse.")
        return told(name, *_)  # type: ignore[arg-type]

    monkeypatch.setattr("selfcheck.outline.folder.told", fail)
    assert sorted(outline(MOON / "content")["banks"]) == ["mond"]
    monkeypatch.setattr("selfcheck.outline.site.told", fail)
    status, complaints = tiny.sphinx(tiny.written(tmp_path, PAGE))
    assert status == 0
    assert "leave the bank 'one' out (RuntimeError: Something else.)" in complaints
    assert said(tmp_path / "site" / SCRIPTS / "course.js")["banks"] == {}


@pytest.mark.parametrize("data", ["{wrong", "7", "{}", '{"parts":"x"}', "[" * 100_000])
def test_a_quiz_that_somebody_typed_does_not_end_a_build(tmp_path: Path, data: str) -> None:
    quiz = (
        "<div class='selfcheck' data-quiz='a' data-draw='1'><section class='sc-case' "
        f"data-question='a/b' data-q='{data}'></section></div>"
    )
    assert asked(quiz) == []
    assert pools(quiz) == []
    page = f"```{{raw}} html\n{quiz}\n```\n\n{PAGE}"
    assert tiny.sphinx(tiny.written(tmp_path, page)) == (0, "")


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    shutil.copytree(MOON / "content", tmp_path / "content")
    (tmp_path / "broken.ipynb").write_text("{")
    (tmp_path / "odd.ipynb").write_text('{"cells": [{"cell_type": "code", "outputs": [7]}]}')
    shutil.copy(MOON / "notebooks" / "moon.ipynb", tmp_path / "whole.ipynb")
    (tmp_path / "content" / "questions" / "moon.yaml").write_text("schema: 1\n")
    found = outline(tmp_path / "content")
    assert [page["address"] for page in found["pages"]] == ["whole.ipynb"]
    assert sorted(found["banks"]) == ["mond"]
    assert all(not name.startswith("moon/") for name in found["questions"])


def test_a_question_twice_in_a_sitting_is_one() -> None:
    quiz = (
        "<div class='selfcheck' data-version='2' data-quiz='a' data-draw='1' data-sitting='x'>\n"
        "<section class='sc-question' data-question='a/b' data-q='{}'>"
        "</section></div>"
    )
    assert [tuple(ask) for ask in asked(quiz + quiz)] == [("a/b", "x")]
    assert pools(quiz + quiz) == []
    assert asked("<p>nothing</p>") == []


def test_what_a_quiz_draws_is_told_apart_from_what_others_of_its_page_ask() -> None:
    def quiz(draw: str, *names: str) -> str:
        asks = "".join(
            f"<section class='sc-question' data-question='a/{name}' data-q='{{}}'></section>"
            for name in names
        )
        return f"<div class='selfcheck' data-version='2' data-quiz='a'{draw}>{asks}</div>"

    html = quiz("", "b", "c") + quiz(" data-draw='2'", "c", "d", "e", "f") + quiz("", "g")
    assert [ask.question for ask in asked(html)] == ["a/b", "a/c", "a/d", "a/e", "a/f", "a/g"]
    assert pools(html) == [Pool(2, 3, 2)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What does this section say?"),
        ("en", "By the table, how many are there?"),
        ("en", "In the lower chart, what moves?"),
        ("en", "Look at the line below. Which one is it?"),
        ("en", "Which of the sliders above is right?"),
        ("de", "Was zeigt die Tabelle?"),
        ("de", "Was steht in diesem Abschnitt?"),
        ("de", "Welche Zahl steht oben?"),
        ("es", "¿Qué muestra la tabla?"),
        ("es", "Según esta sección, ¿cuál es?"),
        ("es", "¿Qué dice la línea de arriba?"),
    ],
)
def test_what_speaks_of_its_place(language: str, text: str) -> None:
    assert is_placed(f"<p>{text}</p>", language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Both intervals are above zero. What follows?"),
        ("en", "Monocytes lie below the lymphocytes. Why?"),
        ("en", "A table of results is missing. What do you ask?"),
        ("de", "Woher kommt das Mondlicht?"),
        ("es", "¿De dónde viene la luz de la Luna?"),
    ],
)
def test_what_does_not(language: str, text: str) -> None:
    assert not is_placed(f"<p>{text}</p>", language)


def test_a_figure_or_a_table_of_its_own_is_no_place() -> None:
    assert not is_placed("<p>Which row of the table?</p><table></table>", "en")
    assert not is_placed("<p>Point at it in the figure.</p>", "en", figure=True)
    assert is_placed("<p>Compare the figure with the table.</p>", "en", figure=True)


UNREVIEWED = f"{tiny.CONF}selfcheck_unreviewed = ['one']\n"
PAGE = "```{quiz} one\n```"


def test_a_course_leaves_banks_out_of_the_review(tmp_path: Path) -> None:
    tiny.written(tmp_path, PAGE, conf=UNREVIEWED)
    assert tiny.sphinx(tmp_path) == (0, "")
    assert said(tmp_path / "site" / SCRIPTS / "course.js")["unreviewed"] == ["one"]
    assert outline(tmp_path / "content")["unreviewed"] == ["one"]


@pytest.mark.parametrize(
    ("conf", "complaint"),
    [
        ("['two']", "names 'two', a bank of which no page asks anything"),
        ("'one'", "must be a list of banks; write such as `[before]`"),
    ],
)
def test_a_bank_that_is_none_is_told(tmp_path: Path, conf: str, complaint: str) -> None:
    tiny.written(tmp_path, PAGE, conf=f"{tiny.CONF}selfcheck_unreviewed = {conf}\n")
    assert complaint in tiny.sphinx(tmp_path)[1]


def test_an_edited_page_and_a_bank_change_it(tmp_path: Path) -> None:
    tiny.written(tmp_path, PAGE)
    tiny.sphinx(tmp_path)
    course = tmp_path / "site" / SCRIPTS / "course.js"
    before = said(course)
    (tmp_path / "index.md").write_text(f"# Another title\n\n## Below\n\n{PAGE}\n")
    tiny.sphinx(tmp_path)
    after = said(course)
    assert after["pages"][0]["title"] == "Another title"
    assert after["questions"]["one/first"]["address"] == "index.html#below"
    assert before["questions"]["one/first"]["address"] == "index.html"
    bank = tmp_path / "content" / "questions" / "one.yaml"
    bank.write_text(bank.read_text().replace("Which?", "Which one?"))
    tiny.sphinx(tmp_path)
    assert said(course)["questions"]["one/first"]["title"] == "Which one?"
