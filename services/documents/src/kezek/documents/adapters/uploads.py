"""Files on their way in, in the database; all times are the database's own, real time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.files import FilePurpose, MediaType
from kezek.documents.adapters import tables
from kezek.documents.domain.faults import FileFault
from kezek.documents.domain.upload import Upload, UploadState
from kezek.platform.db import ReadTx, Tx

_upload, _part = tables.upload, tables.upload_part
_FIELDS = [_upload.c[name] for name in Upload.__dataclass_fields__]
_MINE = _upload.c.owner_id == sa.bindparam("owner")
_BY_ID = sa.select(*_FIELDS).where(_upload.c.id == sa.bindparam("id"))
_OWN = _BY_ID.where(_MINE)
_OWN_LOCKED, _LOCKED = _OWN.with_for_update(), _BY_ID.with_for_update()
_OF_FORM = (
    sa.select(*_FIELDS)
    .where(_MINE, _upload.c.purpose == sa.bindparam("purpose"), _upload.c.draft_id == sa.bindparam("draft"))
    .where(_upload.c.discarded_at.is_(None))
    .order_by(_upload.c.created_at, _upload.c.id)
)
_ALONE = sa.text("select pg_advisory_xact_lock(hashtextextended('uploads ' || cast(:owner as text), 0))")
_NOW = sa.text("select clock_timestamp()")
_BEGUN = sa.text(
    "select count(*) filter (where created_at > now() - interval '1 hour') as lately, "
    "cast(coalesce(sum(size) filter (where erased_at is null and state not in ('refused', 'expired') "
    "and (discarded_at is null or discarded_at > now() - interval '1 hour') "
    "and not exists (select from kept_file k where k.file_id = upload.id)), 0) as bigint) as waiting "
    "from upload where owner_id = :owner"
)
_INSERT = sa.insert(_upload)
_INSERT_PART = sa.insert(_part)
_PARTS = (
    sa.select(_part.c.begins, _part.c.size, _part.c.sha256, _part.c.stored_as)
    .where(_part.c.upload_id == sa.bindparam("id"))
    .order_by(_part.c.begins)
)
_PART = _PARTS.where(_part.c.begins == sa.bindparam("begins"))
_DROP_PARTS = sa.delete(_part).where(_part.c.upload_id == sa.bindparam("id"))
_RECEIVED = sa.text("update upload set received = :received where id = :id")
_STATE = sa.text("update upload set state = :state where id = :id")
_DISCARD = sa.text("update upload set discarded_at = coalesce(discarded_at, now()) where id = :id")
_RECEIPT = sa.text("update upload set receipt_until = :until where id = :id")
_PASSED = sa.text(
    "update upload set state = 'ready', media_type = :media_type, sha256 = :sha256, checked_at = clock_timestamp() "
    "where id = :id"
)
_REFUSED = sa.text("update upload set state = 'refused', fault = :fault where id = :id")
_EXPIRE = sa.text(
    "update upload set state = 'expired' where state = 'receiving' "
    "and created_at < now() - cast(:unfinished as interval) returning id"
)
# let go by who kept it; or kept by nobody, and no receipt of it can be used any more
_ERASE = sa.text(
    "update upload u set erased_at = now() where erased_at is null and state = 'ready' and ("
    "exists (select from kept_file k where k.file_id = u.id and not cast(k.state ->> 'kept' as boolean)) or ("
    "not exists (select from kept_file k where k.file_id = u.id) "
    "and coalesce(discarded_at, checked_at + cast(:unused as interval)) < now() "
    "and coalesce(receipt_until, checked_at) + cast(:grace as interval) < now())) returning id"
)
_FORGET = sa.text(
    "delete from upload where created_at < now() - cast(:remembered as interval) "
    "and (erased_at is not null or state in ('refused', 'expired')) returning id"
)
_ERASED = sa.text("select erased_at is not null from upload where id = :id")
_READY_FILES = sa.text(
    "select id from upload where state = 'ready' and erased_at is null and id > :after order by id limit 100"
)


@dataclass(frozen=True)
class Part:
    """One piece of a file, and the name it is stored by."""

    begins: int
    size: int
    sha256: str
    stored_as: str


@dataclass(frozen=True)
class Begun:
    """What a person has handed in besides: how many in the last hour, and how many bytes that nobody keeps.

    What was taken back counts for an hour more: who tries again and again is told to come back after one.
    """

    lately: int
    waiting: int


async def now(tx: ReadTx) -> datetime:
    """The database's clock."""
    instant: datetime = await tx.value(_NOW)
    return instant


async def alone(tx: Tx, owner: UUID) -> None:
    """Let no other upload of this person begin meanwhile: the limits are counted."""
    await tx.value(_ALONE, {"owner": str(owner)})


async def begun_by(tx: ReadTx, owner: UUID) -> Begun:
    """What this person has handed in."""
    row = (await tx.rows(_BEGUN, {"owner": owner}))[0]
    return Begun(row.lately, row.waiting)


