"""What documents learns from others: referrals, cards, kindergartens, which files are kept."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import FILE_EVENTS, FileKept
from kezek.contracts.kindergartens import AttendanceSheet, Kindergarten
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    Arrived,
    CandidateEvent,
    Closed,
    ContractSigned,
    Deactivated,
    DeadlineMoved,
    Departed,
    PapersReturned,
    PapersSubmitted,
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
from kezek.documents.usecases.keep_card import forget_card, keep_card
from kezek.documents.usecases.keep_ending import keep_ending
from kezek.documents.usecases.keep_file import keep_file
from kezek.documents.usecases.keep_referral import keep_kindergarten, keep_referral
from kezek.documents.usecases.keep_sheet import forget_sheet, keep_sheet
from kezek.documents.usecases.keep_signature import forget_signature, keep_signature
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.policies import keep_policies
from kezek.platform.messaging.records import Received

consumers = Consumers("documents")
keep_policies(consumers)


async def on_candidate(tx: Tx, event: CandidateEvent, received: Received) -> None:
    """Each of these carries the whole state, the referral's among it."""
    await keep_referral(tx, event, received.version)


for _kind in (
    ReferralIssued,
    DeadlineMoved,
    ReferralCancelled,
    Arrived,
    PapersSubmitted,
    PapersReturned,
    ReferralExtended,
    ReferralRefused,
    RefusalOverruled,
    ReferralAccepted,
    ReferralExpired,
    ReferralVoided,
    StopListed,
    Deactivated,
    Returned,
    Closed,
):
    consumers.on(_kind)(on_candidate)


async def on_ending(tx: Tx, event: RefusalUpheld | Departed, received: Received) -> None:
    """Keep the state, and have the paper of its end made."""
    await keep_referral(tx, event, received.version)
    await keep_ending(tx, event, received.occurred_at)


consumers.on(RefusalUpheld)(on_ending)
consumers.on(Departed)(on_ending)


consumers.ignore(TermEndsSoon, AgesOutSoon, AgeingMoved, because="the family is told ahead: no referral changes")
consumers.ignore(TurnStarted, TurnEnded, TurnExchanged, because="a turn has no paper: a referral has")


@consumers.on_erased(ApplicationCard)
async def on_card_erased(tx: Tx, key: str) -> None:
    """Forget whom papers were about."""
    await forget_card(tx, key)


@consumers.on(ApplicationCard)
async def on_application_card(tx: Tx, event: ApplicationCard, received: Received) -> None:
    """Keep the newest card."""
    await keep_card(tx, event, received.version)


@consumers.on(Kindergarten)
async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
    """Keep a kindergarten's newest state."""
    await keep_kindergarten(tx, event, received.version)


@consumers.on(AttendanceSheet)
async def on_attendance_sheet(tx: Tx, event: AttendanceSheet, received: Received) -> None:
    """Have the paper of a closed month made; that of a reopened one counts no more."""
    await keep_sheet(tx, event, received.version)


@consumers.on_erased(AttendanceSheet)
async def on_sheet_erased(tx: Tx, key: str) -> None:
    """Forget the month, and its paper."""
    await forget_sheet(tx, key)


@consumers.on(ContractSigned)
async def on_contract_signed(tx: Tx, event: ContractSigned, received: Received) -> None:
    """Keep who signed a contract."""
    await keep_signature(tx, event, received.version)


@consumers.on_erased(ContractSigned)
async def on_signature_erased(tx: Tx, key: str) -> None:
    """Forget who signed."""
    await forget_signature(tx, key)


async def on_file_kept(tx: Tx, event: FileKept, received: Received) -> None:
    """Know which files are kept: those are not swept."""
    await keep_file(tx, event, received.version)


for _kept in FILE_EVENTS.values():
    consumers.on(_kept)(on_file_kept)
