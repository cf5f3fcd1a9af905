"""Twins who were called together choose by one act, all or none: pure decisions (domain §5.4, §6.3)."""

from collections.abc import Sequence
from itertools import permutations

from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.choosing import Change, Obstacle, Standing, Wish, check_choice, choose, hold_instead
from kezek.referrals.domain.decisions import ChosenPlace, refer
from kezek.referrals.domain.matching_together import exchange_together
from kezek.referrals.domain.terms import Basis


def check_called_together(children: Sequence[Candidate]) -> None:
    """Refuse several children at once unless they are twins whose turns began with one call (domain §5.4, §6.3).

    Raises:
        RuleBrokenError: `twins_not_called_together`.
    """
    calls = {each.turn.call_id if each.turn else None for each in children}
    families = {each.child.applicant_id for each in children}
    if len(children) > 1 and (len(calls) > 1 or None in calls or len(families) > 1):
        raise RuleBrokenError("twins_not_called_together")


def choose_together(standing: Standing, wishes: Sequence[Wish], basis: Basis) -> list[Change]:
    """The choices of twins, all or none: one after another, in the first order in which each is possible (§5.4).

    Where none is because of what others need, they are seen at once: one twin's former place may be what serves for the
    other's.

    Raises:
        RuleBrokenError: what forbids them in the order given.
    """
    refusals = []
    for order in permutations(wishes):
        try:
            return _one_after_another(standing, order, basis)
        except RuleBrokenError as refusal:
            refusals.append(refusal)
    at_once = _at_once(standing, wishes, basis)
    if at_once is None:
        raise refusals[0]
    return at_once


def _one_after_another(standing: Standing, wishes: Sequence[Wish], basis: Basis) -> list[Change]:
    changes: list[Change] = []
    for wish in wishes:
        chosen = choose(standing, wish, basis)
        standing = standing.after(chosen)
        changes += chosen
    return changes


def _at_once(standing: Standing, wishes: Sequence[Wish], basis: Basis) -> list[Change] | None:
    """All of them together, if nothing but others' needs keeps one from being chosen alone.

    What a round gave is neither left nor taken (domain §9.rounds).
    """
    choosers = {wish.application_id: standing.turn_of(wish.application_id) for wish in wishes}
    taken = {wish.place_id for wish in wishes}
    if not all(_possible_beside(standing, wish) for wish in wishes):
        return None
    if any(each.by_round and (each.id in choosers or each.place.id in taken) for each in standing.running):
        return None
    others = [each for each in standing.exchangeable if each.id not in choosers]
    former = [turn.place for turn in choosers.values() if turn and turn.place.id not in taken]
    moved = exchange_together(others, taken, former)
    if moved is None:
        return None
    given = taken | {place.id for _, place in moved}
    referred: list[Change] = []
    for wish in wishes:
        candidate, turn = standing.children[wish.application_id], choosers[wish.application_id]
        goes_on = turn.place if turn and turn.place.id not in given else None
        choice = ChosenPlace(standing.places[wish.place_id], wish.by_turn, goes_on)
        decided = refer(candidate, choice, referral_id=wish.referral_id, basis=basis, at=standing.at)
        referred.append((candidate, decided))
    return [*referred, *((turn.candidate, hold_instead(turn, place, standing.at)) for turn, place in moved)]


def _possible_beside(standing: Standing, wish: Wish) -> bool:
    try:
        check_choice(standing, wish)
    except RuleBrokenError as refusal:
        return refusal.code == Obstacle.NEEDED
    return True
