"""choice and multiple-response: options, of which one or several are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from selfcheck import looks, markdown
from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given
from selfcheck.questions import Identified, Question, Text
from selfcheck.shuffle import shuffled
from selfcheck.source import Here
from selfcheck.types.pieces import items, letters, named, optional
from selfcheck.types.row import Body, Context, Row


class Option(Identified, kw_only=True):
    """One option of a choice or multiple-response question."""

    text: Text
    feedback: Text | UnsetType = UNSET
    correct: bool = False
    feedback_unchosen: Text | UnsetType = UNSET


class _Options(Question, kw_only=True):
    options: Annotated[list[Option], Meta(min_length=2)]
    shuffle: bool = True


class Choice(_Options, kw_only=True, tag="choice"):
    """One right option."""


class MultipleResponse(_Options, kw_only=True, tag="multiple-response"):
    """One or more right options."""


def _listing(question: _Options) -> Listing:
    return Listing(
        [
            Choosable(("options", n), option.text, given(option))
            for n, option in enumerate(question.options)
        ],
        seen=looks.marked,
    )


def _listings(question: _Options) -> list[Listing]:
    return [_listing(question)]


def _check(question: _Options, here: Here) -> Iterator[Finding]:
    right = [n for n, option in enumerate(question.options) if option.correct]
    if not right:
        message = "no option is correct; give the right one `correct: true`"
        yield here.finding(message, "options")
    if isinstance(question, Choice) and len(right) > 1:
        message = f"{len(right)} options are correct; keep one, or use `multiple-response`"
        yield here.finding(message, "options", right[1])


def _body(question: _Options, name: str, _context: Context) -> Body:
    """Return the options, out of the author's order unless that must stay."""
    ids = _listing(question).ids
    order = shuffled(name, ids) if question.shuffle else list(range(len(ids)))
    options = [question.options[index] for index in order]
    right = [index for index, option in enumerate(options) if option.correct]
    key = [ids[order[index]] for index in right]
    data: dict[str, object] = {"ids": " ".join(ids[i] for i in order), "key": " ".join(key)}
    if not question.shuffle:
        data["shuffle"] = False
    return Body(
        data,
        items((option.text for option in options), "sc-options"),
        letters(right),
        optional((_feedback(option) for option in options), "sc-feedback"),
        decides=sorted(key),
    )


def _feedback(option: Option) -> str:
    html = markdown.inline(option.feedback) if isinstance(option.feedback, str) else ""
    if isinstance(option.feedback_unchosen, str):
        unchosen = markdown.inline(option.feedback_unchosen)
        html += f"<div class='sc-unchosen'>{unchosen}</div>"
    return html


def _answers(question: _Options, _language: str) -> list[str]:
    return [
        named(markdown.inline(option.text), name)
        for option, name in zip(question.options, _listing(question).ids, strict=True)
        if option.correct
    ]


CHOICE = Row(Choice, _check, _body, _answers, _listings)
MULTIPLE_RESPONSE = Row(MultipleResponse, _check, _body, _answers, _listings)
