"""The roster as a table: filtered by every column, sorted by any, page by page (domain §7.roster)."""

from enum import StrEnum
from functools import cache
from typing import Any

import sqlalchemy as sa

from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.adapters.roster import CHILDREN, child_of
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.platform.db import ReadTx
from kezek.platform.pages import Page, directed, holding_or_all, load_page, paged, same_or_all

_E, _CARD = tables.enrolment.c, tables.card.c
_CHILD = _CARD.state["child"]
_NAME = sa.func.concat_ws(" ", *(_CHILD[part].astext for part in ("surname", "given_name", "patronymic")))
TEXTS = {
    "name": _NAME,
    "iin": _CHILD["iin"].astext,
    "application_number": _CARD.state["number"].astext,
    "referral_number": _E.referral_number,
}
"""What a child is found by, in parts."""
_BORN = sa.cast(_CARD.state["child_birth_date"].astext, sa.Date)


class RosterColumn(StrEnum):
    """By what the roster can be sorted."""

    NAME = "name"
    IIN = "iin"
    BORN = "born"
    APPLICATION_NUMBER = "application_number"
    REFERRAL_NUMBER = "referral_number"
    GROUP_YEAR = "group_year"
    LANGUAGE = "language"
    KIND = "kind"
    ACCEPTED = "accepted"
    LEFT = "left"
    REASON = "reason"


_SORTED_BY = {
    **{RosterColumn(name): text for name, text in TEXTS.items()},
    RosterColumn.BORN: _BORN,
    RosterColumn.GROUP_YEAR: _E.group_year,
    RosterColumn.LANGUAGE: _E.language,
    RosterColumn.KIND: _E.kind,
    RosterColumn.ACCEPTED: _E.accepted_at,
    RosterColumn.LEFT: _E.ended_on,
    RosterColumn.REASON: _E.end_reason,
}


async def list_roster(
    tx: ReadTx,
    filters: dict[str, Any],
    sort: tuple[RosterColumn, bool, Language],
    *,
    offset: int,
    limit: int,
) -> Page[EnrolledChild]:
    """A page of a kindergarten's children, `present` or not; sorted by a column, descending, in a language.

    Who went over to another group of it is there once, in the new one.
    """
    rows, total = await load_page(tx, _statement(*sort), filters, offset=offset, limit=limit)
    return Page([child_of(row) for row in rows], total)


@cache
def _statement(column: RosterColumn, descending: bool, language: Language) -> sa.Select[Any]:
    wanted = CHILDREN.where(
        _E.kindergarten_id == sa.bindparam("kindergarten_id"),
        _E.ended_by.is_distinct_from("regrouped"),
        _E.ended_on.is_(None) == sa.bindparam("present", type_=sa.Boolean),
        *(holding_or_all(text, name) for name, text in TEXTS.items()),
        *(same_or_all(_E[name], name) for name in ("group_year", "language", "kind")),
        same_or_all(_E.end_reason, "reason"),
        *_within(_BORN, "born"),
        *_within(_E.accepted_at, "accepted"),
        *_within(_E.ended_on, "left"),
    )
    by_name = tables.in_order_of(_NAME, language)
    first = by_name if column is RosterColumn.NAME else _SORTED_BY[column]
    return paged(wanted, directed(first, descending=descending), by_name, _E.id)


def _within(column: sa.ColumnElement[Any], name: str) -> list[sa.ColumnElement[bool]]:
    """Whether a column is in the period bound by this name: from its beginning, before its end."""
    begins, ends = (sa.bindparam(f"{name}_{edge}", type_=column.type) for edge in ("from", "before"))
    return [begins.is_(None) | (column >= begins), ends.is_(None) | (column < ends)]
