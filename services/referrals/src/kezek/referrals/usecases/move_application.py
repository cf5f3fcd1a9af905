"""The family moves its child, or twins together, to another district's queue and signs (domain §4.ends, ADR 39)."""

from collections.abc import Sequence
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
from kezek.referrals.usecases.ageing import plan_ageing
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.leaving import lock_leaving, offer_all, stated_leaving
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.statements import StatedMove, StatedMoves


class Move(ActModel):
    """Which application goes where, and those of twins who go along; that they are registered there was checked."""

    application_id: UUID
    twins: tuple[UUID, ...] = ()
    district: str
    district_name: Text
    checked_at: datetime


class MovedTwin(ActModel):
    """An application goes on as another one."""

    application_id: UUID
    next_application_id: UUID


class Moved(MovedTwin):
    """Where it goes on, and which twins' applications with it."""

    district: str
    twins: tuple[MovedTwin, ...] = ()


class MoveApplication(SignedAct[Move, StatedMoves, Moved]):
    """The signed act `referrals.move`; its subject is the first application, whose clock judges it.

    Twins move all or none: what has changed of one of them since makes the act outdated.
    """

    TYPE = "referrals.move"

    async def draft(self, tx: Tx, actor: Actor, body: Move) -> Draft[StatedMoves]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Conflict: `move_not_allowed`, `already_in_district`.
        """
        own = [await load_own_candidate(tx, actor, each) for each in (body.application_id, *body.twins)]
        with rules_hold():
            for candidate in own:
                check_may_move(candidate)
        facts = await _facts(tx, own, body, tx.now())
        return Draft(str(body.application_id), facts, statements.move(actor.language, facts, body.district_name))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Move, StatedMoves], received_at: datetime) -> Moved:
        """End the application here and begin it there; a place held for a turn goes on to the next child.

        Raises:
            Conflict: `move_not_allowed`; `act_outdated` when a place has come since, or the policy is another one.
        """
        leaving = await lock_leaving(tx, act, received_at, act.body.twins)
        homes = [await _home(tx, candidate, act.body, received_at) for candidate, _ in leaving]
        with rules_hold():
            decisions = [
                move_away(candidate, place, home, received_at)
                for (candidate, place), home in zip(leaving, homes, strict=True)
            ]
        act.check_facts(await _facts(tx, [candidate for candidate, _ in leaving], act.body, received_at))
        together = new_id() if act.body.twins else None
        moved: list[MovedTwin] = []
        for (candidate, _), home, decision in zip(leaving, homes, decisions, strict=True):
            told = _moved_to(home, await _stop_list(tx, candidate), together, len(moved) + 1)
            arrived = arrive(candidate, home)
            await candidates.insert_candidate(tx, arrived)
            await plan_ageing(tx, arrived)
            await save(tx, candidate, decision, ActorKind.APPLICANT, act, told)
            moved.append(MovedTwin(application_id=candidate.application_id, next_application_id=home.application_id))
        await offer_all(tx, [place for decision in decisions for place in decision.offered])
        first, *others = moved
        return Moved(**vars(first), district=act.body.district, twins=tuple(others))


async def _home(tx: ReadTx, candidate: Candidate, body: Move, at: datetime) -> NewHome:
    policy = await policies.load(tx, body.district, local_day(at))
    with rules_hold():
        return new_home(candidate, new_id(), policy, body.district, at)


async def _facts(tx: ReadTx, leaving: Sequence[Candidate], body: Move, at: datetime) -> StatedMoves:
    first, *others = [await _stated(tx, each, body, at) for each in leaving]
    return StatedMoves(**vars(first), twins=tuple(others))


async def _stated(tx: ReadTx, candidate: Candidate, body: Move, at: datetime) -> StatedMove:
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


def _moved_to(home: NewHome, stop_list: StopList | None, together: UUID | None, ordinal: int) -> MovedTo:
    return MovedTo(
        application_id=home.application_id,
        district=home.queue.district,
        submitted_at=home.submitted_at,
        policy=home.policy,
        stop_list=stop_list,
        twins=together,
        ordinal=ordinal,
    )
