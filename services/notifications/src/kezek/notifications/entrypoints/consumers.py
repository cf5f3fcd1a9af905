"""What a family is told of, and what is needed to tell it."""

from uuid import UUID

from kezek.contracts.applications import (
    ApplicationCard,
    ApplicationChanged,
    ApplicationEvent,
    ApplicationQueued,
    ChildDied,
    ClaimChanged,
)
from kezek.contracts.auth import Account
from kezek.contracts.kindergartens import (
    AccountRequestDecided,
    ChildDeparted,
    ChildMonthClosed,
    ChildMonthReopened,
    ChildRegrouped,
    ChildSwapped,
    Escort,
    EscortsChanged,
    Kindergarten,
    PickupChanged,
    SwapChanged,
    SwapEndsSoon,
)
from kezek.contracts.queue import Moved, Placed, RoundGaveNone, WishesOrdered
from kezek.contracts.referrals import CandidateEvent
from kezek.contracts.topics import BY_NAME
from kezek.notifications.adapters import erasing, store
from kezek.notifications.usecases.notices import OF_APPLICATIONS
from kezek.notifications.usecases.tell_escort import TellEscort
from kezek.notifications.usecases.tell_family import TellFamily, forget_card, keep_kindergarten
from kezek.notifications.usecases.tell_owner import TellOwner
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.policies import keep_policies
from kezek.platform.messaging.records import Received


def build_consumers(tell_family: TellFamily, tell_owner: TellOwner, tell_escort: TellEscort) -> Consumers:
    """The handlers of this service."""
    consumers = Consumers("notifications")
    keep_policies(consumers)

    @consumers.on(Account)
    async def on_account(tx: Tx, event: Account, received: Received) -> None:
        await store.keep_account(tx, event, received.version)

    @consumers.on_erased(Account)
    async def on_account_erased(tx: Tx, key: str) -> None:
        await erasing.forget_account(tx, UUID(key))

    @consumers.on(Kindergarten)
    async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
        await keep_kindergarten(tx, event, received.version)

    @consumers.on(ApplicationCard)
    async def on_application_card(tx: Tx, event: ApplicationCard, received: Received) -> None:
        await tell_family.keep_card(tx, event, received.version, received.occurred_at)

    @consumers.on_erased(ApplicationCard)
    async def on_card_erased(tx: Tx, key: str) -> None:
        await forget_card(tx, UUID(key))

    _hear_of_applications(consumers, tell_family)
    _hear_of_rounds(consumers, tell_family)
    _hear_of_candidates(consumers, tell_family)

    @consumers.on(SwapChanged)
    async def on_swap_changed(tx: Tx, event: SwapChanged, received: Received) -> None:
        await tell_family.follow_swap(tx, event, received.version, received.occurred_at)

    @consumers.on(SwapEndsSoon)
    async def on_swap_ends_soon(tx: Tx, event: SwapEndsSoon, received: Received) -> None:
        await tell_family.remind_of_swap(tx, event, received.version, received.occurred_at)

    @consumers.on(AccountRequestDecided)
    async def on_account_request_decided(tx: Tx, event: AccountRequestDecided, received: Received) -> None:
        await tell_owner.tell(tx, event, received.version, received.occurred_at)

    @consumers.on_erased(AccountRequestDecided)
    async def on_account_request_erased(tx: Tx, key: str) -> None:
        await erasing.forget_request(tx, UUID(key))

    _hear_of_escorts(consumers, tell_family, tell_escort)
    return consumers


def _hear_of_candidates(consumers: Consumers, tell_family: TellFamily) -> None:
    """All steps of candidates: what is not told may have overtaken what waits for the morning."""

    async def on_candidate(tx: Tx, event: CandidateEvent, received: Received) -> None:
        await tell_family.follow(tx, event, received.version, received.occurred_at)

    for step in BY_NAME[CandidateEvent.TOPIC].events:
        if issubclass(step, CandidateEvent):
            consumers.on(step)(on_candidate)


def _hear_of_rounds(consumers: Consumers, tell_family: TellFamily) -> None:
    """Who gets nothing by a round; who does is told of the turn."""

    @consumers.on(RoundGaveNone)
    async def on_round_gave_none(tx: Tx, event: RoundGaveNone, received: Received) -> None:
        await tell_family.follow_round(tx, event, received.occurred_at)

    for step in (Placed, Moved):
        consumers.ignore(step, because="where a child stands is looked up, not written of")
    consumers.ignore(WishesOrdered, because="the family has just done it")


def _hear_of_applications(consumers: Consumers, tell_family: TellFamily) -> None:
    """What happens to an application before the queue, and to its claims."""

    async def on_application(tx: Tx, event: ApplicationEvent, received: Received) -> None:
        await tell_family.follow_application(tx, event, received.version, received.occurred_at)

    steps: list[type[ApplicationEvent]] = [*OF_APPLICATIONS, ClaimChanged]
    for step in steps:
        consumers.on(step)(on_application)

    @consumers.on(ApplicationQueued)
    async def on_application_queued(tx: Tx, event: ApplicationQueued, received: Received) -> None:
        await tell_family.follow_queued(tx, event, received.version, received.occurred_at)

    consumers.ignore(ChildDied, because="a family that has lost its child is not written to")
    consumers.ignore(ApplicationChanged, because="what caused it is told by the claim")


def _hear_of_escorts(consumers: Consumers, tell_family: TellFamily, tell_escort: TellEscort) -> None:
    """Both sides hear of it: the escort at the phone that was given, and the parent."""

    @consumers.on(Escort)
    async def on_escort(tx: Tx, event: Escort, received: Received) -> None:
        await tell_escort.tell(tx, event, received.version, received.occurred_at)

    @consumers.on_erased(Escort)
    async def on_escort_erased(tx: Tx, key: str) -> None:
        await erasing.forget_entrustment(tx, UUID(key))

    @consumers.on(EscortsChanged)
    async def on_escorts_changed(tx: Tx, event: EscortsChanged, received: Received) -> None:
        await tell_family.follow_escorts(tx, event, received.version, received.occurred_at)

    @consumers.on(PickupChanged)
    async def on_pickup_changed(tx: Tx, event: PickupChanged, received: Received) -> None:
        await tell_family.follow_pickup(tx, event, received.occurred_at)

    @consumers.on(ChildMonthClosed)
    async def on_child_month_closed(tx: Tx, event: ChildMonthClosed, received: Received) -> None:
        await tell_family.follow_month(tx, event, received.occurred_at)

    @consumers.on(ChildMonthReopened)
    async def on_child_month_reopened(tx: Tx, event: ChildMonthReopened, received: Received) -> None:
        await tell_family.follow_month(tx, event, received.occurred_at)

    for step in (ChildDeparted, ChildRegrouped, ChildSwapped):
        consumers.ignore(step, because="referrals and the swap tell of it")
