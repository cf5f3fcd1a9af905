"""By which acts contracts were signed (domain §8.contract)."""

from uuid import UUID

import sqlalchemy as sa

from kezek.platform import tables
from kezek.platform.db import ReadTx

# the types of acts that may sign a contract, all of which are on its application
_SIGNERS = ("referrals.submit-papers", "referrals.accept")
_OF = sa.select(tables.act.c.id).where(
    tables.act.c.subject == sa.bindparam("subject"),
    tables.act.c.type.in_(_SIGNERS),
    tables.act.c.outcome["result"].astext.is_not(None),
)


async def list_signing_acts(tx: ReadTx, application_id: UUID) -> list[UUID]:
    """The performed acts of an application that may have signed a contract."""
    return [row.id for row in await tx.rows(_OF, {"subject": str(application_id)})]
