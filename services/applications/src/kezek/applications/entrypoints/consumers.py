"""What the journal hears of an application from others."""

from uuid import UUID

from kezek.applications.adapters import journal, store
from kezek.applications.adapters.benefits import keep_benefits
from kezek.applications.usecases.follow_sorting import follow_sorting
from kezek.applications.usecases.move_terms import on_calendar
from kezek.applications.usecases.record_history import (
    CODES,
    record_candidate,
    record_document,
    record_message,
    record_moved,
    record_placed,
    record_round,
    record_wishes,
)
from kezek.applications.usecases.record_roster import record_escorts, record_regrouped, record_swap, record_swapped
from kezek.applications.usecases.refresh_district import begin_refresh
from kezek.contracts.auth import Account
from kezek.contracts.documents import DocumentMade
from kezek.contracts.kindergartens import (
    ChildDeparted,
    ChildMonthClosed,
    ChildMonthReopened,
    ChildRegrouped,
    ChildSwapped,
    District,
    EscortsChanged,
    Kindergarten,
    PickupChanged,
    SwapChanged,
    SwapEndsSoon,
)
from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.queue import BenefitsPublished, Moved, Placed, RefreshAsked, RoundGaveNone, WishesOrdered
from kezek.contracts.referrals import CandidateEvent
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.policies import keep_policies
from kezek.platform.messaging.records import Received

consumers = Consumers("applications")
keep_policies(consumers, on_calendar, with_benefits=True)


@consumers.on(BenefitsPublished)
async def on_benefits_published(tx: Tx, event: BenefitsPublished, _: Received) -> None:
    await keep_benefits(tx, event)


@consumers.on(District)
async def on_district(tx: Tx, event: District, received: Received) -> None:
    await store.keep_district(tx, event, received.version)


@consumers.on(Account)
async def on_account(tx: Tx, event: Account, received: Received) -> None:
    await store.keep_account(tx, event, received.version)


@consumers.on_erased(Account)
async def on_account_erased(tx: Tx, key: str) -> None:
    await store.forget_account(tx, UUID(key))


@consumers.on(Kindergarten)
async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
    await journal.keep_kindergarten(tx, event, received.version)


@consumers.on(Placed)
async def on_placed(tx: Tx, event: Placed, received: Received) -> None:
    await record_placed(tx, event, received.occurred_at)


@consumers.on(RefreshAsked)
async def on_refresh_asked(tx: Tx, event: RefreshAsked, _: Received) -> None:
    await begin_refresh(tx, event)


@consumers.on(Moved)
async def on_moved(tx: Tx, event: Moved, received: Received) -> None:
    await record_moved(tx, event, received.occurred_at)
    await follow_sorting(tx, event, received.occurred_at)


@consumers.on(WishesOrdered)
async def on_wishes_ordered(tx: Tx, event: WishesOrdered, received: Received) -> None:
    await record_wishes(tx, event, received.occurred_at)


@consumers.on(RoundGaveNone)
async def on_round_gave_none(tx: Tx, event: RoundGaveNone, received: Received) -> None:
    await record_round(tx, event, received.occurred_at)


async def on_candidate(tx: Tx, event: CandidateEvent, received: Received) -> None:
    await record_candidate(tx, event, received.version, received.occurred_at)


for step in CODES:
    consumers.on(step)(on_candidate)


@consumers.on(ChildRegrouped)
async def on_child_regrouped(tx: Tx, event: ChildRegrouped, received: Received) -> None:
    await record_regrouped(tx, event, received.version, received.occurred_at)


@consumers.on(ChildSwapped)
async def on_child_swapped(tx: Tx, event: ChildSwapped, received: Received) -> None:
    await record_swapped(tx, event, received.version, received.occurred_at)


@consumers.on(EscortsChanged)
async def on_escorts_changed(tx: Tx, event: EscortsChanged, received: Received) -> None:
    await record_escorts(tx, event, received.version, received.occurred_at)


consumers.ignore(PickupChanged, because="who fetches a child on one day is no step of its application")
consumers.ignore(
    ChildMonthClosed,
    ChildMonthReopened,
    because="that a month of an enrolled child is over is no step of its application",
)


@consumers.on(SwapChanged)
async def on_swap_changed(tx: Tx, event: SwapChanged, received: Received) -> None:
    await record_swap(tx, event, received.version, received.occurred_at)


consumers.ignore(SwapEndsSoon, because="the families are told ahead: no swap changes")
consumers.ignore(ChildDeparted, because="referrals ends the application, and tells of it")


@consumers.on(DocumentMade)
async def on_document_made(tx: Tx, event: DocumentMade, _: Received) -> None:
    await record_document(tx, event)


@consumers.on(MessageSent)
async def on_message_sent(tx: Tx, event: MessageSent, _: Received) -> None:
    await record_message(tx, event)


@consumers.on(MessageFailed)
async def on_message_failed(tx: Tx, event: MessageFailed, _: Received) -> None:
    await record_message(tx, event)
