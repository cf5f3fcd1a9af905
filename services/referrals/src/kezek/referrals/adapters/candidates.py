"""Candidates with their open turn and last referral."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on, insert

from kezek.contracts.law import Reason
from kezek.contracts.values import QueuedChild, QueueRef, Transfer
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.tables import any_of
from kezek.platform.workdays import Term
from kezek.referrals.adapters import tables
from kezek.referrals.adapters.referrals import changing_of, referral_of
from kezek.referrals.domain.candidate import CalledWith, Candidate, Referral, Turn

_C, _T, _R = tables.candidate, tables.turn, tables.referral
_MINE = _C.c.application_id == sa.bindparam("id")
_INSERT = insert(_C).on_conflict_do_nothing()
_FIND = sa.select(_C).where(_MINE)
_LIST_OWN = (
    sa.select(_C)
    .where(_C.c.applicant_id == sa.bindparam("applicant"))
    .order_by(_C.c.application_id.desc())  # ids are ordered by time
    .limit(100)
)
_FIND_MANY = sa.select(_C).where(any_of(_C.c.application_id, "ids"))
_LOCK = sa.select(_C).where(any_of(_C.c.application_id, "ids")).order_by(_C.c.application_id).with_for_update()
_SHARE = sa.select(_C.c.application_id).where(_MINE).with_for_update(read=True)
_SHARE_MANY = (
    sa.select(_C.c.application_id)
    .where(any_of(_C.c.application_id, "ids"))
    .order_by(_C.c.application_id)
    .with_for_update(read=True)
)
_LIST_KNOWN = sa.select(_C.c.application_id).where(any_of(_C.c.application_id, "ids"))
_UPDATE = sa.update(_C).where(_C.c.application_id == sa.bindparam("of"), _C.c.version == sa.bindparam("before"))
_FACTS_VERSION = sa.select(_C.c.facts_version).where(_MINE)
_UPDATE_FACTS = sa.update(_C).where(_C.c.application_id == sa.bindparam("of"))

_INSERT_TURN = sa.insert(_T)
_OPEN_TURNS = sa.select(_T).where(any_of(_T.c.application_id, "ids"), _T.c.ended.is_(None))
_UPDATE_TURN = _END_TURN = sa.update(_T).where(_T.c.id == sa.bindparam("of"), _T.c.ended.is_(None))

_INSERT_REFERRAL = sa.insert(_R)
_LAST_REFERRALS = (
    sa.select(_R)
    .where(any_of(_R.c.application_id, "ids"))
    .ext(distinct_on(_R.c.application_id))
    .order_by(_R.c.application_id, _R.c.issued_at.desc())
)
_UPDATE_REFERRAL = sa.update(_R).where(_R.c.id == sa.bindparam("of"), _R.c.status == sa.bindparam("before"))
_ONE_EACH = ("uq_referral_open_child", "uq_referral_valid_child")
_OPEN_REFERRAL = _R.c.status.in_([ReferralStatus.VALID.value, ReferralStatus.ACCEPTED.value])

_OWNERS = sa.union_all(
    *(
        sa.select(key.label("id"), key.table.c.application_id).where(any_of(key, "ids"))
        for key in (_T.c.id, _R.c.id, _C.c.application_id)
    )
)
_HELD_ELSEWHERE = sa.select(_C.c.application_id).where(
    sa.or_(
        *(
            sa.exists().where(
                held.c.child_id == _C.c.child_id,
                held.c.application_id != _C.c.application_id,
                held.c.application_id.is_distinct_from(_C.c.transfer_of),
                holds,
            )
            for held, holds in ((_T, _T.c.ended.is_(None)), (_R, _OPEN_REFERRAL))
        )
    )
)
_THESE_HELD_ELSEWHERE = _HELD_ELSEWHERE.where(any_of(_C.c.application_id, "ids"))
_WAITING_HELD_ELSEWHERE = _HELD_ELSEWHERE.where(_C.c.queue == sa.bindparam("queue"), _C.c.status == Status.QUEUED.value)
_INSERT_HISTORY = sa.insert(tables.history)


async def insert_candidate(tx: Tx, candidate: Candidate, facts_version: int = 0) -> bool:
    """A new candidate, by which version of its application, if that has told of it.

    Returns:
        False when it is known already, and keeps its state.
    """
    values = {**_facts(candidate.child), "facts_version": facts_version, **_state(candidate)}
    return await tx.execute(_INSERT, values) == 1


async def load_facts_version(tx: ReadTx, application_id: UUID) -> int:
    """By which version of its application a candidate is known."""
    return int(await tx.value(_FACTS_VERSION, {"id": application_id}))


async def update_facts(tx: Tx, after: Candidate, facts_version: int) -> None:
    """Write what applications says of a candidate that is locked, by a newer version."""
    queues = {name: value for name, value in _state(after).items() if name in {"queue", "next_queue"}}
    facts = _facts(after.child)
    # where a child is that asks for another kindergarten, a swap may have changed since it asked (domain §7.swap)
    facts.pop("leaves")
    known = {**facts, **queues, "facts_version": facts_version}
    await tx.execute(_UPDATE_FACTS, {"of": after.application_id, **known})


async def find_candidate(tx: ReadTx, application_id: UUID) -> Candidate | None:
    """A candidate, not locked."""
    return (await _load(tx, _FIND, {"id": application_id})).get(application_id)


async def find_candidates(tx: ReadTx, application_ids: Iterable[UUID]) -> dict[UUID, Candidate]:
    """Candidates by application, not locked."""
    return await _load(tx, _FIND_MANY, {"ids": list(application_ids)})


async def list_own(tx: ReadTx, applicant_id: UUID) -> list[Candidate]:
    """The applications of an applicant, the newest hundred at most, not locked."""
    found = (await _load(tx, _LIST_OWN, {"applicant": applicant_id})).values()
    return sorted(found, key=lambda each: each.application_id)


async def lock_candidate(tx: Tx, application_id: UUID) -> Candidate:
    """A candidate under its lock.

    Raises:
        NotFound: `application_not_found`.
    """
    found = await lock_candidates(tx, [application_id])
    if application_id not in found:
        raise NotFound("application_not_found")
    return found[application_id]


async def list_unknown(tx: ReadTx, application_ids: Sequence[UUID]) -> set[UUID]:
    """The applications among these that are no candidates yet."""
    known = await tx.rows(_LIST_KNOWN, {"ids": list(application_ids)})
    return set(application_ids) - {row.application_id for row in known}


async def lock_candidates(tx: Tx, application_ids: Iterable[UUID]) -> dict[UUID, Candidate]:
    """Candidates by application, locked in the order of their ids."""
    return await _load(tx, _LOCK, {"ids": list(application_ids)})


async def share_candidate(tx: Tx, application_id: UUID) -> None:
    """A shared lock, held while an act's receipt reads the clock."""
    await tx.rows(_SHARE, {"id": application_id})


