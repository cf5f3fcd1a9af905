"""What happens at one instant in one queue, in the order of domain §6.7: pure, for the service and the simulator.

First the ends of turns and referrals, in the order in which their places were published, then the returns from the
stop list and who was not restored in time, then those who have grown too old or have nothing to be transferred from;
what was freed is offered together, in the order of first publication.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.referrals.domain.ageing import age_out, is_too_old
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, come_back, expire, lapse
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.running import Running, running_term
from kezek.referrals.domain.terms import Basis, TermKind
from kezek.referrals.domain.transfer import end_transfer, is_void
from kezek.referrals.domain.vouchers import fall_out, give_up, is_by_vouchers


@dataclass(frozen=True)
class Happened:
    """What was decided on a candidate; where two things happen to it, the second on what the first has left."""

    before: Candidate
    decision: Decision


@dataclass(frozen=True)
class Instant:
    """All that happens, in its order, and the places that are offered then, in one go."""

    happened: tuple[Happened, ...]
    offered: tuple[Place, ...]


def at_instant(
    at: datetime,
    due: Iterable[Candidate],
    held: Mapping[UUID, Place],
    bases: Mapping[str, Basis],
    in_force: Sequence[Policy],
) -> Instant:
    """What follows for children of whom anything may be due at an instant.

    `held` has the places of the terms that end, `bases` by its id the policy of each term with the calendar, `in_force`
    the policy of the day that ended and, where another begins with this instant, that one.
    """
    came = {each.application_id: each for each in due}
    latest = dict(came)
    happened: list[Happened] = []

    def happens(decision: Decision) -> None:
        application_id = decision.candidate.application_id
        happened.append(Happened(latest[application_id], decision))
        latest[application_id] = decision.candidate

    ending = [(each, term) for each in latest.values() if (term := running_term(each)) and term.ends_at == at]
    for candidate, term in sorted(ending, key=lambda end: order_of_end(end, held)):
        happens(end_of(candidate, term, held, bases, in_force[-1]))
    for candidate in sorted(latest.values(), key=lambda each: each.serial):
        # who has gone over to another queue is planned there
        stays = candidate.queue == came[candidate.application_id].queue
        if stays and candidate.waiting and is_too_old(candidate, at, *in_force):
            happens(age_out(candidate, at))
        elif stays and is_void(candidate):
            happens(end_transfer(candidate, at))
    freed = [place for each in happened for place in each.decision.offered]
    return Instant(tuple(happened), tuple(sorted(freed, key=lambda place: place.order)))


def end_of(
    candidate: Candidate, term: Running, held: Mapping[UUID, Place], bases: Mapping[str, Basis], today: Policy
) -> Decision:
    """What follows from the end of the term that runs, as of that end, on a day of this policy."""
    if term.place_id is None:
        return give_up(candidate) if term.kind is TermKind.INACTIVE else come_back(candidate)
    place, basis = held[term.place_id], bases[term.policy]
    if is_by_vouchers(basis.policy):
        return fall_out(candidate, term, place, basis)
    if term.kind is TermKind.TURN:
        return lapse(candidate, place, basis.policy, in_rounds=today.distribution_in_rounds)
    return expire(candidate, place, basis)


def order_of_end(end: tuple[Candidate, Running], held: Mapping[UUID, Place]) -> tuple[object, ...]:
    """Returns come after what frees a place; by the place's publication, then by the application's number."""
    candidate, term = end
    return (term.place_id is None, held[term.place_id].order if term.place_id else (), candidate.serial)
