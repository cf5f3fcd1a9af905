"""What is erased elsewhere goes here too: contacts, and what messages said and to whom; that there were some stays."""

from uuid import UUID

import sqlalchemy as sa

from kezek.notifications.adapters import sending, tables
from kezek.platform.db import Tx
from kezek.platform.tables import job

_UNSENT = ("pending", "sending")


async def forget_card(tx: Tx, application_id: UUID) -> None:
    """An application's contacts, and what was told of it."""
    await tx.execute(sa.delete(tables.card).where(tables.card.c.application_id == application_id))
    await _empty(tx, tables.message.c.application_id == application_id)
    await _empty_notices(tx, tables.notice.c.application_id == application_id)


async def forget_account(tx: Tx, person_id: UUID) -> None:
    """A person's contacts, and what they were told."""
    await tx.execute(sa.delete(tables.account).where(tables.account.c.person_id == person_id))
    await _empty(tx, tables.message.c.applicant_id == person_id)
    await _empty_notices(tx, tables.notice.c.applicant_id == person_id)


async def forget_request(tx: Tx, request_id: UUID) -> None:
    """What was told of a request for an account."""
    await _empty(tx, tables.message.c.request_id == request_id)


async def forget_entrustment(tx: Tx, entrustment_id: UUID) -> None:
    """What an escort was told."""
    await _empty(tx, tables.message.c.request_id == entrustment_id)


async def _empty(tx: Tx, which: sa.ColumnElement[bool]) -> None:
    """A row keeps its own id for a recipient: what was told, and where, must stay different for different rows."""
    message = tables.message
    unsent = sa.update(message).where(which, message.c.state.in_(_UNSENT)).returning(message.c.id)
    stopped = await tx.rows(unsent.values(state="failed", cause="erased", finished_at=tx.now()))
    keys = [str(row.id) for row in stopped]
    await tx.execute(sa.delete(job).where(job.c.kind == sending.KIND, job.c.key.in_(keys)))
    nothing = {"recipient": sa.cast(message.c.id, sa.Text), "subject": "", "text": ""}
    await tx.execute(sa.update(message).where(which).values(nothing))


async def _empty_notices(tx: Tx, which: sa.ColumnElement[bool]) -> None:
    """They stand in nobody's cabinet any more; when they were read stays."""
    await tx.execute(sa.update(tables.notice).where(which).values(applicant_id=None, said={}))
