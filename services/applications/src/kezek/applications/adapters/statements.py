"""Scans of the papers that were entered at the counter."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters.tables import statement_file
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict

_ADD = insert(statement_file).on_conflict_do_nothing()
_LIST = (
    sa.select(statement_file)
    .where(statement_file.c.application_id == sa.bindparam("application_id"))
    .order_by(statement_file.c.file_id)
)


async def keep_statement(tx: Tx, application_id: UUID, file: Mapping[str, Any], at: datetime) -> None:
    """Keep a scan with its application; a file belongs to one for good.

    Raises:
        Conflict: `file_used_already`.
    """
    values = {**file, "file_id": file["id"], "application_id": application_id, "added_at": at}
    del values["id"]
    if await tx.execute(_ADD, values) == 0:
        raise Conflict("file_used_already")


async def list_statement(tx: ReadTx, application_id: UUID) -> Sequence[Any]:
    """The scans of the paper by which an application was entered; none if the family made it itself."""
    return await tx.rows(_LIST, {"application_id": application_id})
