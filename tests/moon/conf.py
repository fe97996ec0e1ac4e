"""A course without Jupyter Book and without this repository's other packages."""

project = "The Moon"
extensions = ["myst_nb", "selfcheck.sphinx"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_favicon = "content/figures/phases.svg"
nb_execution_mode = "off"
nb_ipywidgets_js: dict[str, object] = {}
