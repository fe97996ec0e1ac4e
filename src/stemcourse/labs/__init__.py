"""The charts of the labs, one lab a module; each function returns a `Figure` to show."""
