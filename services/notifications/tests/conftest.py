"""The sandbox's SMS gateway and SMTP sink, and a worker's parts without Kafka."""

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard, ApplicationEvent, ClaimChanged
from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildMonthClosed, Kindergarten
from kezek.contracts.law import Reason
from kezek.contracts.referrals import CandidateEvent, ReferralFacts, TurnFacts
from kezek.contracts.texts import Text
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import (
    ActorKind,
    ApplicationStatus,
    ClaimKind,
    ClaimState,
    GroupKind,
    InstructionLanguage,
    Language,
    Ownership,
    ReferralStatus,
)
from kezek.notifications.entrypoints.consumers import build_consumers
from kezek.notifications.main_worker import build_sender
from kezek.notifications.settings import NotificationsSettings
from kezek.notifications.usecases.send_messages import Sender
from kezek.notifications.usecases.tell_escort import TellEscort
from kezek.notifications.usecases.tell_family import JOB, TellFamily
from kezek.notifications.usecases.tell_owner import TellOwner
from kezek.platform.db import Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.providers.mail import Mailer
from kezek.platform.testing import MovableClock, an_iin, deliver, listening
from kezek.platform.workdays import next_at
from kezek_sandbox.app import DroppingProtocol, create_app
from kezek_sandbox.sandbox import Sandbox
from kezek_sandbox.testing import settings_in

# one after the other: two people of one phone would read each other's messages
_numbers = itertools.count()
QUEUE = QueueRef(district="1134", kind=GroupKind.GENERAL, group_year=2022)


@dataclass
class Outside:
    """The sandbox: its mailboxes, and how its providers fail."""

    url: str
    inside: Sandbox

    async def is_(self, system: str, mode: str, **how: Any) -> None:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            (await client.post(f"/control/{system}", json={"mode": mode, **how})).raise_for_status()

    async def sms(self, recipient: str) -> list[Any]:
        return await self.inside.mailbox.list_sms(recipient, 0, 100)

    async def mail(self, recipient: str) -> list[Any]:
        return await self.inside.mailbox.list_mail(recipient, 0, 100)


@pytest.fixture(scope="session")
async def sandbox(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Outside]:
    folder: Path = tmp_path_factory.mktemp("sandbox")
    MovableClock(folder / "clock")
    app = create_app(settings_in(folder, sms_api_key="key"))
    async with listening(app, http=DroppingProtocol) as url:
        yield Outside(url, app.state.sandbox)


@dataclass
class Family:
    """Who is told: an application with its contacts, and a kindergarten."""

    application_id: UUID = field(default_factory=new_id)
    applicant_id: UUID = field(default_factory=new_id)
    kindergarten_id: UUID = field(default_factory=new_id)
    phone: str = field(default_factory=lambda: f"7799{next(_numbers):07d}")
    language: Language = Language.RU

    @property
    def email(self) -> str:
        return f"{self.phone}@example.kz"

    @property
    def card(self) -> ApplicationCard:
        return ApplicationCard(
            application_id=self.application_id,
            number="34.UO.2026.00001.1",
            applicant=Person(iin=an_iin(), surname="Үлгі", given_name="Ана"),
            child=Person(iin=an_iin(), surname="Үлгі", given_name="Бала"),
            child_birth_date=date(2022, 5, 5),
            phone=self.phone,
            email=self.email,
            language=self.language,
        )

    @property
    def kindergarten(self) -> Kindergarten:
        return Kindergarten(
            kindergarten_id=self.kindergarten_id,
            district="1134",
            name=Text(kk="«Бәйтерек» балабақшасы", ru="Детский сад «Байтерек»", en="Baiterek kindergarten"),
            address=Text(kk="Абай, 7", ru="Абая, 7", en="7 Abai"),
            phone="77999000007",
            ownership=Ownership.STATE,
        )

    def step(self, kind: type[CandidateEvent], status: ApplicationStatus, **values: Any) -> CandidateEvent:
        state: dict[str, Any] = {"turn": None, "referral": None, "misses": 0, "stop_listed_until": None, **values}
        return kind(
            application_id=self.application_id,
            child_id=new_id(),
            applicant_id=self.applicant_id,
            queue=QUEUE,
            status=status,
            **{"reason": "turn_started", "rule": "turn", **state},
        )

    def before_the_queue(
        self,
        step: type[ApplicationEvent],
        status: ApplicationStatus,
        reason: Reason = Reason.REGISTER_SILENT,
        **more: Any,
    ) -> ApplicationEvent:
        return step(
            application_id=self.application_id,
            applicant_id=self.applicant_id,
            number=self.card.number,
            district=QUEUE.district,
            submitted_at=datetime.now(UTC),
            status=status,
            reason=reason,
            rule=reason.rule,
            actor=ActorKind.SYSTEM,
            **more,
        )

    def claim(self, reason: Reason) -> ApplicationEvent:
        """What is told of a benefit's proof."""
        proof = {"claim_id": new_id(), "kind": ClaimKind.BENEFIT, "state": ClaimState.CONFIRMED}
        last_day = date(2026, 12, 20)
        return self.before_the_queue(ClaimChanged, ApplicationStatus.QUEUED, reason, last_day=last_day, **proof)

    def month(self, first_day: date) -> ChildMonthClosed:
        """The child's month is closed, and waits for the parent's word."""
        return ChildMonthClosed(
            application_id=self.application_id,
            kindergarten_id=self.kindergarten_id,
            queue=QUEUE,
            language=InstructionLanguage.KAZAKH,
            since=date(2026, 9, 1),
            sheet_id=new_id(),
            applicant_id=self.applicant_id,
            month=first_day,
        )

    def turn(self) -> TurnFacts:
        return TurnFacts(
            turn_id=new_id(),
            place_id=new_id(),
            kindergarten_id=self.kindergarten_id,
            language=InstructionLanguage.KAZAKH,
            began_at=datetime.now(UTC),
            deadline_at=datetime(2026, 11, 26, 19, tzinfo=UTC),
            last_day=date(2026, 11, 26),
        )

    def referral(self) -> ReferralFacts:
        return ReferralFacts(
            referral_id=new_id(),
            number="1000000101",
            place_id=new_id(),
            kindergarten_id=self.kindergarten_id,
            group_year=2022,
            language=InstructionLanguage.KAZAKH,
            issued_at=datetime.now(UTC),
            expires_at=datetime(2026, 12, 1, 19, tzinfo=UTC),
            last_day=date(2026, 12, 1),
            status=ReferralStatus.VALID,
        )


