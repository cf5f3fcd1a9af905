"""Candidates with their open turn and last referral."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on, insert

from kezek.contracts.law import Reason
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.workdays import Term
from kezek.referrals.adapters import tables
from kezek.referrals.adapters.referrals import referral_of
from kezek.referrals.domain.candidate import CalledWith, Candidate, Referral, Turn

_C = tables.candidate
_LAST_REFERRAL = (
    sa.select(tables.referral)
    .ext(distinct_on(tables.referral.c.application_id))
    .order_by(tables.referral.c.application_id, tables.referral.c.issued_at.desc())
)


async def insert_candidate(tx: Tx, child: QueuedChild, queue: QueueRef) -> None:
    """A new candidate; one that is known already keeps its state."""
    values = {
        "application_id": child.application_id,
        "child_id": child.child_id,
        "applicant_id": child.applicant_id,
        "queue": str(queue),
        "queue_class": child.queue_class.value,
        "birth_date": child.birth_date,
        "languages": _values(child.languages),
        "submitted_at": child.submitted_at,
        **_state(Candidate(child, queue)),
    }
    await tx.execute(insert(_C).values(values).on_conflict_do_nothing())


async def find_candidate(tx: ReadTx, application_id: UUID) -> Candidate | None:
    """A candidate, not locked."""
    return (await _load(tx, sa.select(_C).where(_C.c.application_id == application_id))).get(application_id)


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
    known = await tx.rows(sa.select(_C.c.application_id).where(_C.c.application_id.in_(application_ids)))
    return set(application_ids) - {row.application_id for row in known}


async def lock_candidates(tx: Tx, application_ids: Iterable[UUID]) -> dict[UUID, Candidate]:
    """Candidates by application, locked in the order of their ids."""
    statement = (
        sa.select(_C)
        .where(_C.c.application_id.in_(list(application_ids)))
        .order_by(_C.c.application_id)
        .with_for_update()
    )
    return await _load(tx, statement)


async def share_candidate(tx: Tx, application_id: UUID) -> None:
    """A shared lock, held while an act's receipt reads the clock."""
    await tx.rows(
        sa.select(_C.c.application_id).where(_C.c.application_id == application_id).with_for_update(read=True)
    )


async def update_candidate(tx: Tx, before: Candidate, after: Candidate, reason: Reason) -> None:
    """Write what a decision changed: the candidate, the turn that ended or began, the referral.

    Raises:
        StaleStateError: when the stored state is not `before`, or the turn or the referral ended already.
        Conflict: `open_referral_exists`.
    """
    mine = (_C.c.application_id == before.application_id) & (_C.c.version == before.version)
    await _once(tx, sa.update(_C).where(mine).values(_state(after)))
    if before.turn is not None and after.turn != before.turn:
        running = (tables.turn.c.id == before.turn.id) & tables.turn.c.ended.is_(None)
        await _once(tx, sa.update(tables.turn).where(running).values(ended=reason.value))
    if after.turn is not None and after.turn != before.turn:
        await _insert_turn(tx, after, after.turn)
    if after.referral is not None and after.referral != before.referral:
        await _save_referral(tx, before.referral, after, after.referral)


async def _once(tx: Tx, statement: Any) -> None:
    if await tx.execute(statement) != 1:
        raise StaleStateError


async def _insert_turn(tx: Tx, candidate: Candidate, turn: Turn) -> None:
    """A turn that begins; the database allows one open turn per child."""
    await tx.execute(
        sa.insert(tables.turn).values(
            id=turn.id,
            call_id=turn.call_id,
            application_id=candidate.application_id,
            child_id=candidate.child.child_id,
            place_id=turn.place_id,
            kindergarten_id=turn.kindergarten_id,
            language=turn.language.value,
            queue_class=turn.called_with.queue_class.value,
            birth_date=turn.called_with.birth_date,
            languages=_values(turn.called_with.languages),
            began_at=turn.began_at,
            last_day=turn.term.last_day,
            ends_at=turn.term.ends_at,
            policy=turn.policy,
        )
    )


