r"""GIFT: questions as plain text, which Moodle and many others read.

::name:: [format] A text {=right ~wrong#feedback ####general feedback}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from selfcheck.imports.file import File
from selfcheck.imports.home import Home
from selfcheck.imports.items import Item, NotHeldError, Read
from selfcheck.imports.labels import Labels, bare_name
from selfcheck.imports.make import meta
from selfcheck.imports.make.fields import ordered
from selfcheck.imports.make.number import Value, around, number, numeric
from selfcheck.imports.make.options import Offer, choice, true_or_false
from selfcheck.imports.make.pairs import grouped, in_order, matched
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.make.wild import wild
from selfcheck.imports.target import Target, trying
from selfcheck.imports.words import Words, bare

NAME, TITLE = "gift", "GIFT"

COMMENT = re.compile(r"\s*//(.*)")
CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)")
# In a comment, what Moodle notes of a question.
NOTED = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])*)\]")
ID, TAG = "id", "tag"
OBJECTIVE = re.compile(r"\[objective:([a-z0-9-]+)\]\s*(.+)")
TITLED = re.compile(r"\s*::(?P<name>(?:\\.|[^\\])*?)::")
FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
# A new line by its letter, unless that begins a command of TeX: `\neq`, `\nabla`.
ESCAPED = re.compile(
    r"\\(?P<sign>[:~=#{}\\])"
    r"|\\(?P<line>n)(?!(?:abla|eq|e|otin|mid|ot|u|earrow|i|leq|geq|less|exists)(?![a-zA-Z]))"
)
TRUTH = re.compile(r"(?P<value>T|TRUE|F|FALSE)\s*(?:(?<!\\)#(?P<said>.*))?", re.I | re.DOTALL)
GENERAL = re.compile(r"(?<!\\)####")
FEEDBACK = re.compile(r"(?<!\\)#")
ARROW = re.compile(r"(?<!\\)->")
WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%\s*")
# A sign that begins an answer; in a tag, `=` is that of an attribute.
BEGINS = re.compile(r"\\.|<[a-zA-Z/][^<>~]*>|[=~]", re.DOTALL)
RANGE = re.compile(r"\s*(\S+?)\s*\.\.\s*(\S+)\s*")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")
BLOCKS = re.compile(r"<(?:p|div|ul|ol|table|pre|h[1-6]|blockquote)\b", re.IGNORECASE)
BLANK = "____"
# What a question may go on for behind an empty line within its braces.
MOST_LINES = 200


def fits(file: File) -> bool:
    """Return whether *file* looks like it."""
    if file.path.suffix.lower() == ".gift":
        return True
    answers = re.search(r"(?<!\\)\{\s*(?:[=~#%]|T\b|F\b|TRUE|FALSE|\})", file.head)
    return bool(answers) and not file.head.lstrip().startswith(("{", "[", "<"))


@dataclass
class _Block:
    """The lines of one question, with what comments before it note."""

    line: int
    lines: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    topics: tuple[str, ...] = ()
    open: bool = False

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(self.lines)


def read(file: File, target: Target) -> Read:
    """Return the questions of *file*; raise `BankError` where it cannot be read."""
    found = Read()
    lines = file.text.split("\n")
    for line in lines:
        if (comment := COMMENT.match(line)) and (said := OBJECTIVE.search(comment[1])):
            found.objectives[said[1]] = escape(said[2].strip(), quote=False)
    for block in _blocks(lines):
        titled = TITLED.match(block.text)
        name = _unescaped(titled["name"]).strip() if titled else ""
        rest = block.text[titled.end() :] if titled else block.text
        stem = bare(_unescaped(FORMAT.sub("", re.split(r"(?<!\\)\{", rest)[0], count=1)))
        known, tags = Labels.of(text for kind, text in block.notes if kind == TAG)
        key = bare_name(dict(block.notes).get(ID, ""), known) or name or stem
        item = Item(name or stem or "question", file.path, block.line, key, block.topics)
        item.labels = known
        found.items.append(item)
        found.language = found.language or known.one("language")
        found.title = found.title or (block.topics[-1] if known.ours and block.topics else "")
        with trying(item):
            if block.open:
                raise NotHeldError("its `{` has no `}`; a brace that is meant as one is `\\{`")
            words = target.words(item, file.beside)
            meta.lose(tags, words)
            item.data = _Question(rest, words, target, item).fields()
    return found


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """Yield the questions, which empty lines part, and not those within braces."""
    topics: tuple[str, ...] = ()
    notes: list[tuple[str, str]] = []
    block: _Block | None = None
    depth = 0
    for n, line in enumerate(lines):
        if found := COMMENT.match(line):
            notes += [(kind, _unescaped(text)) for kind, text in NOTED.findall(found[1])]
            continue
        named = CATEGORY.match(line)
        ends = not line.strip() and (depth <= 0 or not _closes(lines[n : n + MOST_LINES]))
        begins = block and depth > 0 and line.lstrip().startswith("::")
        if block and (ends or named or begins):
            block.open = depth > 0
            yield block
            block, depth = None, 0
        if named:
            parts = named[1].replace("//", "\0").split("/")
            topics = tuple(each.replace("\0", "/").strip() for each in parts if each.strip())
        elif line.strip() or block:
            if block is None:
                block = _Block(n + 1, [], notes, topics)
                notes = []
            block.lines.append(line)
            depth += _opened(line)
    if block:
        block.open = depth > 0
        yield block


def _opened(line: str) -> int:
    signs = [each[0] for each in BRACE.finditer(line)]
    return signs.count("{") - signs.count("}")


def _closes(lines: list[str]) -> bool:
    """Return whether a brace is closed before the next question has a name."""
    for line in lines:
        if line.lstrip().startswith(("::", "$CATEGORY:")):
            return False
        if (opened := _opened(line)) != 0:
            return opened < 0
    return False


class _Question:
    def __init__(self, text: str, words: Words, target: Target, item: Item) -> None:
        self.words = words
        self.target = target
        self.labels = item.labels
        self.home = Home(item, words)
        self.form, rest = _format(text, "moodle")
        self.stem, self.answers, self.tail = _parts(rest)

    def fields(self) -> dict[str, Any]:
        """Return the fields of the question."""
        if self.answers is None:
            raise NotHeldError("a text that asks nothing: it has no answers in braces")
        pieces = GENERAL.split(self.answers, maxsplit=1)
        general = pieces[1] if len(pieces) > 1 else ""
        data = self._made(pieces[0].strip())
        prompt = _with_blank(self.stem, self.tail)
        if self.labels.ours:
            return self._ours(data, prompt, general)
        fields = {**data, "prompt": self.text(prompt), "explanation": self.text(general)}
        return ordered(self.home.complete(fields, self.target))

    def _ours(self, data: dict[str, Any], prompt: str, general: str) -> dict[str, Any]:
        """Return the fields of a question that `selfcheck export` has written."""
        plain = [_unescaped(_format(each, "html")[1]).strip() for each in (prompt, general)]
        fields = {**data, "prompt": self.home.prompt(plain[0])}
        if text := self.home.text_html:
            # One of several gaps: the text stands behind the prompt.
            fields["prompt"] = f"{fields['prompt']}\n\n{self.words.html(text)}"
        fields["explanation"] = self.home.explanation(plain[1])
        return ordered(self.home.complete(fields, self.target))

    def text(self, source: str, place: str = "text") -> str:
        """Return a text of the question as Markdown for a *place*."""
        form, rest = _format(source, self.form)
        plain = _unescaped(rest).strip()
        if form == "markdown":
            return self.words.markdown(plain, place)
        if form == "plain" or (form == "moodle" and not MARKUP.search(plain)):
            return self.words.typed(plain, place)
        if form == "moodle" and not BLOCKS.search(plain):
            plain = plain.replace("\n", "<br>")
        return self.words.html(plain, place)

    def plain(self, source: str) -> str:
        """Return a text of the question as somebody would type it."""
        form, rest = _format(source, "plain")
        plain = _unescaped(rest).strip()
        markup = form == "html" or (
            form == "plain" and MARKUP.search(plain) and self.form == "html"
        )
        return self.words.plain(plain) if markup else " ".join(plain.split())

    def _made(self, answers: str) -> dict[str, Any]:
        if not answers:
            raise NotHeldError("an essay: only a person can grade it")
        if answers.startswith("#"):
            return self._numeric(answers[1:].strip())
        if found := TRUTH.fullmatch(answers):
            return self._truth(found)
        parts = _answers(answers)
        if not parts:
            shown = " ".join(answers.split())[:60]
            how = "each begins with `=` or `~`, and a brace that is meant as one is `\\{`"
            raise NotHeldError(f"its answers cannot be read: `{shown}`; {how}")
        if all(mark == "=" and ARROW.search(text) for mark, text in parts):
            return self._match(parts)
        if all(mark == "=" for mark, _ in parts):
            forms: list[Form] = []
            for share, text, said in map(self._weighed, parts):
                forms += wild(Form(self.plain(text), share, self.text(said, "line")), self.words)
            return short_text(forms, self.words)
        several = not any(mark == "=" for mark, _ in parts)
        offers = [
            Offer(self.text(text), share, self.text(said))
            for share, text, said in map(self._weighed, parts)
        ]
        return choice(offers, self.words, several=several)

    def _weighed(self, part: tuple[str, str]) -> tuple[float, str, str]:
        """Return what an answer is worth, its text, and its feedback."""
        mark, source = part
        share = 1.0 if mark == "=" else 0.0
        if found := WEIGHT.match(source):
            share, source = float(found[1]) / 100, source[found.end() :]
        text, *said = FEEDBACK.split(source, maxsplit=1)
        return share, text, said[0] if said else ""

    def _truth(self, found: re.Match[str]) -> dict[str, Any]:
        right = found["value"].upper().startswith("T")
        # To a wrong answer, and then to a right one.
        said = [self.text(each) for each in FEEDBACK.split(found["said"] or "", maxsplit=1)]
        wrong, good = [*said, ""][:2]
        answers = {right: (1.0, good), not right: (0.0, wrong)}
        return true_or_false(
            answers, self.words, self.target.language or self.labels.one("language") or "en"
        )

    def _match(self, parts: list[tuple[str, str]]) -> dict[str, Any]:
        pairs, distractors = [], []
        for _, source in parts:
            left, right = ARROW.split(source, maxsplit=1)
            right, *said = FEEDBACK.split(right, maxsplit=1)
            if said:
                self.words.lose(f"what is said to `{bare(right)[:40]}`")
            end = self.text(right, "menu")
            if left.strip():
                pairs.append({"left": self.text(left), "right": end})
            elif end:
                distractors.append(end)
        kind = self.labels.one("type")
        if kind == "categorize":
            return grouped(pairs, distractors)
        if kind == "order":
            placed = sorted(pairs, key=lambda each: number(each["right"]) or 0)
            return in_order([{"text": each["left"]} for each in placed])
        return matched(pairs, distractors)

    def _numeric(self, answers: str) -> dict[str, Any]:
        # The first may go without its sign, and what is said to any other number has `~`.
        signs = (each.start() for each in BEGINS.finditer(answers) if each[0] in "=~")
        first = next(signs, len(answers))
        head = answers[:first].strip()
        parts = [*([("=", head)] if head else []), *_answers(answers[first:])]
        values: list[Value] = []
        for share, source, said in map(self._weighed, parts):
            text, feedback = _unescaped(source).strip(), self.text(said, "line")
            value = _value(text, share, feedback)
            if value:
                values.append(value)
            elif share >= 0.999:
                raise NotHeldError(f"`{text[:40]}` is its right answer, and no number")
            elif feedback:
                self.words.lose(f"what is said to any other answer (“{feedback[:60]}”)")
        return numeric(values, self.words)


def _value(text: str, share: float, feedback: str) -> Value | None:
    if found := RANGE.fullmatch(text):
        low, high = number(found[1]), number(found[2])
        if low is None or high is None:
            return None
        return Value(min(low, high), max(low, high), share, feedback)
    middle, _, reach = text.partition(":")
    found_middle, found_reach = number(middle), number(reach) if reach.strip() else 0.0
    if found_middle is None or found_reach is None:
        return None
    return around(found_middle, found_reach, share, feedback)


def _format(source: str, otherwise: str) -> tuple[str, str]:
    """Return the format that a text names, and the text."""
    if found := FORMAT.match(source):
        return found[1].lower(), source[found.end() :]
    return otherwise, source


def _parts(text: str) -> tuple[str, str | None, str]:
    """Return what stands before the answers, the answers, and what stands behind them."""
    braces = [each for each in BRACE.finditer(text) if each[0] in "{}"]
    begin = next((each for each in braces if each[0] == "{"), None)
    if begin is None:
        return text, None, ""
    end = next((each for each in braces if each[0] == "}" and each.start() > begin.start()), None)
    if end is None:
        raise NotHeldError("its `{` has no `}`; a brace that is meant as one is `\\{`")
    return text[: begin.start()], text[begin.end() : end.start()], text[end.end() :]


def _with_blank(stem: str, tail: str) -> str:
    """Return what is asked, with a blank where something stands behind the answers."""
    behind = tail.strip()
    if not behind:
        return stem
    apart = "" if behind[0] in ".,;:!?)" else " "
    return f"{stem.rstrip()} {BLANK}{apart}{behind}"


def _answers(source: str) -> list[tuple[str, str]]:
    """Return the answers, each with the sign that begins it; none where a text comes first."""
    starts = [each.start() for each in BEGINS.finditer(source) if each[0] in "=~"]
    if not starts or source[: starts[0]].strip():
        return []
    ends = [*starts[1:], len(source)]
    found: list[tuple[str, str]] = []
    for start, end in zip(starts, ends, strict=True):
        text = source[start + 1 : end].strip()
        # `~=` is how some write a right answer among options.
        if not text and source[start] == "~" and source[end : end + 1] == "=":
            continue
        found.append((source[start], text))
    return found


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda found: "\n" if found["line"] else found["sign"], text)
