"""What the makefile calls; no part of the course itself."""
