"""An administrator closes a kindergarten and signs: nothing is published there any more, its children depart (§6.6).

Its places and referrals are the service referrals' to end, as soon as it hears of it.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import DepartureReason
from kezek.kindergartens.adapters import closings, kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import Departure, depart
from kezek.kindergartens.domain.statements import close_kindergarten
from kezek.kindergartens.usecases.entrusting import end_of_stays
from kezek.kindergartens.usecases.publishing import tell_of_departure, tell_of_kindergarten
from kezek.kindergartens.usecases.swapping import end_proposals_to, end_stay
from kezek.platform.actors import Actor, Role
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotAllowed
from kezek.platform.messaging.jobs import Job, add_job
from kezek.platform.workdays import local_day

CLOSE_ROSTER = "close-roster"
AT_ONCE = 50


class KindergartenToClose(ActModel):
    """Which kindergarten, and by what ground."""

    kindergarten_id: UUID
    remark: str


class ClosingFacts(ActModel):
    """What closing was judged upon: the kindergarten as it was, and how many children were on its roster."""

    kindergarten_version: int
    name: Text
    address: Text
    enrolled: int


class KindergartenClosed(ActModel):
    """It is closed."""

    kindergarten_id: UUID


class CloseKindergarten(SignedAct[KindergartenToClose, ClosingFacts, KindergartenClosed]):
    """The signed act `kindergartens.close`; its subject is the kindergarten."""

    TYPE = "kindergartens.close"

    async def draft(self, tx: Tx, actor: Actor, body: KindergartenToClose) -> Draft[ClosingFacts]:
        """What the administrator would sign.

        Raises:
            NotAllowed: `permission_missing`.
            NotFound: `kindergarten_not_found`.
            Conflict: `kindergarten_closed`.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        facts = await _facts(tx, actor, kindergarten)
        sentences = close_kindergarten(facts.name, facts.address, facts.enrolled, body.remark, actor.language)
        return Draft(str(kindergarten.id), facts, sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(
        self, tx: Tx, act: Act[KindergartenToClose, ClosingFacts], received_at: datetime
    ) -> KindergartenClosed:
        """Close the kindergarten and tell everybody; its children depart one batch after the other.

        Raises:
            NotAllowed: `permission_missing`, for who is no administrator any more.
            Conflict: `kindergarten_closed`; `act_outdated` when a child has come or gone since.
        """
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        act.check_facts(await _facts(tx, act.actor, kindergarten))
        closed = replace(kindergarten, closed=True, closed_at=received_at, version=kindergarten.version + 1)
        signed = closings.Closing(closed.id, act.id, received_at, act.actor.person_id, act.body.remark)
        await closings.close(tx, closed, signed)
        await tell_of_kindergarten(tx, closed)
        await depart_all(tx, closed.id)
        return KindergartenClosed(kindergarten_id=closed.id)


async def depart_all(tx: Tx, kindergarten_id: UUID, after: str = "") -> None:
    """Have the children of a closed kindergarten depart; `after` tells this turn from those of before."""
    await add_job(tx, CLOSE_ROSTER, f"{kindergarten_id}:{after}", {"kindergarten_id": str(kindergarten_id)})


async def close_roster(tx: Tx, job: Job) -> None:
    """Let some children of a closed kindergarten depart as «closed»; the next turn goes on where this one ends.

    In the end the swaps that were proposed to it are void: nobody is there to join them.
    """
    kindergarten_id = UUID(job.payload["kindergarten_id"])
    closing = await closings.find_closing(tx, kindergarten_id)
    if closing is None:
        return
    present = await closings.lock_present(tx, kindergarten_id, AT_ONCE)
    await end_of_stays(tx, present)  # all at once: so their escorts are locked in one order
    for stay in present:
        # who was accepted at the last minute leaves on the day on which it came
        departure = Departure(max(local_day(closing.at), stay.since), DepartureReason.CLOSED)
        left = depart(stay, departure, max(closing.at, tx.now()))
        await end_stay(tx, left, closing.act_id)
        await tell_of_departure(tx, left, departure)
    if present:  # a short turn may have been overtaken: the last one finds nobody
        await depart_all(tx, kindergarten_id, str(present[-1].id))
    else:
        await end_proposals_to(tx, kindergarten_id, closing.at)


async def _facts(tx: ReadTx, actor: Actor, kindergarten: Kindergarten) -> ClosingFacts:
    if Role.ADMINISTRATOR not in actor.roles:
        raise NotAllowed("permission_missing")
    if kindergarten.closed:
        raise Conflict("kindergarten_closed")
    return ClosingFacts(
        kindergarten_version=kindergarten.version,
        name=kindergarten.name,
        address=kindergarten.address,
        enrolled=await closings.count_present(tx, kindergarten.id),
    )
