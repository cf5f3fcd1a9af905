"""Templates of contracts in the database, and the one that is shipped."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from kezek.contracts.vocabulary import Ownership
from kezek.documents.adapters.papers import shipped_contract
from kezek.documents.adapters.tables import contract_template as table
from kezek.documents.adapters.tables import kindergarten
from kezek.documents.domain.contract_template import Template, TemplateText
from kezek.platform.db import ReadTx, Tx

_ALONE = sa.text("select pg_advisory_xact_lock(hashtextextended('contract templates', 0))")
_SHARED = sa.text("select pg_advisory_xact_lock_shared(hashtextextended('contract templates', 0))")
_OF = sa.select(table).where(
    table.c.district == sa.bindparam("district"), table.c.ownership == sa.bindparam("ownership")
)
_VERSIONS = _OF.order_by(table.c.version.desc())
_NEWEST = _VERSIONS.limit(1)
_ALL_NEWEST = (
    sa.select(table)
    .ext(distinct_on(table.c.district, table.c.ownership))
    .order_by(table.c.district, table.c.ownership, table.c.version.desc())
)
_BY_ACT = sa.select(table).where(table.c.act_id == sa.bindparam("act"))
_INSERT = sa.insert(table)
_KNOWN = sa.select(sa.true()).where(
    sa.exists().where(kindergarten.c.state["district"].astext == sa.bindparam("district"))
)


async def lock_templates(tx: Tx) -> None:
    """Nobody else publishes until this transaction ends: versions follow each other."""
    await tx.execute(_ALONE)


async def share_templates(tx: Tx) -> None:
    """Nobody publishes until this transaction ends."""
    await tx.execute(_SHARED)


async def is_district(tx: ReadTx, district: str) -> bool:
    """Whether a kindergarten is known there."""
    return await tx.value(_KNOWN, {"district": district}) is True


async def template_in_force(tx: ReadTx, district: str, ownership: Ownership) -> Template:
    """The newest version, or the shipped one."""
    row = await tx.row(_NEWEST, {"district": district, "ownership": ownership.value})
    return _template(row) if row else shipped(district, ownership)


async def template_by_act(tx: ReadTx, act_id: UUID | None, district: str, ownership: Ownership) -> Template:
    """The version that an act published; without one the shipped one."""
    row = await tx.row(_BY_ACT, {"act": act_id}) if act_id else None
    return _template(row) if row else shipped(district, ownership)


async def list_versions(tx: ReadTx, district: str, ownership: Ownership) -> Sequence[Template]:
    """All versions, the newest first, the shipped one last."""
    rows = await tx.rows(_VERSIONS, {"district": district, "ownership": ownership.value})
    return [*map(_template, rows), shipped(district, ownership)]


async def list_newest(tx: ReadTx) -> Sequence[Template]:
    """What districts have of their own, the newest version of each."""
    return [_template(row) for row in await tx.rows(_ALL_NEWEST)]


async def insert_template(tx: Tx, template: Template, signed_by: UUID) -> None:
    """Keep a version for good."""
    await tx.execute(
        _INSERT,
        {
            "act_id": template.act_id,
            "district": template.district,
            "ownership": template.ownership.value,
            "version": template.version,
            "kk": template.text.kk,
            "ru": template.text.ru,
            "published_at": template.published_at,
            "signed_by": signed_by,
            "signed_by_name": template.signed_by_name,
        },
    )


def shipped(district: str, ownership: Ownership) -> Template:
    """What holds where a district has none of its own."""
    return Template(district, ownership, 0, _shipped_text())


@cache
def _shipped_text() -> TemplateText:
    return TemplateText(shipped_contract("kk"), shipped_contract("ru"))


def _template(row: Any) -> Template:
    return Template(
        row.district,
        Ownership(row.ownership),
        row.version,
        TemplateText(row.kk, row.ru),
        row.act_id,
        row.published_at,
        row.signed_by_name,
    )
