"""Order and ledger hold while one of two workers of the queue is killed again and again."""

import pytest

from kezek_local.testing import temporary_stack
from tests.chaos.order import play

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("clock")]


async def test_the_ledger_verifies_whoever_of_two_workers_is_killed() -> None:
    with temporary_stack(services=("queue",), replicas={"queue-worker": 2}, clock=False) as stack:
        outcome = await play(stack, records=600, kills=4)
    assert (outcome.differences, outcome.parked) == ([], 0)
    assert outcome.kills >= 2
    assert sum(each.lines for each in outcome.verified) > 300
    assert sum(each.children for each in outcome.verified) > 100
