"""A page without the theme, for an address that leads on to another."""

from __future__ import annotations

from html import escape

PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<!-- Without one a browser asks the host for favicon.ico, before it goes on. -->
<link rel="icon" href="data:,">
{head}
</head>
<body><main><h1>{title}</h1>
{body}
</main></body>
</html>
"""


def page(language: str, title: str, head: str, body: str) -> str:
    """Return the page; *head* and *body* are HTML, and the others text."""
    return PAGE.format(language=escape(language), title=escape(title), head=head, body=body)
