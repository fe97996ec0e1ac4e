"""Builds the site with Jupyter Book: `python -m tools.site [FOLDER]`; warnings are errors.

As `jupyter-book build` does, but without a second and a half for the grammars of web addresses,
which jsonschema would make for a format that no schema here has.
"""

from __future__ import annotations

import sys

# To jsonschema, a module that is None is not installed.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]

from jupyter_book.cli.main import main  # noqa: E402

OPTIONS = ("--warningiserror", "--keep-going", "--quiet")

if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    main(["build", folder, *OPTIONS], prog_name="jupyter-book")
