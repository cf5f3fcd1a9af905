"""A decision is saved whole, in one transaction: difference, events, history (architecture §promises)."""

from kezek.applications.adapters.applications import update_application, update_contacts
from kezek.applications.adapters.journal import insert_history
from kezek.applications.domain.application import Application, Decision
from kezek.platform.db import Tx


async def save(tx: Tx, before: Application, decision: Decision) -> None:
    """Write what a decision changed, with its lines; new contacts are a new version of the card.

    Raises:
        StaleStateError: when `before` is not what is stored.
    """
    after = decision.application
    if after != before:
        await update_application(tx, before, after)
    if after.contacts != before.contacts:
        await tx.publish(await update_contacts(tx, after), version=after.version, occurred_at=decision.at)
    for line in decision.lines:
        await insert_history(tx, line)
