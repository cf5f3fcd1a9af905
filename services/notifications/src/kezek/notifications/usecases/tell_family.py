"""A notice becomes one message per channel, a turn one per contact, in the family's language."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from kezek.contracts.applications import ApplicationCard, ApplicationEvent, ApplicationQueued
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import (
    ChildMonthClosed,
    ChildMonthReopened,
    EscortsChanged,
    Kindergarten,
    PickupChanged,
    SwapChanged,
    SwapEndsSoon,
)
from kezek.contracts.law import Reason
from kezek.contracts.queue import RoundGaveNone
from kezek.contracts.referrals import CandidateEvent
from kezek.contracts.vocabulary import Channel
from kezek.notifications.adapters import erasing, store
from kezek.notifications.adapters.notices import insert_notice, keep_application, take_back_unread
from kezek.notifications.adapters.sending import add_to_queue
from kezek.notifications.domain.notice import OF_A_SWAP, OF_A_TURN, Notice
from kezek.notifications.domain.texts import Letter, Values, letter, sms_text
from kezek.notifications.usecases.escort_notices import notice_of_escorts, notice_of_month, notice_of_pickup
from kezek.notifications.usecases.notices import (
    changed_contacts,
    notice_of,
    notice_of_application,
    notice_of_queued,
    notice_of_round,
    overtaken_by,
)
from kezek.notifications.usecases.said import Said
from kezek.notifications.usecases.swap_notices import notices_of_swap
from kezek.notifications.usecases.wait_for_morning import withdraw
from kezek.platform.clock import Clock
from kezek.platform.db import Tx, is_newer
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import Job, NotReadyError, add_job, drop_jobs, wake_jobs

JOB = "tell_family"
_NOTICE = TypeAdapter(Notice)


class TellFamily:
    """Writes the messages of a notice; one whose card or kindergarten has not come yet waits as a job.

    Nobody is told of what happened longer ago than `told_within`.
    """

    def __init__(self, clock: Clock, public_url: str, told_within: timedelta) -> None:
        self._clock = clock
        self._public_url = public_url
        self._told_within = told_within

    async def follow(self, tx: Tx, event: CandidateEvent, version: int, at: datetime) -> None:
        """Tell of a candidate's step now, or have a job do so when what that needs has come."""
        if not await is_newer(tx, "candidate", event.key(), version):
            return
        await self._take_back(tx, event)
        notice = notice_of(event, version, at)
        if notice is not None:
            await keep_application(tx, event.application_id, event.applicant_id, event.queue.district)
        await self._tell(tx, notice)

    async def follow_application(self, tx: Tx, event: ApplicationEvent, version: int, at: datetime) -> None:
        """Tell of what happens before the queue and of a claim; each step is told, for none overtakes another."""
        if await is_newer(tx, "application", event.key(), version):
            await keep_application(tx, event.application_id, event.applicant_id, event.district)
            await self._take_back(tx, event)
            await self._tell(tx, notice_of_application(event, version, at))

    async def follow_queued(self, tx: Tx, event: ApplicationQueued, version: int, at: datetime) -> None:
        """Tell that a child is queued after all."""
        if await is_newer(tx, "application", event.key(), version):
            await keep_application(tx, event.application_id, event.applicant_id, event.queue.district)
            await self._tell(tx, notice_of_queued(event, version, at))

    async def follow_swap(self, tx: Tx, event: SwapChanged, version: int, at: datetime) -> None:
        """Tell both families of a step of their swap; what of it waits for the morning is out of date by it."""
        if not await is_newer(tx, "swap", event.key(), version):
            return
        for notice in notices_of_swap(event, version, at):
            await withdraw(tx, notice.application_id, OF_A_SWAP)
            await self._tell(tx, notice)

    async def remind_of_swap(self, tx: Tx, event: SwapEndsSoon, version: int, at: datetime) -> None:
        """Remind both families of the end of their swap's term; what they are told of its steps stays to be told."""
        if await is_newer(tx, "swap-reminder", event.key(), version):
            for notice in notices_of_swap(event, version, at):
                await self._tell(tx, notice)

    async def follow_escorts(self, tx: Tx, event: EscortsChanged, version: int, at: datetime) -> None:
        """Tell the parent that a child's escorts have changed; each change is told."""
        await self._tell(tx, notice_of_escorts(event, version, at))

    async def follow_pickup(self, tx: Tx, event: PickupChanged, at: datetime) -> None:
        """Tell the parent that a pick-up code was given or used."""
        await self._tell(tx, notice_of_pickup(event, at))

    async def follow_month(self, tx: Tx, event: ChildMonthClosed | ChildMonthReopened, at: datetime) -> None:
        """Ask the parent to approve the child's closed month, or tell that there is nothing to approve."""
        await self._tell(tx, notice_of_month(event, at))

    async def follow_round(self, tx: Tx, event: RoundGaveNone, at: datetime) -> None:
        """Tell that a round gave no place."""
        await self._tell(tx, notice_of_round(event, at))

    async def _take_back(self, tx: Tx, event: CandidateEvent | ApplicationEvent) -> None:
        """What is out of date by this; of a child that has died nothing new awaits its family (domain §3)."""
        await withdraw(tx, event.application_id, overtaken_by(event))
        if event.reason is Reason.CHILD_NOT_ALIVE:
            await take_back_unread(tx, event.application_id)

    async def _tell(self, tx: Tx, notice: Notice | None) -> None:
        if notice is None or not self._is_news(notice.occurred_at):
            return
        missing = await self._write(tx, notice)
        if missing is not None:
            payload = _NOTICE.dump_python(notice, mode="json")
            await add_job(tx, JOB, f"{notice.application_id}:{notice.about}", payload, waits_for=missing)

    async def keep_card(self, tx: Tx, card: ApplicationCard, version: int, at: datetime) -> None:
        """Keep the newest card, and tell the contacts that the application has no more."""
        former = await store.find_former(tx, card)
        if not await store.keep_card(tx, card, version):
            return
        await wake_jobs(tx, card_of(card.application_id))
        if former is not None and self._is_news(at):
            await self._add(tx, Said(changed_contacts(card, version, at), former.number, self._public_url), former)

    async def work(self, tx: Tx, job: Job) -> None:
        """The job's part.

        Raises:
            NotReadyError: while something is still missing.
        """
        missing = await self._write(tx, _NOTICE.validate_python(job.payload, strict=False))
        if missing is not None:
            raise NotReadyError(missing)

    def _is_news(self, at: datetime) -> bool:
        return self._clock.now() - at <= self._told_within

    async def _write(self, tx: Tx, notice: Notice) -> str | None:
        contacts = await store.find_contacts(tx, notice.application_id, notice.applicant_id)
        if contacts is None:
            erased = await is_erased(tx, ApplicationCard, str(notice.application_id))
            return None if erased else card_of(notice.application_id)
        name = None
        if notice.kindergarten_id is not None:
            name = await store.find_kindergarten_name(tx, notice.kindergarten_id)
            if name is None:
                return kindergarten_of(notice.kindergarten_id)
        await self._add(tx, Said(notice, contacts.number, self._public_url, name), contacts)
        return None

    async def _add(self, tx: Tx, said: Said, contacts: store.Contacts) -> None:
        now = self._clock.now()
        await insert_notice(tx, said.in_the_cabinet(now))
        for message in _messages(said.notice, contacts, said.values_in(contacts.language), now):
            if await store.insert_message(tx, message):
                await add_to_queue(tx, message.id)


