"""The region's districts, as kindergartens tells of them."""

from dataclasses import asdict

import sqlalchemy as sa

from kezek.contracts.kindergartens import District
from kezek.contracts.texts import Text
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters.tables import district

_LIST = sa.select(district.c.code, district.c.name).order_by(district.c.code)
_FIND = sa.select(district.c.name).where(district.c.code == sa.bindparam("code"))


async def keep_district(tx: Tx, told: District, version: int) -> None:
    """Keep a district's newest name."""
    await keep_newer(tx, district, version, {"code": told.code, "name": asdict(told.name)})


async def find_district(tx: ReadTx, code: str) -> Text | None:
    """A district's name, if it is one of the region."""
    name = await tx.value(_FIND, {"code": code})
    return None if name is None else Text(**name)


async def list_districts(tx: ReadTx) -> list[tuple[str, Text]]:
    """The region's districts by their codes."""
    return [(row.code, Text(**row.name)) for row in await tx.rows(_LIST)]
