"""The item-writing rules, one a file; `selfcheck.lint.registry` lists them."""
