"""A tiny course, built by Sphinx in this process: a process of its own takes long to begin."""

from __future__ import annotations

import contextlib
import io
import warnings
from pathlib import Path

from sphinx.cmd import build

CONF = """\
extensions = ["myst_nb", "selfcheck.sphinx"]
nb_execution_mode = "off"
exclude_patterns = ["site", "jupyter_execute"]
"""
# With the extension of the course's own site.
WITH_SITE = """\
extensions = ["myst_nb", "selfcheck.sphinx", "stemcourse.site"]
nb_execution_mode = "off"
nb_render_plugin = "stemcourse"
html_math_renderer = "mathml"
exclude_patterns = ["site", "jupyter_execute"]
"""
# Of a bank, up to its questions.
HEAD = """\
schema: 1
id: one
title: One
objectives: {o: One thing}
questions:
"""
BANK = f"""{HEAD}\
  - id: first
    type: choice
    objective: o
    level: apply
    prompt: Which?
    options:
      - {{text: This, correct: true, feedback: Yes.}}
      - {{text: That, feedback: No.}}
    explanation: Because.
    sources: []
"""


def sphinx(folder: Path, *options: str) -> tuple[int, str]:
    """Build the course in *folder* to `site` in it; return the status and the complaints."""
    complaints = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stderr(complaints):
        warnings.simplefilter("ignore")
        arguments = ["-q", "--no-color", *options, str(folder), str(folder / "site")]
        status = build.main(arguments)
    return status, complaints.getvalue()


def written(folder: Path, page: str, bank: str = BANK, conf: str = CONF) -> Path:
    """Return *folder* with a course of a bank, `one`, and the Markdown *page*."""
    (folder / "content" / "questions").mkdir(parents=True)
    (folder / "content" / "questions" / "one.yaml").write_text(bank, encoding="utf-8")
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    (folder / "index.md").write_text(f"# A page\n\n{page}\n", encoding="utf-8")
    return folder
