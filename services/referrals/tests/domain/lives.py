"""What people do in a random life: families, kindergartens, officers, in any order (domain §6, §7)."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from services.referrals.tests.domain.clockwork import CALLED_WITH, CHILDREN, ELSEWHERE, KAZAKH, QUEUE, START, Clockwork

from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.referrals.domain import admission, annulling, decisions, leaving, vouchers
from kezek.referrals.domain.choosing import Standing, Wish, choose
from kezek.referrals.domain.decisions import Decision, TurnToBegin
from kezek.referrals.domain.place import Place, open_to_all
from kezek.referrals.domain.terms import TermKind


class Life(Clockwork):
    """Everything that may be done; what is impossible changes nothing."""

    def call(self, child: int, place: int) -> None:
        candidate, offered = self.children[CHILDREN[child]], self.a_place(place)
        if offered.status is PlaceStatus.OFFERED:
            called = TurnToBegin(UUID(int=0), UUID(int=next(self.ids)), CALLED_WITH)
            begin = partial(decisions.begin_turn, candidate, offered, called, self.basis, self.now)
            self.attempt(begin, candidate.application_id)

    def nobody(self, _: int, place: int) -> None:
        offered = self.a_place(place)
        if offered.status is PlaceStatus.OFFERED:
            self.places[offered.id] = open_to_all(offered)

    def choose(self, child: int, place: int) -> None:
        """By the turn, if one runs: also the place that another's turn holds, which then holds another one."""
        candidate, chosen = self.children[CHILDREN[child]], self.a_place(place)
        by_turn = candidate.turn.id if candidate.turn and chosen.status is PlaceStatus.HELD else None
        ids = candidate.application_id, chosen.id
        wish = Wish(*ids, by_turn=by_turn, policy=self.basis.policy, referral_id=UUID(int=next(self.ids)))
        try:
            changes = choose(Standing(self.now, self.children, self.places), wish, self.basis)
        except (RuleBrokenError, ImpossibleTransitionError):
            return
        for before, decision in changes:
            self.save(before.application_id, decision)
        self.check()

    def admit(self, child: int, which: int) -> None:
        """Something that becomes of a referral after its issue."""
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        case = admission.Case(referral.id if referral else UUID(int=0), self.basis, self.now)
        acts = (admission.accept, admission.arrive, admission.submit_papers, admission.return_papers)
        self.attempt(lambda: acts[which % len(acts)](candidate, case), candidate.application_id)

    def give_back(self, child: int, which: int) -> None:
        """The family cancels, or the kindergarten refuses and an officer decides."""
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        if referral is None:
            return
        case, place = admission.Case(referral.id, self.basis, self.now), self.places[referral.place_id]
        acts: list[Callable[[], Decision]] = [
            lambda: admission.cancel(candidate, case, place),
            lambda: admission.refuse(candidate, case),
            lambda: admission.uphold(candidate, case, place),
            lambda: admission.overrule(candidate, case),
        ]
        misses = candidate.misses
        self.attempt(acts[which], candidate.application_id)
        assert self.children[CHILDREN[child]].misses == misses

    def settle(self) -> None:
        """What no clock ends: what is under review is upheld, whoever came or must be accepted is."""
        for child in range(len(CHILDREN)):
            self.give_back(child, 2)
            self.admit(child, 0)

    def leave(self, child: int, _: int) -> None:
        """The family withdraws, or moves to another district: an end without a miss."""
        candidate = self.children[CHILDREN[child]]
        place = self.places.get(leaving.place_given_back(candidate) or UUID(int=0))
        home = leaving.NewHome(UUID(int=next(self.ids)), ELSEWHERE, START, "1116-1")
        misses = candidate.misses
        if self.now.day % 2:
            self.attempt(lambda: leaving.withdraw(candidate, place, self.now), candidate.application_id)
        else:
            self.attempt(lambda: leaving.move_away(candidate, place, home, self.now), candidate.application_id)
        assert self.children[CHILDREN[child]].misses == misses

    def restore(self, child: int, _: int) -> None:
        """The family has its inactive application restored."""
        candidate = self.children[CHILDREN[child]]
        self.attempt(lambda: vouchers.restore(candidate, self.now), candidate.application_id)

    def decline(self, child: int, _: int) -> None:
        """The family refuses the place that is offered to it, where that costs the one in the queue."""
        candidate, policy = self.children[CHILDREN[child]], self.basis.policy
        place = self.places.get(leaving.place_given_back(candidate) or UUID(int=0))
        if place is not None:
            decide = partial(vouchers.decline, candidate, place, policy, self.now)
            self.attempt(decide, candidate.application_id)

    def publish(self) -> None:
        fresh = UUID(int=next(self.ids))
        self.places[fresh] = Place(fresh, fresh, 1, fresh, QUEUE, KAZAKH, self.now)

    def annul(self, _: int, which: int) -> None:
        """An officer takes a place back that nobody has taken; another one is published."""
        place = self.a_place(which)
        holder = self.children.get(place.holder) if place.holder else None
        try:
            annulled = annulling.annul(place, holder, self.now)
        except RuleBrokenError:
            return
        self.take_back(annulled)

    def close(self, _: int, which: int) -> None:
        """A kindergarten closes with its one place."""
        place = self.a_place(which)
        misses = {each.application_id: each.misses for each in self.children.values()}
        for closed in annulling.close_kindergarten([place], self.children, self.now):
            self.take_back(closed)
        assert misses == {each.application_id: each.misses for each in self.children.values()}

    def take_back(self, annulled: annulling.Annulment) -> None:
        self.places[annulled.place.id] = annulled.place
        decision = annulled.decision
        if decision is not None:
            self.attempt(lambda: decision, decision.candidate.application_id)
        self.publish()

    def extend(self, child: int, _: int) -> None:
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        running = self.terms.get((TermKind.REFERRAL, referral.id)) if referral else None
        if referral is not None and running is not None:
            case = admission.Case(referral.id, self.basis, self.now)
            self.attempt(lambda: admission.extend(candidate, case, running), candidate.application_id)
            still = self.terms[TermKind.REFERRAL, referral.id]
            assert still.term.ends_at >= running.term.ends_at
