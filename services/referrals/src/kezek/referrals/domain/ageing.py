"""Growing too old for the queue (domain §4.ends, §5.5, §6.7): on which day, told before, removed at its midnight.

It waits only for a term that runs: who has a turn, a referral, whatever becomes of that, or is on the stop list, is
removed at the instant at which it would stand in the queue again.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from kezek.contracts.ages import birthday
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.platform.workdays import midnight_of
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Step, StepKind, after
from kezek.referrals.domain.states import TRANSITIONS, Move

InForce = tuple[date, Policy]
"""A policy with the day from which it holds."""


class AgeingKind(StrEnum):
    """The kinds of its deadlines, each keyed by the application."""

    OUT = "ageing"
    TOLD = "ageing-told"


def ages_out_on(born: date, policies: Sequence[InForce]) -> date:
    """The day at whose first midnight a child is too old, by policies that follow each other, the present one first.

    What grows too old on the day on which a policy begins does so by the one before it, too: it comes first (§6.7).
    """
    for (begins, policy), (ends, _) in zip(policies, [*policies[1:], (date.max, policies[-1][1])], strict=True):
        day = max(birthday(born, policy.called_below_months), begins)
        if day <= ends:
            return day
    raise ValueError("policies that follow each other")


def told_at(day: date, policy: Policy) -> datetime | None:
    """When a family is told that its child is too old on a day; None: it is not told before (domain §4.ends)."""
    days = policy.ageing_told_before_days
    return midnight_of(day - timedelta(days=days)) if days else None


def is_too_old(candidate: Candidate, at: datetime, *policies: Policy) -> bool:
    """Whether a child is too old for the queue at an instant, by any of the policies in force at it (domain §5.5).

    At a midnight with which a policy begins these are two: growing too old comes before that (domain §6.7).
    """
    born = candidate.child.birth_date
    return any(at >= midnight_of(birthday(born, policy.called_below_months)) for policy in policies)


def is_planned(candidate: Candidate) -> bool:
    """Whether a child may still grow too old: it is neither enrolled nor over."""
    return TRANSITIONS.allows(candidate.status, Move.DIE)


def age_out(candidate: Candidate, at: datetime) -> Decision:
    """Remove a child that waits and is too old (domain §4.ends).

    Raises:
        ImpossibleTransitionError: when it has ended already.
        ValueError: when a term runs, for which growing too old waits.
    """
    if not candidate.waiting:
        raise ValueError(f"growing too old waits: {candidate.status}")
    return Decision(
        candidate=after(candidate, Move.REMOVE, ageing_told=None),
        at=at,
        steps=(Step(StepKind.CLOSED, Reason.AGED_OUT),),
    )


def tell_of_ageing(candidate: Candidate, day: date, at: datetime) -> Decision | None:
    """Tell the family, once, on which day its child grows too old; None when it knows, or nothing can come of it."""
    if candidate.ageing_told == day or not is_planned(candidate):
        return None
    return Decision(
        candidate=replace(candidate, ageing_told=day),
        at=at,
        steps=(Step(StepKind.AGES_OUT_SOON, Reason.AGES_OUT_SOON),),
    )


def correct_ageing(candidate: Candidate, day: date, at: datetime) -> Decision | None:
    """Tell the family that the day it knows is not so any more; None when it knows of none, or of this one.

    It is told of the new day once more when that is near.
    """
    if candidate.ageing_told in {None, day} or not is_planned(candidate):
        return None
    return Decision(
        candidate=replace(candidate, ageing_told=None),
        at=at,
        steps=(Step(StepKind.AGEING_MOVED, Reason.AGEING_MOVED, day=day),),
    )
