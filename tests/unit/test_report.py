"""Where a question is reported: the address of a form that the page fills in."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from selfcheck.report import form

TEMPLATES = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"


def fields(address: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def test_the_fields_are_those_of_our_form() -> None:
    given = fields(form("https://github.com/you/course/", "en"))
    template = (TEMPLATES / given["template"]).read_text("utf-8")
    known = set(re.findall(r"^    id: (\w+)$", template, re.MULTILINE))
    filled = given.keys() - {"template", "title", "body"}
    assert filled == {"question", "fingerprint", "response"}
    assert filled <= known
    assert (given["question"], given["fingerprint"]) == ("{id}", "{fp}")


def test_names_stand_as_they_are_for_the_page_to_fill_in() -> None:
    address = form("https://github.com/you/course", "en")
    assert address.startswith("https://github.com/you/course/issues/new?")
    assert {"{id}", "{fp}", "{response}"} <= set(address.replace("&", "=").split("="))
    assert " " not in address


def test_gitlab_has_forms_of_its_own() -> None:
    address = form("https://gitlab.example.org/you/course", "de")
    assert address.startswith("https://gitlab.example.org/you/course/-/issues/new?")
    given = fields(address)
    assert given["issue[title]"] == "Mit der Frage {id} stimmt etwas nicht"
    assert given["issue[description]"] == (
        "Question: {id}\nFingerprint: {fp}\nResponse: {response}\n\n"
    )


def test_a_course_without_a_repository_has_no_form() -> None:
    assert form("", "en") == ""
