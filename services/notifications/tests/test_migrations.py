"""What was told before it was kept of which district an application is: its officer finds it, too."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from services.notifications.tests.conftest import Family, Post

from kezek.contracts.referrals import TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.notifications.adapters.tables import application
from kezek.notifications.usecases.read_evidence import read_evidence
from kezek.platform.errors import NotFound
from kezek.platform.migrate import downgrade, upgrade

MIGRATIONS = Path(__file__).parents[1] / "migrations"


async def found(post: Post, family: Family, district: str) -> bool:
    async with post.database.read() as tx:
        try:
            return (await read_evidence(tx, family.application_id, district)).applicant_id == family.applicant_id
        except NotFound:
            return False


async def test_the_district_of_an_older_application_is_that_of_its_number(
    post: Post, owner_url: Callable[..., Any]
) -> None:
    older, newer = Family(), Family()
    for family in (older, newer):
        await post.hears(family.card, family.kindergarten)
        await post.hears(family.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=family.turn()))
    async with post.database.write() as tx:
        await tx.execute(sa.delete(application).where(application.c.id == older.application_id))
    assert [await found(post, each, "1134") for each in (older, newer)] == [False, True]

    url = await owner_url("notifications")
    await asyncio.to_thread(downgrade, "notifications", MIGRATIONS, url, "0009")
    await asyncio.to_thread(upgrade, "notifications", MIGRATIONS, url)

    assert [await found(post, each, "1134") for each in (older, newer)] == [True, True]
    assert not await found(post, older, "1110")
