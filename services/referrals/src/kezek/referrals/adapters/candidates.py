"""Candidates with their open turn and last referral."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on, insert

from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.workdays import Term
from kezek.referrals.adapters import tables
from kezek.referrals.domain.candidate import Candidate, Referral, ReferralStatus, Status, Turn

_C = tables.candidate
_LAST_REFERRAL = (
    sa.select(tables.referral)
    .ext(distinct_on(tables.referral.c.application_id))
    .order_by(tables.referral.c.application_id, tables.referral.c.issued_at.desc())
)


async def insert_candidate(tx: Tx, candidate: Candidate) -> None:
    """A new candidate; one that is known already keeps its state."""
    values = {
        "application_id": candidate.application_id,
        "child_id": candidate.child_id,
        "applicant_id": candidate.applicant_id,
        "queue": candidate.queue,
        "queue_class": candidate.queue_class,
        "birth_date": candidate.birth_date,
        "languages": list(candidate.languages),
        "submitted_at": candidate.submitted_at,
        **_state(candidate),
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


async def update_candidate(tx: Tx, candidate: Candidate) -> None:
    """Store the candidate's own row."""
    await tx.execute(sa.update(_C).where(_C.c.application_id == candidate.application_id).values(_state(candidate)))


async def insert_turn(tx: Tx, candidate: Candidate, turn: Turn) -> None:
    """A turn that begins; the database allows one open turn per child."""
    await tx.execute(
        sa.insert(tables.turn).values(
            id=turn.id,
            call_id=turn.call_id,
            application_id=candidate.application_id,
            child_id=candidate.child_id,
            place_id=turn.place_id,
            kindergarten_id=turn.kindergarten_id,
            language=turn.language,
            began_at=turn.began_at,
            last_day=turn.term.last_day,
            ends_at=turn.term.ends_at,
            policy=turn.policy,
        )
    )


async def end_turn(tx: Tx, turn_id: UUID, how: str) -> None:
    """Close a turn for good."""
    await tx.execute(sa.update(tables.turn).where(tables.turn.c.id == turn_id).values(ended=how))


async def insert_referral(tx: Tx, candidate: Candidate, referral: Referral) -> None:
    """A referral that is issued; the database allows one open referral per child.

    Raises:
        Conflict: `open_referral_exists`.
    """
    statement = sa.insert(tables.referral).values(
        id=referral.id,
        number=referral.number,
        application_id=candidate.application_id,
        child_id=candidate.child_id,
        place_id=referral.place_id,
        kindergarten_id=referral.kindergarten_id,
        group_year=referral.group_year,
        language=referral.language,
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


async def update_referral_status(tx: Tx, referral: Referral) -> None:
    """Store what became of a referral."""
    table = tables.referral
    await tx.execute(sa.update(table).where(table.c.id == referral.id).values(status=referral.status.value))


async def find_referral(tx: ReadTx, referral_id: UUID) -> tuple[UUID, Referral] | None:
    """A referral and the application it belongs to, whatever became of it."""
    row = await tx.row(sa.select(tables.referral).where(tables.referral.c.id == referral_id))
    return (row.application_id, _referral(row)) if row else None


async def find_referral_by_number(tx: ReadTx, number: str) -> tuple[UUID, Referral] | None:
    """The referral with this number and its application, whatever became of it."""
    row = await tx.row(sa.select(tables.referral).where(tables.referral.c.number == number))
    return (row.application_id, _referral(row)) if row else None


async def find_last_referral(tx: ReadTx, application_ids: Iterable[UUID]) -> tuple[UUID, Referral] | None:
    """The last referral issued on any of these applications."""
    table = tables.referral
    statement = sa.select(table).where(table.c.application_id.in_(list(application_ids)))
    row = await tx.row(statement.order_by(table.c.issued_at.desc()).limit(1))
    return (row.application_id, _referral(row)) if row else None


async def list_held_elsewhere(tx: ReadTx, of: Iterable[Candidate]) -> set[UUID]:
    """Of these, the applications whose child has a turn or a place by another application (domain §6.5)."""
    mine = {candidate.child_id: candidate.application_id for candidate in of}
    turn, referral = tables.turn, tables.referral
    held = sa.union_all(
        sa.select(turn.c.child_id, turn.c.application_id).where(turn.c.child_id.in_(mine), turn.c.ended.is_(None)),
        sa.select(referral.c.child_id, referral.c.application_id).where(
            referral.c.child_id.in_(mine),
            referral.c.status.in_([ReferralStatus.VALID.value, ReferralStatus.ACCEPTED.value]),
        ),
    )
    return {mine[row.child_id] for row in await tx.rows(held) if row.application_id != mine[row.child_id]}


async def insert_history(tx: Tx, candidate: Candidate, version: int, event: str, **because: Any) -> None:
    """One line of a candidate's history; kept for good."""
    await tx.execute(
        sa.insert(tables.history).values(
            application_id=candidate.application_id,
            version=version,
            event=event,
            status=candidate.status.value,
            **because,
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
    open_turns = sa.select(tables.turn).where(tables.turn.c.application_id.in_(ids), tables.turn.c.ended.is_(None))
    turns = {row.application_id: _turn(row) for row in await tx.rows(open_turns)}
    last = _LAST_REFERRAL.where(tables.referral.c.application_id.in_(ids))
    referrals = {row.application_id: _referral(row) for row in await tx.rows(last)}
    return {
        row.application_id: _candidate(row, turns.get(row.application_id), referrals.get(row.application_id))
        for row in rows
    }


def _candidate(row: Any, turn: Turn | None, referral: Referral | None) -> Candidate:
    return Candidate(
        application_id=row.application_id,
        child_id=row.child_id,
        applicant_id=row.applicant_id,
        queue=row.queue,
        queue_class=row.queue_class,
        birth_date=row.birth_date,
        languages=tuple(row.languages),
        submitted_at=row.submitted_at,
        serial=row.serial,
        version=row.version,
        status=Status(row.status),
        turn=turn,
        referral=referral,
        referrals_issued=row.referrals_issued,
        misses=row.misses,
        stop_listed_until=row.stop_listed_until,
    )


def _turn(row: Any) -> Turn:
    return Turn(
        id=row.id,
        call_id=row.call_id,
        place_id=row.place_id,
        kindergarten_id=row.kindergarten_id,
        language=row.language,
        began_at=row.began_at,
        term=Term(row.last_day, row.ends_at),
        policy=row.policy,
    )


def _referral(row: Any) -> Referral:
    return Referral(
        id=row.id,
        number=row.number,
        place_id=row.place_id,
        kindergarten_id=row.kindergarten_id,
        group_year=row.group_year,
        language=row.language,
        issued_at=row.issued_at,
        term=Term(row.last_day, row.ends_at),
        status=ReferralStatus(row.status),
        policy=row.policy,
    )
