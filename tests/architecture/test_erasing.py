"""In every service that keeps cards: an erased card goes, no later card brings it back, nothing waits for it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.referrals import ReferralAccepted, ReferralFacts
from kezek.contracts.topics import BY_NAME
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, Language, ReferralStatus
from kezek.platform.settings import Environment
from kezek.platform.testing import Signing, an_iin, deliver
from kezek.platform.testing.events import deliver_erased
from tests.architecture.guards import build

WAIT_FOR_CARDS = {"documents", "kindergartens", "notifications"}


@pytest.mark.parametrize("service", BY_NAME[ApplicationCard.TOPIC].consumed_by)
async def test_an_erased_card_goes_and_stays_away(
    service: str, make_database: Any, signing: Signing, tmp_path: Path
) -> None:
    clock = tmp_path / "clock"
    clock.write_bytes(bytes(8))
    values = {"environment": Environment.SANDBOX, "trust_list": signing.trust_list, "sandbox_clock_file": clock}
    consumers = build(service, "main_worker", "build_worker", **values).consumers
    database, erased, other = await make_database(service), card(), card()

    async def kept() -> set[Any]:
        async with database.read() as tx:
            return {row.application_id for row in await tx.rows(sa.text("select application_id from card"))}

    await deliver(database, consumers, erased, other)
    assert await kept() == {erased.application_id, other.application_id}
    await deliver_erased(database, consumers, ApplicationCard, erased.key())
    await deliver(database, consumers, erased, version=7)
    assert await kept() == {other.application_id}
    if ReferralAccepted in consumers.handlers:
        await deliver(database, consumers, accepted(erased.application_id), accepted(new_id()))
        async with database.read() as tx:
            waiting = [row.waits_for for row in await tx.rows(sa.text("select waits_for from job"))]
        assert f"card:{erased.application_id}" not in waiting
        assert len(waiting) == (service in WAIT_FOR_CARDS)


def accepted(application_id: UUID) -> ReferralAccepted:
    now = datetime.now(UTC)
    referral = ReferralFacts(
        referral_id=new_id(),
        number="1000000101",
        place_id=new_id(),
        kindergarten_id=new_id(),
        group_year=2022,
        language=InstructionLanguage.KAZAKH,
        issued_at=now,
        expires_at=now,
        last_day=now.date(),
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
        reason=Reason.REFERRAL_ACCEPTED,
        rule=Reason.REFERRAL_ACCEPTED.rule,
    )


def card() -> ApplicationCard:
    return ApplicationCard(
        application_id=new_id(),
        number="10.UO.2026.00001.1",
        applicant=Person(iin=an_iin(), surname="Үлгі", given_name="Ана"),
        child=Person(iin=an_iin(), surname="Үлгі", given_name="Бала"),
        child_birth_date=date(2022, 5, 5),
        phone="77990000000",
        email="family@example.kz",
        language=Language.RU,
    )