async def share_candidates(tx: Tx, application_ids: Iterable[UUID]) -> None:
    """The same for several, in the order of their ids."""
    await tx.rows(_SHARE_MANY, {"ids": list(application_ids)})


async def update_candidate(tx: Tx, before: Candidate, after: Candidate, reason: Reason) -> None:
    """Write what a decision changed: the candidate, the turn that ended or began, the referral.

    Raises:
        StaleStateError: when the stored state is not `before`, or the turn or the referral ended already.
        Conflict: `open_referral_exists`.
    """
    await _once(tx, _UPDATE, {"of": before.application_id, "before": before.version, **_state(after)})
    if after.turn != before.turn:
        await _save_turn(tx, before.turn, after, reason)
    if after.referral is not None and after.referral != before.referral:
        await _save_referral(tx, before.referral, after, after.referral)


async def _once(tx: Tx, statement: sa.Executable, values: dict[str, Any]) -> None:
    if await tx.execute(statement, values) != 1:
        raise StaleStateError


async def _save_turn(tx: Tx, before: Turn | None, after: Candidate, reason: Reason) -> None:
    """The turn that ended, that which began, or the same one with another end or place."""
    turn = after.turn
    if before is not None and turn is not None and before.id == turn.id:
        place = {"place_id": turn.place_id, "kindergarten_id": turn.kindergarten_id, "language": turn.language.value}
        term = {"last_day": turn.term.last_day, "ends_at": turn.term.ends_at}
        await _once(tx, _UPDATE_TURN, {"of": turn.id, **place, **term})
        return
    if before is not None:
        await _once(tx, _END_TURN, {"of": before.id, "ended": reason.value})
    if turn is not None:
        await _insert_turn(tx, after, turn)


