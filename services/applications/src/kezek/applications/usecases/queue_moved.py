"""A child that has moved is queued in its new district (domain §4.ends): as the application that referrals has named.

Once: the new application's id comes with the event that ended the old one (ADR 39).
"""

from datetime import datetime

from kezek.applications.adapters import claims, store
from kezek.applications.adapters.applications import load_card, lock_application
from kezek.applications.domain.application import Application
from kezek.applications.domain.moving import Arrival, arrived, carried
from kezek.applications.domain.number import application_number, twins_number
from kezek.applications.usecases.card_benefits import card_benefits
from kezek.applications.usecases.claim_terms import set_claim_terms
from kezek.applications.usecases.saving import save_new
from kezek.contracts.hints import HintKind, officers
from kezek.contracts.referrals import Closed, MovedTo
from kezek.platform.db import Tx
from kezek.platform.errors import rules_hold
from kezek.platform.workdays import local_day


async def queue_moved(tx: Tx, former: Application, event: Closed, moved: MovedTo, at: datetime) -> str:
    """Write the application in the new district, unless it is there; the former one is locked and over.

    Returns:
        The new application's number.
    """
    known = await lock_application(tx, moved.application_id)
    if known is not None:
        return known.made.number
    number = await _number(tx, moved, local_day(at).year)
    decision = arrived(former, _arrival(former, event, moved, number), at)
    card = await load_card(tx, former.id)
    if card is None:
        raise LookupError(former.id)
    benefits = await card_benefits(tx, carried(former))
    said = {"application_id": moved.application_id, "number": number, "benefits": benefits}
    await save_new(tx, decision, card.model_copy(update=said))
    await _bring_claims(tx, former, decision.application)
    return number


async def _number(tx: Tx, moved: MovedTo, year: int) -> str:
    """A number of the new district; twins who move together have one serial there, too."""
    if moved.twins is not None:
        await store.lock_twins(tx, moved.twins)
        known = await store.find_number_of_twins(tx, moved.twins)
        if known is not None:
            return twins_number(known, moved.ordinal)
    serial = await store.next_serial(tx, moved.district, year)
    with rules_hold():
        return application_number(moved.district, year, serial, moved.ordinal)


async def _bring_claims(tx: Tx, former: Application, new: Application) -> None:
    """Claims go along with their papers and terms; the officers of the new district decide what is open."""
    brought = carried(former)
    if not brought:
        return
    await claims.move_claims(tx, [each.id for each in brought], new.id)
    there = await lock_application(tx, new.id)
    if there is not None:
        await set_claim_terms(tx, there)
    tx.hint(officers(new.made.district), HintKind.DESK, new.id, new.version)


def _arrival(former: Application, event: Closed, moved: MovedTo, number: str) -> Arrival:
    stop_list = moved.stop_list
    return Arrival(
        application_id=moved.application_id,
        number=number,
        district=moved.district,
        submitted_at=moved.submitted_at,
        policy=moved.policy,
        twins=moved.twins,
        misses=event.misses,
        restored=event.restored,
        stop_listed_until=stop_list.ends_at if stop_list else None,
        brought={
            "moved_from": former.id,
            "misses": event.misses,
            "stop_list": stop_list,
            "restored": event.restored,
        },
    )
