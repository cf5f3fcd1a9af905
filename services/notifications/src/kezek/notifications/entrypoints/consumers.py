"""What a family is told of, and what is needed to tell it."""

from datetime import date, timedelta
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.auth import Account
from kezek.contracts.kindergartens import AccountRequestDecided, Kindergarten
from kezek.contracts.referrals import (
    CandidateEvent,
    Closed,
    ReferralAccepted,
    ReferralExpired,
    ReferralIssued,
    Returned,
    StopListed,
    TurnEnded,
    TurnStarted,
)
from kezek.notifications.adapters import erasing, store
from kezek.notifications.domain.notice import Notice, NoticeKind
from kezek.notifications.usecases.tell_family import TellFamily, card_of, kindergarten_of
from kezek.notifications.usecases.tell_owner import TellOwner
from kezek.notifications.usecases.wait_for_morning import withdraw
from kezek.platform.clock import Clock
from kezek.platform.db import Tx, is_newer
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.jobs import drop_jobs, wake_jobs
from kezek.platform.messaging.records import Received
from kezek.platform.workdays import last_day_of

# an expired referral is told with what follows from it, the stop list or the removal: one message, not two
TOLD: dict[type[CandidateEvent], NoticeKind] = {
    TurnStarted: NoticeKind.TURN_STARTED,
    ReferralIssued: NoticeKind.REFERRAL_ISSUED,
    ReferralAccepted: NoticeKind.REFERRAL_ACCEPTED,
    StopListed: NoticeKind.STOP_LISTED,
    Returned: NoticeKind.RETURNED,
    Closed: NoticeKind.CLOSED,
}


def build_consumers(tell_family: TellFamily, tell_owner: TellOwner, clock: Clock, told_within: timedelta) -> Consumers:
    """The handlers of this service."""
    consumers = Consumers("notifications")

    @consumers.on(Account)
    async def on_account(tx: Tx, event: Account, received: Received) -> None:
        await store.keep_account(tx, event, received.version)

    @consumers.on(Kindergarten)
    async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
        if await store.keep_kindergarten(tx, event, received.version):
            await wake_jobs(tx, kindergarten_of(event.kindergarten_id))

    async def on_candidate(tx: Tx, event: CandidateEvent, received: Received) -> None:
        if not await is_newer(tx, "candidate", event.key(), received.version):
            return
        await withdraw(tx, event.application_id)
        kind = TOLD.get(type(event))
        if kind is not None and clock.now() - received.occurred_at <= told_within:
            await tell_family.tell(tx, notice_of(event, kind, received))

    steps: list[type[CandidateEvent]] = [*TOLD, TurnEnded, ReferralExpired]
    for step in steps:
        consumers.on(step)(on_candidate)
    _hear_cards(consumers, tell_family, clock, told_within)
    _tell_owners(consumers, tell_owner, clock, told_within)
    _forget(consumers)
    return consumers


def _forget(consumers: Consumers) -> None:
    @consumers.on_erased(ApplicationCard)
    async def on_card_erased(tx: Tx, key: str) -> None:
        await erasing.forget_card(tx, UUID(key))
        await drop_jobs(tx, card_of(UUID(key)))

    @consumers.on_erased(Account)
    async def on_account_erased(tx: Tx, key: str) -> None:
        await erasing.forget_account(tx, UUID(key))

    @consumers.on_erased(AccountRequestDecided)
    async def on_account_request_erased(tx: Tx, key: str) -> None:
        await erasing.forget_request(tx, UUID(key))


def _hear_cards(consumers: Consumers, tell_family: TellFamily, clock: Clock, told_within: timedelta) -> None:
    @consumers.on(ApplicationCard)
    async def on_application_card(tx: Tx, event: ApplicationCard, received: Received) -> None:
        former = await store.find_former(tx, event)
        if not await store.keep_card(tx, event, received.version):
            return
        await wake_jobs(tx, card_of(event.application_id))
        if former is not None and clock.now() - received.occurred_at <= told_within:
            await tell_family.warn(tx, changed_contacts(event, received), former)


def _tell_owners(consumers: Consumers, tell_owner: TellOwner, clock: Clock, told_within: timedelta) -> None:
    @consumers.on(AccountRequestDecided)
    async def on_account_request_decided(tx: Tx, event: AccountRequestDecided, received: Received) -> None:
        newer = await is_newer(tx, "account request", event.key(), received.version)
        if newer and clock.now() - received.occurred_at <= told_within:
            await tell_owner.tell(tx, event, received.occurred_at)


def changed_contacts(event: ApplicationCard, received: Received) -> Notice:
    """What a new card means for the contacts that were on the one before; it does not say whose account it is."""
    return Notice(
        kind=NoticeKind.CONTACTS_CHANGED,
        application_id=event.application_id,
        applicant_id=None,
        about=f"{NoticeKind.CONTACTS_CHANGED.value}:{received.version}",
        occurred_at=received.occurred_at,
    )


def notice_of(event: CandidateEvent, kind: NoticeKind, received: Received) -> Notice:
    """What a step of the candidate means for the family."""
    kindergarten_id, last_day, about = _details(event, kind)
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=about or f"{kind.value}:{received.version}",
        occurred_at=received.occurred_at,
        kindergarten_id=kindergarten_id,
        last_day=last_day,
        referral_number=event.referral.number if event.referral else "",
    )


def _details(event: CandidateEvent, kind: NoticeKind) -> tuple[UUID | None, date | None, str | None]:
    """The kindergarten, the last day of the term, and the turn if it is one."""
    if kind is NoticeKind.TURN_STARTED and event.turn is not None:
        return event.turn.kindergarten_id, event.turn.last_day, f"turn:{event.turn.turn_id}"
    if kind in {NoticeKind.REFERRAL_ISSUED, NoticeKind.REFERRAL_ACCEPTED} and event.referral is not None:
        return event.referral.kindergarten_id, event.referral.last_day, None
    if kind is NoticeKind.STOP_LISTED and event.stop_listed_until is not None:
        return None, last_day_of(event.stop_listed_until), None
    return None, None, None
