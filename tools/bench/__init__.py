"""Measures sizes and times and prints them beside their budgets: `make bench`."""
