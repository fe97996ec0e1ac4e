"""JupyterLab for `make lab`: in the course's folder, and without the question about news.

The question is switched off by the settings in tools/jupyterlab/overrides.json.
"""

from pathlib import Path

TOOLS = Path(__file__).parent

c = get_config()  # type: ignore[name-defined] # noqa: F821 (JupyterLab gives it)
c.ServerApp.root_dir = str(TOOLS.parent)
c.LabApp.app_settings_dir = str(TOOLS / "jupyterlab")
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
