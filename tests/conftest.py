"""What several kinds of test share."""

from typing import Any

import pytest

from tools import chromium


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-messages",
        action="store_true",
        help="write the golden messages of the broken banks anew",
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium that tools/chromium.py finds."""
    path = chromium.find()
    if path is None:
        pytest.fail("no Chromium; run `python -m tools.chromium`")
    return {**browser_type_launch_args, "executable_path": path, "args": [*chromium.ARGUMENTS]}
