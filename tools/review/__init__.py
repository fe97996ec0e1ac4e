"""Tries the schedule of reviews on learners who do not exist: `make simulation`."""
