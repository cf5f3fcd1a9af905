"""A turn that nobody answered ends at its instant and opens its place (domain §6.4)."""

from kezek.contracts.referrals import TurnEnded
from kezek.platform.db import Tx
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import Candidate, Turn, lapse
from kezek.referrals.domain.place import PlaceStatus, open_to_all
from kezek.referrals.usecases import deadlines
from kezek.referrals.usecases.publishing import Because, record_steps, save_place

LAPSED = "no_choice_in_time"


async def lapse_turn(tx: Tx, candidate: Candidate, turn: Turn) -> Candidate:
    """End the turn as of its term's end, under the locks of queue and candidate."""
    because = Because(LAPSED, "domain §6.4", turn.term.ends_at)
    await candidates.end_turn(tx, turn.id, LAPSED)
    await deadlines.end_term(tx, deadlines.TURN, candidate)
    held = (await places.lock_places(tx, [turn.place_id]))[turn.place_id]
    if held.status is PlaceStatus.HELD and held.holder == candidate.application_id:
        await save_place(tx, open_to_all(held), because.at)
    return await record_steps(tx, lapse(candidate), (TurnEnded, because))
