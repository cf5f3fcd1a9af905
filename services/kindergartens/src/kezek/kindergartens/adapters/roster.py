"""Who is in which group: stays, and own copies of the cards that name the children."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.hints import HintKind, kindergarten
from kezek.contracts.referrals import ReferralFacts
from kezek.contracts.vocabulary import DepartureReason, GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.roster import Beginning, Departure, Ending, EnrolledChild, Enrolment, Group
from kezek.platform.copies import Copies
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import NotFound

cards = Copies(tables.card, ApplicationCard)

_E, _K = tables.enrolment, tables.kindergarten
STAYS = sa.select(_E, _K.c.district).join(_K, _K.c.id == _E.c.kindergarten_id)
CHILDREN = STAYS.add_columns(tables.card.c.state).join(tables.card, tables.card.c.application_id == _E.c.application_id)
_ONE = STAYS.where(_E.c.id == sa.bindparam("id"))
_LOCK = _ONE.with_for_update(of=_E)
_LAST = (
    STAYS.where(_E.c.application_id == sa.bindparam("application_id"))
    .order_by(_E.c.ended_on.is_not(None), _E.c.version.desc(), _E.c.id.desc())
    .limit(1)
)
_SHARE = sa.select(_E.c.id).where(_E.c.id == sa.bindparam("id")).with_for_update(read=True)
_CHILD = CHILDREN.where(_E.c.id == sa.bindparam("id"), _E.c.kindergarten_id == sa.bindparam("kindergarten_id"))
_OWN = CHILDREN.where(_E.c.applicant_id == sa.bindparam("applicant_id"))
_OWN_CHILD = _OWN.where(_E.c.id == sa.bindparam("id"))
_OWN_PRESENT = _OWN.where(_E.c.ended_on.is_(None)).order_by(_E.c.accepted_at, _E.c.id)
# of one child under all its applications; rows of before its id was kept are known by their own application
_HISTORY = (
    STAYS.add_columns(_K.c.name.label("kindergarten_name"))
    .where(
        (_E.c.application_id == sa.bindparam("application_id"))
        | (_E.c.child_id == sa.bindparam("child_id", type_=_E.c.child_id.type))
    )
    .order_by(_E.c.accepted_at, _E.c.version, _E.c.id)
)
_BEGIN = insert(_E).on_conflict_do_nothing()
_OF_GROUP = (_E.c.group_year, _E.c.language, _E.c.kind)
# whoever has no card is named nowhere, and counted nowhere
_GROUPS = (
    sa.select(*_OF_GROUP, sa.func.count().label("children"))
    .join(tables.card, tables.card.c.application_id == _E.c.application_id)
    .where(_E.c.kindergarten_id == sa.bindparam("kindergarten_id"), _E.c.ended_on.is_(None))
    .group_by(*_OF_GROUP)
    .order_by(*_OF_GROUP)
)


async def insert_accepted(
    tx: Tx,
    application_id: UUID,
    people: tuple[UUID | None, UUID | None],
    kind: GroupKind,
    referral: ReferralFacts,
    accepted_at: datetime,
) -> None:
    """Put a child on the roster, once per referral; `people` are applicant and child, as far as they are known."""
    applicant_id, child_id = people
    statement = insert(_E).values(
        referral_id=referral.referral_id,
        application_id=application_id,
        applicant_id=applicant_id,
        child_id=child_id,
        kindergarten_id=referral.kindergarten_id,
        referral_number=referral.number,
        group_year=referral.group_year,
        language=referral.language.value,
        kind=kind.value,
        accepted_at=accepted_at,
    )
    await tx.execute(statement.on_conflict_do_nothing())
    tx.hint(kindergarten(referral.kindergarten_id), HintKind.ROSTER, referral.kindergarten_id)


async def lock_enrolment(tx: Tx, enrolment_id: UUID) -> Enrolment:
    """A stay, locked until the end of the transaction.

    Raises:
        NotFound: `enrolment_not_found`.
    """
    return _found(await tx.row(_LOCK, {"id": enrolment_id}))


async def share_enrolment(tx: Tx, enrolment_id: UUID) -> None:
    """Keep others from ending a stay until the end of the transaction."""
    await tx.rows(_SHARE, {"id": enrolment_id})


async def load_child(tx: ReadTx, kindergarten_id: UUID, enrolment_id: UUID) -> EnrolledChild:
    """A line of a kindergarten's roster.

    Raises:
        NotFound: `enrolment_not_found`, also for another kindergarten's, and for a child whose card was erased.
    """
    row = await tx.row(_CHILD, {"id": enrolment_id, "kindergarten_id": kindergarten_id})
    if row is None:
        raise NotFound("enrolment_not_found")
    return child_of(row)


async def find_last(tx: ReadTx, application_id: UUID) -> Enrolment | None:
    """Where a child is, or was last, by an application; not locked."""
    row = await tx.row(_LAST, {"application_id": application_id})
    return None if row is None else stay_of(row)


async def load_own_child(tx: ReadTx, applicant_id: UUID, enrolment_id: UUID) -> EnrolledChild:
    """A stay of a person's own child.

    Raises:
        NotFound: `enrolment_not_found`, also for somebody else's, and for a child whose card was erased.
    """
    row = await tx.row(_OWN_CHILD, {"applicant_id": applicant_id, "id": enrolment_id})
    if row is None:
        raise NotFound("enrolment_not_found")
    return child_of(row)


async def list_own_present(tx: ReadTx, applicant_id: UUID) -> list[EnrolledChild]:
    """A person's own children who are in a group now."""
    return [child_of(row) for row in await tx.rows(_OWN_PRESENT, {"applicant_id": applicant_id})]


