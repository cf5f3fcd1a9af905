"""Cards of applications: who a paper is about."""

from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.documents.adapters import copies
from kezek.documents.usecases.keep_referral import card_input
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import drop_jobs, wake_jobs


async def keep_card(tx: Tx, card: ApplicationCard, version: int) -> None:
    """Keep a card's newest version and make the papers that waited for it."""
    if await copies.cards.keep(tx, card, version):
        await wake_jobs(tx, card_input(card.application_id))


async def forget_card(tx: Tx, application_id: str) -> None:
    """Let an erased card go, with the papers that waited for it."""
    await copies.cards.forget(tx, application_id)
    await drop_jobs(tx, card_input(UUID(application_id)))
