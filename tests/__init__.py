"""Tests of the course and of the quiz engine."""