async def of_form(tx: ReadTx, owner: UUID, purpose: FilePurpose, draft_id: UUID) -> list[Upload]:
    """What this person handed in for this with this form, the oldest first; not what was taken back."""
    rows = await tx.rows(_OF_FORM, {"owner": owner, "purpose": purpose.value, "draft": draft_id})
    return [_read(row) for row in rows]


async def insert(tx: Tx, upload: Upload) -> None:
    """Store a new one."""
    values = {
        name: getattr(upload, name) for name in ("id", "owner_id", "draft_id", "name", "size", "sha256", "received")
    }
    await tx.execute(_INSERT, {**values, "purpose": upload.purpose.value, "state": upload.state.value})


async def find_own(tx: ReadTx, upload_id: UUID, owner: UUID) -> Upload | None:
    """One of this person's."""
    row = await tx.row(_OWN, {"id": upload_id, "owner": owner})
    return _read(row) if row else None


async def lock_own(tx: Tx, upload_id: UUID, owner: UUID) -> Upload | None:
    """One of this person's, until the transaction ends."""
    row = await tx.row(_OWN_LOCKED, {"id": upload_id, "owner": owner})
    return _read(row) if row else None


async def lock(tx: Tx, upload_id: UUID) -> Upload | None:
    """Anybody's, until the transaction ends."""
    row = await tx.row(_LOCKED, {"id": upload_id})
    return _read(row) if row else None


async def find(tx: ReadTx, upload_id: UUID) -> Upload | None:
    """Anybody's."""
    row = await tx.row(_BY_ID, {"id": upload_id})
    return _read(row) if row else None


async def find_part(tx: ReadTx, upload_id: UUID, begins: int) -> Part | None:
    """The part that begins there."""
    row = await tx.row(_PART, {"id": upload_id, "begins": begins})
    return _read_part(row) if row else None


async def parts(tx: ReadTx, upload_id: UUID) -> list[Part]:
    """All parts, in their order."""
    return [_read_part(row) for row in await tx.rows(_PARTS, {"id": upload_id})]


async def add_part(tx: Tx, upload: Upload, part: Part) -> None:
    """Store a part behind those that are there."""
    await tx.execute(
        _INSERT_PART,
        {
            "upload_id": upload.id,
            "begins": part.begins,
            "size": part.size,
            "sha256": part.sha256,
            "stored_as": part.stored_as,
        },
    )
    await tx.execute(_RECEIVED, {"id": upload.id, "received": part.begins + part.size})


async def drop_parts(tx: Tx, upload_id: UUID) -> None:
    """Forget the parts."""
    await tx.execute(_DROP_PARTS, {"id": upload_id})


async def begin_checking(tx: Tx, upload_id: UUID) -> None:
    """All of it is there."""
    await tx.execute(_STATE, {"id": upload_id, "state": UploadState.CHECKING.value})


async def pass_(tx: Tx, upload_id: UUID, media_type: MediaType, sha256: str) -> None:
    """It was checked, and is ready to be used."""
    await tx.execute(_PASSED, {"id": upload_id, "media_type": media_type.value, "sha256": sha256})


async def refuse(tx: Tx, upload_id: UUID, fault: FileFault) -> None:
    """It is not taken."""
    await tx.execute(_REFUSED, {"id": upload_id, "fault": fault.value})


async def discard(tx: Tx, upload_id: UUID) -> None:
    """Its owner took it back."""
    await tx.execute(_DISCARD, {"id": upload_id})


async def keep_receipt(tx: Tx, upload_id: UUID, until: datetime) -> None:
    """Know until when a receipt of it can be used."""
    await tx.execute(_RECEIPT, {"id": upload_id, "until": until})


async def expire(tx: Tx, unfinished: timedelta) -> list[UUID]:
    """Give up what was not finished in time."""
    return [row.id for row in await tx.rows(_EXPIRE, {"unfinished": unfinished})]


async def erase(tx: Tx, unused: timedelta, grace: timedelta) -> list[UUID]:
    """Give up what nobody keeps, or keeps any longer."""
    return [row.id for row in await tx.rows(_ERASE, {"unused": unused, "grace": grace})]


async def forget(tx: Tx, remembered: timedelta) -> list[UUID]:
    """Delete the rows of what is long gone; their ids."""
    return [row.id for row in await tx.rows(_FORGET, {"remembered": remembered})]


async def is_erased(tx: ReadTx, file_id: UUID) -> bool:
    """Whether its bytes are gone; False for one that is not known."""
    return await tx.value(_ERASED, {"id": file_id}) is True


async def list_files(tx: ReadTx, after: UUID) -> list[UUID]:
    """A hundred of the files that are stored, by id."""
    return [row.id for row in await tx.rows(_READY_FILES, {"after": after})]


def _read_part(row: sa.Row[Any]) -> Part:
    return Part(row.begins, row.size, row.sha256, row.stored_as)


def _read(row: sa.Row[Any]) -> Upload:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
    return Upload(
        **{
            **values,
            "purpose": FilePurpose(row.purpose),
            "state": UploadState(row.state),
            "media_type": MediaType(row.media_type) if row.media_type else None,
            "fault": FileFault(row.fault) if row.fault else None,
        }
    )
