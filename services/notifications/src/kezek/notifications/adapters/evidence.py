"""All that was told of an application, with every channel and every try, for an officer of its district."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from kezek.notifications.adapters import sending
from kezek.notifications.adapters.notices import LAST
from kezek.notifications.adapters.tables import application, failed_try, message, notice
from kezek.platform.db import ReadTx
from kezek.platform.tables import any_of, job

Rows = Sequence[sa.Row[Any]]
_A, _N, _M, _T = application, notice, message, failed_try
_THIS: sa.BindParameter[Any] = sa.bindparam("id")
_FIND_APPLICATION = sa.select(_A.c.id, _A.c.applicant_id).where(
    _A.c.id == _THIS, _A.c.district == sa.bindparam("district")
)
# each notice once, by the newest of its messages
_TOLD = (
    sa.select(_M.c.about, _M.c.id.label("newest"))
    .ext(distinct_on(_M.c.about))
    .where(_M.c.application_id == _THIS)
    .order_by(_M.c.about, _M.c.id.desc())
    .subquery("told")
)
_PAGE = (
    sa.select(_TOLD.c.about, _TOLD.c.newest)
    .where(_TOLD.c.newest < sa.bindparam("before", type_=_M.c.id.type))
    .order_by(_TOLD.c.newest.desc())
    .limit(sa.bindparam("at_most", type_=sa.Integer))
)
_NOTICES = sa.select(_N.c.about, _N.c.said, _N.c.read_at).where(
    _N.c.application_id == _THIS, any_of(_N.c.about, "abouts")
)
_MESSAGES = (
    sa.select(
        _M.c.id,
        _M.c.about,
        _M.c.kind,
        _M.c.channel,
        _M.c.language,
        _M.c.recipient,
        _M.c.subject,
        _M.c.text,
        _M.c.state,
        _M.c.occurred_at,
        _M.c.created_at,
        _M.c.finished_at,
        _M.c.evidence,
        _M.c.cause,
        sa.func.coalesce(job.c.attempts, _M.c.attempts).label("attempts"),
    )
    .outerjoin(job, sa.and_(job.c.kind == sending.KIND, job.c.key == sa.cast(_M.c.id, sa.Text)))
    .where(_M.c.application_id == _THIS, any_of(_M.c.about, "abouts"))
    .order_by(_M.c.id.desc())
)
_FAILED_TRIES = (
    sa.select(_T.c.message_id, _T.c.attempt, _T.c.at, _T.c.cause)
    .join(_M, _M.c.id == _T.c.message_id)
    .where(_M.c.application_id == _THIS, any_of(_M.c.about, "abouts"))
    .order_by(_T.c.message_id, _T.c.attempt)
)


async def find_application(tx: ReadTx, application_id: UUID, district: str) -> sa.Row[Any] | None:
    """Whose an application of this district is; that of another district is as if it did not exist."""
    return await tx.row(_FIND_APPLICATION, {"id": application_id, "district": district})


async def list_told(tx: ReadTx, application_id: UUID, before: UUID | None, at_most: int | None) -> Rows:
    """What was told, newest first: `about` and the id of its `newest` message, only those before this one."""
    return await tx.rows(_PAGE, {"id": application_id, "before": before or LAST, "at_most": at_most})


async def list_notices(tx: ReadTx, application_id: UUID, abouts: Sequence[str]) -> Rows:
    """What stands of this in the family's cabinet, and since when it is read."""
    return await tx.rows(_NOTICES, {"id": application_id, "abouts": abouts})


async def list_messages(tx: ReadTx, application_id: UUID, abouts: Sequence[str]) -> Rows:
    """What was sent of this, newest first; `attempts` is how often its provider has been turned to by now."""
    return await tx.rows(_MESSAGES, {"id": application_id, "abouts": abouts})


async def list_failed_tries(tx: ReadTx, application_id: UUID, abouts: Sequence[str]) -> Rows:
    """Each try of these messages that was to be made again, with why; in their order."""
    return await tx.rows(_FAILED_TRIES, {"id": application_id, "abouts": abouts})
