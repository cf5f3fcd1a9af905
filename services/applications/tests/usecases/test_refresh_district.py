"""The register is asked once more about a district's children, and what it says counts (domain §9.sorting)."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from kezek.applications.usecases import refresh_district
from kezek.contracts.applications import ApplicationCard, ApplicationChanged, ChildDied, RefreshProgressed
from kezek.contracts.law import Reason
from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.queue import PolicyPublished, RefreshAsked
from kezek.platform.testing import published

REFRESH = uuid4()


async def told(world: Any, kind: type) -> list[Any]:
    return [each.event for each in await published(world.database) if isinstance(each.event, kind)]


async def refreshed(world: Any, *, district: str = "1134") -> tuple[int, int, int, int, bool]:
    await world.hears(RefreshAsked(refresh_id=REFRESH, district=district))
    await world.works()
    last = (await told(world, RefreshProgressed))[-1]
    return last.total, last.asked, last.silent, last.changed, last.finished


async def born_otherwise_here(world: Any) -> None:
    """As if the application had been taken with another date of birth than the register has by now."""
    async with world.database.write() as tx:
        await tx.execute(sa.text("update application set birth_date = date '2019-01-31', group_year = 2019"))


async def test_a_corrected_date_of_birth_counts_and_the_queue_stays_until_the_sorting(world: Any) -> None:
    application_id = await world.application_id()
    policy = replace(VOUCHER_PROFILE, id="1134-1")
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    await born_otherwise_here(world)

    assert await refreshed(world) == (1, 1, 0, 1, True)

    (changed,) = await told(world, ApplicationChanged)
    assert (changed.reason, changed.queue.group_year) == (Reason.BIRTH_DATE_CORRECTED, 2019)
    assert changed.birth_date == (await told(world, ApplicationCard))[-1].child_birth_date != date(2019, 1, 31)
    tabs = await world.tabs(application_id)
    assert "birth_date_corrected" in [line["code"] for line in tabs["history"]]


async def test_where_categories_are_numbered_no_more_a_correction_moves_the_child_at_once(world: Any) -> None:
    await world.application_id()
    await born_otherwise_here(world)
    await refreshed(world)
    (changed,) = await told(world, ApplicationChanged)
    assert changed.queue.group_year == changed.birth_date.year != 2019


async def test_what_the_register_says_as_before_changes_nothing(world: Any) -> None:
    await world.application_id()
    for _ in range(2):
        assert await refreshed(world) == (1, 1, 0, 0, True)
    assert await told(world, ApplicationChanged) == []
    assert len(await told(world, RefreshProgressed)) == 2


async def test_who_is_inactive_and_may_come_back_is_asked_about_too(world: Any) -> None:
    await world.application_id()
    async with world.database.write() as tx:
        await tx.execute(sa.text("update application set status = 'inactive'"))
    assert await refreshed(world) == (1, 1, 0, 0, True)


async def test_a_death_closes_quietly(world: Any) -> None:
    await world.application_id()
    world.outside.change(world.child, life_status="deceased")
    assert await refreshed(world) == (1, 1, 0, 1, True)
    assert len(await told(world, ChildDied)) == 1


async def test_a_register_that_is_silent_for_some_tries_is_asked_about_everybody(world: Any) -> None:
    for mother, child in world.families()[:3]:
        assert (await world.applies(mother, child_iin=child)).status_code == 200
    await world.outside.register_is("down")
    for _ in range(3):
        assert await refreshed(world) == (3, 0, 0, 0, False)
    await world.outside.register_is("ok")
    assert await refreshed(world) == (3, 3, 0, 0, True)


async def test_about_one_child_a_silent_register_is_not_waited_for_without_end(
    world: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh_district, "PATIENCE", 2)
    await world.application_id()
    await world.outside.register_is("down")
    for _ in range(2):
        assert await refreshed(world) == (1, 0, 0, 0, False)
    assert await refreshed(world) == (1, 1, 1, 0, True)


async def test_another_district_is_not_asked_about(world: Any) -> None:
    await world.application_id()
    assert await refreshed(world, district="1110") == (0, 0, 0, 0, True)


async def test_many_children_are_asked_about_some_at_a_time(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_district, "AT_ONCE", 2)
    for mother, child in world.families()[:5]:
        assert (await world.applies(mother, child_iin=child)).status_code == 200
    assert await refreshed(world) == (5, 5, 0, 0, True)
    assert [each.asked for each in await told(world, RefreshProgressed)] == [0, 2, 4, 5]
