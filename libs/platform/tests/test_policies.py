import pytest

from kezek.contracts.policy import SHIPPED
from kezek.platform import calendar, policies
from kezek.platform.db import Database
from kezek.platform.errors import Conflict, RuleBrokenError, rules_hold
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.workdays import local_day

pytestmark = pytest.mark.servers


async def test_a_policy_in_force_can_be_loaded_again_by_the_id_a_term_keeps(database: Database) -> None:
    today = local_day(database.clock.now())
    async with database.read() as tx:
        for district in ("1110", "1170"):
            policy = await policies.load(tx, district, today)
            assert await policies.load_by_id(tx, policy.id) == policy
        for shipped in SHIPPED:
            assert (await policies.load_by_id(tx, shipped)).id == shipped


async def test_a_policy_that_never_was_is_an_error(database: Database) -> None:
    async with database.read() as tx:
        with pytest.raises(LookupError, match="'no-such'"):
            await policies.load_by_id(tx, "no-such")


async def test_the_calendar_in_force_is_the_one_that_is_shipped(database: Database) -> None:
    async with database.read() as tx:
        assert await calendar.load(tx) == default_calendar()


def test_a_broken_rule_becomes_a_refusal_with_its_code_and_values() -> None:
    with pytest.raises(Conflict) as refused, rules_hold():
        raise RuleBrokenError("child_too_old", below_months=72)
    assert (refused.value.code, refused.value.params) == ("child_too_old", {"below_months": 72})
