"""The command `selfcheck`, as `python -m selfcheck`."""

from selfcheck.cli import app

if __name__ == "__main__":
    app(prog_name="selfcheck")
