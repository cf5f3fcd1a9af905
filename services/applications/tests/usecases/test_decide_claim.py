"""What an officer decides is kept whole: state, events in the order of their versions, history, files."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.applications.adapters import store
from kezek.applications.adapters.applications import lock_application
from kezek.applications.domain.application import Application, Contacts, Made, Order
from kezek.applications.domain.claim import Claim, ClaimFile, Verdict
from kezek.applications.domain.submission import submit
from kezek.applications.usecases.decide_claim import answer_claim, decide_claim, review_ends_at
from kezek.applications.usecases.saving import save_new
from kezek.contracts.applications import (
    ApplicationCard,
    ApplicationChanged,
    ApplicationQueued,
    ApplicationRejected,
    ApplicationUnderReview,
    ClaimChanged,
)
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.topics import TOPICS
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import (
    ApplicationStatus,
    ClaimKind,
    ClaimReason,
    ClaimState,
    ClaimVerdict,
    InstructionLanguage,
    Language,
    QueueClass,
)
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.testing import published
from kezek.platform.workdays import local_day

CONFIRM = Verdict(ClaimVerdict.CONFIRM)
REJECT = Verdict(ClaimVerdict.REJECT, ClaimReason.NOT_REGISTERED)
ASK = Verdict(ClaimVerdict.ASK_BETTER_COPY, ClaimReason.UNREADABLE)
OFFICER = UUID(int=7)
IIN = "991399000009"


def a_file(world: Any) -> ClaimFile:
    at = world.database.clock.now()
    return ClaimFile(id=new_id(), name="a.pdf", media_type="application/pdf", size=7, sha256="0" * 64, added_at=at)


async def applied(world: Any, kind: ClaimKind, number: int = 1, **claimed: Any) -> Application:
    at = world.database.clock.now()
    claim = Claim(id=new_id(), kind=kind, state=ClaimState.WAITING, submitted_at=at, files=(a_file(world),), **claimed)
    async with world.database.write() as tx:
        made = Made(
            number=f"34.UO.2026.{number:05d}.1",
            child_id=await store.lock_child(tx, IIN),
            applicant_id=new_id(),
            district="1134",
            group_year=2022,
            birth_date=at.date().replace(year=2022),
            submitted_at=at,
            act_id=new_id(),
            policy="default-1",
        )
        wishes = Order(languages=(InstructionLanguage.KAZAKH,))
        person = Person(surname="Ү", given_name="А", iin=IIN)
        new = submit(new_id(), made, wishes, Contacts("77990000001", "own@example.kz"), [claim])
        card = ApplicationCard(
            application_id=new.application.id,
            number=made.number,
            applicant=person,
            child=person,
            child_birth_date=made.birth_date,
            phone="77990000001",
            email="own@example.kz",
            language=Language.KK,
        )
        await save_new(tx, new, card)
    return new.application


async def decides(world: Any, application: Application, verdict: Verdict) -> Application:
    async with world.database.write() as tx:
        return await decide_claim(tx, application.claims[0].id, verdict, OFFICER, world.database.clock.now())


async def told(world: Any) -> list[tuple[type, int]]:
    events = await published(world.database)
    return [(type(each.event), each.version) for each in events if not isinstance(each.event, ApplicationCard)]


async def test_confirmed_papers_queue_the_child_as_of_its_own_time(world: Any) -> None:
    application = await applied(world, ClaimKind.REGISTRATION)
    after = await decides(world, application, CONFIRM)
    assert after.status is ApplicationStatus.QUEUED
    assert await told(world) == [(ApplicationUnderReview, 1), (ClaimChanged, 2), (ApplicationQueued, 3)]
    (queued,) = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationQueued)]
    assert queued.submitted_at == application.made.submitted_at
    async with world.database.write() as tx:
        stored = await lock_application(tx, application.id)
    assert stored is not None
    assert stored == after
    assert (stored.claims[0].decided_by, stored.claims[0].files) == (OFFICER, application.claims[0].files)


async def test_rejected_papers_make_room_for_a_new_application(world: Any) -> None:
    application = await applied(world, ClaimKind.REGISTRATION)
    assert (await decides(world, application, REJECT)).status is ApplicationStatus.REJECTED
    assert [kind for kind, _ in await told(world)] == [ApplicationUnderReview, ClaimChanged, ApplicationRejected]
    await applied(world, ClaimKind.REGISTRATION, 2)


async def test_a_confirmed_benefit_tells_the_order_and_never_its_kind(world: Any) -> None:
    claimed = await applied(world, ClaimKind.BENEFIT, benefit="large_family", queue_class=QueueClass.PRIORITY)
    last_day = local_day(world.database.clock.now())
    await decides(world, claimed, replace(CONFIRM, valid_until=last_day))
    events = [each.event for each in await published(world.database)]
    claim, changed = events[-2:]
    assert isinstance(claim, ClaimChanged)
    assert isinstance(changed, ApplicationChanged)
    assert (changed.queue_class, changed.reason) == (QueueClass.PRIORITY, Reason.BENEFIT_CONFIRMED)
    personal = {each.name for each in TOPICS if each.personal}
    assert not [each for each in events if each.TOPIC not in personal and "large_family" in each.model_dump_json()]


async def test_of_two_officers_the_second_is_told_that_it_is_decided(world: Any) -> None:
    application = await applied(world, ClaimKind.BENEFIT)
    both = await asyncio.gather(
        *(decides(world, application, each) for each in (CONFIRM, REJECT)), return_exceptions=True
    )
    (refused,) = [each for each in both if isinstance(each, Conflict)]
    assert refused.code == "claim_decided"
    assert len([kind for kind, _ in await told(world) if kind is ClaimChanged]) == 1


async def test_papers_hold_the_child_for_nobody_else_and_the_first_who_is_queued_has_it(world: Any) -> None:
    first = await applied(world, ClaimKind.REPRESENTATION)
    second = await applied(world, ClaimKind.REPRESENTATION, 2)
    await decides(world, second, CONFIRM)
    with pytest.raises(Conflict, match="live_application_exists"):
        await decides(world, first, CONFIRM)
    assert (await decides(world, first, REJECT)).live is False


async def test_a_better_copy_is_answered_with_a_file_of_its_own(world: Any) -> None:
    application = await applied(world, ClaimKind.REGISTRATION)
    asked = await decides(world, application, ASK)
    file, at = a_file(world), world.database.clock.now()
    async with world.database.write() as tx:
        locked = await lock_application(tx, asked.id)
        assert locked is not None
        answered = await answer_claim(tx, locked, asked.claims[0].id, (file,), at)
        assert answered.claims[0].due_at == await review_ends_at(tx, "1134", at) > at
    assert [each.id for each in answered.claims[0].files] == [application.claims[0].files[0].id, file.id]
    other = await applied(world, ClaimKind.BENEFIT, 2)
    asked = await decides(world, other, ASK)
    with pytest.raises(Conflict, match="file_used_already"):
        async with world.database.write() as tx:
            await answer_claim(tx, asked, asked.claims[0].id, (file,), at + timedelta(seconds=1))


async def test_what_is_no_claim_is_not_decided(world: Any) -> None:
    with pytest.raises(NotFound, match="claim_not_found"):
        async with world.database.write() as tx:
            await decide_claim(tx, new_id(), CONFIRM, OFFICER, world.database.clock.now())


async def test_a_file_belongs_to_one_claim_for_good(world: Any) -> None:
    application = await applied(world, ClaimKind.BENEFIT)
    async with world.database.read() as tx:
        rows = await tx.rows(sa.text("select file_id, claim_id from claim_file"))
    assert [tuple(row) for row in rows] == [(application.claims[0].files[0].id, application.claims[0].id)]
