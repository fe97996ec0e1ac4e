"""Where JupyterLite for the site is made, and of what."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PYTHON = ROOT / ".venv" / "lite" / "bin" / "python"
"""The Python of a venv of its own: JupyterLab would load JupyterLite's extensions as well."""
EXTENSIONS = ROOT / ".venv" / "share" / "jupyter" / "labextensions"
WORK = ROOT / ".cache" / "lite"
MADE = ROOT / "_build" / "lite"
SITE = ROOT / "_build" / "html"
