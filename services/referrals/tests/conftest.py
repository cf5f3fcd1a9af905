"""Kindergartens, their places, and children who are called for them: all by name, on a real database."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard, ApplicationQueued
from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Kindergarten, VacancyConfirmed
from kezek.contracts.queue import Called, CalledChild, NobodyToCall, OfferedPlace
from kezek.contracts.referrals import CandidateChanged, CandidateEvent, PlaceChanged, PlacesOffered
from kezek.contracts.texts import Text
from kezek.contracts.values import Person, QueueRef, Transfer
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, Ownership, QueueClass
from kezek.platform import tables as platform_tables
from kezek.platform.act_processing import Acts
from kezek.platform.actors import Actor
from kezek.platform.acts import Act
from kezek.platform.db import Database
from kezek.platform.errors import Unavailable
from kezek.platform.signatures import Verifier
from kezek.platform.testing import MovableClock, Published, Signing, an_actor, an_iin, deliver, published, worker_of
from kezek.platform.timers import Timers
from kezek.referrals.adapters import candidates, places, tables
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.entrypoints.consumers import consumers
from kezek.referrals.settings import ReferralsSettings
from kezek.referrals.usecases.accept_referral import Acceptance, AcceptReferral
from kezek.referrals.usecases.choose_place import Choice, ChoosePlace, TwinChoice
from kezek.referrals.usecases.fire_deadlines import fire_due
from kezek.referrals.usecases.move_application import Move, MoveApplication
from kezek.referrals.usecases.publishing import referral_facts, turn_facts
from kezek.referrals.usecases.withdraw_application import Withdrawal, WithdrawApplication

MONDAY_NOON = time(7, tzinfo=UTC)  # in Kazakhstan


def first_monday() -> datetime:
    """Noon of a February's first Monday: five weeks without a holiday follow."""
    day = date(datetime.now(UTC).year + 1, 2, 1)
    return datetime.combine(day + timedelta(days=-day.weekday() % 7), MONDAY_NOON)


@dataclass(frozen=True)
class Family:
    """A child's application and the parent who made it."""

    parent: Actor
    application: ApplicationQueued
    card: ApplicationCard

    @property
    def id(self) -> UUID:
        return self.application.application_id


class Gate:
    """The verifier behind a gate: what one person signed waits for it to open, or is not answered at all."""

    def __init__(self, inner: Any, iin: str, opened: asyncio.Event | None) -> None:
        self.inner, self.iin, self.opened, self.asked = inner, iin, opened, asyncio.Event()

    async def verify(self, cms: bytes, statement: bytes, **when: Any) -> Any:
        verified = await self.inner.verify(cms, statement, **when)
        if verified.signer.iin == self.iin:
            self.asked.set()
            if self.opened is None:
                raise Unavailable("revocation_unknown")
            await self.opened.wait()
        return verified

    async def close(self) -> None:
        await self.inner.close()


