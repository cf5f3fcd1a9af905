"""What a family was told goes with its card or account; that it was told stays."""

from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.auth import Account
from kezek.contracts.referrals import TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform.testing.events import deliver_erased


async def told(post: Any) -> list[tuple[str, str]]:
    async with post.database.read() as tx:
        rows = await tx.rows(sa.text("select id::text, recipient, subject || text as said, state from message"))
    assert all(row.recipient == row.id for row in rows if not row.said)
    return sorted((row.said, row.state) for row in rows)


@pytest.mark.parametrize("which", [ApplicationCard, Account])
async def test_what_was_said_goes_and_what_is_unsent_is_never_sent(post: Any, known: Any, which: Any) -> None:
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    await post.sends()
    key = known.application_id if which is ApplicationCard else known.applicant_id
    await deliver_erased(post.database, post.consumers, which, str(key))
    assert await told(post) == [("", "sent"), ("", "sent")]


async def test_who_is_erased_is_told_nothing_more(post: Any, known: Any) -> None:
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    await deliver_erased(post.database, post.consumers, ApplicationCard, str(known.application_id))
    await post.hears(known.card, version=9)
    assert await post.sends() == 0
    assert all(said == "" for said, _ in await told(post))
