"""What item-writing rules know of each language; `selfcheck.lint.language` says what that is."""
