"""A child has left its kindergarten, as its worker signed in kindergartens: its application is over (domain §4, §7)."""

from datetime import datetime

from kezek.contracts.kindergartens import ChildDeparted
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.db import Tx
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.admission import depart
from kezek.referrals.domain.states import TRANSITIONS, Move
from kezek.referrals.usecases.saving import save


async def depart_child(tx: Tx, event: ChildDeparted, at: datetime) -> None:
    """End the application of an enrolled child; told twice, or of nobody known here, nothing happens.

    Its place stays taken: it comes back as a new vacancy, if the kindergarten publishes one.
    """
    if await candidates.find_candidate(tx, event.application_id) is None:
        return
    candidate = await candidates.lock_candidate(tx, event.application_id)
    if TRANSITIONS.allows(candidate.status, Move.DEPART):
        await save(tx, candidate, depart(candidate, at), ActorKind.KINDERGARTEN)
