"""In every service that keeps cards: an erased card goes, and no later or repeated card brings it back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard, Person
from kezek.contracts.ids import new_id
from kezek.contracts.languages import Language
from kezek.contracts.topics import BY_NAME
from kezek.platform.settings import Environment
from kezek.platform.testing import Signing, an_iin, deliver
from kezek.platform.testing.events import deliver_erased
from tests.architecture.guards import build


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
