"""A person has read notices in the cabinet: the first time is kept for ever."""

from collections.abc import Set as AbstractSet
from uuid import UUID

from kezek.notifications.adapters import notices
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound


async def mark_read(tx: Tx, person_id: UUID, ids: AbstractSet[UUID], up_to: UUID | None) -> None:
    """These are read, and all that came until the notice `up_to`: what has come since was not on the page.

    Raises:
        NotFound: `notice_not_found`, when one of them is not this person's; then none is marked.
    """
    if not await notices.all_own(tx, person_id, ids):
        raise NotFound("notice_not_found")
    await notices.mark_read(tx, person_id, ids)
    if up_to is not None:
        await notices.mark_read_up_to(tx, person_id, up_to)
