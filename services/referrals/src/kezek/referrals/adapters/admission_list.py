"""A kindergarten's admission applications as a table: of a state, by any column, page by page (domain §8.papers)."""

from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.vocabulary import AdmissionState, Language, ReferralStatus
from kezek.platform.db import ReadTx
from kezek.platform.pages import directed, load_page, paged, same_or_all
from kezek.referrals.adapters import tables
from kezek.referrals.adapters.admission_tables import admission
from kezek.referrals.adapters.admissions import SHOWN, with_papers
from kezek.referrals.domain.papers import Admission

_A, _R = admission.c, tables.referral.c
_WAITS = _A.state == AdmissionState.SUBMITTED.value
_RETURNED = (_A.state == AdmissionState.REJECTED.value) & _A.ended_at.is_(None)
# the end that is shown: of a term that stands, or is over, there is none
_TERM = sa.case(((_R.status == ReferralStatus.VALID.value) & _R.stopped_by.is_(None), _R.ends_at), else_=None)
_NUMBER = sa.cast(sa.func.string_to_array(_A.number, "."), sa.ARRAY(sa.Integer))


class AdmissionColumn(StrEnum):
    """By what a kindergarten's admission applications can be sorted."""

    STATE = "state"
    NUMBER = "number"
    CHILD = "child"
    APPLICANT = "applicant"
    SUBMITTED = "submitted"
    TERM = "term"
    GROUP_YEAR = "group_year"


_SORTED_BY: dict[AdmissionColumn, sa.ColumnElement[Any]] = {
    AdmissionColumn.STATE: sa.case(*((_A.state == each.value, place) for place, each in enumerate(AdmissionState))),
    AdmissionColumn.NUMBER: _NUMBER,  # 9 is before 10
    AdmissionColumn.SUBMITTED: _A.submitted_at,
    AdmissionColumn.TERM: _TERM,
    AdmissionColumn.GROUP_YEAR: _R.group_year,
}
# who waits longest for the kindergarten is first, then whose term ends first, else what was last
_BY_TURN = (
    sa.case((_WAITS, 0), (_RETURNED, 1), else_=2),
    sa.case((_WAITS, _A.submitted_at), (_RETURNED, _R.ends_at), else_=None),
    _A.submitted_at.desc(),
    _A.serial,
)

Sort = tuple[AdmissionColumn | None, bool, Language]
"""By which column, descending, names in which language; by none: those that wait for the kindergarten first."""


async def list_at(
    tx: ReadTx, kindergarten_id: UUID, state: AdmissionState | None, sort: Sort, *, offset: int, limit: int
) -> tuple[list[Admission], int]:
    """A page of those handed in to a kindergarten, and how many there are in all."""
    asked = {"kindergarten": kindergarten_id, "state": state.value if state else None}
    rows, total = await load_page(tx, _statement(*sort), asked, offset=offset, limit=limit)
    return await with_papers(tx, rows), total


@cache
def _statement(column: AdmissionColumn | None, descending: bool, language: Language) -> sa.Select[Any]:
    found = SHOWN.join(tables.referral, _R.id == _A.referral_id).where(
        # nothing was handed in to it of those that were archived by themselves
        _A.kindergarten_id == sa.bindparam("kindergarten"),
        _A.submitted_at.is_not(None),
        same_or_all(_A.state, "state"),
    )
    if column is None:
        return paged(found, *_BY_TURN)
    first = _SORTED_BY[column] if column in _SORTED_BY else _name_of(column.value, language)
    return paged(found, directed(first, descending=descending), *_BY_TURN)


def _name_of(who: str, language: Language) -> sa.ColumnElement[Any]:
    """The child's or the applicant's name as it is shown in a language, in the order of its alphabet."""
    person = tables.card.c.state[who]
    shown = [person["russian"], person] if language is Language.RU else [person]
    parts = (sa.func.coalesce(*(each[part].astext for each in shown)) for part in ("surname", "given_name"))
    return sa.collate(sa.func.concat_ws(" ", *parts), f"{language.value}-x-icu")
