"""What others did with an application becomes lines of history; its state is the candidate's (architecture §job)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kezek.applications.adapters.applications import lock_application
from kezek.applications.adapters.journal import insert_document, insert_history
from kezek.applications.domain.application import Heard, follow
from kezek.applications.domain.history import HistoryLine
from kezek.applications.usecases.check_register import look_at_called
from kezek.applications.usecases.claim_terms import await_proofs, set_claim_terms
from kezek.applications.usecases.queue_moved import queue_moved
from kezek.applications.usecases.saving import save
from kezek.contracts.documents import DocumentMade
from kezek.contracts.law import Reason
from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.queue import Moved, Placed, RoundGaveNone, WishesOrdered
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    Arrived,
    CandidateEvent,
    Closed,
    Deactivated,
    DeadlineMoved,
    Departed,
    PapersReturned,
    PapersSubmitted,
    ReferralAccepted,
    ReferralCancelled,
    ReferralExpired,
    ReferralExtended,
    ReferralFacts,
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
    TurnFacts,
    TurnStarted,
)
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.db import Tx
from kezek.platform.workdays import last_day_of

CODES: Mapping[type[CandidateEvent], str] = {
    TurnStarted: "turn_started",
    TurnEnded: "turn_ended",
    TurnExchanged: "turn_exchanged",
    DeadlineMoved: "deadline_moved",
    ReferralIssued: "referral_issued",
    ReferralExpired: "referral_expired",
    ReferralVoided: "referral_voided",
    ReferralCancelled: "referral_cancelled",
    Arrived: "arrived",
    PapersSubmitted: "papers_submitted",
    PapersReturned: "papers_returned",
    ReferralExtended: "referral_extended",
    ReferralRefused: "referral_refused",
    RefusalUpheld: "refusal_upheld",
    RefusalOverruled: "refusal_overruled",
    ReferralAccepted: "referral_accepted",
    Departed: "departed",
    StopListed: "stop_listed",
    Deactivated: "deactivated",
    Returned: "returned",
    TermEndsSoon: "term_ends_soon",
    AgesOutSoon: "ages_out_soon",
    AgeingMoved: "ageing_moved",
    Closed: "closed",
}


async def record_candidate(tx: Tx, event: CandidateEvent, version: int, at: datetime) -> None:
    """A step of the candidate: a line, and the state unless a newer one is known.

    Raises:
        ImpossibleTransitionError: when nothing of the kind may happen to this application.
        LookupError: when it is not known here, where it was made.
    """
    application = await lock_application(tx, event.application_id)
    if application is None:
        raise LookupError(event.application_id)
    heard = Heard(
        version=version,
        at=at,
        code=CODES[type(event)],
        reason=event.reason,
        rule=event.rule,
        actor=event.actor,
        over=event.over,
        state=event.model_dump(mode="json"),
        params=_params(event),
    )
    decision = follow(application, heard)
    await save(tx, application, decision)
    if isinstance(event, ReferralAccepted):
        await set_claim_terms(tx, decision.application)
    if isinstance(event, Closed) and event.moved is not None:
        await queue_moved(tx, application, event, event.moved, at)
    if isinstance(event, TurnStarted) and decision.application is not application and event.turn is not None:
        await set_claim_terms(tx, await await_proofs(tx, decision.application, at))
        await look_at_called(tx, event.application_id, event.turn.turn_id)


def _params(event: CandidateEvent) -> dict[str, Any]:
    params: dict[str, Any] = {"misses": event.misses, "number": "", "last_day": ""}
    if event.referral is not None:
        params |= {"number": event.referral.number, **_term(event.referral)}
    if event.turn is not None:
        params |= _term(event.turn)
    until = event.stop_listed_until or event.inactive_until
    if until is not None:
        params |= {"last_day": f"{last_day_of(until):%d.%m.%Y}"}
    if isinstance(event, Departed) and event.departure is not None:
        params |= {"departure": event.departure.value, "kept": event.old_time_kept}
    if isinstance(event, Departed) and event.kindergarten_id is not None:
        params |= {"kindergarten_id": str(event.kindergarten_id)}
    if isinstance(event, AgesOutSoon):
        params |= {"last_day": f"{event.ages_out_on:%d.%m.%Y}"}
    if isinstance(event, AgeingMoved):
        params |= {"last_day": f"{event.day:%d.%m.%Y}"}
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
            reason=Reason.QUEUED,
            rule=Reason.QUEUED.rule,
            actor=ActorKind.SYSTEM,
            params={"position": event.position, "queue_class": event.queue_class.value},
        ),
    )


async def record_moved(tx: Tx, event: Moved, at: datetime) -> None:
    """The queue has put the application into another order."""
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"moved:{event.queue}:{event.ledger_sequence}",
            at=at,
            version=event.ledger_sequence,
            code="moved_to_queue",
            reason=event.reason,
            rule=event.rule,
            actor=event.actor,
            params={"district": event.queue.district, "kind": event.queue.kind.value, "year": event.queue.group_year},
        ),
    )


async def record_wishes(tx: Tx, event: WishesOrdered, at: datetime) -> None:
    """The family has put its wished kindergartens in order."""
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"wishes:{at.isoformat()}",
            at=at,
            version=0,
            code="wishes_ordered",
            reason=Reason.WISHES_ORDERED,
            rule=Reason.WISHES_ORDERED.rule,
            actor=ActorKind.APPLICANT,
            params={"wishes": len(event.kindergartens)},
        ),
    )


async def record_round(tx: Tx, event: RoundGaveNone, at: datetime) -> None:
    """A round had no place in a wished kindergarten."""
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"round:{event.round_id}",
            at=at,
            version=0,
            code="round_gave_none",
            reason=Reason.ROUND_GAVE_NONE,
            rule=Reason.ROUND_GAVE_NONE.rule,
            actor=ActorKind.OFFICER,
            params={"round": event.number},
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
            reason=Reason.PAPER_MADE,
            rule=Reason.PAPER_MADE.rule,
            actor=ActorKind.SYSTEM,
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
            reason=Reason.FAMILY_TOLD,
            rule=Reason.FAMILY_TOLD.rule,
            actor=ActorKind.SYSTEM,
            params={"channel": event.channel.value, "about": event.about},
        ),
    )
