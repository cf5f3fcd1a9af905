"""What the yearly sorting says of a child is so in its application, and everybody hears of it (domain §9.sorting)."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.applications import ApplicationChanged
from kezek.contracts.law import Reason
from kezek.contracts.queue import Moved
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ActorKind, GroupKind, QueueClass
from kezek.platform.testing import published


def moved(application_id: str, born_in: int, now: Any, *, reason: Reason = Reason.SORTED_ANEW) -> Moved:
    before, after = (
        QueueRef(district="1134", kind=GroupKind.GENERAL, group_year=year) for year in (born_in - 1, born_in)
    )
    return Moved(
        application_id=UUID(application_id),
        from_queue=before,
        queue=after,
        queue_class=QueueClass.GENERAL,
        submitted_at=now,
        ledger_sequence=7,
        reason=reason,
        rule=reason.rule,
        actor=ActorKind.ADMINISTRATOR,
    )


async def in_a_queue_of_another_year(world: Any) -> tuple[str, int]:
    application_id = await world.application_id()
    statement = sa.text("update application set group_year = group_year - 1 returning group_year + 1")
    async with world.database.write() as tx:
        return application_id, int(await tx.value(statement))


async def told(world: Any) -> list[ApplicationChanged]:
    return [each.event for each in await published(world.database) if isinstance(each.event, ApplicationChanged)]


async def test_an_application_goes_by_the_year_into_which_its_child_was_sorted_and_says_so_once(world: Any) -> None:
    application_id, born_in = await in_a_queue_of_another_year(world)
    for _ in range(2):
        await world.hears(moved(application_id, born_in, world.database.clock.now()))

    (changed,) = await told(world)
    assert (changed.queue.group_year, changed.birth_date.year) == (born_in, born_in)
    assert (changed.reason, changed.actor) == (Reason.SORTED_ANEW, ActorKind.ADMINISTRATOR)
    tabs = await world.tabs(application_id)
    assert tabs["information"]["group_year"] == born_in
    (line,) = [each for each in tabs["history"] if each["code"] == "moved_to_queue"]
    assert (line["reason_text"], line["actor"]) == ("очередь ежегодно отсортирована заново", "administrator")
    assert str(born_in) in line["text"]


async def test_whose_date_of_birth_was_corrected_since_goes_by_its_year_of_now(world: Any) -> None:
    application_id, born_in = await in_a_queue_of_another_year(world)
    await world.hears(moved(application_id, born_in - 2, world.database.clock.now()))
    (changed,) = await told(world)
    assert changed.queue.group_year == changed.birth_date.year == born_in


async def test_what_moves_for_another_reason_changes_nothing_here(world: Any) -> None:
    application_id, born_in = await in_a_queue_of_another_year(world)
    await world.hears(moved(application_id, born_in, world.database.clock.now(), reason=Reason.APPLICATION_CHANGED))
    assert await told(world) == []
