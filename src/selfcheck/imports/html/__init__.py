"""Turns HTML into the Markdown of a bank."""
