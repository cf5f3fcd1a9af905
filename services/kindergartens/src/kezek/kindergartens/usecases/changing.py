"""Something of a kindergarten is changed, and every copy follows."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.publishing import tell_of_kindergarten
from kezek.platform.db import Tx

Store = Callable[[Tx, Kindergarten], Awaitable[None]]


async def change(tx: Tx, kindergarten_id: UUID, store: Store, **said: Any) -> Kindergarten:
    """Store and publish these fields under the next version; the same again changes nothing.

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    known = await kindergartens.lock_kindergarten(tx, kindergarten_id)
    if replace(known, **said) == known:
        return known
    changed = replace(known, **said, version=known.version + 1)
    await store(tx, changed)
    await tell_of_kindergarten(tx, changed)
    return changed