class Post:
    """A worker of notifications: handlers, jobs, and senders that may die."""

    def __init__(self, settings: NotificationsSettings, database: Database, outside: Outside) -> None:
        self.settings = settings
        self.database = database
        self.outside = outside
        within = timedelta(days=settings.told_within_days)
        tell_family = TellFamily(database.clock, settings.public_url, within)
        self.consumers = build_consumers(
            tell_family,
            TellOwner(database.clock, settings.public_url, within),
            TellEscort(database.clock, settings.public_url, within),
        )
        self.jobs = JobRunner(database, {JOB: tell_family.work})
        self.mailer = Mailer(settings)
        self.client = httpx.AsyncClient(base_url=f"{outside.url}/sms", timeout=5, trust_env=False)

    def sender(self, **limits: Any) -> Sender:
        settings = self.settings.model_copy(update=limits)
        return build_sender(settings, self.database, self.database.clock, self.client, self.mailer)

    async def hears(self, *events: Event, version: int = 1, **more: Any) -> None:
        await deliver(self.database, self.consumers, *events, version=version, **more)

    async def sends(self, sender: Sender | None = None) -> int:
        """One round of sending; how many messages were taken up."""
        using = sender or self.sender()
        begun = await using.begin_due()
        await using.finish_begun()
        return begun

    async def time_passes(self) -> None:
        """Pauses and leases are over."""
        async with self.database.write() as tx:
            await tx.execute(sa.text("update job set run_at = now() where run_at < 'infinity'"))

    async def states(self) -> dict[str, str]:
        async with self.database.read() as tx:
            rows = await tx.rows(sa.text("select channel, state from message"))
        return {row.channel: row.state for row in rows}

    async def waiting(self) -> int:
        async with self.database.read() as tx:
            return int(await tx.value(sa.text("select count(*) from job")))


@pytest.fixture
async def settings(make_settings: Any, sandbox: Outside) -> NotificationsSettings:
    made: NotificationsSettings = await make_settings(
        "notifications",
        NotificationsSettings,
        sms_url=f"{sandbox.url}/sms",
        sms_api_key="key",
        smtp_port=sandbox.inside.smtp_port,
    )
    return made


@pytest.fixture
async def post(
    settings: NotificationsSettings, make_database: Any, sandbox: Outside, sandbox_clock: MovableClock
) -> AsyncIterator[Post]:
    sandbox_clock.move_to(next_at(sandbox_clock.now(), time(9)))
    made = Post(settings, await make_database("notifications"), sandbox)
    async with made.mailer:
        yield made
    await made.client.aclose()
    for system in ("sms", "mail"):
        await sandbox.is_(system, "ok")


@pytest.fixture
def family() -> Family:
    return Family()


@pytest.fixture
async def known(post: Post, family: Family) -> Family:
    """A family whose card has come."""
    await post.hears(family.card, family.kindergarten)
    return family
