"""Kindergartens' API in one process with its own schema: groups of children, and escorts who bring five each."""

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from joserfc.jwk import OKPKey

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ReferralAccepted, ReferralFacts
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, Language, ReferralStatus
from kezek.kindergartens.adapters import escorts
from kezek.kindergartens.domain.escort import Entrustment, Escort
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.main_api import build_app
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.settings import Environment, RevocationPolicy
from kezek.platform.testing import Api, MovableClock, Signing, administrator, an_actor, an_iin, deliver, running
from kezek.platform.testing.databases import Databases
from kezek.platform.testing.servers import shared_servers
from kezek.platform.tokens import TokenVerifier

_NAME = {"kk": "«Бәйтерек» балабақшасы", "ru": "Детский сад «Байтерек»", "en": "Baiterek kindergarten"}
_PLACE = {"kk": "Абай көшесі, 7", "ru": "улица Абая, 7", "en": "7 Abai street"}
_DISTRICT = {"kk": "Көкшетау қаласы", "ru": "город Кокшетау", "en": "Kokshetau city"}
YEARS, LANGUAGES = (2021, 2022, 2023, 2024), (InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN)


@dataclass(frozen=True)
class Child:
    """A child by its application, as the sheet knows it by IIN."""

    application_id: UUID
    iin: str


@dataclass(frozen=True)
class AttendanceScene:
    """The API, its clock, the kindergarten with its worker, and each escort with the children entrusted to them."""

    api: Api
    database: Database
    clock: MovableClock
    kindergarten_id: str
    worker: Actor
    entrusted: Sequence[tuple[Actor, Sequence[Child]]]


@asynccontextmanager
async def open_scene(folder: Path, phones: int, children_each: int, begins: datetime) -> AsyncIterator[AttendanceScene]:
    """All of it at this instant, gone afterwards."""
    servers = shared_servers()
    databases = Databases(servers, f"attendance_{secrets.token_hex(4)}")
    signing, clock = Signing(folder), MovableClock(folder / "clock")
    clock.move_to(begins)
    try:
        await databases.ready("kindergartens")
        settings = KindergartensSettings(
            environment=Environment.SANDBOX,
            database_url=databases.url("kindergartens"),
            kafka_bootstrap="127.0.0.1:1",
            redis_url=servers.at.redis("kindergartens"),
            trust_list=signing.trust_list,
            revocation=RevocationPolicy.OFF,
            sandbox_clock_file=clock.path,
            act_answer_within_s=120.0,
        )
        key, app = OKPKey.generate_key("Ed25519", parameters={"kid": "load"}), build_app(settings)
        async with running(app):
            app.state.tokens = TokenVerifier("", keys=[key])
            api, database = Api(app, key, signing), Database(settings, "kindergartens", clock)
            garden, worker = await _kindergarten(api)
            people = [await _escort(database, garden, number, children_each) for number in range(phones)]
            yield AttendanceScene(api, database, clock, garden, worker, people)
            await database.close()
    finally:
        await databases.close()


async def _kindergarten(api: Api) -> tuple[str, Actor]:
    boss, iin = administrator(), an_iin()
    await api.by(boss).put("/districts/1110", json={"name": _DISTRICT})
    body = {"district": "1110", "name": _NAME, "address": _PLACE, "phone": "77999000007", "ownership": "state"}
    made = (await api.by(boss).post("/kindergartens", json={**body, "workers": [iin]})).json()
    return made["id"], an_actor(Grant(Role.WORKER, kindergarten_id=UUID(made["id"])), iin=iin)


async def _escort(database: Database, garden: str, number: int, count: int) -> tuple[Actor, Sequence[Child]]:
    """Five children of one group, of one parent, and their escort, entrusted with them from now on."""
    actor, parent_id = an_actor(), new_id()
    children = [Child(new_id(), an_iin()) for _ in range(count)]
    for child in children:
        card, accepted = _card(child), _accepted(child, parent_id, garden, number)
        await deliver(database, consumers, card, accepted, occurred_at=database.clock.now())
        await JobRunner(database, {ENROL_CHILD: enrol_child}).run_one()
    async with database.write() as tx:
        escort = Escort(new_id(), parent_id, actor.iin, "Серікова Әлия", f"7799{number:07d}", checked=True)
        await escorts.put_escort(tx, escort, Language.KK)
        for child in children:
            await escorts.insert_entrustment(
                tx, Entrustment(new_id(), escort.id, child.application_id, escort.phone, tx.now())
            )
    return actor, children


def _card(child: Child) -> ApplicationCard:
    return ApplicationCard(
        application_id=child.application_id,
        number="10.UO.2026.00001.1",
        applicant=Person(iin=an_iin(), surname="Үлгіева", given_name="Әсем"),
        child=Person(iin=child.iin, surname="Үлгіев", given_name="Ғани"),
        child_birth_date=date(2022, 3, 1),
        phone="77990000000",
        email="family@example.kz",
        language=Language.KK,
    )


def _accepted(child: Child, parent_id: UUID, garden: str, number: int) -> ReferralAccepted:
    """Into one of eight groups, in turn."""
    year, language = YEARS[number % len(YEARS)], LANGUAGES[number // len(YEARS) % len(LANGUAGES)]
    issued = datetime.fromisoformat("2026-01-12T09:00:00+00:00")
    facts = ReferralFacts(
        referral_id=new_id(),
        number="1000000101",
        place_id=new_id(),
        kindergarten_id=UUID(garden),
        group_year=year,
        language=language,
        issued_at=issued,
        expires_at=issued,
        last_day=issued.date(),
        status=ReferralStatus.ACCEPTED,
    )
    return ReferralAccepted(
        application_id=child.application_id,
        child_id=new_id(),
        applicant_id=parent_id,
        queue=QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=year),
        status=ApplicationStatus.ENROLLED,
        turn=None,
        referral=facts,
        misses=0,
        stop_listed_until=None,
        reason="referral_accepted",
        rule="admission",
    )
