"""What others did with an application becomes lines of history; its state is the candidate's (architecture §job)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from kezek.applications.adapters import store
from kezek.applications.adapters.journal import HistoryLine, insert_document, insert_history
from kezek.contracts.documents import DocumentMade
from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.queue import Placed
from kezek.contracts.referrals import (
    CandidateEvent,
    CandidateStatus,
    Closed,
    ReferralAccepted,
    ReferralExpired,
    ReferralFacts,
    ReferralIssued,
    Returned,
    StopListed,
    TurnEnded,
    TurnFacts,
    TurnStarted,
)
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day

ENDS = frozenset({CandidateStatus.REMOVED})
CODES: Mapping[type[CandidateEvent], tuple[str, str]] = {
    TurnStarted: ("turn_started", "system"),
    TurnEnded: ("turn_ended", "system"),
    ReferralIssued: ("referral_issued", "applicant"),
    ReferralExpired: ("referral_expired", "system"),
    ReferralAccepted: ("referral_accepted", "kindergarten"),
    StopListed: ("stop_listed", "system"),
    Returned: ("returned", "system"),
    Closed: ("closed", "system"),
}
PLACE_CHOSEN = "place_chosen"
_JUST_BEFORE = timedelta(microseconds=1)


async def record_candidate(tx: Tx, event: CandidateEvent, version: int, at: datetime) -> None:
    """A step of the candidate: a line, and the state unless a newer one is known."""
    code, actor = CODES[type(event)]
    if event.reason == PLACE_CHOSEN:
        # the choice ends the turn and issues the referral: both are the applicant's doing
        actor = "applicant"
    await store.update_candidate(
        tx, event.application_id, version, event.model_dump(mode="json"), at, live=event.status not in ENDS
    )
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"candidate:{version}",
            at=at,
            version=version,
            code=code,
            reason=event.reason,
            rule=event.rule,
            actor=actor,
            params=_params(event),
        ),
    )


def _params(event: CandidateEvent) -> dict[str, Any]:
    params: dict[str, Any] = {"misses": event.misses, "number": "", "last_day": ""}
    if event.referral is not None:
        params |= {"number": event.referral.number, **_term(event.referral)}
    if event.turn is not None:
        params |= _term(event.turn)
    if event.stop_listed_until is not None:
        # the stop list ends at a midnight, exclusive: the day before it is its last
        params |= {"last_day": f"{local_day(event.stop_listed_until - _JUST_BEFORE):%d.%m.%Y}"}
    return params


def _term(facts: TurnFacts | ReferralFacts) -> dict[str, Any]:
    return {"kindergarten_id": str(facts.kindergarten_id), "last_day": f"{facts.last_day:%d.%m.%Y}"}


async def record_placed(tx: Tx, event: Placed, at: datetime) -> None:
    """The queue has put the application into its order."""
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"placed:{event.queue}:{event.ledger_sequence}",
            at=at,
            version=event.ledger_sequence,
            code="placed",
            reason=event.queue_class.value,
            rule="domain §5",
            actor="system",
            params={"position": event.position},
        ),
    )


async def record_document(tx: Tx, event: DocumentMade) -> None:
    """A paper is ready: a row of the tab Documents and a line."""
    await insert_document(tx, event)
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"document:{event.document_id}",
            at=event.made_at,
            version=0,
            code="document_made",
            reason=event.kind.value,
            rule="domain §7",
            actor="system",
            params={"document": event.kind.value},
        ),
    )


async def record_message(tx: Tx, event: MessageSent | MessageFailed) -> None:
    """The family was told, or could not be."""
    code = "message_sent" if isinstance(event, MessageSent) else "message_failed"
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"{code}:{event.message_id}",
            at=event.at,
            version=0,
            code=code,
            reason=event.about,
            rule="domain §6.2",
            actor="system",
            params={"channel": event.channel.value},
        ),
    )