class Play:
    """One queue of one district; children, kindergartens and what happens to them."""

    def __init__(self, database: Database, clock: MovableClock, signing: Signing, settings: Any) -> None:
        self.database, self.clock, self.signing, self.settings = database, clock, signing, settings
        self.consumers = consumers
        self.acts = Acts.of(settings, database, ACTS)
        self.start = first_monday()
        clock.move_to(self.start)
        self.queue = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=self.start.year - 4)
        self.families: dict[str, Family] = {}
        self.gardens: dict[str, UUID] = {}
        self._garden_versions: dict[str, int] = defaultdict(int)

    # what others tell

    async def told(self, *events: Event, version: int = 1) -> None:
        await deliver(self.database, self.consumers, *events, version=version)

    async def garden(self, name: str = "Бәйтерек", *, closed: bool = False) -> UUID:
        """A kindergarten, or its newer state."""
        garden = self.gardens.setdefault(name, new_id())
        self._garden_versions[name] += 1
        title = f"{name} {self._garden_versions[name]}"
        state = Kindergarten(
            kindergarten_id=garden,
            district="1110",
            name=Text(kk=title, ru=title, en=title),
            address=Text(kk="Абай көшесі, 7", ru="улица Абая, 7", en="7 Abai street"),
            phone="77999000007",
            ownership=Ownership.STATE,
            closed=closed,
            closed_at=self.clock.now() if closed else None,
        )
        await self.told(state, version=self._garden_versions[name])
        return garden

    def family(
        self,
        name: str,
        *,
        child_id: UUID | None = None,
        born: date | None = None,
        parent: Actor | None = None,
        languages: tuple[InstructionLanguage, ...] = (InstructionLanguage.KAZAKH,),
        transfer: Transfer | None = None,
    ) -> Family:
        parent, iin, application_id = parent or an_actor(), an_iin(), new_id()
        born = born or date(self.queue.group_year, 1, 15)
        application = ApplicationQueued(
            application_id=application_id,
            number=f"10.UO.2026.{len(self.families) + 1:05}.1",
            child_id=child_id or new_id(),
            applicant_id=parent.person_id,
            queue=self.queue,
            queue_class=QueueClass.TRANSFER if transfer else QueueClass.GENERAL,
            birth_date=born,
            languages=languages,
            submitted_at=self.start + timedelta(minutes=len(self.families)),
            transfer=transfer,
        )
        card = ApplicationCard(
            application_id=application_id,
            number=application.number,
            applicant=Person(iin=parent.iin, surname="СЫНАҚОВА", given_name="ҮЛГІ"),
            child=Person(iin=iin, surname="СЫНАҚОВ", given_name=name.upper()),
            child_birth_date=born,
            phone="77999000000",
            email="a@example.kz",
            language=Language.KK,
        )
        self.families[name] = Family(parent, application, card)
        return self.families[name]

    async def child(self, name: str, **facts: Any) -> Family:
        """A child that waits in the queue."""
        family = self.family(name, **facts)
        await self.told(family.application)
        await self.told(family.card)
        return family

    def vacancy(
        self,
        number: int = 1,
        garden: str = "Бәйтерек",
        language: InstructionLanguage = InstructionLanguage.KAZAKH,
    ) -> VacancyConfirmed:
        return VacancyConfirmed(
            vacancy_id=new_id(),
            kindergarten_id=self.gardens[garden],
            queue=self.queue,
            language=language,
            places=number,
            confirmed_at=self.clock.now(),
        )

    async def offered(
        self,
        number: int = 1,
        garden: str = "Бәйтерек",
        language: InstructionLanguage = InstructionLanguage.KAZAKH,
    ) -> list[UUID]:
        """Places of a new vacancy, in their order."""
        if garden not in self.gardens:
            await self.garden(garden)
        await self.told(self.vacancy(number, garden, language))
        return [each.place.place_id for each in (await self.last(PlacesOffered)).offers]

    def called_child(self, name: str, place: UUID, offer: int = 1) -> CalledChild:
        application = self.families[name].application
        return CalledChild(
            place=OfferedPlace(place_id=place, offer=offer),
            **application.model_dump(include=set(CalledChild.model_fields) - {"place"}),
        )

    def call(self, *children: CalledChild) -> Called:
        return Called(call_id=new_id(), queue=self.queue, children=children)

    async def called(self, name: str, place: UUID, offer: int = 1) -> None:
        await self.told(self.call(self.called_child(name, place, offer)))

    async def nobody(self, *offered: UUID, offer: int = 1) -> None:
        each = tuple(OfferedPlace(place_id=place, offer=offer) for place in offered)
        await self.told(NobodyToCall(queue=self.queue, places=each))

    async def opened(self, number: int = 1, garden: str = "Бәйтерек") -> list[UUID]:
        """Places in free choice."""
        fresh = await self.offered(number, garden)
        await self.nobody(*fresh)
        return fresh

    # what people do

    async def prepared(self, name: str, place: UUID, **twins: UUID) -> Act[Any, Any]:
        """A choice; of twins by their names, too."""
        family = self.families[name]
        others = tuple(TwinChoice(application_id=self.families[twin].id, place_id=of) for twin, of in twins.items())
        body = Choice(application_id=family.id, place_id=place, twins=others)
        async with self.database.write() as tx:
            return await self.acts.prepare(tx, ChoosePlace, family.parent, body)

    async def withdrawal(self, name: str) -> Act[Any, Any]:
        family = self.families[name]
        async with self.database.write() as tx:
            return await self.acts.prepare(tx, WithdrawApplication, family.parent, Withdrawal(application_id=family.id))

    async def withdraws(self, name: str) -> dict[str, Any]:
        return await self.signed(await self.withdrawal(name))

    async def move(self, name: str, district: str = "1116", twins: tuple[str, ...] = ()) -> Act[Any, Any]:
        family = self.families[name]
        body = Move(
            application_id=family.id,
            twins=tuple(self.families[each].id for each in twins),
            district=district,
            district_name=Text("Қосшы қаласы", "Косшы", "Kosshy"),
            checked_at=self.clock.now(),
        )
        async with self.database.write() as tx:
            return await self.acts.prepare(tx, MoveApplication, family.parent, body)

    async def moves(self, name: str, district: str = "1116") -> dict[str, Any]:
        return await self.signed(await self.move(name, district))

    async def signed(self, act: Act[Any, Any], acts: Acts | None = None) -> dict[str, Any]:
        signature = self.signing.sign(act.actor.iin, act.statement)
        result = (await (acts or self.acts).sign(act.id, act.actor, signature)).result
        assert result is not None
        return result

    async def chooses(self, name: str, place: UUID) -> dict[str, Any]:
        return await self.signed(await self.prepared(name, place))

    async def acceptance(self, name: str, garden: str = "Бәйтерек") -> Act[Any, Any]:
        referral = (await self.candidate(name)).referral
        assert referral is not None
        body = Acceptance(referral_id=referral.id)
        async with self.database.write() as tx:
            return await self.acts.prepare(tx, AcceptReferral, worker_of(self.gardens[garden]), body)

    def gated(self, opened: asyncio.Event | None) -> tuple[Acts, Gate]:
        """Acts for which the authority of a's certificate is slow, or silent."""
        gate = Gate(Verifier.of(self.settings, self.clock), self.families["a"].parent.iin, opened)
        return Acts(self.database, gate, ACTS), gate  # type: ignore[arg-type]

    async def receives(self, act: Act[Any, Any]) -> None:
        """The signature is stored with its time, and the process dies."""
        cms = self.signing.sign_der(act.actor.iin, act.statement)
        async with self.database.write() as tx:
            row = await tx.row(sa.select(platform_tables.act).where(platform_tables.act.c.id == act.id))
            await self.acts._receive(tx, row, act.actor, cms)

    def timers(self, database: Database | None = None) -> Timers:
        async def finish(subjects: Any) -> None:
            await self.acts.finish_received(subjects)

        return Timers(database or self.database, self.clock, fire_due, finish)

    async def fires(self) -> None:
        """All that is due now."""
        timers = self.timers()
        while await timers.fire_due():
            pass

    async def at(self, instant: datetime) -> None:
        """An instant comes, and all that is due fires."""
        self.clock.move_to(instant)
        await self.fires()

    # what is there

    async def candidate(self, name: str) -> Candidate:
        async with self.database.read() as tx:
            found = await candidates.find_candidate(tx, self.families[name].id)
        assert found is not None
        return found

    async def place(self, place_id: UUID) -> Place:
        async with self.database.write() as tx:
            return (await places.lock_places(tx, [place_id]))[place_id]

    async def rows(self, table: sa.Table) -> list[Any]:
        async with self.database.read() as tx:
            return list(await tx.rows(sa.select(table)))

    async def terms(self) -> list[Any]:
        """The deadlines of turns, referrals and the stop list."""
        return [row for row in await self.rows(platform_tables.deadline) if row.kind in set(TermKind)]

    async def events(self, *kinds: type[Event]) -> list[Any]:
        return [each.event for each in await published(self.database) if not kinds or isinstance(each.event, kinds)]

    async def last(self, kind: type[Event]) -> Any:
        return (await self.events(kind))[-1]

    async def story(self, name: str) -> list[tuple[str, str]]:
        """What was told of a child: kind of event and status."""
        told = [each for each in await self.events(CandidateEvent) if each.application_id == self.families[name].id]
        return [(type(each).__name__, each.status.value) for each in told]

    async def check_what_was_told(self) -> None:
        """Versions without gaps, and the last event of everything tells its whole state."""
        told = await published(self.database)
        counted = sorted((each for each in told if not isinstance(each.event, CandidateChanged)), key=_stream)
        for _, of_one in groupby(counted, key=_stream):
            versions = [each.version for each in of_one]
            assert versions == list(range(1, len(versions) + 1))
        for name in self.families:
            await self._check_candidate(name, told)
        for place in await self.rows(tables.place):
            state = [
                each.event for each in told if isinstance(each.event, PlaceChanged) and each.event.place_id == place.id
            ]
            assert (state[-1].status.value, state[-1].vacancy_id) == (place.status, place.vacancy_id)

    async def _check_candidate(self, name: str, told: list[Published]) -> None:
        mine = [each for each in told if getattr(each.event, "application_id", None) == self.families[name].id]
        if not mine:
            return
        candidate = await self.candidate(name)
        state = [each for each in mine if isinstance(each.event, CandidateEvent)][-1]
        event: Any = state.event
        assert (state.version, event.status.value) == (candidate.version, candidate.status.value)
        assert event.turn == (turn_facts(candidate.turn) if candidate.turn else None)
        assert event.referral == (referral_facts(candidate.referral) if candidate.referral else None)
        assert (event.misses, event.stop_listed_until) == (candidate.misses, candidate.stop_listed_until)
        assert (event.inactive_until, event.restored) == (candidate.inactive_until, candidate.restored)
        to_queue = [each for each in mine if isinstance(each.event, CandidateChanged)][-1]
        heard: Any = to_queue.event
        assert (to_queue.version, heard.waiting, heard.status) == (state.version, candidate.waiting, event.status)


def _stream(each: Published) -> tuple[str, str]:
    return (each.event.TOPIC, each.event.key())


@pytest.fixture
async def play(
    make_database: Callable[..., Any],
    make_settings: Callable[..., Any],
    sandbox_clock: MovableClock,
    signing: Signing,
) -> AsyncIterator[Play]:
    settings = await make_settings("referrals", ReferralsSettings)
    made = Play(await make_database("referrals"), sandbox_clock, signing, settings)
    yield made
    await made.check_what_was_told()
