"""Pages of a table that is filtered and sorted by its columns, each with how many rows there are in all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from kezek.platform.db import ReadTx

ItemT = TypeVar("ItemT")
# the case of all letters, where the database's own locale knows those of ASCII only
_ANY_LANGUAGE = "und-x-icu"


@dataclass(frozen=True)
class Page(Generic[ItemT]):
    """A part of what was asked for, and how many there are altogether."""

    items: list[ItemT]
    total: int


def paged(found: sa.Select[Any], *order: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """The statement of a page; `order` must tell any two rows apart, or pages would overlap."""
    counted = found.add_columns(sa.func.count().over().label("found_in_all")).order_by(*order)
    return counted.limit(sa.bindparam("at_most")).offset(sa.bindparam("skipped"))


async def load_page(
    tx: ReadTx, statement: sa.Executable, filters: Mapping[str, Any], *, offset: int, limit: int
) -> tuple[Sequence[Any], int]:
    """The rows of a page, and the number of all; also of a page beyond the last one, which has no rows."""
    rows = await tx.rows(statement, {**filters, "skipped": offset, "at_most": limit})
    if rows or offset == 0:
        return rows, rows[0].found_in_all if rows else 0
    first = await tx.row(statement, {**filters, "skipped": 0, "at_most": 1})
    return rows, first.found_in_all if first else 0


def same_or_all(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether a column is what is bound by this name; null is all."""
    bound = sa.bindparam(name, type_=column.type)
    return bound.is_(None) | (column == bound)


def any_or_all(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether a column is one of the list bound by this name; null is all."""
    bound = sa.bindparam(name, type_=ARRAY(column.type))
    return bound.is_(None) | (column == sa.any_(bound))


def holding_or_all(text: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether a text holds the one bound by this name, in letters of either case; null is all."""
    bound = sa.bindparam(name, type_=sa.Text)
    found = sa.func.strpos(lower(text), lower(bound)) > 0
    return bound.is_(None) | found


def directed(column: sa.ColumnElement[Any], *, descending: bool) -> sa.ColumnElement[Any]:
    """A column as an order; what is not known comes last."""
    return column.desc().nulls_last() if descending else column.asc().nulls_last()


def lower(text: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    """A text in small letters of any language, whatever the database's own is."""
    return sa.func.lower(sa.collate(text, _ANY_LANGUAGE))
