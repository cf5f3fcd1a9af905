"""A queue in motion: what is decided is kept and told, what is freed is handed out (domain §6.6, §6.7)."""

import heapq
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.workdays import local_day, midnight_of
from kezek.queue.domain.queue import Entry, FreePlace
from kezek.referrals.domain.candidate import CalledWith
from kezek.referrals.domain.decisions import Decision, TurnToBegin, begin_turn
from kezek.referrals.domain.instant import at_instant
from kezek.referrals.domain.place import Place, open_to_all
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.terms import Basis
from kezek.simulate.benefits import end_benefits
from kezek.simulate.lines import Line
from kezek.simulate.state import State, in_order_of_places
from kezek.simulate.telling import told, told_place
from kezek.simulate.transfers import following


class Player:
    """What stands, and the lines told so far."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.lines: list[Line] = []

    def pass_time(self, until: datetime) -> None:
        """Let everything happen that is due until an instant, inclusive, each thing at its own."""
        due = self.state.due
        while due and due[0][0] <= until:
            at = due[0][0]
            ids: dict[UUID, None] = {}
            while due and due[0][0] == at:
                ids[heapq.heappop(due)[1]] = None
            self._let_happen(at, list(ids))

    def settle(self, decisions: Iterable[Decision], at: datetime) -> None:
        """Keep and tell decisions of one instant; then who has grown too old goes, and freed places are handed out."""
        offered: list[Place] = []
        touched: dict[UUID, None] = {}
        for decision in decisions:
            self.tell(decision)
            offered += decision.offered
            touched[decision.candidate.application_id] = None
        self.remove_too_old(touched, at)
        self.hand_out(offered, at)

    def tell(self, decision: Decision) -> None:
        """Keep a decision and tell of it."""
        before = self.state.save(decision)
        self.lines += told(before, decision, self.state.names)
        for follows in following(self.state, before, decision):
            self.tell(follows)

    def remove_too_old(self, of: Iterable[UUID], at: datetime) -> None:
        """Remove those who wait and are too old, or have nothing to be transferred from, by their numbers (§4.ends)."""
        found = [self.state.candidates[each] for each in of]
        for each in at_instant(at, found, {}, {}, [self.state.policy]).happened:
            self.tell(each.decision)

    def await_age(self, application_id: UUID) -> None:
        """The midnight at which a child is too old is waited for."""
        born = self.state.candidates[application_id].child.birth_date
        self.state.wait(midnight_of(birthday(born, self.state.policy.called_below_months)), application_id)

    def keep(self, place: Place, at: datetime) -> None:
        """Keep a place that changes by itself, and tell of it."""
        self.state.keep(place)
        self.lines += told_place(place, at, self.state.names)

    def hand_out(self, places: Sequence[Place], at: datetime) -> None:
        """Hand places out in one go: called, opened where nobody is there, or passed over for them (domain §6.6).

        Where the policy distributes in rounds they wait for the next one (domain §9.rounds).
        """
        if not places or self.state.policy.distribution_in_rounds:
            return
        state, offered = self.state, in_order_of_places(places)
        free = [FreePlace(each.id, each.offer, each.language, state.kept_out(each)) for each in offered]
        plan = state.order.plan(free, local_day(at), state.policy)
        first = len(self.lines)
        for passed in plan.skipped:
            for entry in passed.unit.entries:
                child, place = (state.names[each] for each in (entry.child.application_id, passed.place.id))
                self.lines.append(Line(at, "skipped", child, place))
        for planned in plan.calls:
            call_id = state.new_id()
            for entry, seat in planned.seats:
                called_with = CalledWith(planned.queue_class, entry.child.birth_date, entry.child.languages)
                self._call(entry, TurnToBegin(call_id, state.new_id(), called_with), seat.id, at)
        for unwanted in plan.unwanted:
            self.keep(open_to_all(state.places[unwanted.id]), at)
        self.lines[first:] = sorted(self.lines[first:], key=self._order)

    def _order(self, line: Line) -> tuple[object, ...]:
        """By the place's publication, then the application's number; a place that opens after all (domain §6.7)."""
        state = self.state
        place = state.places[state.places_by_name[line.place or ""]]
        serial = state.candidates[state.applications[line.child]].serial if line.child else len(state.candidates) + 1
        return (place.order, serial)

    def _call(self, entry: Entry, called: TurnToBegin, place_id: UUID, at: datetime) -> None:
        state, application_id = self.state, entry.child.application_id
        candidate, place = state.candidates[application_id], state.places[place_id]
        self.tell(begin_turn(candidate, place, called, state.basis(), at))

    def _let_happen(self, at: datetime, ids: Sequence[UUID]) -> None:
        """What is due at one instant, in the order of domain §6.7."""
        state = self.state
        due = [state.candidates[each] for each in ids if each in state.candidates]
        ending = [term for each in due if (term := running_term(each)) and term.ends_at == at]
        held = {term.place_id: state.places[term.place_id] for term in ending if term.place_id}
        bases = {term.policy: Basis(state.policies[term.policy], state.calendar) for term in ending if term.policy}
        instant = at_instant(at, due, held, bases, [state.policy])
        for each in instant.happened:
            self.tell(each.decision)
        end_benefits(state, ids, at)
        opening = [state.places[each] for each in ids if each in state.places]
        for place in in_order_of_places(opening):
            if place.status is PlaceStatus.OPENING and place.opens_at == at:
                self.keep(open_to_all(place), at)
        self.hand_out(instant.offered, at)
