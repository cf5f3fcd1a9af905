"""The family moves its child to another district's queue and signs (domain §4.ends, ADR 39)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.children import StopList
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import MovedTo
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import ActorKind
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import rules_hold
from kezek.platform.timers import find_deadline
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.leaving import NewHome, arrive, check_may_move, move_away, new_home
from kezek.referrals.domain.running import stop_list_key
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.leaving import lock_leaving, stated_leaving
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.statements import StatedMove


class Move(ActModel):
    """Which application goes where; that the child is registered there was checked at an instant."""

    application_id: UUID
    district: str
    district_name: Text
    checked_at: datetime


class Moved(ActModel):
    """The application goes on as another one."""

    application_id: UUID
    next_application_id: UUID
    district: str


class MoveApplication(SignedAct[Move, StatedMove, Moved]):
    """The signed act `referrals.move`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.move"

    async def draft(self, tx: Tx, actor: Actor, body: Move) -> Draft[StatedMove]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Conflict: `move_not_allowed`, `already_in_district`.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        with rules_hold():
            check_may_move(candidate)
        facts = await _facts(tx, candidate, body, tx.now())
        return Draft(str(candidate.application_id), facts, statements.move(actor.language, facts, body.district_name))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Move, StatedMove], received_at: datetime) -> Moved:
        """End the application here and begin it there; a place held for a turn goes on to the next child.

        Raises:
            Conflict: `move_not_allowed`; `act_outdated` when a place has come since, or the policy is another one.
        """
        candidate, place = await lock_leaving(tx, act, received_at)
        home = await _home(tx, candidate, act.body, received_at)
        with rules_hold():
            decision = move_away(candidate, place, home, received_at)
        act.check_facts(await _facts(tx, candidate, act.body, received_at))
        stop_list = await _stop_list(tx, candidate)
        await candidates.insert_candidate(tx, arrive(candidate, home))
        await save(tx, candidate, decision, ActorKind.APPLICANT, act, _moved_to(home, stop_list))
        await offer_to_queue(tx, decision.offered)
        return Moved(
            application_id=candidate.application_id,
            next_application_id=home.application_id,
            district=home.queue.district,
        )


async def _home(tx: ReadTx, candidate: Candidate, body: Move, at: datetime) -> NewHome:
    policy = await policies.load(tx, body.district, local_day(at))
    with rules_hold():
        return new_home(candidate, new_id(), policy, body.district, at)


async def _facts(tx: ReadTx, candidate: Candidate, body: Move, at: datetime) -> StatedMove:
    home = await _home(tx, candidate, body, at)
    leaving = await stated_leaving(tx, candidate, at)
    kept = home.submitted_at == candidate.child.submitted_at
    return StatedMove(**vars(leaving), old_time_kept=kept, policy=home.policy)


async def _stop_list(tx: ReadTx, candidate: Candidate) -> StopList | None:
    """The running term of the stop list, with what it was reckoned from."""
    term = await find_deadline(tx, TermKind.STOP_LIST.value, str(stop_list_key(candidate)))
    if candidate.stop_listed_until is None or term is None or term.working_days is None:
        return None
    return StopList(
        began_at=term.began_at,
        working_days=term.working_days,
        ends_at=candidate.stop_listed_until,
        policy=term.policy,
        calendar_version=term.calendar_version,
    )


def _moved_to(home: NewHome, stop_list: StopList | None) -> MovedTo:
    return MovedTo(
        application_id=home.application_id,
        district=home.queue.district,
        submitted_at=home.submitted_at,
        policy=home.policy,
        stop_list=stop_list,
    )