async def _insert_turn(tx: Tx, candidate: Candidate, turn: Turn) -> None:
    """A turn that begins; the database allows one open turn per child."""
    values = {
        "id": turn.id,
        "call_id": turn.call_id,
        "application_id": candidate.application_id,
        "child_id": candidate.child.child_id,
        "place_id": turn.place_id,
        "kindergarten_id": turn.kindergarten_id,
        "language": turn.language.value,
        "queue_class": turn.called_with.queue_class.value,
        "birth_date": turn.called_with.birth_date,
        "languages": _values(turn.called_with.languages),
        "began_at": turn.began_at,
        "last_day": turn.term.last_day,
        "ends_at": turn.term.ends_at,
        "policy": turn.policy,
        "by_round": turn.by_round,
    }
    await tx.execute(_INSERT_TURN, values)


async def _save_referral(tx: Tx, before: Referral | None, candidate: Candidate, referral: Referral) -> None:
    """A referral that is issued, or what became of it; the database allows one open referral per child.

    Raises:
        Conflict: `open_referral_exists`.
    """
    if before is not None and before.id == referral.id:
        change = {"of": referral.id, "before": before.status.value, **changing_of(referral)}
        await _once(tx, _UPDATE_REFERRAL, change)
        return
    values = {
        "id": referral.id,
        "number": referral.number,
        "application_id": candidate.application_id,
        "child_id": candidate.child.child_id,
        "place_id": referral.place_id,
        "kindergarten_id": referral.kindergarten_id,
        "transfer": candidate.child.transfer is not None,
        "group_year": referral.group_year,
        "language": referral.language.value,
        "issued_at": referral.issued_at,
        "policy": referral.policy,
        **changing_of(referral),
    }
    try:
        await tx.execute(_INSERT_REFERRAL, values)
    except sa.exc.IntegrityError as error:
        if not any(each in str(error.orig) for each in _ONE_EACH):
            raise
        raise Conflict("open_referral_exists") from error


