"""Where people can tell those who keep the course that something is wrong with a question."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode, urlsplit

from selfcheck.words import say

BODY = "Question: {id}\nFingerprint: {fp}\nResponse: {response}\n\n"


def form(repository: str, language: str) -> str:
    """Return the address of a form at *repository*, a web address; nothing without one.

    The page fills in `{id}`, `{fp}` and `{response}`. The names of the fields are those of
    `.github/ISSUE_TEMPLATE/question.yml`; a host that knows no forms takes the body.
    """
    if not repository:
        return ""
    base = repository.rstrip("/")
    title = say(language, "report-title", id="{id}")
    if re.search(r"\bgitlab\b", urlsplit(base).hostname or ""):
        return f"{base}/-/issues/new?{_query({'issue[title]': title, 'issue[description]': BODY})}"
    fields = {
        "template": "question.yml",
        "title": title,
        "question": "{id}",
        "fingerprint": "{fp}",
        "response": "{response}",
        "body": BODY,
    }
    return f"{base}/issues/new?{_query(fields)}"


def _query(fields: dict[str, str]) -> str:
    return urlencode(fields, safe="{}", quote_via=quote)
