"""A child whose kindergarten was closed is applied for anew, and queued at its old time (domain §6.6)."""

import base64
import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.applications.adapters import tables
from kezek.contracts.applications import ApplicationQueued
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.referrals import Closed, Departed
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import DepartureReason, GroupKind
from kezek.platform.testing import published

from .test_transfers import asks, enrolled, enrols  # noqa: TID252  # one way of being transferred for both

LONG_AGO = datetime(2025, 3, 4, 4, 30, tzinfo=UTC)
SAID = "Прежний детский сад закрыт: ребёнок встаёт в очередь по времени заявления № {}: 04.03.2025 09:30."


def ended(application_id: str, kind: Any, status: Status, reason: Reason, **more: Any) -> Any:
    return kind(
        application_id=UUID(application_id),
        child_id=new_id(),
        applicant_id=new_id(),
        queue=QueueRef(district="1134", kind=GroupKind.GENERAL, group_year=2022),
        status=status,
        turn=None,
        referral=None,
        misses=0,
        stop_listed_until=None,
        reason=reason,
        rule=reason.rule,
        over=True,
        **more,
    )


async def closes(world: Any, application_id: str, *, kept: bool = True) -> None:
    """The kindergarten of the child is closed, long after the application was made."""
    async with world.database.write() as tx:
        mine = tables.application.c.id == UUID(application_id)
        await tx.execute(sa.update(tables.application).where(mine).values(submitted_at=LONG_AGO))
    said = {"departure": DepartureReason.CLOSED, "left_on": date(2026, 11, 23), "old_time_kept": kept}
    await world.hears(ended(application_id, Departed, Status.DEPARTED, Reason.KINDERGARTEN_CLOSED, **said))


async def queued_at(world: Any, application_id: str) -> datetime:
    """The time by which others hear that the child is queued."""
    told = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationQueued)]
    (at,) = [each.submitted_at for each in told if str(each.application_id) == application_id]
    return at


async def said_to(world: Any, actor: Any) -> tuple[dict[str, Any], list[str]]:
    """An act that is prepared, and what it says."""
    act = (await world.prepares(actor)).json()
    return act, json.loads(base64.b64decode(act["document_base64"]))["statement"]


async def test_whoever_of_the_parents_applies_anew_the_child_keeps_its_time(world: Any) -> None:
    former = await world.application_id()
    number = (await world.tabs(former))["information"]["number"]
    await closes(world, former)
    assert (await world.tabs(former))["information"]["old_time_kept"]
    (line,) = [each["text"] for each in (await world.tabs(former))["history"] if each["code"] == "departed"]
    assert line.endswith("Если подать новое заявление, ребёнок встанет в очередь по времени этого")

    act, said = await said_to(world, world.father)
    assert SAID.format(number) in said
    made = (await world.api.sign(world.father, act)).json()["result"]["application_id"]

    assert await queued_at(world, made) == LONG_AGO
    tabs = await world.tabs(made, world.father)
    assert not tabs["information"]["old_time_kept"]
    assert datetime.fromisoformat(tabs["information"]["submitted_at"]) == LONG_AGO
    assert [each["code"] for each in tabs["history"]] == ["submitted", "old_time_kept"]

    # a time is kept for what follows the closing, not for what follows that
    await world.hears(ended(made, Closed, Status.WITHDRAWN, Reason.WITHDRAWN))
    again = await world.application_id()
    assert await queued_at(world, again) > LONG_AGO


async def test_who_was_transferred_before_loses_nothing_by_the_closing(world: Any) -> None:
    """The child was in a kindergarten all the while: the time by which it once queued counts, not the transfer's."""
    former = await enrolled(world)
    transfer = (await asks(world, former)).json()["result"]["application_id"]
    await enrols(world, transfer)
    async with world.database.write() as tx:
        mine = tables.application.c.id == UUID(former)
        await tx.execute(sa.update(tables.application).where(mine).values(submitted_at=LONG_AGO))
    left = {"departure": DepartureReason.OTHER_KINDERGARTEN, "left_on": date(2026, 11, 23)}
    await world.hears(ended(former, Departed, Status.DEPARTED, Reason.TRANSFERRED, **left), version=3)
    closed = {"departure": DepartureReason.CLOSED, "left_on": date(2026, 11, 23), "old_time_kept": True}
    await world.hears(ended(transfer, Departed, Status.DEPARTED, Reason.KINDERGARTEN_CLOSED, **closed), version=3)
    number = (await world.tabs(former))["information"]["number"]
    _, said = await said_to(world, world.mother)
    assert SAID.format(number) in said
    assert await queued_at(world, await world.application_id()) == LONG_AGO


async def test_where_the_policy_keeps_no_time_nothing_is_promised(world: Any) -> None:
    former = await world.application_id()
    await closes(world, former, kept=False)
    _, said = await said_to(world, world.mother)
    assert not [each for each in said if "по времени заявления" in each]
    assert await queued_at(world, await world.application_id()) > LONG_AGO


async def test_while_the_register_is_silent_nobody_else_learns_of_it_and_the_time_is_kept_all_the_same(
    world: Any,
) -> None:
    former = await world.application_id()
    await closes(world, former)
    await world.outside.register_is("down")
    # nothing says yet that it is the father's child
    act, said = await said_to(world, world.father)
    assert not [each for each in said if "по времени заявления" in each]
    _, of_mother = await said_to(world, world.mother)
    assert [each for each in of_mother if "по времени заявления" in each]
    made = (await world.api.sign(world.father, act)).json()["result"]["application_id"]
    waiting = (await world.tabs(made, world.father))["information"]
    assert datetime.fromisoformat(waiting["submitted_at"]) > LONG_AGO
    await world.outside.register_is("ok")
    await world.works()
    assert await queued_at(world, made) == LONG_AGO
    tabs = await world.tabs(made, world.father)
    assert datetime.fromisoformat(tabs["information"]["submitted_at"]) == LONG_AGO
