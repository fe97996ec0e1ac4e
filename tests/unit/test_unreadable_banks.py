"""Whatever one bank holds, it is told with its place, and the others are checked all the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck import bank, schema
from selfcheck.cli import app

GOOD = """\
schema: 1
id: good
title: A bank
objectives: {weigh: Weigh things}
questions:
  - id: heavier
    type: choice
    objective: weigh
    level: apply
    prompt: Which is heavier?
    options:
      - {text: Lead, correct: true, feedback: A litre of it has 11 kg.}
      - {text: Water, feedback: A litre of it has 1 kg.}
    explanation: It is denser.
    sources: []
"""
NUMBER = """\
schema: 1
id: odd
title: A bank
objectives: {weigh: Weigh things}
questions:
  - id: litre
    type: numeric
    objective: weigh
    level: apply
    prompt: What does a litre weigh?
    answer: 11
    explanation: It is dense.
    sources: []
"""
ODD = GOOD.replace("id: good", "id: odd")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content folder of a course with two banks, `good` and, with a slip, `unlike`."""
    questions = tmp_path / "content" / "questions"
    questions.mkdir(parents=True)
    (questions / "good.yaml").write_text(GOOD, encoding="utf-8")
    slip = GOOD.replace("id: good", "id: unlike").replace("objective: weigh", "objective: way")
    (questions / "unlike.yaml").write_text(slip, encoding="utf-8")
    return tmp_path / "content"


