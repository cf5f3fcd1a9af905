"""What was published of policies, the calendar and benefits, version by version; nothing is ever changed here."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import act
from kezek.queue.adapters.tables import publication
from kezek.queue.domain.policies import Version

NEWEST = 2**62
"""Before which every version is."""
Publication = PolicyPublished | CalendarPublished | BenefitsPublished


class Kind(StrEnum):
    """What a publication is of."""

    POLICY = "policy"
    CALENDAR = "calendar"
    BENEFITS = "benefits"


KINDS: dict[type[Publication], Kind] = {
    PolicyPublished: Kind.POLICY,
    CalendarPublished: Kind.CALENDAR,
    BenefitsPublished: Kind.BENEFITS,
}


@dataclass(frozen=True)
class Signed:
    """By which act something was published, and who signed it, by the name of the certificate."""

    act_id: UUID
    by: UUID
    name: str


@dataclass(frozen=True)
class Published:
    """A version with who signed it and the sentences that were signed; shipped ones have neither."""

    kind: Kind
    district: str | None
    year: int | None
    version: int
    in_force_from: date | None
    published_at: datetime
    act_id: UUID | None
    signed_by_name: str | None
    statement: tuple[str, ...]


_INSERT = insert(publication).on_conflict_do_nothing()
_ALONE = sa.text("select pg_advisory_xact_lock(hashtextextended('publications', 0))")
_SHARED = sa.text("select pg_advisory_xact_lock_shared(hashtextextended('publications', 0))")
_KNOWN = sa.select(publication.c.key).distinct()
_NEWEST = (
    sa.select(publication.c.state)
    .where(publication.c.key == sa.bindparam("key"))
    .order_by(publication.c.version.desc())
    .limit(1)
)
_VERSION = sa.select(sa.func.coalesce(sa.func.max(publication.c.version), 0)).where(
    publication.c.kind == sa.bindparam("kind"),
    publication.c.district.is_not_distinct_from(sa.bindparam("district", type_=sa.Text)),
)
_WITH_OWN = sa.text(
    "select distinct district from publication where kind = 'policy' and district is not null "
    "and cast(state ->> 'in_force_from' as date) <= :on"
)
_ALL_POLICIES = sa.select(publication.c.state, publication.c.published_at, publication.c.act_id).where(
    publication.c.kind == Kind.POLICY
)
_POLICIES = _ALL_POLICIES.where(
    sa.or_(publication.c.district == sa.bindparam("district"), publication.c.district.is_(None))
)

_HISTORY = (
    sa.select(
        *(publication.c[name] for name in ("kind", "district", "version", "state", "published_at")),
        *(publication.c[name] for name in ("act_id", "signed_by_name")),
        act.c.statement,
    )
    .outerjoin(act, act.c.id == publication.c.act_id)
    .where(
        publication.c.kind == sa.bindparam("kind"),
        publication.c.district.is_not_distinct_from(sa.bindparam("district", type_=sa.Text)),
        sa.or_(sa.bindparam("key", type_=sa.Text).is_(None), publication.c.key == sa.bindparam("key", type_=sa.Text)),
        publication.c.version < sa.bindparam("before"),
    )
    .order_by(publication.c.version.desc(), publication.c.key.desc())
    .limit(sa.bindparam("limit"))
)


async def list_published(
    tx: ReadTx, kind: Kind, district: str | None, year: int | None, *, before: int, limit: int
) -> list[Published]:
    """What was published of a kind, of a district's or the region's policy, of one year, newest first."""
    key = None if year is None else f"calendar.{year}"
    asked = {"kind": kind, "district": district, "key": key, "before": before, "limit": limit}
    return [_published(row) for row in await tx.rows(_HISTORY, asked)]


async def find_newest(tx: ReadTx, kind: Kind, year: int | None) -> Published | None:
    """The newest version of a year of the calendar, or of the region's list, if it was published."""
    found = await list_published(tx, kind, None, year, before=NEWEST, limit=1)
    return found[0] if found else None


def _published(row: Any) -> Published:
    begins = row.state.get("in_force_from")
    return Published(
        kind=Kind(row.kind),
        district=row.district,
        year=row.state.get("year"),
        version=row.version,
        in_force_from=None if begins is None else date.fromisoformat(begins),
        published_at=row.published_at,
        act_id=row.act_id,
        signed_by_name=row.signed_by_name,
        statement=() if row.statement is None else tuple(json.loads(row.statement)["statement"]),
    )


async def lock_publications(tx: Tx) -> None:
    """Nobody else publishes until this transaction ends: versions follow each other."""
    await tx.execute(_ALONE)


async def share_publications(tx: Tx) -> None:
    """Nobody publishes until this transaction ends."""
    await tx.execute(_SHARED)


async def insert_publication(tx: Tx, event: Publication, at: datetime, signed: Signed | None) -> bool:
    """Keep a version for good; False if it was there."""
    row = {
        "key": event.key(),
        "version": event.version,
        "kind": KINDS[type(event)],
        "district": event.district if isinstance(event, PolicyPublished) else None,
        "state": event.model_dump(mode="json"),
        "published_at": at,
        "act_id": signed and signed.act_id,
        "signed_by": signed and signed.by,
        "signed_by_name": signed and signed.name,
    }
    return await tx.execute(_INSERT, row) == 1


async def known_keys(tx: ReadTx) -> frozenset[str]:
    """All of which something was published."""
    return frozenset(row.key for row in await tx.rows(_KNOWN))


async def next_version(tx: ReadTx, kind: Kind, district: str | None = None) -> int:
    """The number of the next version: of a district's policy, or of the calendar over all years."""
    return int(await tx.value(_VERSION, {"kind": kind, "district": district})) + 1


async def find_calendar(tx: ReadTx, year: int) -> CalendarPublished | None:
    """The newest version of a year."""
    state = await tx.value(_NEWEST, {"key": f"calendar.{year}"})
    return None if state is None else CalendarPublished.model_validate(state)


async def find_benefits(tx: ReadTx) -> BenefitsPublished | None:
    """The newest list."""
    state = await tx.value(_NEWEST, {"key": "benefits"})
    return None if state is None else BenefitsPublished.model_validate(state)


async def districts_with_own(tx: ReadTx, on: date) -> list[str]:
    """The districts that have a policy of their own on a day: the region's does not hold there."""
    return [row.district for row in await tx.rows(_WITH_OWN, {"on": on})]


async def list_policies(tx: ReadTx, district: str | None) -> list[Version]:
    """All versions of a district and of the region, in no order."""
    return [_version(row) for row in await tx.rows(_POLICIES, {"district": district})]


async def list_all_policies(tx: ReadTx) -> list[Version]:
    """All versions of all districts and of the region, in no order."""
    return [_version(row) for row in await tx.rows(_ALL_POLICIES)]


def _version(row: sa.Row[tuple[dict[str, object], datetime, UUID | None]]) -> Version:
    event = PolicyPublished.model_validate(row.state)
    return Version(
        district=event.district,
        number=event.version,
        in_force_from=event.in_force_from,
        policy=event.policy,
        published_at=row.published_at,
        act_id=row.act_id,
    )
