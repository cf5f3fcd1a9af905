"""What is shipped is published once, and what is published is what is judged by (domain §9)."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kezek.contracts.benefits import SHIPPED_BENEFITS
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.platform import calendar, policies
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.testing import published
from kezek.platform.workdays import local_day
from kezek.queue.adapters.publications import Kind, next_version
from kezek.queue.usecases.publish import publish, publish_shipped


async def ship(play: Any) -> int:
    async with play.database.write() as tx:
        return await publish_shipped(tx)


async def test_a_fresh_installation_publishes_all_that_is_shipped(play: Any) -> None:
    assert await ship(play) > 0
    told = [each.event for each in await published(play.database)]
    policy, *years, benefits = told
    assert policy == PolicyPublished(district=None, version=1, in_force_from=date(2020, 1, 1), policy=REFERRAL_PROFILE)
    assert benefits == BenefitsPublished(version=1, benefits=SHIPPED_BENEFITS)
    first = local_day(play.database.clock.now()).year
    assert [each.year for each in years if isinstance(each, CalendarPublished)] == list(range(first, 2051))


async def test_it_is_published_once_however_many_workers_begin(play: Any) -> None:
    counts = await asyncio.gather(*(ship(play) for _ in range(3)))
    assert sorted(counts)[:2] == [0, 0]
    keys = [each.event.key() for each in await published(play.database)]
    assert len(keys) == len(set(keys)) == max(counts)


async def test_what_is_shipped_is_what_was_judged_by_before(play: Any) -> None:
    async with play.database.read() as tx:
        before = await calendar.load(tx)
    await ship(play)
    today = local_day(play.database.clock.now())
    async with play.database.read() as tx:
        after = await calendar.load(tx)
        assert await policies.load(tx, "1110", today) == REFERRAL_PROFILE
    days = [date(today.year + year, month, day) for year in (0, 1) for month in range(1, 13) for day in range(1, 29)]
    assert [after.is_working(day) for day in days] == [before.is_working(day) for day in days]
    assert (after.version, after.confirmed_until) == (default_calendar().version, default_calendar().confirmed_until)


async def test_what_an_administrator_published_is_not_shipped_over(play: Any) -> None:
    year = CalendarPublished(year=2030, version=3, holidays=(), worked=(), free=(), confirmed=True)
    async with play.database.write() as tx:
        await publish(tx, year)
    await ship(play)
    told = [each.event for each in await published(play.database)]
    assert [each for each in told if isinstance(each, CalendarPublished) and each.year == 2030] == [year]


async def test_a_published_version_is_what_the_queue_judges_by(play: Any) -> None:
    await ship(play)
    today = local_day(play.database.clock.now())
    mine = replace(REFERRAL_PROFILE, id="1110-1", generals_per_priority=1)
    async with play.database.write() as tx:
        await publish(tx, PolicyPublished(district="1110", version=1, in_force_from=today, policy=mine))
        assert await policies.load(tx, "1110", today) == mine
        assert await policies.load(tx, "1116", today) == REFERRAL_PROFILE
        assert await next_version(tx, Kind.POLICY, "1110") == 2
        assert await next_version(tx, Kind.POLICY) == 2
        assert await next_version(tx, Kind.POLICY, "1116") == 1
        assert await next_version(tx, Kind.CALENDAR) == default_calendar().version + 1


async def test_a_version_is_published_once(play: Any) -> None:
    event = BenefitsPublished(version=2, benefits=SHIPPED_BENEFITS[:1])
    async with play.database.write() as tx:
        await publish(tx, event)
        with pytest.raises(RuntimeError, match="benefits had version 2"):
            await publish(tx, event)
