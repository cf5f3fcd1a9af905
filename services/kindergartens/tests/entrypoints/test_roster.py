from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.access import KindergartensRead, Why
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ReferralAccepted, ReferralFacts
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, Language, ReferralStatus
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import an_iin, deliver, published, worker_of

pytestmark = pytest.mark.servers
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def accepted(application_id: UUID, kindergarten_id: str) -> ReferralAccepted:
    referral = ReferralFacts(
        referral_id=new_id(),
        number="1000000101",
        place_id=new_id(),
        kindergarten_id=UUID(kindergarten_id),
        group_year=2022,
        language=InstructionLanguage.KAZAKH,
        issued_at=NOW,
        expires_at=NOW,
        last_day=date(2026, 11, 30),
        status=ReferralStatus.ACCEPTED,
    )
    return ReferralAccepted(
        application_id=application_id,
        child_id=new_id(),
        applicant_id=new_id(),
        queue=QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022),
        status=ApplicationStatus.ENROLLED,
        turn=None,
        referral=referral,
        misses=0,
        stop_listed_until=None,
        reason="referral_accepted",
        rule="admission",
    )


def card(application_id: UUID) -> ApplicationCard:
    return ApplicationCard(
        application_id=application_id,
        number="10.UO.2026.00001.1",
        applicant=Person(iin=an_iin(), surname="Үлгіева", given_name="Әсем"),
        child=Person(iin=an_iin(), surname="Үлгіев", given_name="Ғани"),
        child_birth_date=date(2022, 3, 1),
        phone="77990000000",
        email="family@example.kz",
        language=Language.KK,
    )


async def roster(region: Any) -> list[dict[str, Any]]:
    answer = await region.api.by(region.worker).get(f"/kindergartens/{region.id}/roster")
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def work(region: Any) -> None:
    await JobRunner(region.database, {ENROL_CHILD: enrol_child}).run_one()


async def test_accepted_child_stands_on_the_roster(region: Any) -> None:
    application_id = new_id()
    await deliver(region.database, consumers, card(application_id), accepted(application_id, region.id))
    await work(region)
    (child,) = await roster(region)
    assert (child["surname"], child["referral_number"], child["group_year"]) == ("Үлгіев", "1000000101", 2022)


async def test_child_whose_card_comes_later_comes_on_the_roster_then(region: Any) -> None:
    application_id = new_id()
    await deliver(region.database, consumers, accepted(application_id, region.id))
    await work(region)
    assert await roster(region) == []
    await deliver(region.database, consumers, card(application_id))
    await work(region)
    assert len(await roster(region)) == 1


async def test_acceptance_told_twice_is_one_line(region: Any) -> None:
    application_id = new_id()
    event = accepted(application_id, region.id)
    await deliver(region.database, consumers, card(application_id), event, event)
    await work(region)
    await deliver(region.database, consumers, event, version=9)
    await work(region)
    assert len(await roster(region)) == 1


async def test_everybody_on_the_roster_can_see_that_it_was_read(region: Any) -> None:
    children = [accepted(new_id(), region.id) for _ in range(2)]
    for child in children:
        await deliver(region.database, consumers, card(child.application_id), child)
        await work(region)
    await roster(region)
    (read,) = [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]
    assert (read.what, read.why, str(read.kindergarten_id)) == ("roster:read", Why.LIST, region.id)
    assert {(each.person_id, each.application_id) for each in read.subjects} == {
        (child.applicant_id, child.application_id) for child in children
    }


async def test_an_empty_roster_leaves_nothing(region: Any) -> None:
    assert await roster(region) == []
    assert not [each for each in await published(region.database) if isinstance(each.event, KindergartensRead)]


async def test_roster_is_shown_to_its_workers_only(region: Any) -> None:
    path = f"/kindergartens/{region.id}/roster"
    assert (await region.api.by(worker_of(new_id())).get(path)).status_code == 404
    assert (await region.api.by(region.administrator).get(path)).status_code == 403
