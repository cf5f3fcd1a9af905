"""Days of attendance: of a kindergarten's groups, and of one child. SQL only."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.adapters.attendance import mark_of
from kezek.kindergartens.adapters.attendance_tables import absence, attendance_mark
from kezek.kindergartens.adapters.pickup_tables import pickup
from kezek.kindergartens.adapters.roster import CHILDREN, child_of
from kezek.kindergartens.domain.attendance import Absence, AbsenceReason, Day, Mark, day_of, was_there
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.pages import same_or_all
from kezek.platform.tables import any_of
from kezek.platform.workdays import midnight_after

_M, _A, _S, _E, _P = attendance_mark, absence, tables.enrolment, tables.escort, pickup
_CHILD = tables.card.c.state["child"]
_NAME = sa.func.concat_ws(" ", _CHILD["surname"].astext, _CHILD["given_name"].astext)
_DAY = sa.bindparam("day", type_=sa.Date)
# who came into a group in the period, or left it in it, was there
_GROUP = CHILDREN.where(
    _S.c.kindergarten_id == sa.bindparam("kindergarten_id"),
    sa.func.coalesce(_S.c.moved_at, _S.c.accepted_at) < sa.bindparam("over"),
    _S.c.ended_on.is_(None) | (_S.c.ended_on >= sa.bindparam("begins", type_=sa.Date)),
    *(same_or_all(_S.c[name], name) for name in ("group_year", "language", "kind")),
).order_by(tables.in_order_of(_NAME, Language.KK), _S.c.id)
_OWN = (
    CHILDREN.where(
        _S.c.application_id == sa.bindparam("application_id"), _S.c.applicant_id == sa.bindparam("applicant_id")
    )
    .order_by(_S.c.ended_on.is_not(None), _S.c.version.desc())
    .limit(1)
)
_PERIOD = (sa.bindparam("begins", type_=sa.Date), sa.bindparam("ends", type_=sa.Date))
_MARKS = (
    sa.select(_M)
    .where(any_of(_M.c.application_id, "ids"), _M.c.day.between(*_PERIOD))
    .order_by(_M.c.day, _M.c.at, _M.c.id)
)
_ABSENCES = sa.select(_A).where(any_of(_A.c.application_id, "ids"), _A.c.day.between(*_PERIOD)).order_by(_A.c.set_at)
_ESCORTS = sa.select(_E.c.id, _E.c.name).where(any_of(_E.c.id, "ids"))
_FETCHERS = sa.select(_P.c.id, _P.c.name).where(any_of(_P.c.id, "ids"))
_PUT = insert(_A)
_PUT = _PUT.on_conflict_do_update(
    index_elements=["application_id", "day", "kindergarten_id"],
    set_={name: _PUT.excluded[name] for name in ("reason", "remark", "set_at", "set_by", "set_by_name")},
)
_DROP = sa.delete(_A).where(
    _A.c.application_id == sa.bindparam("of"), _A.c.day == _DAY, _A.c.kindergarten_id == sa.bindparam("at")
)
_STRIKE = (
    sa.update(_M)
    .where(_M.c.id == sa.bindparam("of"), _M.c.struck_at.is_(None))
    .values({name: sa.bindparam(name) for name in ("struck_at", "struck_by", "struck_by_name", "struck_because")})
)
_FORGET = sa.update(_A).where(_A.c.application_id == sa.bindparam("of")).values(remark="")

_OLD = [sa.delete(table).where(table.c.day < sa.bindparam("before", type_=sa.Date)) for table in (_M, _A)]


@dataclass(frozen=True)
class Listed:
    """A child of a group and its applicant."""

    child: EnrolledChild
    applicant: Person


@dataclass(frozen=True)
class Days:
    """What was marked and said of children, by application and day; the names of escorts, and of who came by a code."""

    marks: Mapping[tuple[UUID, date], list[Mark]]
    absences: Mapping[tuple[UUID, date], list[Absence]]
    escorts: Mapping[UUID, str]
    fetchers: Mapping[UUID, str]

    def day_of(self, application_id: UUID, day: date) -> Day:
        """What a child's day comes to."""
        key = (application_id, day)
        return day_of(self.marks.get(key, []), absent=key in self.absences)

    def marks_at(self, kindergarten_id: UUID, application_id: UUID, day: date) -> list[Mark]:
        """What was marked of it in one kindergarten."""
        marks = self.marks.get((application_id, day), [])
        return [each for each in marks if each.kindergarten_id == kindergarten_id]

    def absence_at(self, kindergarten_id: UUID, application_id: UUID, day: date) -> Absence | None:
        """What one kindergarten has said of it."""
        said = self.absences.get((application_id, day), [])
        return next((each for each in said if each.kindergarten_id == kindergarten_id), None)

    def said_last(self, application_id: UUID, day: date) -> Absence | None:
        """What any kindergarten has said of it last."""
        said = self.absences.get((application_id, day))
        return said[-1] if said else None