async def keep_kindergarten(tx: Tx, event: Kindergarten, version: int) -> None:
    """Keep a kindergarten's newest name; what waited for it goes on."""
    if await store.keep_kindergarten(tx, event, version):
        await wake_jobs(tx, kindergarten_of(event.kindergarten_id))


async def forget_card(tx: Tx, application_id: UUID) -> None:
    """Forget an application's contacts, what was told of it, and what waited to be told."""
    await erasing.forget_card(tx, application_id)
    await drop_jobs(tx, card_of(application_id))


def card_of(application_id: UUID) -> str:
    """What jobs that need this card wait for."""
    return f"card:{application_id}"


def kindergarten_of(kindergarten_id: UUID) -> str:
    """What jobs that need this kindergarten wait for."""
    return f"kindergarten:{kindergarten_id}"


def _messages(notice: Notice, contacts: store.Contacts, values: Values, now: datetime) -> list[store.NewMessage]:
    sms = Letter("", sms_text(notice.kind, contacts.language, values))
    mail = letter(notice.kind, contacts.language, values)
    reached = None if notice.kind in OF_A_TURN else 1
    return [
        *(_message(notice, contacts, Channel.SMS, phone, sms, now) for phone in contacts.phones[:reached]),
        *(_message(notice, contacts, Channel.EMAIL, email, mail, now) for email in contacts.emails[:reached]),
    ]


def _message(
    notice: Notice, contacts: store.Contacts, channel: Channel, recipient: str, said: Letter, now: datetime
) -> store.NewMessage:
    common: dict[str, Any] = {
        "application_id": notice.application_id,
        "applicant_id": notice.applicant_id,
        "about": notice.about,
        "kind": notice.kind.value,
        "occurred_at": notice.occurred_at,
    }
    return store.NewMessage(
        id=new_id(),
        channel=channel.value,
        language=contacts.language,
        recipient=recipient,
        subject=said.subject,
        text=said.text,
        created_at=now,
        **common,
    )
