"""What a family may choose from, and whether it may choose at all (domain §6.3, §6.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import rules_hold
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import Candidate, check_age, check_may_choose
from kezek.referrals.domain.choosing import Obstacle, Prospect, list_places, prospect
from kezek.referrals.domain.place import Place
from kezek.referrals.usecases.basis import basis_of_choice, basis_on
from kezek.referrals.usecases.standings import find_standing


async def list_choices(tx: ReadTx, candidate: Candidate, now: datetime) -> list[tuple[Place, Obstacle | None]]:
    """The places of the child's queue with what keeps it from taking each: the one held for it first.

    Raises:
        Conflict: `open_referral_exists`, `choice_not_allowed`, `child_too_young`, `child_too_old`.
    """
    basis = await basis_of_choice(tx, candidate, now)
    with rules_hold():
        check_may_choose(candidate)
        check_age(candidate, basis.policy, now)
    standing = await find_standing(tx, [candidate], now)
    return list_places(standing, candidate, (await basis_on(tx, candidate.queue, now)).policy)


@dataclass(frozen=True)
class OwnProspect:
    """An application of the family's, whether its child may choose now, and the twins who were called with it."""

    candidate: Candidate
    prospect: Prospect
    together: tuple[UUID, ...]


async def list_prospects(tx: ReadTx, actor: Actor, now: datetime) -> list[OwnProspect]:
    """Of all applications of a family whether a choice is possible, else what is missing (domain §6.3)."""
    own = await candidates.list_own(tx, actor.person_id)
    with_free = await places.list_gardens_with_free_places(tx, {each.queue for each in own})
    found = []
    for each in own:
        policy = (await basis_of_choice(tx, each, now)).policy
        may = prospect(
            each, policy, now, any_open=any(not each.is_in(garden) for garden in with_free.get(each.queue, ()))
        )
        found.append(OwnProspect(each, may, _together(each, own)))
    return found


async def list_together(tx: ReadTx, candidate: Candidate) -> tuple[UUID, ...]:
    """The family's other applications whose turns began with the same call (domain §5.4)."""
    return _together(candidate, await candidates.list_own(tx, candidate.child.applicant_id))


def _together(candidate: Candidate, own: Sequence[Candidate]) -> tuple[UUID, ...]:
    turn = candidate.turn
    if turn is None:
        return ()
    called = [each.application_id for each in own if each.turn and each.turn.call_id == turn.call_id]
    return tuple(each for each in called if each != candidate.application_id)
