"""Whom parents let fetch their children is forgotten in time (domain §8.pickup)."""

from datetime import timedelta

from kezek.kindergartens.adapters import pickups
from kezek.kindergartens.usecases.use_pickup import WINDOW
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day


async def forget_pickups(tx: Tx, unused_for: timedelta, used_for: timedelta) -> None:
    """Forget codes so long after their day, used ones so long after their use, and wrong tries that count no more."""
    await pickups.forget_unused(tx, local_day(tx.now() - unused_for))
    await pickups.forget_used(tx, tx.now() - used_for)
    await pickups.forget_misses(tx, tx.now() - WINDOW)