def told(content: Path, data: str | bytes) -> list[str]:
    """Return what is said of the bank `odd`, by the command too, beside the other bank's slip."""
    path = content / "questions" / "odd.yaml"
    path.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    said = [str(each) for each in bank.check(content)]
    done = CliRunner().invoke(app, ["check", str(content)])
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    # What is wrong comes first; rules about wording may have notes on the banks without a mistake.
    assert lines[: len(said)] == said
    assert re.fullmatch(rf"{len(said)} to mend(, \d notes?)?", lines[-1])
    (slip,) = (line for line in said if "unlike.yaml:8:5: `way` is none of" in line)
    said.remove(slip)
    start = f"{path}:"
    assert said
    assert all(line.startswith(start) and line.isprintable() for line in said)
    return [line.removeprefix(start) for line in said]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ODD.encode("utf-16"), "1:1: this is UTF-16"),
        (ODD.replace("Lead", "Blei für").encode("latin-1"), "12:22: this is not UTF-8"),
        (ODD.replace("Lead", "Le\x1bad"), "12:18: YAML takes no character U+001B"),
        (ODD.replace("Lead", "2023-06-31"), "12:10: `text` must be text, not a date; put it"),
        (ODD.replace("Lead", "2023-06-30"), "12:10: `text` must be text, not a date; put it"),
        (ODD.replace("Lead", '"\\udc00"'), "12:10: `text` holds half of a character"),
        (ODD.replace("Lead", '"$\\frac{1}{2}$"'), "U+000C, which `\\f` is in double quotes"),
        (ODD.replace("Lead", "\u202eLead"), "12:10: `text` holds the direction mark U+202E"),
        (ODD.replace("Lead", "\u2067Lead"), "12:10: `text` holds a direction mark (U+2066 to"),
        (ODD.replace("Lead", "\u2069Le\u2067ad"), "12:10: `text` holds a direction mark (U+2066"),
        (ODD.replace("Lead", "Bl\ufffdi"), "12:10: `text` holds U+FFFD, which stands where"),
        (ODD.replace("Lead", '"\\u200b"'), "12:10: `text` has only spaces and characters"),
        (ODD.replace("Lead", '"&nbsp;"'), "12:10: `text` has only spaces and characters"),
        (ODD.replace("[]", "["), "15:14: not YAML: what stands in brackets begins here and does"),
        (ODD.replace("[]", "[#7]"), "in line 15 `#` begins a comment, so put that text in quotes"),
        (ODD.replace("    type", "\u00a0   type"), "line 7 holds U+00A0 in column 1, so type that"),
        (ODD.replace("type: ", "type\uff1a "), "line 7 holds U+FF1A in column 9, so type"),
        (ODD.replace("Lead", "'Lead"), "12:16: not YAML: a text in quotes begins here and"),
        (ODD.replace("Lead", '"Lead') + "x" * 80_000, "12:16: not YAML: a text in quotes begins"),
        (ODD.replace("Lead", '"C:\\bin"'), "12:10: `text` holds the control character U+0008"),
        (ODD.replace("Lead", '"$\\alpha$"'), "12:10: `text` holds the control character U+0007"),
        (ODD.replace("Lead", '"$2\\rho$"'), "12:10: `text` holds the control character U+000D"),
        (ODD.replace("Lead", '"\\0"'), "12:10: `text` holds the control character U+0000"),
        (ODD.replace("Lead", '"\\uffff"'), "12:10: `text` holds the control character U+FFFF"),
        (ODD.replace("Lead", '"$2\\theta$"'), "for the command write `\\\\theta`"),
        (ODD.replace("Lead", '"$\\times$"'), "for the command write `\\\\times`"),
        (ODD.replace("Lead", '"$a \\neq b$"'), "for the command write `\\\\neq`"),
        (ODD.replace("Lead", '"$\\nu$"'), "for the command write `\\\\nu`"),
        (ODD.replace("{text: Water", '{"\\ud800": 1, text: Water'), "13:10: unknown field"),
        (ODD.replace("choice", "[choice]"), "7:5: `type` must be text, not a list"),
        (ODD.replace("choice", "{a: b}"), "7:5: `type` must be text, not a mapping"),
        (ODD.replace("{text: Water", "{~: x, text: Water"), "13:10: the name `~` is nothing"),
        (ODD.replace("{text: Water", "{? [a] : x, text: Water"), "13:12: a name must be text"),
        (ODD.replace("{text: Water", "{1: x, text: Water"), "13:10: the name `1` is a number"),
        (ODD.replace("{text: Water", "{text: a, text: Water"), "13:19: `text` stands twice"),
        (ODD.replace("Lead", "!!python/object/apply:os.getpid []"), "with the tag `!!python"),
        (ODD.replace("Lead", "!!binary aGk="), "something with the tag `!!binary`"),
        (ODD.replace("Lead", "!metal Lead"), "something with the tag `!metal`; take the tag out"),
        (ODD.replace("    type", "    Type"), "7:5: unknown field `Type`; did you mean `type`?"),
        (ODD.replace("    type", "    t\u0443pe"), "did you mean `type`?"),
        (ODD.replace("    type", "    ty\u200bpe"), "unknown field `ty\\u200bpe`; did you"),
        (ODD.replace("    options", "    !!set options"), "11:5: the name `options` is no text"),
        (ODD.replace("schema: 1", "schema: !!int one"), "`schema` must be a whole number, not"),
        (ODD.replace("Lead", "7" * 6000), "12:10: `text` must be text, not a number of more than"),
        (ODD.replace("[]", "&s [*s]"), "15:18: `*s` stands in what it repeats"),
        (ODD.replace("[]", "[" * 320 + "]" * 320), "15:51: more than 40 levels"),
        (ODD.replace("[]", "*nobody"), "15:14: `*nobody` repeats nothing"),
        (ODD.replace("[]", "[" + "a, " * 201 + "]"), "`sources` has 201 entries; 200 is the most"),
        (ODD.replace("Lead", "lead " * 5000), "12:10: the text has 24,999 characters, and 5,000"),
        (ODD + "x" * 50_000_000, "1:1: this is larger than 4 MB"),
        ("", "1:1: the file must be a mapping of fields, not nothing; begin it with `schema: 1`"),
        (ODD.replace("Lead", "[Lead]"), "12:10: `text` must be text, not a list; put it in quotes"),
        (ODD.replace("[]", "lead"), "must be a list, not text; begin each entry with `- `"),
        (ODD.replace("correct: true", "correct: yes"), "not text; write true or false, without"),
        (ODD.replace("schema: 1", 'schema: "1"'), "not text: a number is written 1, without"),
        (ODD.replace("title", "language: DE\ntitle"), "write a language's tag, such as en, de or"),
        (f"{NUMBER}    tolerance: -1\n", "14:5: `tolerance` must be 0 or more"),
        (f"{ODD}---\n{ODD}", "16:1: a second document begins here"),
        (ODD.replace("Lead,", "#7\n        ,"), "not nothing; write it, in quotes where "
         "it begins with #"),
        (NUMBER.replace("11", ".inf"), "11:5: `answer` must be a finite number"),
        (NUMBER.replace("11", "1e-400"), "must be a number or text, not a number too near to 0"),
        (NUMBER.replace("11", f"0.{'0' * 350}1"), "not a number too near to 0"),
        (NUMBER.replace("11", ".NaN"), "11:5: `answer` must be a finite number"),
        (f"{NUMBER}    minimum: -.inf\n", "14:5: `minimum` must be a finite number"),
        (f"{NUMBER}    units: {{g: .nan}}\n    unit: kg\n", "`g` must be a finite number"),
        (f"{NUMBER}    wrong: [{{near: .inf, feedback: No.}}]\n", "`near` must be a finite number"),
        (f"{NUMBER}    tolerance: 1{'0' * 200}\n", "14:5: `tolerance` is too large"),
        (f"{NUMBER}    tolerance: 1.0e+308\n", "14:5: `tolerance` is too large"),
        (f'{NUMBER}    tolerance: "5%\\n"\n', "14:5: '5%\\n' does not have the form"),
        (NUMBER.replace("id: litre", 'id: "litre\\n"'), "6:5: `id` 'litre\\n' must be lower-case"),
        (NUMBER.replace("title", 'language: "en\\n"\ntitle'), "'en\\n' does not have the form"),
    ],
)  # fmt: skip
def test_what_one_bank_holds_is_told_with_its_place(
    content: Path, data: str | bytes, words: str
) -> None:
    said = told(content, data)
    assert any(words in line for line in said), said