async def load_own_present(tx: ReadTx, applicant_id: UUID, application_ids: Collection[UUID]) -> list[EnrolledChild]:
    """These of a person's own children who are in a group now, in the order of their stays.

    Raises:
        NotFound: `enrolment_not_found`, also for somebody else's.
    """
    own = {each.enrolment.application_id: each for each in await list_own_present(tx, applicant_id)}
    if not set(application_ids) <= set(own):
        raise NotFound("enrolment_not_found")
    return sorted((own[each] for each in set(application_ids)), key=lambda each: each.enrolment.id)


async def update_ended(tx: Tx, enrolment: Enrolment, act_id: UUID | None) -> None:
    """Store how a stay has ended; no act of this service ends that of a child that was transferred.

    Raises:
        StaleStateError: when it had ended already.
    """
    departure = enrolment.departure
    ended = {
        "ended_by": enrolment.ended_by,
        "ended_on": enrolment.ended_on,
        "ended_at": enrolment.ended_at,
        "end_reason": departure.reason.value if departure else None,
        "end_remark": departure.remark if departure else "",
        "end_act_id": act_id,
        "version": enrolment.version,
    }
    present = (_E.c.id == enrolment.id) & _E.c.ended_on.is_(None)
    if await tx.execute(sa.update(_E).where(present).values(ended)) != 1:
        raise StaleStateError
    tx.hint(kindergarten(enrolment.kindergarten_id), HintKind.ROSTER, enrolment.kindergarten_id)


async def insert_begun(tx: Tx, enrolment: Enrolment) -> None:
    """Store a stay that follows another one.

    Raises:
        StaleStateError: when the child is in a group already.
    """
    group = enrolment.group
    values = {
        "id": enrolment.id,
        "referral_id": enrolment.referral_id,
        "application_id": enrolment.application_id,
        "applicant_id": enrolment.applicant_id,
        "child_id": enrolment.child_id,
        "kindergarten_id": enrolment.kindergarten_id,
        "referral_number": enrolment.referral_number,
        "group_year": group.group_year,
        "language": group.language.value,
        "kind": group.kind.value,
        "accepted_at": enrolment.accepted_at,
        "begun_by": enrolment.begun_by.value,
        "moved_at": enrolment.moved_at,
        "version": enrolment.version,
    }
    if await tx.execute(_BEGIN, values) != 1:
        raise StaleStateError
    tx.hint(kindergarten(enrolment.kindergarten_id), HintKind.ROSTER, enrolment.kindergarten_id)


async def list_groups(tx: ReadTx, kindergarten_id: UUID) -> list[tuple[Group, int]]:
    """The groups of a kindergarten that have children, and how many, eldest first."""
    rows = await tx.rows(_GROUPS, {"kindergarten_id": kindergarten_id})
    return [(_group_of(row), row.children) for row in rows]


async def list_history(tx: ReadTx, enrolment: Enrolment) -> list[tuple[Enrolment, Any]]:
    """All stays of a child with the kindergartens' names, in the order in which they began."""
    of = {"application_id": enrolment.application_id, "child_id": enrolment.child_id}
    return [(stay_of(row), row.kindergarten_name) for row in await tx.rows(_HISTORY, of)]


def stay_of(row: Any) -> Enrolment:
    """The stay in a row of `STAYS`."""
    departed = row.ended_by == Ending.DEPARTED
    return Enrolment(
        id=row.id,
        application_id=row.application_id,
        applicant_id=row.applicant_id,
        child_id=row.child_id,
        kindergarten_id=row.kindergarten_id,
        district=row.district,
        referral_id=row.referral_id,
        referral_number=row.referral_number,
        group=_group_of(row),
        accepted_at=row.accepted_at,
        begun_by=Beginning(row.begun_by),
        moved_at=row.moved_at,
        ended_by=Ending(row.ended_by) if row.ended_by else None,
        ended_on=row.ended_on,
        ended_at=row.ended_at,
        departure=Departure(row.ended_on, DepartureReason(row.end_reason), row.end_remark) if departed else None,
        version=row.version,
    )


def _group_of(row: Any) -> Group:
    return Group(row.group_year, InstructionLanguage(row.language), GroupKind(row.kind))


def child_of(row: Any) -> EnrolledChild:
    """The line in a row of `CHILDREN`."""
    card = ApplicationCard.model_validate(row.state)
    return EnrolledChild(stay_of(row), card.child, card.child_birth_date, card.number)


def _found(row: Any) -> Enrolment:
    if row is None:
        raise NotFound("enrolment_not_found")
    return stay_of(row)
