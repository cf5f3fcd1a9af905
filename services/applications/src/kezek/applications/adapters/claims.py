"""Claims and their files in PostgreSQL; a claim is read and written under its application's lock."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters.tables import application, claim, claim_file
from kezek.applications.domain.claim import Claim, ClaimFile
from kezek.contracts.vocabulary import ClaimKind, ClaimReason, ClaimState, QueueClass
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.platform.tables import any_of


async def list_claims(tx: ReadTx, application_ids: Collection[UUID]) -> dict[UUID, tuple[Claim, ...]]:
    """The claims of these applications that have any, in the order in which they were made."""
    if not application_ids:
        return {}
    rows = await tx.rows(_LIST, {"ids": list(application_ids)})
    files = await _list_files(tx, [row.shared_with or row.id for row in rows]) if rows else {}
    found: dict[UUID, tuple[Claim, ...]] = {}
    for row in rows:
        its = found.get(row.application_id, ())
        found[row.application_id] = (*its, _claim(row, files.get(row.shared_with or row.id, ())))
    return found


async def list_sharing(tx: ReadTx, claim_id: UUID) -> list[tuple[UUID, UUID]]:
    """The claims of all twins that are decided as one with this claim, each as application and claim, in id order."""
    rows = await tx.rows(_SHARING, {"id": claim_id})
    return [(row.application_id, row.id) for row in rows]


async def find_application_of(tx: ReadTx, claim_id: UUID) -> UUID | None:
    """The application of a claim."""
    found: UUID | None = await tx.value(_APPLICATION_OF, {"id": claim_id})
    return found


async def save_claims(
    tx: Tx, application_id: UUID, before: Sequence[Claim], after: Sequence[Claim]
) -> list[tuple[Claim, ClaimFile]]:
    """Write the claims that changed and the files that came; a file belongs to one claim for good.

    Returns:
        The files that were not kept before, each with its claim: of twins with the one that is saved first.

    Raises:
        Conflict: `file_used_already`.
    """
    former, new = {each.id: each for each in before}, []
    for each in after:
        if each == former.get(each.id):
            continue
        await tx.execute(_WRITE, {"application_id": application_id, **_values(each)})
        known = {file.id for file in former[each.id].files} if each.id in former else set()
        for position, file in enumerate(each.files):
            if file.id not in known and await _add_file(tx, each.shared_with or each.id, position, file):
                new.append((each, file))
    return new


async def are_kept(tx: ReadTx, file_ids: Collection[UUID]) -> bool:
    """Whether any of these files is kept with a claim already."""
    return bool(file_ids) and await tx.value(_ANY_KEPT, {"ids": list(file_ids)}) is not None


async def move_claims(tx: Tx, claim_ids: Collection[UUID], application_id: UUID) -> None:
    """Let these claims belong to another application, with their files."""
    await tx.execute(_MOVE, {"ids": list(claim_ids), "to": application_id})


async def _add_file(tx: Tx, claim_id: UUID, position: int, file: ClaimFile) -> bool:
    values = {**vars(file), "file_id": file.id, "claim_id": claim_id, "position": position}
    del values["id"]
    added = await tx.execute(_ADD_FILE, values) > 0
    if not added and await tx.value(_KEPT_WITH, {"id": file.id}) != claim_id:
        raise Conflict("file_used_already")
    return added


async def _list_files(tx: ReadTx, claim_ids: list[UUID]) -> dict[UUID, tuple[ClaimFile, ...]]:
    found: dict[UUID, tuple[ClaimFile, ...]] = {}
    for row in await tx.rows(_LIST_FILES, {"ids": claim_ids}):
        file = ClaimFile(
            id=row.file_id,
            name=row.name,
            media_type=row.media_type,
            size=row.size,
            sha256=row.sha256,
            added_at=row.added_at,
            owner_id=row.owner_id,
        )
        found[row.claim_id] = (*found.get(row.claim_id, ()), file)
    return found


def _values(of: Claim) -> dict[str, Any]:
    return {
        "id": of.id,
        "kind": of.kind.value,
        "state": of.state.value,
        "submitted_at": of.submitted_at,
        "benefit": of.benefit,
        "queue_class": of.queue_class.value if of.queue_class else None,
        "correctional": of.correctional,
        "provisional": of.provisional,
        "due_at": of.due_at,
        "valid_until": of.valid_until,
        "decided_at": of.decided_at,
        "decided_by": of.decided_by,
        "reason": of.reason.value if of.reason else None,
        "remark": of.remark,
        "shared_with": of.shared_with,
    }


def _claim(row: Any, files: tuple[ClaimFile, ...]) -> Claim:
    return Claim(
        id=row.id,
        kind=ClaimKind(row.kind),
        state=ClaimState(row.state),
        submitted_at=row.submitted_at,
        benefit=row.benefit,
        queue_class=QueueClass(row.queue_class) if row.queue_class else None,
        correctional=row.correctional,
        provisional=row.provisional,
        files=files,
        due_at=row.due_at,
        valid_until=row.valid_until,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        reason=ClaimReason(row.reason) if row.reason else None,
        remark=row.remark,
        shared_with=row.shared_with,
    )


_LIST = sa.select(claim).where(any_of(claim.c.application_id, "ids")).order_by(claim.c.submitted_at, claim.c.id)
_LIST_FILES = (
    sa.select(claim_file)
    .where(any_of(claim_file.c.claim_id, "ids"))
    .order_by(claim_file.c.claim_id, claim_file.c.position)
)
_APPLICATION_OF = (
    sa.select(application.c.id)
    .join(claim, claim.c.application_id == application.c.id)
    .where(claim.c.id == sa.bindparam("id"))
)
_head = sa.func.coalesce(claim.c.shared_with, claim.c.id)
_HEAD_OF = sa.select(_head).where(claim.c.id == sa.bindparam("id")).scalar_subquery()
_SHARING = (
    sa.select(claim.c.application_id, claim.c.id)
    .where((claim.c.id == _HEAD_OF) | (claim.c.shared_with == _HEAD_OF))
    .order_by(claim.c.application_id)
)
_MOVE = sa.update(claim).where(any_of(claim.c.id, "ids")).values(application_id=sa.bindparam("to"))
_INSERT = insert(claim)
_WRITE = _INSERT.on_conflict_do_update(
    index_elements=["id"],
    set_={each.name: _INSERT.excluded[each.name] for each in claim.c if each.name not in {"id", "application_id"}},
)
_KEPT_WITH = sa.select(claim_file.c.claim_id).where(claim_file.c.file_id == sa.bindparam("id"))
_ANY_KEPT = sa.select(claim_file.c.file_id).where(any_of(claim_file.c.file_id, "ids")).limit(1)
_ADD_FILE = insert(claim_file).on_conflict_do_nothing()
