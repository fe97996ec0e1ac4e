"""JupyterLab and Notebook 7 for the course: in its folder, and without the question about news.

The question is switched off, and pages to which notebooks link are shown and not edited, by the
settings in tools/jupyterlab/overrides.json. Our extension is
taken from where it is built, so that it is never older than the page's half of the engine.
"""

from pathlib import Path

TOOLS = Path(__file__).parent

c = get_config()  # type: ignore[name-defined] # noqa: F821 (JupyterLab gives it)
c.ServerApp.root_dir = str(TOOLS.parent)
c.LabApp.app_settings_dir = str(TOOLS / "jupyterlab")
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabServerApp.extra_labextensions_path = [str(TOOLS.parent / "src" / "labextensions")]
