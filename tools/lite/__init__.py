"""JupyterLite for the built site: the course in JupyterLab, in the browser."""
