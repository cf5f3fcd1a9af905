"""What kindergartens learns from others: states of places, accepted children, cards."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.auth import EscortSignedIn
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    Arrived,
    Closed,
    Deactivated,
    DeadlineMoved,
    Departed,
    PapersReturned,
    PapersSubmitted,
    PlaceChanged,
    ReferralAccepted,
    ReferralCancelled,
    ReferralExpired,
    ReferralExtended,
    ReferralIssued,
    ReferralRefused,
    ReferralVoided,
    RefusalOverruled,
    RefusalUpheld,
    Returned,
    StopListed,
    TermEndsSoon,
    TurnEnded,
    TurnExchanged,
    TurnStarted,
)
from kezek.kindergartens.adapters import vacancies
from kezek.kindergartens.usecases.enrol_child import expect_child, forget_card, keep_card
from kezek.kindergartens.usecases.entrusting import note_signed_in
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.policies import keep_policies
from kezek.platform.messaging.records import Received

consumers = Consumers("kindergartens")
keep_policies(consumers)


@consumers.on(PlaceChanged)
async def on_place_changed(tx: Tx, event: PlaceChanged, received: Received) -> None:
    """Keep a place's newest state."""
    await vacancies.upsert_place(tx, event, received.version)


@consumers.on(ReferralAccepted)
async def on_referral_accepted(tx: Tx, event: ReferralAccepted, received: Received) -> None:
    """Put the child on the roster once its card is there."""
    await expect_child(tx, event, received.occurred_at)


consumers.ignore(
    TurnStarted,
    TurnEnded,
    TurnExchanged,
    DeadlineMoved,
    ReferralIssued,
    because="only an accepted child comes on the roster",
)
consumers.ignore(
    Arrived,
    PapersSubmitted,
    PapersReturned,
    ReferralExtended,
    ReferralRefused,
    RefusalUpheld,
    RefusalOverruled,
    because="only what is accepted in the end comes on the roster",
)
consumers.ignore(
    ReferralCancelled,
    ReferralExpired,
    ReferralVoided,
    StopListed,
    Deactivated,
    Returned,
    TermEndsSoon,
    AgeingMoved,
    AgesOutSoon,
    Closed,
    because="it follows what was not accepted",
)
consumers.ignore(Departed, because="that the child has left was signed here")


@consumers.on(EscortSignedIn)
async def on_escort_signed_in(tx: Tx, event: EscortSignedIn, _: Received) -> None:
    """Let the parent see it."""
    await note_signed_in(tx, event.entrustment_id, event.signed_in_at)


@consumers.on_erased(ApplicationCard)
async def on_card_erased(tx: Tx, key: str) -> None:
    """Forget the child on the roster."""
    await forget_card(tx, key)


@consumers.on(ApplicationCard)
async def on_application_card(tx: Tx, event: ApplicationCard, received: Received) -> None:
    """Keep the newest card."""
    await keep_card(tx, event, received.version)
