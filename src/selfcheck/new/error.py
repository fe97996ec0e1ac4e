"""Why no course was made."""


class NewError(Exception):
    """Why no course was made, and what to do."""
