"""Makes questions of a bank from what other programs know of theirs."""
