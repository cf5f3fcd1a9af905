"""A family puts the kindergartens that it wishes in order, without a signature (domain §9.rounds)."""

from collections.abc import Sequence
from uuid import UUID

from kezek.contracts.hints import HintKind, person
from kezek.contracts.queue import WishesOrdered
from kezek.platform import policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.platform.workdays import local_day
from kezek.queue.adapters import entries, wishes
from kezek.queue.adapters.wishes import Wishing, kindergartens
from kezek.queue.domain.wishes import Wishable, check_may_wish, check_not_own, check_wishes


async def change_wishes(tx: Tx, application_id: UUID, wished: Sequence[UUID], *, person_id: UUID) -> None:
    """Keep the wishes; a round that is held from now on goes by them.

    Raises:
        NotFound: `application_not_found` for one that is not queued or another's, `kindergarten_not_found`.
        Conflict: as `check_may_wish`, `check_wishes` and `check_not_own`.
    """
    await entries.lock_applications(tx, [application_id])
    wishing = await find_own(tx, application_id, person_id)
    policy = await policies.load(tx, wishing.queue.district, local_day(tx.now()))
    known = await kindergartens.find_many(tx, wished)
    if not set(wished) <= known.keys():
        raise NotFound("kindergarten_not_found")
    with rules_hold():
        check_may_wish(policy, wishing.status)
        wishable = {each: Wishable(found.district, found.closed) for each, found in known.items()}
        check_wishes(policy, wishing.queue.district, wished, wishable)
        check_not_own(wishing.leaves, wished)
    if (not wished and wishing.changed_at is None) or not await wishes.keep_wishes(
        tx, application_id, wished, tx.now()
    ):
        return
    await tx.publish(WishesOrdered(application_id=application_id, kindergartens=tuple(wished)), version=wishing.version)
    tx.hint(person(person_id), HintKind.POSITION, application_id)


async def find_own(tx: ReadTx, application_id: UUID, person_id: UUID) -> Wishing:
    """A family's own application in its queue.

    Raises:
        NotFound: `application_not_found`, also for another's.
    """
    found = await wishes.find_wishing(tx, application_id)
    if found is None or found.applicant_id != person_id:
        raise NotFound("application_not_found")
    return found