async def find_owners(tx: ReadTx, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The applications of these turns and referrals, by the turn's or referral's id; an application is its own."""
    return {row.id: row.application_id for row in await tx.rows(_OWNERS, {"ids": list(ids)})}


async def list_held_elsewhere(tx: ReadTx, of: Iterable[Candidate]) -> set[UUID]:
    """Of these, the applications whose child has a turn or a place by another application (domain §6.5)."""
    rows = await tx.rows(_THESE_HELD_ELSEWHERE, {"ids": [candidate.application_id for candidate in of]})
    return {row.application_id for row in rows}


async def list_waiting_held_elsewhere(tx: ReadTx, queue: QueueRef) -> set[UUID]:
    """The applications of a queue that wait although their child has a turn or a place by another one (domain §6.5).

    A transfer's own enrolment is none.
    """
    return {row.application_id for row in await tx.rows(_WAITING_HELD_ELSEWHERE, {"queue": str(queue)})}


async def insert_history(tx: Tx, candidate: Candidate, event: str, **step: Any) -> None:
    """One line of a candidate's history, of the version it carries; kept for good."""
    values = {
        "application_id": candidate.application_id,
        "version": candidate.version,
        "event": event,
        "status": candidate.status.value,
        **step,
    }
    await tx.execute(_INSERT_HISTORY, values)


def _facts(child: QueuedChild) -> dict[str, Any]:
    return {
        "application_id": child.application_id,
        "child_id": child.child_id,
        "applicant_id": child.applicant_id,
        "queue_class": child.queue_class.value,
        "birth_date": child.birth_date,
        "languages": _values(child.languages),
        "submitted_at": child.submitted_at,
        "transfer_of": child.transfer.application_id if child.transfer else None,
        "leaves": child.transfer.kindergarten_id if child.transfer else None,
    }


def _state(candidate: Candidate) -> dict[str, Any]:
    return {
        "queue": str(candidate.queue),
        "next_queue": str(candidate.next_queue) if candidate.next_queue else None,
        "version": candidate.version,
        "status": candidate.status.value,
        "referrals_issued": candidate.referrals_issued,
        "misses": candidate.misses,
        "stop_listed_until": candidate.stop_listed_until,
        "moved_to": candidate.moved_to,
        "ageing_told": candidate.ageing_told,
        "inactive_until": candidate.inactive_until,
        "restored": candidate.restored,
        "term_ended_at": candidate.term_ended_at,
    }


async def _load(tx: ReadTx, statement: sa.Executable, params: dict[str, Any]) -> dict[UUID, Candidate]:
    rows = await tx.rows(statement, params)
    if not rows:
        return {}
    of_these = {"ids": [row.application_id for row in rows]}
    children = {row.application_id: _child(row) for row in rows}
    open_turns = await tx.rows(_OPEN_TURNS, of_these)
    turns = {row.application_id: _turn(row, children[row.application_id]) for row in open_turns}
    referrals = {row.application_id: referral_of(row) for row in await tx.rows(_LAST_REFERRALS, of_these)}
    return {
        row.application_id: Candidate(
            child=children[row.application_id],
            queue=QueueRef.parse(row.queue),
            next_queue=QueueRef.parse(row.next_queue) if row.next_queue else None,
            serial=row.serial,
            version=row.version,
            status=Status(row.status),
            turn=turns.get(row.application_id),
            referral=referrals.get(row.application_id),
            referrals_issued=row.referrals_issued,
            misses=row.misses,
            stop_listed_until=row.stop_listed_until,
            moved_to=row.moved_to,
            ageing_told=row.ageing_told,
            inactive_until=row.inactive_until,
            restored=row.restored,
            term_ended_at=row.term_ended_at,
            enrolment_over=row.enrolment_over,
            swapped_to=row.swapped_to,
        )
        for row in rows
    }


def _child(row: Any) -> QueuedChild:
    return QueuedChild(
        application_id=row.application_id,
        child_id=row.child_id,
        applicant_id=row.applicant_id,
        queue_class=QueueClass(row.queue_class),
        birth_date=row.birth_date,
        languages=_languages(row.languages),
        submitted_at=row.submitted_at,
        transfer=Transfer(application_id=row.transfer_of, kindergarten_id=row.leaves) if row.transfer_of else None,
    )


def _turn(row: Any, child: QueuedChild) -> Turn:
    # a turn begun by the release before does not say what the child was called with: nothing has changed since
    called_with = CalledWith(
        QueueClass(row.queue_class or child.queue_class),
        row.birth_date or child.birth_date,
        _languages(row.languages or child.languages),
    )
    return Turn(
        id=row.id,
        call_id=row.call_id,
        place_id=row.place_id,
        kindergarten_id=row.kindergarten_id,
        language=InstructionLanguage(row.language),
        called_with=called_with,
        began_at=row.began_at,
        term=Term(row.last_day, row.ends_at),
        policy=row.policy,
        by_round=row.by_round,
    )


def _values(languages: Iterable[InstructionLanguage]) -> list[str]:
    return [language.value for language in languages]


def _languages(values: Iterable[str]) -> tuple[InstructionLanguage, ...]:
    return tuple(InstructionLanguage(value) for value in values)
