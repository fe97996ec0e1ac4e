"""Commands of `selfcheck` that have a module of their own."""
