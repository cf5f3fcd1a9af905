"""A notice becomes one message per channel, a turn one per contact, in the family's language."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Channel, Language
from kezek.notifications.adapters import store
from kezek.notifications.adapters.sending import add_to_queue
from kezek.notifications.domain.notice import Notice, NoticeKind
from kezek.notifications.domain.texts import Letter, Values, letter, sms_text
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import Job, NotReadyError, add_job

JOB = "tell_family"
_NOTICE = TypeAdapter(Notice)


class TellFamily:
    """Writes the messages of a notice; one whose card or kindergarten has not come yet waits as a job."""

    def __init__(self, clock: Clock, public_url: str) -> None:
        self._clock = clock
        self._public_url = public_url

    async def tell(self, tx: Tx, notice: Notice) -> None:
        """Write the messages now, or have a job do so when what they need has come."""
        missing = await self._write(tx, notice)
        if missing is not None:
            payload = _NOTICE.dump_python(notice, mode="json")
            await add_job(tx, JOB, f"{notice.application_id}:{notice.about}", payload, waits_for=missing)

    async def warn(self, tx: Tx, notice: Notice, former: store.Contacts) -> None:
        """Write to contacts that the application has no more."""
        await self._add(tx, notice, former, Values(number=former.number, url=self._public_url))

    async def work(self, tx: Tx, job: Job) -> None:
        """The job's part.

        Raises:
            NotReadyError: while something is still missing.
        """
        missing = await self._write(tx, _NOTICE.validate_python(job.payload, strict=False))
        if missing is not None:
            raise NotReadyError(missing)

    async def _write(self, tx: Tx, notice: Notice) -> str | None:
        contacts = await store.find_contacts(tx, notice.application_id, notice.applicant_id)
        if contacts is None:
            erased = await is_erased(tx, ApplicationCard, str(notice.application_id))
            return None if erased else card_of(notice.application_id)
        kindergarten = ""
        if notice.kindergarten_id is not None:
            name = await store.find_kindergarten_name(tx, notice.kindergarten_id)
            if name is None:
                return kindergarten_of(notice.kindergarten_id)
            kindergarten = name.in_(Language(contacts.language))
        values = Values(
            number=contacts.number,
            url=self._public_url,
            kindergarten=kindergarten,
            last_day=_day(notice.last_day),
            referral=notice.referral_number,
        )
        await self._add(tx, notice, contacts, values)
        return None

    async def _add(self, tx: Tx, notice: Notice, contacts: store.Contacts, values: Values) -> None:
        for message in _messages(notice, contacts, values, self._clock.now()):
            if await store.insert_message(tx, message):
                await add_to_queue(tx, message.id)


def card_of(application_id: UUID) -> str:
    """What jobs that need this card wait for."""
    return f"card:{application_id}"


def kindergarten_of(kindergarten_id: UUID) -> str:
    """What jobs that need this kindergarten wait for."""
    return f"kindergarten:{kindergarten_id}"


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d.%m.%Y}"


def _messages(notice: Notice, contacts: store.Contacts, values: Values, now: datetime) -> list[store.NewMessage]:
    sms = Letter("", sms_text(notice.kind, contacts.language, values))
    mail = letter(notice.kind, contacts.language, values)
    # a turn has a short term: it is told to every contact known (domain §6.2)
    reached = None if notice.kind is NoticeKind.TURN_STARTED else 1
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
