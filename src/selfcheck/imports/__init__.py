"""Questions from elsewhere: reads files of other programs and writes a bank of them.

Each format stands in a module of its own, in the table of `selfcheck.imports.formats`. What it
makes are items; `assemble` puts those that a bank can hold into one, and the others are named.
"""
