"""What a person has said of how and in which language to reach them."""

from uuid import UUID

import sqlalchemy as sa

from kezek.auth.adapters.store import Account, account_of
from kezek.auth.adapters.tables import account
from kezek.auth.domain.contact import Channel
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound


async def lock_account(tx: Tx, person_id: UUID) -> Account:
    """The account, for us alone until the transaction ends."""
    row = await tx.row(sa.select(account).where(account.c.id == person_id).with_for_update())
    return _found(row)


async def update_contact(tx: Tx, person_id: UUID, channel: Channel, contact: str) -> None:
    """The confirmed contact of a person."""
    await tx.execute(sa.update(account).where(account.c.id == person_id).values({channel.value: contact}))


async def update_languages(tx: Tx, person_id: UUID, pages: str | None, messages: str | None) -> None:
    """The languages a person wants to read; None leaves one as it is."""
    wanted = {"language": pages, "message_language": messages}
    values = {column: value for column, value in wanted.items() if value is not None}
    if values:
        await tx.execute(sa.update(account).where(account.c.id == person_id).values(values))


async def next_version(tx: Tx, person_id: UUID) -> Account:
    """Count a change of the account; locks its row, so that events come in the order of versions."""
    one = sa.update(account).where(account.c.id == person_id)
    return _found(await tx.row(one.values(version=account.c.version + 1).returning(account)))


def _found(row: "sa.Row[tuple[object, ...]] | None") -> Account:
    if row is None:
        raise NotFound("account_not_found")
    return account_of(row)