def test_a_folder_with_a_banks_name_is_told(content: Path) -> None:
    (content / "questions" / "folder.yaml").mkdir()
    (content / "questions" / "short.yml").write_text(GOOD, encoding="utf-8")
    said = [f"{each.path.name}: {each.message}" for each in bank.check(content)]
    assert any(line.startswith("folder.yaml: this is a folder") for line in said)
    assert any(line.startswith("short.yml: a bank's name ends with .yaml") for line in said)
    assert any(line.startswith("unlike.yaml: ") for line in said)


@pytest.mark.parametrize("command", [["check"], ["ids"], ["ids", "--check"]])
def test_what_only_has_a_banks_name_ends_no_command(content: Path, command: list[str]) -> None:
    questions = content / "questions"
    (questions / "folder.yaml").mkdir()
    (questions / "lost.yaml").symlink_to("nowhere")
    (questions / ".yaml").write_text(GOOD, encoding="utf-8")
    done = CliRunner().invoke(app, [*command, str(content)])
    assert done.exit_code == 1
    for line in (
        "folder.yaml:1:1: this is a folder; put a file here",
        "lost.yaml:1:1: this cannot be read: No such file or directory",
        "questions/.yaml:2:1: `id` is `good` and the file .yaml; give both the same name",
    ):
        assert line in done.stderr


