"""The models of the labs: pure functions, each with its formula and where it comes from."""
