"""Copies of policies and of the calendar: which is in force when, and by which id a running term finds its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kezek.contracts.benefits import SHIPPED_BENEFITS
from kezek.contracts.events import Event
from kezek.contracts.policy import REFERRAL_PROFILE, SHIPPED, Policy
from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.contracts.texts import Text
from kezek.contracts.values import Holiday
from kezek.platform import calendar, policies
from kezek.platform.db import Database
from kezek.platform.errors import Conflict, RuleBrokenError, rules_hold
from kezek.platform.kazakhstan import CONFIRMED_UNTIL, default_calendar
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.policies import keep_policies
from kezek.platform.testing.events import deliver
from kezek.platform.workdays import Calendar, local_day, term_of_working_days

pytestmark = pytest.mark.servers
consumers = Consumers("probe")
keep_policies(consumers)


def version(number: int, begins: str, district: str | None = "1110", **numbers: Any) -> PolicyPublished:
    policy = replace(REFERRAL_PROFILE, id=f"{district or 'region'}-{number}", **numbers)
    return PolicyPublished(district=district, version=number, in_force_from=date.fromisoformat(begins), policy=policy)


def a_year(
    year: int, number: int, holidays: Sequence[str] = (), *, free: Sequence[str] = (), worked: Sequence[str] = ()
) -> CalendarPublished:
    name = Text("мереке", "праздник", "holiday")
    return CalendarPublished(
        year=year,
        version=number,
        holidays=tuple(Holiday(date.fromisoformat(day), name) for day in holidays),
        worked=tuple(map(date.fromisoformat, worked)),
        free=tuple(map(date.fromisoformat, free)),
        confirmed=True,
    )


async def hear(database: Database, *events: Event) -> None:
    for event in events:
        await deliver(database, consumers, event, version=getattr(event, "version", 1))


async def in_force(database: Database, day: str, district: str | None = "1110") -> str:
    async with database.read() as tx:
        return (await policies.load(tx, district, date.fromisoformat(day))).id


async def test_until_one_is_heard_the_shipped_policy_is_in_force_and_found_by_its_id(database: Database) -> None:
    today = local_day(database.clock.now())
    async with database.read() as tx:
        for district in ("1110", "1170", None):
            assert await policies.load(tx, district, today) is REFERRAL_PROFILE
        for shipped in SHIPPED:
            assert (await policies.load_by_id(tx, shipped)).id == shipped


async def test_a_version_holds_from_its_day_on_and_its_numbers_with_it(database: Database) -> None:
    await hear(database, version(2, "2026-12-01", choice_working_days=4))
    assert await in_force(database, "2026-11-30") == "default-1"
    assert await in_force(database, "2026-12-01") == "1110-2"
    async with database.read() as tx:
        assert (await policies.load_by_id(tx, "1110-2")).choice_working_days == 4


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
async def test_of_those_begun_the_latest_day_counts_then_the_later_version(
    database: Database, order: tuple[int, ...]
) -> None:
    told = (version(2, "2026-12-10"), version(3, "2026-12-01"), version(4, "2026-12-10"))
    await hear(database, *(told[each] for each in order))
    found = [await in_force(database, day) for day in ("2026-11-30", "2026-12-01", "2026-12-09", "2026-12-10")]
    assert found == ["default-1", "1110-3", "1110-3", "1110-4"]


async def test_a_district_without_its_own_has_the_regions(database: Database) -> None:
    await hear(database, version(2, "2026-12-05", None), version(2, "2026-12-01"))
    assert await in_force(database, "2026-12-06") == "1110-2"
    assert await in_force(database, "2026-12-06", "1116") == "region-2"
    assert await in_force(database, "2026-12-06", None) == "region-2"
    assert await in_force(database, "2026-12-04", "1116") == "default-1"


async def test_a_newer_version_is_seen_at_once_and_the_older_ones_stay(database: Database) -> None:
    await hear(database, version(2, "2026-12-01", choice_working_days=4))
    assert await in_force(database, "2026-12-02") == "1110-2"
    await hear(database, version(3, "2026-12-02", choice_working_days=6))
    assert await in_force(database, "2026-12-02") == "1110-3"
    async with database.read() as tx:
        terms = [(await policies.load_by_id(tx, f"1110-{each}")).choice_working_days for each in (2, 3)]
    assert terms == [4, 6]


async def test_a_version_does_not_change_when_it_is_heard_again(database: Database) -> None:
    await hear(database, version(2, "2026-12-01", choice_working_days=4))
    await hear(database, version(2, "2026-12-01", choice_working_days=9))
    async with database.read() as tx:
        found: Policy = await policies.load_by_id(tx, "1110-2")
    assert found.choice_working_days == 4


async def test_a_policy_that_never_was_is_an_error(database: Database) -> None:
    async with database.read() as tx:
        with pytest.raises(LookupError, match="'no-such'"):
            await policies.load_by_id(tx, "no-such")


async def calendar_of(database: Database) -> Calendar:
    async with database.read() as tx:
        return await calendar.load(tx)


async def test_until_a_year_is_heard_the_calendar_is_the_one_that_is_shipped(database: Database) -> None:
    assert await calendar_of(database) == default_calendar()


async def test_a_year_that_was_heard_takes_the_place_of_the_shipped_one(database: Database) -> None:
    now = database.clock.now().year
    await hear(database, a_year(now, 7, [f"{now}-11-30"], worked=[f"{now}-12-16"]))
    found, shipped = await calendar_of(database), default_calendar()
    assert found.version == 7
    assert not found.is_working(date(now, 11, 30))
    assert found.is_working(date(now, 12, 16)), "a public holiday that is worked"
    assert not found.holidays(date(now, 7, 6)), "no holiday of this year any more"
    january = [date(now + 1, 1, day) for day in range(1, 29)]
    assert [found.is_working(day) for day in january] == [shipped.is_working(day) for day in january]


async def test_a_day_set_free_lengthens_the_next_term(database: Database) -> None:
    began = datetime(2026, 11, 30, 6, tzinfo=UTC)
    assert term_of_working_days(await calendar_of(database), began, 3).last_day == date(2026, 12, 3)
    await hear(database, a_year(2026, 3, free=["2026-12-02"]))
    assert term_of_working_days(await calendar_of(database), began, 3).last_day == date(2026, 12, 4)


async def test_an_older_version_of_a_year_changes_nothing(database: Database) -> None:
    await hear(database, a_year(2026, 4, free=["2026-12-02"]), a_year(2026, 3))
    assert not (await calendar_of(database)).is_working(date(2026, 12, 2))


async def test_the_version_is_the_newest_of_all_years_and_years_confirmed_go_on(database: Database) -> None:
    assert (await calendar_of(database)).confirmed_until == CONFIRMED_UNTIL
    await hear(database, a_year(2027, 5), a_year(2045, 9))
    found = await calendar_of(database)
    assert (found.version, found.confirmed_until) == (9, date(2027, 12, 31))


async def test_the_list_of_benefits_changes_nothing_here(database: Database) -> None:
    await hear(database, BenefitsPublished(version=1, benefits=SHIPPED_BENEFITS))
    assert await in_force(database, "2026-12-01") == "default-1"


def test_a_broken_rule_becomes_a_refusal_with_its_code_and_values() -> None:
    with pytest.raises(Conflict) as refused, rules_hold():
        raise RuleBrokenError("child_too_old", below_months=72)
    assert (refused.value.code, refused.value.params) == ("child_too_old", {"below_months": 72})