async def list_group(
    tx: ReadTx, kindergarten_id: UUID, group: Mapping[str, Any], begins: date, ends: date
) -> list[Listed]:
    """Who was in the groups of a kindergarten on one of these days, by name; `group` may say year, language and kind.

    Who went over to another group in between is there for each.
    """
    values = {"kindergarten_id": kindergarten_id, "begins": begins, "over": midnight_after(ends), **group}
    listed = [_listed(row) for row in await tx.rows(_GROUP, values)]
    return [each for each in listed if was_there(each.child.enrolment, max(begins, each.child.enrolment.since))]


async def find_own(tx: ReadTx, applicant_id: UUID, application_id: UUID) -> Listed | None:
    """An applicant's own child where it is, or was last; None for anybody else's."""
    row = await tx.row(_OWN, {"application_id": application_id, "applicant_id": applicant_id})
    return None if row is None else _listed(row)


async def load_days(tx: ReadTx, application_ids: Iterable[UUID], begins: date, ends: date) -> Days:
    """The days of these children from the first to the last one, and the names of the escorts who marked."""
    values = {"ids": list(application_ids), "begins": begins, "ends": ends}
    marks: dict[tuple[UUID, date], list[Mark]] = defaultdict(list)
    for row in await tx.rows(_MARKS, values):
        marks[row.application_id, row.day].append(mark_of(row))
    absences: dict[tuple[UUID, date], list[Absence]] = defaultdict(list)
    for row in await tx.rows(_ABSENCES, values):
        absences[row.application_id, row.day].append(_absence(row))
    made = [each for day in marks.values() for each in day]
    escorts = await _names(tx, _ESCORTS, {each.escort_id for each in made if each.escort_id})
    fetchers = await _names(tx, _FETCHERS, {each.pickup_id for each in made if each.pickup_id})
    return Days(marks, absences, escorts, fetchers)


async def update_struck(tx: Tx, mark: Mark) -> None:
    """Store that a mark does not count.

    Raises:
        StaleStateError: when it was struck out already.
    """
    why = mark.strike
    if why is None:
        raise StaleStateError
    values = {"struck_at": why.at, "struck_by": why.by, "struck_by_name": why.name, "struck_because": why.reason}
    if await tx.execute(_STRIKE, {"of": mark.id, **values}) != 1:
        raise StaleStateError


async def put_absence(tx: Tx, said: Absence) -> None:
    """Store why a child does not come on a day, instead of what its kindergarten has said before."""
    await tx.execute(_PUT, vars(said))


async def drop_absence(tx: Tx, application_id: UUID, day: date, kindergarten_id: UUID) -> None:
    """Take back what this kindergarten has said of a child's day."""
    await tx.execute(_DROP, {"of": application_id, "day": day, "at": kindergarten_id})


async def forget_remarks(tx: Tx, application_id: UUID) -> None:
    """Forget the words that stand beside a child's absences."""
    await tx.execute(_FORGET, {"of": application_id})


async def forget_before(tx: Tx, day: date) -> None:
    """Forget what was marked and said of days before this one; closed sheets stay."""
    for statement in _OLD:
        await tx.execute(statement, {"before": day})


def _listed(row: Any) -> Listed:
    return Listed(child_of(row), ApplicationCard.model_validate(row.state).applicant)


async def _names(tx: ReadTx, of: sa.Select[Any], ids: Collection[UUID]) -> dict[UUID, str]:
    return {row.id: row.name for row in await tx.rows(of, {"ids": list(ids)})} if ids else {}


def _absence(row: Any) -> Absence:
    values = {name: getattr(row, name) for name in Absence.__dataclass_fields__}
    return Absence(**{**values, "reason": AbsenceReason(row.reason)})
