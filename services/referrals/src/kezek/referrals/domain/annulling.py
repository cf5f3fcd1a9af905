"""Places that are taken back: by an officer's annulment, or all of a kindergarten that closes (domain §6.1, §6.6).

Whoever held one stands in the queue again at its own time, without a miss.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import PlaceStatus, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Step, StepKind, after
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.states import TRANSITIONS, Move

_NOT_TAKEN = frozenset({PlaceStatus.OFFERED, PlaceStatus.OPENING, PlaceStatus.OPEN, PlaceStatus.HELD})


@dataclass(frozen=True)
class Annulment:
    """A place as it is afterwards; where a child held it, what becomes of the child, with the place in it."""

    place: Place
    decision: Decision | None = None


def check_may_annul(place: Place) -> None:
    """Refuse to annul what a child has taken, or what is annulled already (domain §6.1).

    Raises:
        RuleBrokenError: `place_taken`, `place_annulled`.
    """
    if place.status is PlaceStatus.TAKEN:
        raise RuleBrokenError("place_taken")
    if place.status is PlaceStatus.ANNULLED:
        raise RuleBrokenError("place_annulled")


def annul(place: Place, holder: Candidate | None, at: datetime, why: Reason = Reason.PLACE_ANNULLED) -> Annulment:
    """Annul a place that is free, or held for the holder's turn, which ends without a miss (domain §6.6).

    Raises:
        RuleBrokenError: `place_taken`, `place_annulled`.
        ValueError: when the place is held and this is not its holder.
    """
    check_may_annul(place)
    if place.status is not PlaceStatus.HELD:
        return Annulment(_annulled(place))
    if holder is None or holder.application_id != place.holder:
        raise ValueError(place.id)
    return _taken_back(holder, place, after(holder, Move.END_TURN, turn=None), Step(StepKind.TURN_ENDED, why), at)


def close_kindergarten(places: Iterable[Place], holders: Mapping[UUID, Candidate], at: datetime) -> list[Annulment]:
    """What closing does to these places, in the order of their publication; `holders` by application (domain §6.6).

    Free and held places are annulled, and those whose referral is not accepted yet: it is void, without a miss,
    whatever is looked at meanwhile. A place whose child is enrolled stays, and one that is annulled already.
    """
    closed = []
    for place in sorted(places, key=lambda place: place.order):
        holder = holders[place.holder] if place.holder else None
        if place.status in _NOT_TAKEN:
            closed.append(annul(place, holder, at, Reason.KINDERGARTEN_CLOSED))
        elif holder is not None and is_on_the_way(place, holder):
            closed.append(_void(place, holder, at))
    return closed


def is_on_the_way(place: Place, holder: Candidate) -> bool:
    """Whether the child has taken the place by a referral that is neither accepted nor over."""
    taken = place.status is PlaceStatus.TAKEN and place.holder == holder.application_id
    of_it = holder.referral is not None and holder.referral.place_id == place.id
    return taken and of_it and TRANSITIONS.allows(holder.status, Move.VOID)


def _void(place: Place, holder: Candidate, at: datetime) -> Annulment:
    referral = replace(holder.referral, status=ReferralStatus.VOIDED) if holder.referral else None
    step = Step(StepKind.REFERRAL_VOIDED, Reason.KINDERGARTEN_CLOSED)
    return _taken_back(holder, place, after(holder, Move.VOID, referral=referral), step, at)


def _taken_back(before: Candidate, place: Place, later: Candidate, step: Step, at: datetime) -> Annulment:
    term, annulled = running_term(before), _annulled(place)
    ended = ((term.kind, term.key),) if term else ()
    return Annulment(annulled, Decision(later, at, (step,), (annulled,), ended=ended))


def _annulled(place: Place) -> Place:
    return replace(place, status=PlaceStatus.ANNULLED, holder=None, opens_at=None)