def test_what_merges_repeats_and_tags_texts_is_read(content: Path) -> None:
    merged = ODD.replace("{text: Lead, correct", "&lead {text: Lead, correct").replace(
        "{text: Water, feedback: A litre of it has 1 kg.}",
        "{<<: *lead, text: !!str 5, correct: false}",
    )
    path = content / "questions" / "odd.yaml"
    path.write_text(merged, encoding="utf-8")
    (question,) = bank.load("odd", content).questions
    assert [each.text for each in question.options] == ["Lead", "5"]  # type: ignore[attr-defined]
    assert question.options[1].feedback == question.options[0].feedback  # type: ignore[attr-defined]


def test_all_mistakes_of_a_question_are_told_at_once(content: Path) -> None:
    several = (
        ODD.replace("correct: true", "correct: yes")
        .replace("text: Water, ", "")
        .replace("sources: []", "sources: [nobody2020]")
        .replace("objective: weigh", "objective: way")
        .replace("{weigh: Weigh things}", "{weigh: Weigh things}\nquestion: 1")
    )
    several += "  - {id: heavier, type: order, objective: weigh, level: apply, prompt: Sort., "
    several += (
        "items: [{text: a}, {text: b, feedback: c}, {text: d}], explanation: E, sources: []}\n"
    )
    said = "\n".join(told(content, several))
    for words in (
        "`correct` must be true or false, not text",
        "`text` is missing; add it",
        "the source `nobody2020` is not in references.bib",
        "`way` is none of this bank's objectives",
        "unknown field `question`; did you mean `questions`?",
        "`heavier` is already the id of the question at line 7",
        "`feedback` is missing here and not elsewhere",
    ):
        assert said.count(words) == 1, words


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Which is heavier?", "Which is #1?", "10:5"),
        ("Which is heavier?", "Which is # 1?", "10:5"),
        ("Which is heavier?", "Which is  #1?", "10:5"),
        ("Which is heavier?", "Which is\n      heavier, #1?", "10:5"),
        ("It is denser.", "It is denser #see", "14:5"),
        ("title: A bank", "title: Bank #3", "3:1"),
        ("{weigh: Weigh things}", "\n  weigh: Weigh #1", "5:3"),
        ("      - {text: Lead, correct: true, ", "      - text: Lead #82\n        correct: true\n"
         "        feedback: F\n      - {text: Gold, ", "12:9"),
        ("sources: []", "sources: []\n    hints:\n      - See #2\n      - None", "17:9"),
    ],
)  # fmt: skip
def test_a_text_that_a_comment_cuts_is_told(content: Path, old: str, new: str, place: str) -> None:
    (line,) = told(content, ODD.replace(old, new))
    assert line.startswith(f"{place}: text after ` #` is a comment; put the text in quotes")


def test_a_comment_that_is_one_is_none_of_our_business(content: Path) -> None:
    text = f"# All\n{GOOD}# of it\n".replace("level: apply", "level: apply # easy #1")
    text = text.replace("[]", "[] #none").replace("schema: 1", "schema: 1 #one")
    text = text.replace("type: choice", "type: choice #one").replace(
        "id: heavier", "id: heavier # a"
    )
    text = text.replace("It is denser.", "It is denser.  # look it up")
    text = text.replace("Which is heavier?", "'Which is heavier?' #q")
    text = text.replace("    options:", "    # before\n    options: #these")
    text = text.replace("title: A bank", "title: >- #folded\n  A bank #1")
    (content / "questions" / "good.yaml").write_text(text, encoding="utf-8")
    assert [each.path.name for each in bank.check(content)] == ["unlike.yaml"]
    assert bank.load("good", content).title == "A bank #1"


def test_the_last_net_names_the_file(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyError("nobody\nthought of it")

    monkeypatch.setattr(schema._Walk, "_struct", fails)
    said = [str(each) for each in bank.check(content)]
    assert [line.partition("questions/")[2].partition(":")[0] for line in said] == [
        "good.yaml",
        "unlike.yaml",
    ]
    assert all("selfcheck itself fails here (KeyError" in line for line in said)
