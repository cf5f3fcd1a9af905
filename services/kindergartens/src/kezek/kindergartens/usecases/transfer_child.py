"""A child that was accepted by a transfer leaves its former kindergarten at the same instant (domain §7.transfer)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.vocabulary import DepartureReason
from kezek.kindergartens.adapters import kindergartens, roster
from kezek.kindergartens.domain.roster import Departure, Enrolment, depart
from kezek.kindergartens.usecases.depart_child import offer_of, publishes_left
from kezek.kindergartens.usecases.publish_vacancy import publish_by_policy
from kezek.kindergartens.usecases.publishing import tell_of_departure
from kezek.kindergartens.usecases.swapping import end_stay
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import NotReadyError
from kezek.platform.workdays import local_day


async def leave_former(tx: Tx, application_id: UUID, to: UUID, accepted_at: datetime) -> None:
    """End the stay by a former application, if it lasts; its place is published where the district's policy says so.

    Otherwise its kindergarten has the place among its free ones, as after any departure.

    Raises:
        NotReadyError: while it has not come on the roster itself, or is just going over to another group.
    """
    last = await roster.find_last(tx, application_id)
    if last is None:
        if not await is_erased(tx, ApplicationCard, str(application_id)):
            raise NotReadyError
        return
    await _lock_both(tx, last.kindergarten_id, to)
    present = await roster.lock_enrolment(tx, last.id)
    if present.ended_on is None:
        await _leave(tx, present, accepted_at)
    elif await roster.find_last(tx, application_id) != present:
        raise NotReadyError


async def _lock_both(tx: Tx, one: UUID, other: UUID) -> None:
    """In the order of their ids: another child may go the other way."""
    for kindergarten_id in sorted({one, other}):
        lock = kindergartens.lock_kindergarten if kindergarten_id == one else kindergartens.share_kindergarten
        await lock(tx, kindergarten_id)


async def _leave(tx: Tx, present: Enrolment, accepted_at: datetime) -> None:
    """Who came into its group later than it was accepted elsewhere leaves at the instant at which it came."""
    at = max(accepted_at, present.moved_at or present.accepted_at)
    departure = Departure(local_day(at), DepartureReason.OTHER_KINDERGARTEN)
    left = depart(present, departure, at)
    await end_stay(tx, left, None)
    await tell_of_departure(tx, left, departure)
    kindergarten = await kindergartens.load_kindergarten(tx, left.kindergarten_id)
    if await publishes_left(tx, kindergarten, left, at):
        await publish_by_policy(tx, kindergarten, offer_of(left), left.id, at)
