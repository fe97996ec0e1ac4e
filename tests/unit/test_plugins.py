"""What a course's plugins add, and what is said of one that cannot be set up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from selfcheck import bank, engine
from selfcheck.engine import Engine
from selfcheck.finding import BankError
from tests.support import tiny

HEAD = f"""{tiny.HEAD}\
  - id: first
    objective: o
    level: apply
    prompt: Which?
    explanation: Because.
    sources: []
"""
CLAIMING = f"""{HEAD}\
    claims: [two]
    type: choice
    options:
      - {{text: This, correct: true, feedback: Yes.}}
      - {{text: That, feedback: No.}}
"""
NAMES = """\
    from pathlib import Path

    def setup(engine):
        engine.add_names("claims", read)

    def read(folder):
        path = folder / "names.txt"
        return path.read_text().split(), path
"""

Course = Callable[..., Path]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    """Writes a course with plugins, whose modules are forgotten in the end."""

    def course(*plugins: str, questions: str = CLAIMING, **modules: str) -> Path:
        (tmp_path / "content" / "questions").mkdir(parents=True)
        (tmp_path / "content" / "questions" / "one.yaml").write_text(questions)
        config = f"sphinx:\n  config:\n    selfcheck_plugins: [{', '.join(plugins)}]\n"
        (tmp_path / "_config.yml").write_text(config)
        for name, text in modules.items():
            (tmp_path / f"{name}.py").write_text(dedent(text))
        return tmp_path / "content"

    yield course
    for name, module in [*sys.modules.items()]:
        if Path(getattr(module, "__file__", None) or "/").parent == tmp_path:
            del sys.modules[name]


def mistakes(folder: Path) -> list[str]:
    return [str(each).replace(f"{folder.parent}{os.sep}", "") for each in bank.check(folder)]


def test_without_a_plugin_a_claim_may_be_called_anything(course: Course) -> None:
    folder = course()
    assert mistakes(folder) == []
    assert bank.load("one", folder).questions[0].claims == ["two"]


def test_a_plugin_in_the_courses_folder_says_which_claims_there_are(course: Course) -> None:
    folder = course("names_here", names_here=NAMES)
    (folder / "names.txt").write_text("one two")
    assert mistakes(folder) == []
    path = list(sys.path)
    (folder / "names.txt").write_text("one")
    os.utime(folder / "names.txt", ns=(1, 1))
    assert mistakes(folder) == [
        "content/questions/one.yaml:12:14: the claim `two` is not in names.txt; name one that is"
    ]
    assert sys.path == path


def test_a_plugin_may_be_named_in_conf_py_alone(course: Course) -> None:
    folder = course(names_in_conf=NAMES)
    (folder / "names.txt").write_text("one")
    conf = folder.parent / "conf.py"
    conf.write_text('selfcheck_plugins = ["names_in_conf"]\n')
    (said,) = mistakes(folder)
    assert "the claim `two` is not in names.txt" in said
    conf.write_text('\nselfcheck_plugins = ["gone"]\n')
    (said,) = mistakes(folder)
    assert said.startswith("conf.py:2:1: there is no module `gone`;")


def test_the_file_of_the_names_is_one_of_a_banks_files(course: Course) -> None:
    folder = course("names_again", names_again=NAMES)
    (folder / "names.txt").write_text("two")
    plugins = engine.load(folder)
    assert folder / "names.txt" in bank.inputs("one", folder, plugins)


def test_a_plugin_is_set_up_once(course: Course) -> None:
    counting = "calls = []\ndef setup(engine):\n    calls.append(engine)\n"
    folder = course("counting", counting=counting)
    for _ in range(2):
        bank.load("one", folder)
    config = folder.parent / "_config.yml"
    config.write_text(f"title: Changed\n{config.read_text()}")
    assert bank.check(folder) == []
    assert len(sys.modules["counting"].calls) == 1


def test_a_bank_names_no_module(course: Course) -> None:
    """Only the configuration does."""
    folder = course(questions=f"selfcheck_plugins: [os]\n{CLAIMING}")
    assert mistakes(folder)[0].startswith(
        "content/questions/one.yaml:1:1: unknown field `selfcheck_plugins`"
    )


OUT = "or take it out of `selfcheck_plugins`"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "not_there",
            None,
            "there is no module `not_there`; install it, put it into the course's folder, " + OUT,
        ),
        (
            "no_setup",
            "set_up = 1",
            "`no_setup` has no function `setup(engine)`; add it, "
            "or take the module out of `selfcheck_plugins`",
        ),
        (
            "fails",
            "def setup(engine):\n    raise KeyError('much\\nwrong')",
            "the plugin `fails` fails: KeyError: 'much\\nwrong'; mend it, " + OUT,
        ),
        (
            "leaves",
            "raise SystemExit(3)",
            "the plugin `leaves` fails: SystemExit: 3; mend it, " + OUT,
        ),
        (
            "needs_more",
            "import a_module_that_is_not_there",
            "the plugin `needs_more` fails: ModuleNotFoundError: "
            "No module named 'a_module_that_is_not_there'; mend it, " + OUT,
        ),
        (
            "no_python",
            "def setup(",
            "the plugin `no_python` fails: SyntaxError: ",
        ),
        (
            "other_names",
            "def setup(engine):\n    engine.add_names('skills', len)",
            "the plugin `other_names` fails: ValueError: "
            "names can be added for claims, and not for 'skills'; mend it, " + OUT,
        ),
        (
            "reads_nothing",
            "def setup(engine):\n    engine.add_names('claims', lambda folder: {'two'})",
            "the plugin `reads_nothing` fails: ValueError: not enough values to unpack "
            f"(expected 2, got 1); mend it, {OUT} (it reads what `claims` may name)",
        ),
    ],
)
def test_a_plugin_that_cannot_be_is_told_once_with_its_line(
    course: Course, name: str, text: str | None, words: str
) -> None:
    folder = course(name, **({} if text is None else {name: text}))
    (said,) = mistakes(folder)
    assert said.startswith(f"_config.yml:3:25: {words}")
    with pytest.raises(BankError):
        bank.load("one", folder)


def test_all_that_is_wrong_is_told_at_once(course: Course) -> None:
    folder = course(
        "names_first", "gone.too", "names_second", names_first=NAMES, names_second=NAMES
    )
    assert mistakes(folder) == [
        f"_config.yml:3:38: there is no module `gone.too`; install it, "
        f"put it into the course's folder, {OUT}",
        "_config.yml:3:48: `names_first` says already what `claims` may name; take one of both out",
    ]


SLIDER = """\
    from pathlib import Path

    from selfcheck.questions import Question
    from selfcheck.types import Body, Row

    class Slider(Question, kw_only=True, tag="slider"):
        highest: int

    def body(question, name, context):
        return Body({"key": question.highest}, "<p class='sc-blank'></p>", str(question.highest))

    def setup(engine):
        engine.add_type(
            Row(
                struct=Slider,
                check=lambda question, here: (),
                body=body,
                answers=lambda question, language: [str(question.highest)],
                listings=lambda question: (),
                script=Path(__file__).with_name("slider.js"),
            )
        )
