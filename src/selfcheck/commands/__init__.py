"""What the commands do of which each is more than a few lines, one a module."""
