"""Whether a child, or twins, may be queued in another district: the register is asked, its answer signed (ADR 39)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from kezek.applications.adapters import journal, store
from kezek.applications.adapters.applications import list_twins_of
from kezek.applications.adapters.register import Register
from kezek.applications.domain.intake import check_child, check_family
from kezek.applications.usecases.ask_register import refresh_copies
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.db import Database, ReadTx
from kezek.platform.errors import Conflict, Invalid, NotFound, rules_hold
from kezek.platform.move_checks import MoveCheck
from kezek.platform.workdays import local_day

_MOVABLE = frozenset({Status.QUEUED, Status.NOTIFIED, Status.STOP_LISTED})


@dataclass(frozen=True)
class _Wish:
    child_iin: str
    district_name: Text


async def check_move(
    database: Database,
    register: Register,
    actor: Actor,
    application_id: UUID,
    district: str,
    twins: Sequence[UUID] = (),
) -> MoveCheck:
    """The check of a move, good for a quarter of an hour; of `twins` who go along all hold or none.

    Raises:
        NotFound: `application_not_found`, also for somebody else's, and for a twin's that is not linked.
        Invalid: `district_unknown`.
        Conflict: `move_not_allowed`, `already_in_district`; why the child may not be queued there.
        Unavailable: `register_unavailable`.
    """
    async with database.read() as tx:
        if not set(twins) <= set(await list_twins_of(tx, application_id)) - {application_id}:
            raise NotFound("application_not_found")
        wishes = [await _wish(tx, actor, each, district) for each in (application_id, *dict.fromkeys(twins))]
    await refresh_copies(database, register, actor.iin, [each.child_iin for each in wishes])
    async with database.read() as tx:
        for each in wishes:
            await check_registered(tx, actor, each.child_iin, district)
        return MoveCheck(
            application_id=application_id,
            twins=tuple(dict.fromkeys(twins)),
            person_id=actor.person_id,
            district=district,
            district_name=wishes[0].district_name,
            checked_at=datetime.now(UTC),  # a token lives by real time
        )


async def _wish(tx: ReadTx, actor: Actor, application_id: UUID, district: str) -> _Wish:
    row = await journal.find_own(tx, actor.person_id, application_id)
    if row is None:
        raise NotFound("application_not_found")
    if Status(row.status) not in _MOVABLE:
        raise Conflict("move_not_allowed", status=row.status)
    name = await store.find_district(tx, district)
    if name is None:
        raise Invalid("district_unknown", district=district)
    if row.district == district:
        raise Conflict("already_in_district", district=district)
    return _Wish(row.card["child"]["iin"], name)


async def check_registered(tx: ReadTx, actor: Actor, child_iin: str, district: str) -> None:
    """Refuse a child that may not be queued in another district, by what the register said last.

    Raises:
        Conflict: `applicant_not_in_register`, `child_not_of_applicant`, `child_not_in_register`, `child_not_alive`,
            `child_too_old`, `registered_elsewhere`.
    """
    applicant, child = [await store.find_register_copy(tx, iin) for iin in (actor.iin, child_iin)]
    if applicant is None:
        raise Conflict("applicant_not_in_register")
    with rules_hold():
        check_family(applicant, child_iin)
    if child is None:
        raise Conflict("child_not_in_register")
    today = local_day(tx.now())
    with rules_hold():
        check_child(child, district, await policies.load(tx, district, today), today)
