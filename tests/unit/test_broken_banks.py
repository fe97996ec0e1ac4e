"""Every file in tests/broken/questions has one defect, and its message stands beside it.

To see the messages after a change on purpose: `pytest tests/unit/test_broken_banks.py
--rewrite-messages`, and then read the difference.
"""

from pathlib import Path

import pytest

from selfcheck import bank
from selfcheck.finding import BankError

BROKEN = Path(__file__).parents[1] / "broken"
NAMES = sorted(path.stem for path in (BROKEN / "questions").glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_says_what_is_wrong_and_where(name: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(BankError) as caught:
        bank.load(name, BROKEN)
    said = "".join(
        f"{finding._replace(path=Path(finding.path.name))}\n" for finding in caught.value.findings
    )
    golden = BROKEN / "messages" / f"{name}.txt"
    if request.config.getoption("rewrite_messages"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_reports_all_banks_at_once() -> None:
    found = {finding.path.stem for finding in bank.check(BROKEN)}
    assert found == set(NAMES)


def test_every_message_belongs_to_a_bank() -> None:
    assert sorted(path.stem for path in (BROKEN / "messages").iterdir()) == NAMES