"""
SLID = f"""{HEAD}\
    type: slider
    highest: 7
"""


@pytest.fixture
def slider(course: Course) -> Iterator[Path]:
    """A course with a question type of its own; the type is forgotten in the end."""
    from selfcheck import types

    folder = course("slider_type", slider_type=SLIDER, questions=SLID)
    (folder.parent / "slider.js").write_text('selfcheck.register("slider", {});\n')
    yield folder
    types.TABLE.pop("slider", None)


def test_a_plugin_brings_a_question_type(slider: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from selfcheck import quiz

    assert mistakes(slider) == []
    scripts = {"slider": slider.parent / "slider.js"}
    assert engine.load(slider).scripts(["slider", "choice"]) == scripts
    assert engine.load(slider).scripts(["choice"]) == {}
    monkeypatch.chdir(slider.parent)
    shown = quiz("one")
    assert '"type":"slider"' in shown.html
    assert shown.types == ['selfcheck.register("slider", {});\n']


def test_a_page_gets_the_script_of_a_plugins_type(slider: Path) -> None:
    folder = slider.parent
    (folder / "conf.py").write_text('extensions = ["myst_nb", "selfcheck.sphinx"]\n')
    (folder / "index.md").write_text("# A page\n\n```{quiz} one\n```\n")
    command = [sys.executable, "-m", "sphinx", "-q", str(folder), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert not done.stderr
    html = (folder / "site" / "index.html").read_text("utf-8")
    assert '"type":"slider"' in html
    assert "_static/selfcheck/types/slider.js" in html
    copied = folder / "site" / "_static" / "selfcheck" / "types" / "slider.js"
    assert copied.read_bytes() == (folder / "slider.js").read_bytes()


def test_a_type_without_a_part_is_told_with_the_plugins_line(course: Course) -> None:
    lacking = SLIDER.replace("body=body,", "body=None,")
    folder = course("lacking_type", lacking_type=lacking, questions=SLID)
    (folder.parent / "slider.js").write_text("")
    (said,) = mistakes(folder)
    assert said.startswith("_config.yml:3:25: the plugin `lacking_type` fails: TypeError: ")
    assert "`body`" in said


def test_a_type_goes_to_the_table_with_its_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the table makes of it."""
    from selfcheck import types
    from selfcheck.questions import Question

    class Slider(Question, kw_only=True, tag="slider"):
        """A type of somebody else's."""

    script = tmp_path / "slider.js"
    script.write_text("selfcheck.types.slider = {};")
    row = types.Row(
        Slider,
        lambda *_: (),
        lambda *_: types.Body({}, "", ""),
        lambda *_: (),
        lambda *_: (),
        script=script,
    )
    monkeypatch.setattr(types, "TABLE", dict(types.TABLE))
    made = Engine()
    made.add_type(row)
    assert types.TABLE["slider"] is row
    assert made.scripts == {"slider": script}


def test_the_courses_own_plugin_knows_the_claims() -> None:
    claims = engine.load(Path(__file__).parents[2] / "content").names("claims")
    assert claims
    assert claims.path.name == "claims.yaml"
    assert "bio-ipsc-from-adult-stem-cells" in claims.known


@pytest.mark.parametrize("text", [None, "", "just: a mapping", "- no mapping\n- text: no id\n"])
def test_the_courses_own_plugin_takes_any_yaml(tmp_path: Path, text: str | None) -> None:
    from stemcourse import plugin

    (tmp_path / "evidence").mkdir()
    if text is not None:
        (tmp_path / "evidence" / "claims.yaml").write_text(text)
    assert plugin.claims(tmp_path) == (set(), tmp_path / "evidence" / "claims.yaml")


def test_the_courses_own_plugin_does_not_need_selfcheck() -> None:
    code = "import sys; sys.modules['selfcheck'] = None; import stemcourse.plugin"
    subprocess.run([sys.executable, "-c", code], check=True)
