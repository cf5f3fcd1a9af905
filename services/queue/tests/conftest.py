"""A queue to play with: families, places and answers by name, on a real database."""

import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationChanged, ApplicationFacts, ApplicationQueued
from kezek.contracts.ids import new_id
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import OfferedPlace, PolicyPublished
from kezek.contracts.referrals import CallAnswered, CandidateChanged, PlaceOffer, PlacesOffered
from kezek.contracts.values import QueueRef, StandsThen, Transfer
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, QueueClass
from kezek.platform.db import Database
from kezek.platform.workdays import local_day
from kezek.queue.usecases.follow_application import follow_application
from kezek.queue.usecases.follow_candidate import follow_candidate
from kezek.queue.usecases.hand_out import hand_out
from kezek.queue.usecases.publish import publish
from kezek.queue.usecases.read_position import Position, read_position
from kezek.queue.usecases.settle_call import settle_call

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
TODAY = local_day(NOW)
PARENT = UUID(int=7)
NAMES = UUID(int=1)


class Play:
    """One queue of its own; applications and places go by short names."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.ref = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
        self.now = NOW

    def id_of(self, name: str) -> UUID:
        return uuid5(NAMES, name)

    def application(
        self,
        name: str,
        queue_class: str = "general",
        *,
        minute: int = 0,
        languages: Iterable[str] = ("kk", "ru"),
        born: date = date(2023, 5, 5),
        serial: int = 1,
        twins: str | None = None,
        separate: bool = False,
        transfer: Transfer | None = None,
        ends: Iterable[StandsThen] = (),
    ) -> ApplicationQueued:
        return ApplicationQueued(
            application_id=self.id_of(name),
            number=f"10.UO.2026.{serial:05}.1",
            child_id=uuid5(NAMES, f"child {name}"),
            applicant_id=PARENT,
            queue=self.ref,
            queue_class=QueueClass(queue_class),
            birth_date=born,
            languages=tuple(InstructionLanguage(language) for language in languages),
            submitted_at=NOW + timedelta(minutes=minute),
            twins=None if twins is None else uuid5(NAMES, f"twins {twins}"),
            separate_places=separate,
            transfer=transfer,
            ends=tuple(ends),
        )

    def offer(self, *places: str, offer: int = 1, language: str = "kk", not_for: Iterable[str] = ()) -> PlacesOffered:
        return PlacesOffered(
            queue=self.ref,
            offers=tuple(
                PlaceOffer(
                    place=OfferedPlace(place_id=self.id_of(place), offer=offer),
                    kindergarten_id=self.id_of("garden"),
                    language=InstructionLanguage(language),
                    not_for=tuple(map(self.id_of, not_for)),
                )
                for place in places
            ),
        )

    async def queued(self, name: str, queue_class: str = "general", **facts: Any) -> None:
        await self.place(self.application(name, queue_class, **facts))

    async def place(self, application: ApplicationFacts, version: int = 1) -> None:
        async with self.database.write() as tx:
            await follow_application(tx, application, version, now=self.now)

    async def corrected(self, name: str, queue_class: str = "general", *, version: int, **facts: Any) -> None:
        """The application has changed: all of it as it is by this version."""
        queue = {"queue": facts.pop("queue", self.ref)}
        why = {"reason": facts.pop("reason", "application_changed"), "rule": "application", "actor": "applicant"}
        application = self.application(name, queue_class, **facts).model_dump() | queue | why
        await self.place(ApplicationChanged(**application), version)

    async def offered(self, *places: str, **facts: Any) -> list[str]:
        """Offer places; the names of those called for them, in order."""
        before = len(await self.events())
        async with self.database.write() as tx:
            await hand_out(tx, self.offer(*places, **facts), now=self.now, new_id=new_id)
        return [line for event in (await self.events())[before:] for line in self.told(event)]

    async def answered(self, name: str, *, started: bool, reason: str = "turn_started") -> None:
        await self.answer(await self.open_call(name), started=started, reason=reason)

    async def answer(
        self, call_id: UUID, *, started: bool, reason: str = "turn_started", not_waiting: Iterable[str] = ()
    ) -> None:
        who = tuple(map(self.id_of, not_waiting))
        async with self.database.write() as tx:
            answered = CallAnswered(queue=self.ref, call_id=call_id, started=started, reason=reason, not_waiting=who)
            await settle_call(tx, answered, now=self.now)

    async def changed(
        self, name: str, version: int, *, waiting: bool, reason: str = "turn_started", status: str = "notified"
    ) -> None:
        status = ApplicationStatus.QUEUED if waiting else ApplicationStatus(status)
        changed = CandidateChanged(
            queue=self.ref, application_id=self.id_of(name), status=status, waiting=waiting, reason=reason
        )
        async with self.database.write() as tx:
            await follow_candidate(tx, changed, version, now=self.now)

    async def cycle(self, generals: int, version: int) -> None:
        """From now on so many general children follow a priority one."""
        await self.rules(version, generals_per_priority=generals)

    async def rules(
        self, version: int, *, numbered: bool = False, begins: date = TODAY, day: str = "06-30", **numbers: Any
    ) -> None:
        """From that day on another policy holds: numbered categories, or classes that take turns."""
        order = {"numbered_categories": numbered, "sorted_anew_on": day if numbered else None}
        policy = replace(REFERRAL_PROFILE, id=f"1110-{version}", **order, **numbers)
        event = PolicyPublished(district="1110", version=version, in_force_from=begins, policy=policy)
        async with self.database.write() as tx:
            await publish(tx, event)

    async def open_call(self, name: str) -> UUID:
        statement = sa.text("select open_call_id from entry where application_id = :id")
        async with self.database.read() as tx:
            found: UUID = await tx.value(statement, {"id": self.id_of(name)})
        return found

    async def position(self, name: str) -> Position:
        async with self.database.read() as tx:
            return await read_position(tx, self.id_of(name), person_id=PARENT, now=self.now)

    async def place_of(self, name: str) -> int | None:
        ahead = (await self.position(name)).ahead
        return None if ahead is None else ahead.total + 1

    async def owed(self) -> int:
        async with self.database.read() as tx:
            return int(await tx.value(sa.text("select owed from queue where id = :id"), {"id": str(self.ref)}))

    async def ledger(self, queue: QueueRef | None = None) -> list[tuple[int, str, UUID, str]]:
        statement = sa.text(
            "select sequence, what, application_id, reason from ledger where queue_id = :queue order by sequence"
        )
        async with self.database.read() as tx:
            return [tuple(row) for row in await tx.rows(statement, {"queue": str(queue or self.ref)})]

    async def events(self) -> list[dict[str, Any]]:
        async with self.database.read() as tx:
            return [json.loads(row.value) for row in await tx.rows(sa.text("select value from outbox order by seq"))]

    def told(self, event: dict[str, Any]) -> list[str]:
        """Who is called, by name, or `nobody` for each place without a child."""
        payload = event["payload"]
        if event["type"] == "queue.nobody-to-call.v1":
            return ["nobody"] * len(payload["places"])
        return [self.name_of(child["application_id"]) for child in payload.get("children", ())]

    def name_of(self, application_id: str) -> str:
        names = [letter + str(number) for letter in "epgt" for number in range(100)]
        return next(name for name in names if str(self.id_of(name)) == application_id)


@pytest.fixture
async def play(make_database: Callable[[str], Awaitable[Database]]) -> Play:
    return Play(await make_database("queue"))