async def _save_referral(tx: Tx, before: Referral | None, candidate: Candidate, referral: Referral) -> None:
    """A referral that is issued, or what became of it; the database allows one open referral per child.

    Raises:
        Conflict: `open_referral_exists`.
    """
    table = tables.referral
    if before is not None and before.id == referral.id:
        mine = (table.c.id == referral.id) & (table.c.status == before.status.value)
        await _once(tx, sa.update(table).where(mine).values(status=referral.status.value))
        return
    statement = sa.insert(table).values(
        id=referral.id,
        number=referral.number,
        application_id=candidate.application_id,
        child_id=candidate.child.child_id,
        place_id=referral.place_id,
        kindergarten_id=referral.kindergarten_id,
        group_year=referral.group_year,
        language=referral.language.value,
        issued_at=referral.issued_at,
        last_day=referral.term.last_day,
        ends_at=referral.term.ends_at,
        policy=referral.policy,
        status=referral.status.value,
    )
    try:
        await tx.execute(statement)
    except sa.exc.IntegrityError as error:
        if "uq_referral_open_child" not in str(error.orig):
            raise
        raise Conflict("open_referral_exists") from error


async def find_owners(tx: ReadTx, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The applications of these turns and referrals, by the turn's or referral's id; an application is its own."""
    wanted = list(ids)
    keys = (tables.turn.c.id, tables.referral.c.id, _C.c.application_id)
    owners = sa.union_all(
        *(sa.select(key.label("id"), key.table.c.application_id).where(key.in_(wanted)) for key in keys)
    )
    return {row.id: row.application_id for row in await tx.rows(owners)}


async def list_held_elsewhere(tx: ReadTx, of: Iterable[Candidate]) -> set[UUID]:
    """Of these, the applications whose child has a turn or a place by another application (domain §6.5)."""
    return await _held_elsewhere(tx, _C.c.application_id.in_([candidate.application_id for candidate in of]))


async def list_waiting_held_elsewhere(tx: ReadTx, queue: QueueRef) -> set[UUID]:
    """The applications of a queue that wait although their child has a turn or a place by another one (domain §6.5)."""
    return await _held_elsewhere(tx, (_C.c.queue == str(queue)) & (_C.c.status == Status.QUEUED.value))


async def _held_elsewhere(tx: ReadTx, which: sa.ColumnElement[bool]) -> set[UUID]:
    open_referral = tables.referral.c.status.in_([ReferralStatus.VALID.value, ReferralStatus.ACCEPTED.value])
    held = (
        sa.exists().where(table.c.child_id == _C.c.child_id, table.c.application_id != _C.c.application_id, holds)
        for table, holds in ((tables.turn, tables.turn.c.ended.is_(None)), (tables.referral, open_referral))
    )
    return {row.application_id for row in await tx.rows(sa.select(_C.c.application_id).where(which, sa.or_(*held)))}


async def insert_history(tx: Tx, candidate: Candidate, event: str, **step: Any) -> None:
    """One line of a candidate's history, of the version it carries; kept for good."""
    await tx.execute(
        sa.insert(tables.history).values(
            application_id=candidate.application_id,
            version=candidate.version,
            event=event,
            status=candidate.status.value,
            **step,
        )
    )


def _state(candidate: Candidate) -> dict[str, Any]:
    return {
        "version": candidate.version,
        "status": candidate.status.value,
        "referrals_issued": candidate.referrals_issued,
        "misses": candidate.misses,
        "stop_listed_until": candidate.stop_listed_until,
    }


async def _load(tx: ReadTx, statement: Any) -> dict[UUID, Candidate]:
    rows = await tx.rows(statement)
    ids = [row.application_id for row in rows]
    if not ids:
        return {}
    children = {row.application_id: _child(row) for row in rows}
    open_turns = sa.select(tables.turn).where(tables.turn.c.application_id.in_(ids), tables.turn.c.ended.is_(None))
    turns = {row.application_id: _turn(row, children[row.application_id]) for row in await tx.rows(open_turns)}
    last = _LAST_REFERRAL.where(tables.referral.c.application_id.in_(ids))
    referrals = {row.application_id: referral_of(row) for row in await tx.rows(last)}
    return {
        row.application_id: Candidate(
            child=children[row.application_id],
            queue=QueueRef.parse(row.queue),
            serial=row.serial,
            version=row.version,
            status=Status(row.status),
            turn=turns.get(row.application_id),
            referral=referrals.get(row.application_id),
            referrals_issued=row.referrals_issued,
            misses=row.misses,
            stop_listed_until=row.stop_listed_until,
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
    )


def _values(languages: Iterable[InstructionLanguage]) -> list[str]:
    return [language.value for language in languages]


def _languages(values: Iterable[str]) -> tuple[InstructionLanguage, ...]:
    return tuple(InstructionLanguage(value) for value in values)
